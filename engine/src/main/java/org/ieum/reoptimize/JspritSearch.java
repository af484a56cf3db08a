package org.ieum.reoptimize;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter;
import com.graphhopper.jsprit.core.algorithm.listener.IterationStartsListener;
import com.graphhopper.jsprit.core.algorithm.state.StateManager;
import com.graphhopper.jsprit.core.algorithm.termination.TimeTermination;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager.Priority;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Searches with jsprit beside {@link RouteSearch}, for the same problems and with the same promise:
 * whatever jsprit comes back with is checked by {@link PlanCheck}, and what breaks any limit or is
 * no better is dropped.
 *
 * <p>Jsprit runs with the defaults of its box and the faster form of its regret (two to three times
 * the iterations, and better plans on Li and Lim's lr109) in rounds of as many iterations as it has
 * by default, or as many as there is time for, each from the best plan so far and with more of the
 * same random numbers, so that the threshold it accepts worse plans by does come down. It fits
 * jsprit into the problem as follows: {@link JspritProblem} maps, {@link JspritVehicles} binds
 * requests to vehicles, {@link JspritPlaces} keeps longest rides and what vehicles hold, {@link
 * JspritDelays} estimates prices on times where something is put in, and {@link JspritObjective}
 * has them exactly. Fewer vehicles are sought by a cost of each, as its users do; plans are
 * compared exactly in the end.
 *
 * <p>A search is single-threaded and leaves no thread behind; it ends early when its thread is
 * interrupted. Time is looked at between iterations only, and the first plan from scratch is made
 * whatever it takes.
 */
public final class JspritSearch {
  /** Iterations that jsprit has by default, over which its threshold falls. */
  private static final int ROUND = 2000;

  /** Iterations that tell how long they take. */
  private static final int FIRST_ROUND = 20;

  /** Cost of a vehicle where fewer are better, in longest legs. */
  private static final double VEHICLE_LEGS = 10;

  private final RoutingProblem problem;
  private final boolean savesVehicles;
  private final JspritProblem jsprit;
  private final JspritObjective objective;
  private final PlanCheck check;
  private final Random random;

  /** Of the best plan so far, of vehicle v in order. */
  private int[][] visits;

  private Routes best;
  private long iterations;

  private JspritSearch(RoutingProblem problem, int[][] visits, boolean savesVehicles, long seed) {
    this.problem = problem;
    this.savesVehicles = savesVehicles;
    double vehicleCost = savesVehicles ? VEHICLE_LEGS * JspritObjective.longestLeg(problem) : 0;
    jsprit = new JspritProblem(problem, vehicleCost);
    objective = new JspritObjective(problem, vehicleCost);
    check = new PlanCheck(problem);
    random = new Random(seed);
    this.visits = visits;
    best = routes(visits);
  }

  /**
   * Searches from scratch.
   *
   * @param savesVehicles whether fewer vehicles are better than less driving
   */
  public static RoutingSolution run(
      RoutingProblem problem, boolean savesVehicles, long seed, SearchBudget budget) {
    return new JspritSearch(problem, new int[problem.vehicles][0], savesVehicles, seed)
        .search(budget);
  }

  /**
   * Improves a plan; it may leave requests out, but never serves fewer.
   *
   * @param visits of vehicle v in order, as {@link RoutingSolution#visits}; they keep all limits
   */
  public static RoutingSolution improve(
      RoutingProblem problem, int[][] visits, long seed, SearchBudget budget) {
    return new JspritSearch(problem, visits, /* savesVehicles= */ false, seed).search(budget);
  }

  private RoutingSolution search(SearchBudget budget) {
    long begun = System.nanoTime();
    long spent = 0;
    while (problem.requests > 0
        && iterations < budget.iterations()
        && spent < budget.nanos()
        && !Thread.currentThread().isInterrupted()) {
      long left = budget.nanos() - spent;
      int count = (int) Math.min(ROUND, budget.iterations() - iterations);
      if (budget.iterations() == Long.MAX_VALUE) {
        count = fitting(spent, left);
      }
      take(jsprit.visits(Solutions.bestOf(round(count, left))));
      spent = System.nanoTime() - begun;
    }
    return new RoutingSolution(best, iterations);
  }

  /** Iterations of the next round if time alone ends the search: as many as it is likely to do. */
  private int fitting(long spent, long left) {
    return iterations == 0
        ? FIRST_ROUND
        : (int) Math.max(1, Math.min(ROUND, (double) iterations / spent * left));
  }

  /** One run of jsprit from the best plan so far, if anybody is served in it. */
  private Collection<VehicleRoutingProblemSolution> round(int count, long nanos) {
    StateManager states = new StateManager(jsprit.vrp);
    ConstraintManager constraints = new ConstraintManager(jsprit.vrp, states);
    constraints.addConstraint(new JspritVehicles(jsprit));
    if (JspritPlaces.areNeeded(problem)) {
      constraints.addConstraint(new JspritPlaces(problem), Priority.LOW);
    }
    if (problem.pricesTime) {
      constraints.addConstraint(new JspritDelays(jsprit));
    }
    VehicleRoutingAlgorithm algorithm =
        Jsprit.Builder.newInstance(jsprit.vrp)
            .setStateAndConstraintManager(states, constraints)
            .setObjectiveFunction(objective)
            .setRandom(random)
            .setProperty(Parameter.FAST_REGRET, "true")
            .buildAlgorithm();
    algorithm.setMaxIterations(count);
    algorithm.addListener((IterationStartsListener) (i, vrp, solutions) -> iterations++);
    algorithm.addTerminationCriterion(discovered -> Thread.currentThread().isInterrupted());
    if (nanos != Long.MAX_VALUE) {
      TimeTermination limit = new TimeTermination(TimeUnit.NANOSECONDS.toMillis(nanos));
      limit.setTimeGetter(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
      algorithm.addTerminationCriterion(limit);
      algorithm.addListener(limit);
    }
    if (best.absentCount < problem.requests) {
      algorithm.addInitialSolution(jsprit.solution(visits));
    }
    return algorithm.searchSolutions();
  }

  /** Keeps a plan if it breaks nothing and is better. */
  private void take(int[][] found) {
    if (!check.keeps(found)) {
      return;
    }
    Routes routes = routes(found);
    if (isBetter(routes)) {
      best = routes;
      visits = found;
    }
  }

  private boolean isBetter(Routes routes) {
    if (routes.absentCount != best.absentCount) {
      return routes.absentCount < best.absentCount;
    }
    if (savesVehicles && routes.used != best.used) {
      return routes.used < best.used;
    }
    return routes.cost < best.cost;
  }

  private Routes routes(int[][] each) {
    Routes routes = new Routes(problem);
    for (int v = 0; v < each.length; v++) {
      routes.fill(v, each[v]);
    }
    return routes;
  }
}
