package org.ieum.server.area;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.ieum.server.api.Refusal;

/**
 * The days and times of a rule of RFC 5545, at most one a day.
 *
 * <p>The library lib-recur knows which days a rule has; it is asked in local time without a zone
 * and without the rule's end. What depends on the zone is done here: it also gives times that
 * clocks leave out when they are put forward, which by section 3.3.10 of the RFC are neither held
 * nor counted, and takes an {@code UNTIL} in UTC for starts with a zone only. Of a time that clocks
 * put back show twice it is the first (section 3.3.5). An {@code UNTIL} that is a day means that
 * day too.
 */
final class Recurrence {
  private static final Set<Freq> FREQUENCIES =
      EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

  /** The parts that choose days; those that choose times of day are not taken. */
  private static final Set<String> PARTS =
      Set.of(
          "FREQ",
          "INTERVAL",
          "COUNT",
          "UNTIL",
          "WKST",
          "BYMONTH",
          "BYWEEKNO",
          "BYYEARDAY",
          "BYMONTHDAY",
          "BYDAY",
          "BYSETPOS");

  private static final int LARGEST_INTERVAL = 1_000;
  private static final int MOST_TIMES = 50_000;

  private final RecurrenceRule days;
  private final LocalDateTime start;
  private final ZoneId zone;
  private final int count;
  private final Predicate<ZonedDateTime> isBeforeEnd;

  private Recurrence(
      RecurrenceRule days,
      LocalDateTime start,
      ZoneId zone,
      int count,
      Predicate<ZonedDateTime> isBeforeEnd) {
    this.days = days;
    this.start = start;
    this.zone = zone;
    this.count = count;
    this.isBeforeEnd = isBeforeEnd;
  }

  /**
   * Reads a rule.
   *
   * @param start first possible day, and the time of day of all
   * @throws Refusal saying what is wrong with it
   */
  static Recurrence of(String text, LocalDateTime start, ZoneId zone) {
    RecurrenceRule rule = parse(text);
    if (!FREQUENCIES.contains(rule.getFreq())) {
      throw wrong("must have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY", text);
    }
    for (String part : text.split(";", -1)) {
      if (!PARTS.contains(part.substring(0, Math.max(0, part.indexOf('='))))) {
        throw wrong("must not have " + part + ": the time of day is that of start", text);
      }
    }
    if (rule.getInterval() > LARGEST_INTERVAL) {
      throw wrong("must have an INTERVAL up to " + LARGEST_INTERVAL, text);
    }
    int count = rule.getCount() == null ? Integer.MAX_VALUE : rule.getCount();
    Predicate<ZonedDateTime> isBeforeEnd =
        rule.getUntil() == null ? time -> true : until(rule.getUntil());
    Recurrence recurrence =
        new Recurrence(parse(withoutEnd(text)), start, zone, count, isBeforeEnd);
    if (recurrence.findNext(LocalDate.MIN, Set.of()).isEmpty()) {
      throw wrong("must have a day from start on", text);
    }
    return recurrence;
  }

  private static RecurrenceRule parse(String text) {
    try {
      return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException | RuntimeException e) {
      throw wrong("must be a recurrence rule of RFC 5545 (" + e.getMessage() + ")", text);
    }
  }

  private static Refusal wrong(String message, String text) {
    return Refusal.invalid("rrule", message + ", was '" + text + "'");
  }

  private static String withoutEnd(String text) {
    return Arrays.stream(text.split(";", -1))
        .filter(part -> !part.startsWith("COUNT=") && !part.startsWith("UNTIL="))
        .collect(Collectors.joining(";"));
  }

  private static Predicate<ZonedDateTime> until(DateTime until) {
    if (until.isAllDay()) {
      LocalDate last = LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth());
      return time -> !time.toLocalDate().isAfter(last);
    }
    if (until.isFloating()) {
      LocalDateTime last = local(until, LocalTime.of(until.getHours(), until.getMinutes()));
      return time -> !time.toLocalDateTime().isAfter(last.plusSeconds(until.getSeconds()));
    }
    Instant last = Instant.ofEpochMilli(until.getTimestamp());
    return time -> !time.toInstant().isAfter(last);
  }

  private static LocalDateTime local(DateTime day, LocalTime time) {
    return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth()).atTime(time);
  }

  /** The first time on a day after another that is none of some days. */
  Optional<ZonedDateTime> findNext(LocalDate after, Set<LocalDate> without) {
    try {
      return find(after, without);
    } catch (IllegalArgumentException e) {
      // The library gives up on rules that have no day for years.
      return Optional.empty();
    }
  }

  private Optional<ZonedDateTime> find(LocalDate after, Set<LocalDate> without) {
    RecurrenceRuleIterator all =
        days.iterator(
            new DateTime(
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond()));
    int counted = 0;
    for (int i = 0; i < MOST_TIMES && all.hasNext(); i++) {
      LocalDateTime local = local(all.nextDateTime(), start.toLocalTime());
      if (zone.getRules().getValidOffsets(local).isEmpty()) {
        continue;
      }
      ZonedDateTime time = local.atZone(zone);
      if (++counted > count || !isBeforeEnd.test(time)) {
        return Optional.empty();
      }
      if (local.toLocalDate().isAfter(after) && !without.contains(local.toLocalDate())) {
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }
}
