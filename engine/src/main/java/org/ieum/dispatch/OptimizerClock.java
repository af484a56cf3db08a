package org.ieum.dispatch;

import java.util.Optional;
import org.ieum.fleet.RoutePlan;
import org.ieum.reoptimize.Neighbourhood;
import org.ieum.reoptimize.ProposedRoutes;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.reoptimize.SearchBudget;

/**
 * Improves the routes of a dispatcher whose time is only thought of: looks are taken at fixed
 * times, and what one finds is put in place a fixed time later, as if the search had taken so long.
 * The budget is iterations, so that a day is the same whenever it is run.
 */
public final class OptimizerClock implements ServiceClock {
  private final Dispatcher dispatcher;
  private final RouteOptimizer optimizer;
  private final ReoptimizeRules rules;
  private final SearchBudget budget;
  private long seed;

  /** When the next look is due. */
  private int lookAt;

  /** When what was found is to be put in place. */
  private int applyAt = RoutePlan.NEVER;

  private ProposedRoutes found = ProposedRoutes.NONE;

  /**
   * Begins to look at a time.
   *
   * @param seed of the first search; each has its own
   */
  public OptimizerClock(
      Dispatcher dispatcher,
      RouteOptimizer optimizer,
      ReoptimizeRules rules,
      long seed,
      int start) {
    this.dispatcher = dispatcher;
    this.optimizer = optimizer;
    this.rules = rules;
    this.seed = seed;
    budget = SearchBudget.ofIterations(rules.iterations());
    lookAt = start;
  }

  /** When a look is due, or putting in place what the last one found. */
  @Override
  public int next() {
    return Math.min(lookAt, applyAt);
  }

  @Override
  public void step() {
    if (applyAt <= lookAt) {
      dispatcher.applyRoutes(found, applyAt);
      dispatcher.announceVehicles(rules.announceAhead(), applyAt);
      applyAt = RoutePlan.NEVER;
    } else {
      look();
    }
  }

  private void look() {
    dispatcher.announceVehicles(rules.announceAhead(), lookAt);
    Optional<Neighbourhood> around = dispatcher.findNeighbourhood(rules.vehicles(), lookAt);
    if (around.isPresent()) {
      found = around.get().improve(optimizer, seed++, budget);
      applyAt = lookAt + rules.lag();
    }
    lookAt += rules.interval();
  }
}
