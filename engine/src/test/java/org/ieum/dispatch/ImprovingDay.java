package org.ieum.dispatch;

import java.util.Random;
import org.ieum.reoptimize.ProposedRoutes;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.reoptimize.RouteSearch;
import org.ieum.reoptimize.SearchBudget;

/** Improves the routes of a random service now and then, often with a proposal that has aged. */
final class ImprovingDay {
  private static final int MINUTE = 60_000;

  private final RandomService service;
  private final Random random;
  private final RouteOptimizer optimizer;
  private ProposedRoutes found = ProposedRoutes.NONE;
  int looks;
  int applied;

  ImprovingDay(RandomService service, long seed) {
    this(service, seed, RouteSearch::improve);
  }

  ImprovingDay(RandomService service, long seed, RouteOptimizer optimizer) {
    this.service = service;
    this.optimizer = optimizer;
    random = new Random(seed);
  }

  /** Tells riders their vehicles, puts in place what was found last, and perhaps looks again. */
  void improveSometimes() {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return;
    }
    int now = service.now();
    Dispatcher dispatcher = service.dispatcher();
    dispatcher.announceVehicles(random.nextInt(6) * MINUTE, now);
    if (found.size() > 0) {
      applied += dispatcher.applyRoutes(found, now) > 0 ? 1 : 0;
      found = ProposedRoutes.NONE;
    }
    service.told();
    if (kind > 1) {
      dispatcher
          .findNeighbourhood(1 + random.nextInt(service.vehicles().size()), now)
          .ifPresent(
              around -> {
                looks++;
                SearchBudget budget = SearchBudget.ofIterations(60);
                found = around.improve(optimizer, random.nextLong(), budget);
              });
    }
  }
}
