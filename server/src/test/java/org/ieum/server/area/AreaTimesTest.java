package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of day on days when the clocks change. */
final class AreaTimesTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final int HOUR = 3_600_000;

  private static Instant at(LocalDate day, int millis) {
    AreaTimes times = AreaTimes.at(STOCKHOLM, Instant.parse(day + "T09:00:00Z").toEpochMilli());
    assertEquals(day, times.firstDay());
    return Instant.ofEpochMilli(times.toUtc(times.at(day, millis)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28, 06:00, 2026-03-28T05:00:00Z",
    // Forward at 02:00, which is 01:00 UTC.
    "2026-03-29, 00:00, 2026-03-28T23:00:00Z",
    "2026-03-29, 01:59, 2026-03-29T00:59:00Z",
    "2026-03-29, 02:00, 2026-03-29T01:00:00Z",
    "2026-03-29, 02:30, 2026-03-29T01:30:00Z",
    "2026-03-29, 03:00, 2026-03-29T01:00:00Z",
    "2026-03-29, 06:00, 2026-03-29T04:00:00Z",
    "2026-03-30, 06:00, 2026-03-30T04:00:00Z",
    "2027-03-28, 02:15, 2027-03-28T01:15:00Z",
    "2027-03-28, 22:00, 2027-03-28T20:00:00Z",
    // Back at 03:00, which is 01:00 UTC.
    "2026-10-25, 00:00, 2026-10-24T22:00:00Z",
    "2026-10-25, 02:30, 2026-10-25T00:30:00Z",
    "2026-10-25, 03:00, 2026-10-25T02:00:00Z",
    "2026-10-25, 06:00, 2026-10-25T05:00:00Z",
    "2027-10-31, 02:59, 2027-10-31T00:59:00Z",
    "2027-10-31, 06:00, 2027-10-31T05:00:00Z",
    "2027-11-01, 06:00, 2027-11-01T05:00:00Z",
  })
  void clocksShowTheTimeOfDay(LocalDate day, LocalTime time, Instant expected) {
    assertEquals(expected, at(day, time.toSecondOfDay() * 1000));
  }

  @Test
  void hoursFromTwentyFourOnAreOfTheNextDay() {
    assertEquals(Instant.parse("2026-03-29T04:00:00Z"), at(LocalDate.of(2026, 3, 28), 30 * HOUR));
    assertEquals(Instant.parse("2026-10-24T22:00:00Z"), at(LocalDate.of(2026, 10, 24), 24 * HOUR));
    assertEquals(Instant.parse("2027-10-31T05:00:00Z"), at(LocalDate.of(2027, 10, 30), 30 * HOUR));
    assertEquals(Instant.parse("2027-03-30T04:00:00Z"), at(LocalDate.of(2027, 3, 28), 54 * HOUR));
  }
}
