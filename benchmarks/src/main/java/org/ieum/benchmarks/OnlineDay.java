package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.dispatch.OptimizerClock;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.traveltime.RoadTravelTimes;
import org.jspecify.annotations.Nullable;

/** A day of an instance of {@code ../shared/data/dispatch}, under the rules of its SPEC.md. */
final class OnlineDay {
  private static final int LONGEST_WAIT = 300_000;

  private final DispatchInstance instance;
  private final Roads roads;

  /** Shortest drive of request i, ms. */
  private final int[] direct;

  /**
   * A day of some of the requests.
   *
   * @param seed days of other seeds than the first leave out one request in twenty, at random
   */
  OnlineDay(DispatchInstance whole, Roads roads, int seed) {
    this.roads = roads;
    instance = seed == 1 ? whole.unsolved() : thinned(whole, seed);
    direct = new int[instance.requests().size()];
    RoadTravelTimes times = roads.times().fork();
    for (int i = 0; i < direct.length; i++) {
      int from = times.acquire(instance.requests().get(i).origin());
      int to = times.acquire(instance.requests().get(i).destination());
      direct[i] = times.duration(from, to);
      times.release(from);
      times.release(to);
    }
  }

  private static DispatchInstance thinned(DispatchInstance whole, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Request> kept = new ArrayList<>();
    for (Request request : whole.requests()) {
      if (random.nextInt(20) > 0) {
        kept.add(new Request(kept.size(), request.origin(), request.destination(), request.time()));
      }
    }
    return new DispatchInstance(whole.name(), kept, whole.cars(), List.of());
  }

  /**
   * Lives through it.
   *
   * @param optimizer null for insertion alone
   */
  ServiceDay run(@Nullable RouteOptimizer optimizer, ReoptimizeRules rules, long seed) {
    DispatchDesk desk = new DispatchDesk(roads, instance);
    int start = instance.requests().get(0).time();
    OptimizerClock clock =
        optimizer == null
            ? null
            : new OptimizerClock(desk.dispatcher(), optimizer, rules, seed, start);
    for (Request request : instance.requests()) {
      while (clock != null && clock.next() < request.time()) {
        desk.advance(clock.next());
        clock.step();
      }
      desk.serve(request);
    }
    desk.finish();
    return tally(desk.book());
  }

  private ServiceDay tally(DayBook book) {
    ServiceTally tally = new ServiceTally();
    for (int i = 0; i < direct.length; i++) {
      if (book.isServed(i)) {
        int trip = book.wait(i) + book.ride(i);
        boolean isKept = book.wait(i) <= LONGEST_WAIT && trip <= 1.7 * direct[i] + 120_000;
        tally.addServed(direct[i], book.wait(i) / 1e3, direct[i] / 1e3, isKept);
      } else {
        tally.addUnserved(direct[i]);
      }
    }
    return tally.day(book.driveMillis() / 3.6e6);
  }
}
