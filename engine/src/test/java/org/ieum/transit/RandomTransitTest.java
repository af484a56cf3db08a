package org.ieum.transit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ieum.transit.ExhaustiveSearch.Vector;
import org.junit.jupiter.api.Test;

/** The search against one that tries everything, on feeds made up at random. */
class RandomTransitTest {
  private static final int CASES = 2000;
  private static final long FIRST_SEED = 20261122;

  private int journeys;
  private int several;

  @Test
  void departAtEqualsExhaustiveSearch() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      RandomFeeds random = new RandomFeeds(seed);
      TransitRouter router = new TransitRouter(random.feed.network());
      for (int i = 0; i < 2; i++) {
        List<TransitAccess> access = random.timed();
        List<TransitAccess> egress = random.spans();
        TransitOptions options = random.options(random.moment + 7200);
        List<TransitTrip> found = router.departAt(access, egress, options);
        Set<Vector> expected = new ExhaustiveSearch(random.feed).departAt(access, egress, options);
        long shown = seed;
        compare(
            expected,
            found,
            () ->
                "seed %d %s\naccess %s\negress %s\n%s"
                    .formatted(shown, random.feed, access, egress, options));
        TripCheck check = new TripCheck(random.feed, router, options);
        found.forEach(trip -> check.departing(trip, access, egress));
      }
    }
    report();
  }

  @Test
  void arriveByEqualsExhaustiveSearch() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      RandomFeeds random = new RandomFeeds(seed);
      TransitRouter router = new TransitRouter(random.feed.network());
      for (int i = 0; i < 2; i++) {
        List<TransitAccess> access = random.spans();
        List<TransitAccess> egress = random.deadlines();
        TransitOptions options = random.options(random.moment - 1800);
        List<TransitTrip> found = router.arriveBy(access, egress, options);
        Set<Vector> expected = new ExhaustiveSearch(random.feed).arriveBy(access, egress, options);
        long shown = seed;
        compare(
            expected,
            found,
            () ->
                "seed %d %s\naccess %s\negress %s\n%s"
                    .formatted(shown, random.feed, access, egress, options));
        TripCheck check = new TripCheck(random.feed, router, options);
        found.forEach(trip -> check.arriving(trip, access, egress));
      }
    }
    report();
  }

  private void compare(Set<Vector> expected, List<TransitTrip> found, Supplier<String> text) {
    Set<Vector> vectors = new TreeSet<>();
    for (TransitTrip trip : found) {
      vectors.add(new Vector(trip.time(), trip.walking(), trip.vehicles(), trip.fare()));
    }
    assertEquals(expected, vectors, text);
    assertEquals(vectors.size(), found.size(), text);
    journeys += found.size();
    several += found.size() > 1 ? 1 : 0;
  }

  private void report() {
    System.out.printf(
        "random states: %d queries from seed %d, %d journeys, %d queries with several%n",
        2 * CASES, FIRST_SEED, journeys, several);
    assertTrue(several > CASES / 10, () -> "too few with several: " + several);
  }
}
