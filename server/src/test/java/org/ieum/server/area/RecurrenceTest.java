package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ieum.server.api.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of RFC 5545 where zones, ends and clock changes matter. */
final class RecurrenceTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private static List<String> times(String rule, String start, int most, String... without) {
    Recurrence recurrence = Recurrence.of(rule, LocalDateTime.parse(start), ZONE);
    Set<LocalDate> exceptions = new java.util.TreeSet<>();
    for (String day : without) {
      exceptions.add(LocalDate.parse(day));
    }
    List<String> times = new ArrayList<>();
    Optional<ZonedDateTime> next = recurrence.findNext(LocalDate.MIN, exceptions);
    while (next.isPresent() && times.size() < most) {
      times.add(next.get().toOffsetDateTime().toString());
      next = recurrence.findNext(next.get().toLocalDate(), exceptions);
    }
    return times;
  }

  @Test
  void theTimeOfDayStaysWhenClocksChange() {
    assertEquals(
        List.of("2026-03-28T08:00+01:00", "2026-03-29T08:00+02:00", "2026-03-30T08:00+02:00"),
        times("FREQ=DAILY", "2026-03-28T08:00", 3));
  }

  @Test
  void aTimeThatIsLeftOutIsNeitherHeldNorCounted() {
    assertEquals(
        List.of("2026-03-28T02:30+01:00", "2026-03-30T02:30+02:00", "2026-03-31T02:30+02:00"),
        times("FREQ=DAILY;COUNT=3", "2026-03-28T02:30", 9));
  }

  @Test
  void ofATimeThatComesTwiceItIsTheFirst() {
    assertEquals(
        List.of("2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"),
        times("FREQ=DAILY;COUNT=3", "2026-10-24T02:30", 9));
  }

  @Test
  void weekdaysInAlternateWeeks() {
    assertEquals(
        List.of("2026-05-06T17:15+02:00", "2026-05-18T17:15+02:00", "2026-05-20T17:15+02:00"),
        times("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-05-06T17:15", 3));
  }

  @Test
  void theLastFridayOfAMonth() {
    assertEquals(
        List.of("2026-05-29T09:00+02:00", "2026-06-26T09:00+02:00"),
        times("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2026-05-06T09:00", 9));
  }

  @Test
  void monthsWithoutTheDayAreLeftOut() {
    assertEquals(
        List.of("2026-01-31T09:00+01:00", "2026-03-31T09:00+02:00", "2026-05-31T09:00+02:00"),
        times("FREQ=MONTHLY", "2026-01-31T09:00", 3));
  }

  @Test
  void anEndInUtcIsTakenInTheZoneAndIncluded() {
    assertEquals(2, times("FREQ=DAILY;UNTIL=20260507T060000Z", "2026-05-06T08:00", 9).size());
    assertEquals(1, times("FREQ=DAILY;UNTIL=20260507T055959Z", "2026-05-06T08:00", 9).size());
  }

  @Test
  void anEndThatIsADayOrALocalTime() {
    assertEquals(3, times("FREQ=DAILY;UNTIL=20260508", "2026-05-06T23:30", 9).size());
    assertEquals(2, times("FREQ=DAILY;UNTIL=20260507T080000", "2026-05-06T08:00", 9).size());
    assertEquals(1, times("FREQ=DAILY;UNTIL=20260507T075959", "2026-05-06T08:00", 9).size());
  }

  @Test
  void exceptionsCountAsTimesOfTheRule() {
    assertEquals(
        List.of("2026-05-06T08:00+02:00", "2026-05-08T08:00+02:00"),
        times("FREQ=DAILY;COUNT=3", "2026-05-06T08:00", 9, "2026-05-07"));
  }

  @Test
  void aStartThatIsNoDayOfTheRuleIsNoTime() {
    assertEquals(
        List.of("2026-05-11T08:00+02:00", "2026-05-18T08:00+02:00"),
        times("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-05-06T08:00", 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FREQ=",
        "BYDAY=MO",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;COUNT=3",
        "FREQ=DAILY;BYHOUR=8",
        "FREQ=DAILY;BYMINUTE=1,2",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=2000000000",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=99999999999",
        "FREQ=DAILY;COUNT=3;UNTIL=20260601T000000Z",
        "FREQ=DAILY;UNTIL=20200101T000000Z",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=YEARLY;RSCALE=CHINESE",
        "FREQ=DAILY;FREQ=WEEKLY",
        "RRULE:FREQ=DAILY",
      })
  void rulesThatAreRefused(String rule) {
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> Recurrence.of(rule, LocalDateTime.parse("2026-05-06T08:00"), ZONE),
            rule);
    assertEquals("rrule", refusal.field());
    assertTrue(refusal.getMessage().endsWith("was '" + rule + "'"), refusal.getMessage());
  }
}
