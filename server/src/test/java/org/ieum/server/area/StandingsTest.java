package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.server.area.Standings.Day;
import org.ieum.server.area.Standings.Outcome;
import org.ieum.server.area.Standings.Restriction;
import org.junit.jupiter.api.Test;

/** When riders may not book, by the usual policy and by others. */
final class StandingsTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final long START = Instant.parse("2026-05-06T10:00:00Z").toEpochMilli();
  private static final long DAY = 86_400_000L;

  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.RIDDEN, Outcome.NO_SHOW, Outcome.LATE_CANCELLATION);

  private final Standings standings = new Standings(RiderPolicy.DEFAULT, ZONE);

  private boolean note(Outcome outcome, long utc) {
    return standings.note("anna", outcome, utc).isPresent();
  }

  private boolean isRestricted(long utc) {
    return standings.findRestriction("anna", utc).isPresent();
  }

  @Test
  void theFourthStrikeRestrictsForAWeek() {
    for (int i = 0; i < 6; i++) {
      assertTrue(!note(Outcome.RIDDEN, START + i));
    }
    assertTrue(!note(Outcome.NO_SHOW, START + DAY));
    assertTrue(!note(Outcome.LATE_CANCELLATION, START + 2 * DAY));
    assertTrue(!note(Outcome.NO_SHOW, START + 3 * DAY));
    assertTrue(note(Outcome.NO_SHOW, START + 4 * DAY), "4 of 10 are 40 %");
    Restriction restriction = standings.findRestriction("anna", START + 4 * DAY).orElseThrow();
    assertEquals(START + 11 * DAY, restriction.until());
    assertEquals("3 no-shows and 1 late cancellations in 10 bookings", restriction.why());
    assertTrue(isRestricted(START + 11 * DAY - 1));
    assertTrue(!isRestricted(START + 11 * DAY));
  }

  @Test
  void fourOfElevenAreTooFew() {
    for (int i = 0; i < 7; i++) {
      note(Outcome.RIDDEN, START);
    }
    for (int i = 0; i < 4; i++) {
      assertTrue(!note(Outcome.NO_SHOW, START));
    }
    assertTrue(note(Outcome.NO_SHOW, START), "5 of 12");
  }

  @Test
  void whatLiesThirtyDaysBackDoesNotCount() {
    for (int i = 0; i < 3; i++) {
      note(Outcome.NO_SHOW, START);
    }
    assertEquals(3, standings.sum("anna", START + 29 * DAY).noShows());
    assertEquals(0, standings.sum("anna", START + 30 * DAY).noShows());
    assertTrue(!note(Outcome.NO_SHOW, START + 30 * DAY));
    assertEquals(new Day(0, 1, 1, 0), standings.sum("anna", START + 30 * DAY));
  }

  @Test
  void aLiftedRestrictionBeginsAnew() {
    for (int i = 0; i < 4; i++) {
      note(Outcome.NO_SHOW, START);
    }
    assertTrue(isRestricted(START));
    standings.lift("anna");
    assertTrue(!isRestricted(START));
    assertTrue(!note(Outcome.NO_SHOW, START));
  }

  @Test
  void aStrikeDuringARestrictionBeginsTheWeekAgain() {
    for (int i = 0; i < 4; i++) {
      note(Outcome.NO_SHOW, START);
    }
    assertTrue(!note(Outcome.RIDDEN, START + DAY));
    assertTrue(isRestricted(START + 6 * DAY), "a ride does not end it");
    assertTrue(note(Outcome.NO_SHOW, START + 3 * DAY));
    assertTrue(isRestricted(START + 9 * DAY));
  }

  @Test
  void whatNoLongerCountsIsForgotten() {
    for (int i = 0; i < 1_000; i++) {
      standings.note("rider-" + i, Outcome.RIDDEN, START + i % 20 * DAY);
    }
    standings.forgetBefore(START + 39 * DAY);
    assertEquals(500, standings.kept().size());
    standings.forgetBefore(START + 60 * DAY);
    assertEquals(0, standings.kept().size());
  }

  /** One thing that happened, for the plain reference. */
  private record Event(Outcome outcome, long utc) {}

  @Test
  void theSameAsCountingAllEvents() {
    long seed = 11;
    Random random = new Random(seed);
    RiderPolicy policy = new RiderPolicy(3, 50, 5, 1_000, 0, 0, 3_600_000);
    Standings counted = new Standings(policy, ZONE);
    List<Event> all = new ArrayList<>();
    long utc = START;
    int restrictions = 0;
    for (int i = 0; i < 5_000; i++) {
      utc += random.nextInt(40_000_000);
      all.add(new Event(OUTCOMES.get(random.nextInt(3)), utc));
      Event last = all.get(i);
      boolean isRestricted = counted.note("ben", last.outcome(), utc).isPresent();
      boolean expected = last.outcome() != Outcome.RIDDEN && isTooOften(all, utc, policy);
      assertEquals(expected, isRestricted, "seed " + seed + ", event " + i);
      restrictions += expected ? 1 : 0;
      if (random.nextInt(50) == 0) {
        counted.forgetBefore(utc);
        Standings again = new Standings(policy, ZONE);
        again.restore(counted.kept());
        counted = again;
      }
    }
    assertTrue(restrictions > 500 && restrictions < 4_000, "restrictions: " + restrictions);
  }

  private static boolean isTooOften(List<Event> all, long now, RiderPolicy policy) {
    long today = Instant.ofEpochMilli(now).atZone(ZONE).toLocalDate().toEpochDay();
    int bookings = 0;
    int strikes = 0;
    for (Event event : all) {
      long day = Instant.ofEpochMilli(event.utc()).atZone(ZONE).toLocalDate().toEpochDay();
      if (today - day < policy.windowDays()) {
        bookings++;
        strikes += event.outcome() == Outcome.RIDDEN ? 0 : 1;
      }
    }
    return strikes >= policy.strikes() && strikes * 100 >= bookings * policy.percent();
  }
}
