package org.ieum.insertion;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongFunction;
import org.ieum.dispatch.MovingDay;
import org.ieum.dispatch.RandomService;
import org.ieum.model.RideRequest;
import org.junit.jupiter.api.Test;

/** Compares the search with brute force in random states of random services. */
class InsertionSearchTest {
  private static final int PLAIN_STATES = 9_000;
  private static final int ROAD_STATES = 14_000;
  private static final int CHANGING_STATES = 3_000;

  private final SearchShares all = new SearchShares();

  @Test
  void costEqualsBruteForceInRandomStates() {
    compareInRandomStates(PLAIN_STATES, RandomService::new, /* changes= */ false);
    all.print("between stop points");
    compareInRandomStates(all.states + ROAD_STATES, RandomService::onRoads, /* changes= */ false);
    all.print("in all");
    assertTrue(all.states >= 20_000, "states");
    assertTrue(all.feasible() >= 70, "states with a feasible insertion");
    assertTrue(all.diverting() >= 30, "states that divert a moving vehicle");
    assertTrue(all.waiting() >= 30, "states with waiting");
    assertTrue(all.inside() >= 50, "best insertions not at a route's end");
    assertTrue(all.grouped() >= 10, "states with three points and more to choose from");
    assertTrue(all.near > ROAD_STATES / 10, "states on roads that look around the pickups");
    assertTrue(all.near < ROAD_STATES * 9 / 10, "states on roads that look at all vehicles");
  }

  @Test
  void costEqualsBruteForceWhileTravelTimesChange() {
    compareInRandomStates(CHANGING_STATES, RandomService::new, /* changes= */ true);
    compareInRandomStates(2 * CHANGING_STATES, RandomService::onRoads, /* changes= */ true);
    all.print("while travel times change");
    assertTrue(all.feasible() > 50 && all.diverting() > 10);
  }

  /** Vehicles on their way to where they ought to wait, and what they could do meanwhile. */
  @Test
  void costEqualsBruteForceWhileIdleVehiclesAreMoved() {
    int moves = 0;
    for (long seed = 1; all.states < 2 * CHANGING_STATES; seed++) {
      RandomService service = seed % 2 == 0 ? new RandomService(seed) : RandomService.onRoads(seed);
      SearchComparison comparison = new SearchComparison(service, seed, all);
      MovingDay moving = new MovingDay(service, seed);
      while (!service.isOver()) {
        service.pass();
        moving.moveSometimes();
        RideRequest request = service.nextRequest();
        comparison.compare(request);
        service.book(request);
      }
      moves += moving.moves();
    }
    all.print("while idle vehicles are moved");
    assertTrue(all.feasible() > 50 && moves > CHANGING_STATES, moves + " moves");
  }

  private void compareInRandomStates(int until, LongFunction<RandomService> draw, boolean changes) {
    for (long seed = 1; all.states < until; seed++) {
      RandomService service = draw.apply(seed);
      SearchComparison comparison = new SearchComparison(service, seed, all);
      while (!service.isOver()) {
        service.pass();
        if (changes) {
          service.changeSometimes();
        }
        RideRequest request = service.nextRequest();
        comparison.compare(request);
        service.book(request);
      }
    }
  }
}
