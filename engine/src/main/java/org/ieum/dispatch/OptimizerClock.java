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
 * times, and what one finds is put in place at the time of the next, as if the search had taken so
 * long. The budget is iterations, so that a day is the same whenever it is run.
 */
public final class OptimizerClock {
  private final Dispatcher dispatcher;
  private final RouteOptimizer optimizer;
  private final ReoptimizeRules rules;
  private final SearchBudget budget;
  private long seed;
  private int next = RoutePlan.NEVER;
  private ProposedRoutes found = ProposedRoutes.NONE;
  private long saved;
  private int applied;
  private int looks;

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
    next = start;
  }

  /** When the next look is due. */
  public int next() {
    return next;
  }

  /** Puts in place what the last look found, and takes the next one. */
  public void look() {
    int now = next;
    next += rules.interval();
    dispatcher.announceVehicles(rules.announceAhead(), now);
    if (found.size() > 0) {
      long less = dispatcher.applyRoutes(found, now);
      saved += less;
      applied += less > 0 ? 1 : 0;
    }
    found = ProposedRoutes.NONE;
    Optional<Neighbourhood> around = dispatcher.findNeighbourhood(rules.vehicles(), now);
    if (around.isPresent()) {
      looks++;
      found = around.get().improve(optimizer, seed++, budget);
    }
  }

  /** How many searches there were. */
  public int looks() {
    return looks;
  }

  /** How many of them changed a route. */
  public int applied() {
    return applied;
  }

  /** By how much they lowered the cost in all, see {@link org.ieum.fleet.RouteCost}. */
  public long saved() {
    return saved;
  }
}
