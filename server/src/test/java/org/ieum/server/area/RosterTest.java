package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ieum.model.Capacity;
import org.ieum.model.Shift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Daily shifts over the days when the clocks change. */
final class RosterTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final int HOUR = 3_600_000;

  private static FleetVehicle vehicle(String id, int start, int end) {
    return new FleetVehicle(id, List.of(new Capacity(8, 0)), 0, start, end);
  }

  private static AreaTimes times(LocalDate day) {
    return AreaTimes.at(STOCKHOLM, Instant.parse(day + "T09:00:00Z").toEpochMilli());
  }

  /** From and until in UTC, without date. */
  private static List<String> shifts(Roster roster, int v, AreaTimes times) {
    List<String> texts = new ArrayList<>();
    for (Shift shift : roster.vehicles(times).get(v).shifts()) {
      texts.add(
          times.toText(shift.time().earliest()).substring(8, 16)
              + " "
              + times.toText(shift.time().latest()).substring(8, 16));
    }
    return texts;
  }

  @Test
  void shiftsKeepTheirHours() {
    Roster roster =
        new Roster(
            List.of(
                vehicle("day", 6 * HOUR, 22 * HOUR),
                vehicle("night", 22 * HOUR, 30 * HOUR),
                vehicle("gap", 2 * HOUR + HOUR / 2, 3 * HOUR + HOUR / 4),
                vehicle("long", 3 * HOUR, 27 * HOUR - HOUR / 2)));
    AreaTimes spring = times(LocalDate.of(2027, 3, 27));
    assertEquals(
        List.of("27T05:00 27T21:00", "28T04:00 28T20:00", "29T04:00 29T20:00"),
        shifts(roster, 0, spring));
    assertEquals(
        List.of("27T21:00 28T04:00", "28T20:00 29T04:00", "29T20:00 30T04:00"),
        shifts(roster, 1, spring));
    // Half past two comes an hour later, when this shift is over.
    assertEquals(List.of("27T01:30 27T02:15", "29T00:30 29T01:15"), shifts(roster, 2, spring));
    // It would last until half past three, when the next one has begun.
    assertEquals(
        List.of("27T02:00 28T01:00", "28T01:00 29T00:30", "29T01:00 30T00:30"),
        shifts(roster, 3, spring));
    AreaTimes autumn = times(LocalDate.of(2026, 10, 24));
    assertEquals(
        List.of("24T04:00 24T20:00", "25T05:00 25T21:00", "26T05:00 26T21:00"),
        shifts(roster, 0, autumn));
    assertEquals(
        List.of("24T20:00 25T05:00", "25T21:00 26T05:00", "26T21:00 27T05:00"),
        shifts(roster, 1, autumn));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-28", "2026-10-24", "2027-03-27", "2027-10-30"})
  void vehiclesRoundTheClockNeverPause(LocalDate day) {
    List<FleetVehicle> fleet = new ArrayList<>();
    for (int v = 0; v < 48; v++) {
      fleet.add(vehicle("v" + v, 0, 24 * HOUR));
    }
    Roster roster = new Roster(fleet);
    AreaTimes times = times(day);
    for (int v = 0; v < fleet.size(); v++) {
      List<Shift> shifts = roster.vehicles(times).get(v).shifts();
      assertTrue(shifts.size() >= 3, "shifts: " + shifts.size());
      assertEquals(0, shifts.get(0).time().earliest());
      for (int i = 1; i < shifts.size(); i++) {
        assertEquals(shifts.get(i - 1).time().latest(), shifts.get(i).time().earliest());
      }
    }
  }

  @Test
  void vehiclesRoundTheClockChangeShiftsByTheClock() {
    Roster roster = new Roster(List.of(vehicle("v0", 0, 24 * HOUR), vehicle("v1", 0, 24 * HOUR)));
    assertEquals(
        List.of("24T22:00 25T11:00", "25T11:00 26T11:00", "26T11:00 27T11:00"),
        shifts(roster, 1, times(LocalDate.of(2026, 10, 25))).subList(0, 3));
  }
}
