package org.ieum.server.area;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Converts between the clock on the wall and the dispatcher's ms since its epoch, which is a
 * midnight of the area.
 *
 * @param zone of the area
 * @param epoch ms since 1970, UTC
 */
record AreaTimes(ZoneId zone, long epoch) {
  private static final int DAY = 86_400_000;

  /** With the last midnight as epoch. */
  static AreaTimes at(ZoneId zone, long now) {
    LocalDate day = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
    return new AreaTimes(zone, midnight(zone, day));
  }

  private static long midnight(ZoneId zone, LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** The day that begins at the epoch. */
  LocalDate firstDay() {
    return Instant.ofEpochMilli(epoch).atZone(zone).toLocalDate();
  }

  /**
   * Time of the dispatcher when clocks show a time of day. A time that clocks put forward leave out
   * comes as much later as they jump; of one that clocks put back show twice it is the first.
   *
   * @param millis after midnight as clocks count, from 0; those from 24 h on are of days to come
   */
  int at(LocalDate day, int millis) {
    LocalTime time = LocalTime.MIDNIGHT.plus(millis % DAY, ChronoUnit.MILLIS);
    ZonedDateTime then = ZonedDateTime.of(day.plusDays(millis / DAY), time, zone);
    return toEngine(then.toInstant().toEpochMilli());
  }

  /**
   * Time of the dispatcher.
   *
   * @throws ArithmeticException when it lies weeks from the epoch
   */
  int toEngine(long utc) {
    return Math.toIntExact(utc - epoch);
  }

  long toUtc(int millis) {
    return epoch + millis;
  }

  /** As shown to people: seconds suffice. */
  OffsetDateTime toOffset(int millis) {
    return toOffset(toUtc(millis));
  }

  OffsetDateTime toOffset(long utc) {
    return Instant.ofEpochMilli(utc)
        .truncatedTo(ChronoUnit.SECONDS)
        .atZone(zone)
        .toOffsetDateTime();
  }

  /** As kept in the journal. */
  String toText(int millis) {
    return Instant.ofEpochMilli(toUtc(millis)).toString();
  }

  /** Reads {@link #toText}. */
  int ofText(String text) {
    return toEngine(Instant.parse(text).toEpochMilli());
  }
}
