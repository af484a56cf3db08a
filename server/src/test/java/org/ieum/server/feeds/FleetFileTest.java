package org.ieum.server.feeds;

import static org.ieum.server.feeds.FeedFaults.assertFaults;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ieum.model.Break;
import org.ieum.model.Capacity;
import org.ieum.model.LatLon;
import org.ieum.model.Shift;
import org.ieum.model.StopPoint;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FleetFileTest {
  private static final List<StopPoint> STOPS =
      List.of(
          new StopPoint("depot", "Depot", new LatLon(57.7, 11.9)),
          new StopPoint("north", "North", new LatLon(57.8, 11.9)));
  private static final String SHORT =
      "vehicle_id,seats,shift_start,shift_end,start_stop_id,end_stop_id\n";
  private static final String LONG =
      "vehicle_id,configurations,shift_start,shift_end,start_stop_id,end_stop_id,"
          + "break_start,break_end,break_duration,break_stop_id\n";
  private static final int HOUR = 3_600_000;

  @TempDir Path folder = Path.of("");

  private List<Vehicle> read(String text) throws IOException {
    return FleetFile.read(Files.writeString(folder.resolve("fleet.csv"), text), STOPS);
  }

  private static TimeWindow hours(double from, double to) {
    return new TimeWindow((int) (from * HOUR), (int) (to * HOUR));
  }

  @Test
  void vehiclesInTheOrderOfTheFileWithTheirShifts() throws IOException {
    List<Vehicle> fleet =
        read(
            SHORT
                + "b,16,14:00,26:00,depot,\n"
                + "a,8,06:00,12:00,north,depot\n"
                + "b,16,05:30,13:00,depot,north\n");
    assertEquals(
        List.of(
            new Vehicle(
                "b",
                List.of(new Capacity(16, 0)),
                List.of(
                    new Shift(hours(5.5, 13), 0, 1, List.of()),
                    new Shift(hours(14, 26), 0, Shift.ANYWHERE, List.of()))),
            new Vehicle(
                "a",
                List.of(new Capacity(8, 0)),
                List.of(new Shift(hours(6, 12), 1, 0, List.of())))),
        fleet);
  }

  @Test
  void foldingSeatsAndBreaks() throws IOException {
    List<Vehicle> fleet =
        read(
            LONG
                + "a,16/0;12/1,06:00,18:00,depot,depot,14:00,15:30,30m,north\n"
                + "a,16/0;12/1,06:00,18:00,depot,depot,10:00,,900,\n");
    Break first = new Break(0, hours(10, 10), 900_000);
    Break second = new Break(1, hours(14, 15), 1_800_000);
    assertEquals(
        List.of(
            new Vehicle(
                "a",
                List.of(new Capacity(16, 0), new Capacity(12, 1)),
                List.of(new Shift(hours(6, 18), 0, 0, List.of(first, second))))),
        fleet);
  }

  @Test
  void wrongValuesAreNamedWithLineAndColumn() {
    assertFaults(
        () ->
            read(
                SHORT
                    + ",16,06:00,18:00,depot,depot\n"
                    + "a,0,06:00,25,depot,depot\n"
                    + "b,16,22:00,02:00,south,nowhere\n"),
        "line 2: vehicle_id is missing",
        "line 3: seats and wheelchair_places must hold at least one rider, was 0",
        "line 3: shift_end must be a time such as 07:30 or 25:10:00 (up to 47:59:59), was '25'",
        "line 4: shift_end must be after shift_start, was 02:00 and 22:00 (times after midnight go"
            + " on: 25:10)",
        "line 4: start_stop_id 'south' is no stop point of the area",
        "line 4: end_stop_id 'nowhere' is no stop point of the area");
  }

  @Test
  void wrongBreaks() {
    assertFaults(
        () ->
            read(
                LONG
                    + "a,16/0,06:00,18:00,depot,depot,,12:00,,\n"
                    + "b,16/0,06:00,18:00,depot,depot,12:00,12:20,30m,\n"
                    + "c,16/0,06:00,18:00,depot,depot,12:00,,0,\n"
                    + "d,16-0,06:00,18:00,depot,depot,12:00,,long,west\n"),
        "line 2: break_end '12:00' is there without break_start",
        "line 3: break_duration 30m does not fit between break_start 12:00 and break_end 12:20",
        "line 4: break_duration must be > 0, was '0'",
        "line 5: configurations must be seats/wheelchair_places such as 16/0;12/1, was '16-0'",
        "line 5: break_duration must be a duration such as 90s, 10m or 1h30m (up to 336h), was"
            + " 'long'",
        "line 5: break_stop_id 'west' is no stop point of the area");
  }

  @Test
  void shiftsThatDoNotFitTogether() {
    assertFaults(
        () ->
            read(
                SHORT
                    + "a,16,06:00,12:00,depot,\n"
                    + "a,16,11:00,15:00,depot,depot\n"
                    + "b,16,06:00,12:00,depot,depot\n"),
        "line 3: shift 11:00 to 15:00 of vehicle 'a' overlaps 06:00 to 12:00",
        "line 2: end_stop_id is missing; only the last shift of 'a' may end anywhere");
    assertFaults(
        () ->
            read(
                SHORT
                    + "a,16,06:00,12:00,depot,depot\n"
                    + "a,8,13:00,15:00,depot,depot\n"
                    + "a,16,06:00,12:00,depot,depot\n"),
        "line 3: vehicle 'a' holds something else than on line 2",
        "line 4: vehicle 'a' has this shift on line 2 already");
    assertFaults(
        () -> read(LONG + "a,16/0,06:00,12:00,depot,depot,11:45,,30m,\n"),
        "line 2: breaks of vehicle 'a' must follow each other within the shift 06:00 to 12:00, was"
            + " one that begins from 11:45 to 11:45");
  }

  @Test
  void capacityIsGivenInOneWay() {
    assertFaults(
        () ->
            read(
                """
                vehicle_id,seats,configurations,shift_start,shift_end,start_stop_id
                a,16,16/0,06:00,12:00,depot
                b,,,06:00,12:00,depot
                c,16,,06:00,12:00,depot
                """),
        "line 2: seats '16' must be blank beside configurations",
        "line 3: seats must be a whole number from 0 to 1000, was ''");
  }

  @Test
  void noVehicles() {
    assertFaults(() -> read(SHORT), "has no vehicles");
  }
}
