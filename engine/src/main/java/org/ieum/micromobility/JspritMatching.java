package org.ieum.micromobility;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter;
import com.graphhopper.jsprit.core.algorithm.state.StateManager;
import com.graphhopper.jsprit.core.algorithm.termination.TimeTermination;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager.Priority;
import com.graphhopper.jsprit.core.problem.constraint.HardRouteConstraint;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ieum.progress.Stopwatch;
import org.ieum.reoptimize.SearchBudget;

/**
 * Improves a plan of scooters by jsprit, so that riders can use one after another. It runs in
 * rounds, each from the best plan so far, as jsprit's threshold for worse plans falls within one.
 * Jsprit's own constraints and times are left out, as {@link JspritChains} says all there is to
 * say. A search is single-threaded and ends early when its thread is interrupted; time is looked at
 * between iterations only.
 *
 * <p>Jsprit takes out up to half of all by default. Tried on five made-up towns of 200 riders with
 * 400 scooters: at most 25 riders taken out and ten scooters to choose among cost 3.1 % less than
 * the assignment after 150 iterations; twelve riders and eight scooters the same after 100, in a
 * fraction of the time (on a busy machine); four scooters only 0.8 to 1 %.
 */
final class JspritMatching {
  private static final int ROUND = 250;

  /** Riders taken out at a time, at most; time grows with the square of it. */
  private static final int RUINED = 12;

  private final MatchingProblem problem;
  private final Random random;

  JspritMatching(MatchingProblem problem, long seed) {
    this.problem = problem;
    random = new Random(seed);
  }

  /**
   * The best plan found; the given one if there is none that costs less.
   *
   * @param plan riders of scooter s in order
   */
  int[][] improve(int[][] plan, SearchBudget budget) {
    JspritRides rides = new JspritRides(problem, plan);
    if (rides.vrp.getJobs().size() < 2 || rides.vrp.getVehicles().isEmpty()) {
      return plan;
    }
    Stopwatch watch = new Stopwatch();
    int[][] best = plan;
    long left = budget.iterations();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      long nanos = budget.nanos();
      if (nanos != Long.MAX_VALUE) {
        nanos -= (long) (watch.seconds() * 1e9);
        if (nanos <= 0) {
          break;
        }
      }
      int count = (int) Math.min(ROUND, left);
      left -= count;
      int[][] found = round(rides, best, count, nanos);
      if (problem.cost(found) < problem.cost(best)) {
        best = found;
      }
    }
    return best;
  }

  private int[][] round(JspritRides rides, int[][] from, int count, long nanos) {
    JspritChains chains = new JspritChains(rides);
    StateManager states = new StateManager(rides.vrp);
    ConstraintManager constraints = new ConstraintManager(rides.vrp, states);
    constraints.addConstraint((HardRouteConstraint) chains);
    constraints.addConstraint(chains, Priority.CRITICAL);
    int jobs = rides.vrp.getJobs().size();
    String most = Integer.toString(Math.min(jobs, Math.max(2, Math.min(RUINED, jobs / 2))));
    VehicleRoutingAlgorithm algorithm =
        Jsprit.Builder.newInstance(rides.vrp)
            .setStateAndConstraintManager(states, constraints)
            .addCoreStateAndConstraintStuff(false)
            .setActivityInsertionCalculator(chains)
            .setObjectiveFunction(chains)
            .setRandom(random)
            .setProperty(Parameter.FAST_REGRET, "true")
            .setProperty(Parameter.VEHICLE_SWITCH, "false")
            .setProperty(Parameter.RADIAL_MIN_SHARE, "1")
            .setProperty(Parameter.RADIAL_MAX_SHARE, most)
            .setProperty(Parameter.RANDOM_BEST_MIN_SHARE, "1")
            .setProperty(Parameter.RANDOM_BEST_MAX_SHARE, most)
            .setProperty(Parameter.RANDOM_REGRET_MIN_SHARE, "1")
            .setProperty(Parameter.RANDOM_REGRET_MAX_SHARE, most)
            .setProperty(Parameter.WORST_MIN_SHARE, "1")
            .setProperty(Parameter.WORST_MAX_SHARE, most)
            .setProperty(Parameter.CLUSTER_MIN_SHARE, "1")
            .setProperty(Parameter.CLUSTER_MAX_SHARE, most)
            .buildAlgorithm();
    algorithm.setMaxIterations(count);
    algorithm.addListener(chains);
    algorithm.addTerminationCriterion(discovered -> Thread.currentThread().isInterrupted());
    if (nanos != Long.MAX_VALUE) {
      Stopwatch watch = new Stopwatch();
      TimeTermination limit = new TimeTermination(TimeUnit.NANOSECONDS.toMillis(nanos));
      limit.setTimeGetter(() -> (long) (watch.seconds() * 1e3));
      algorithm.addTerminationCriterion(limit);
      algorithm.addListener(limit);
    }
    algorithm.addInitialSolution(rides.solution(from));
    return rides.chains(Solutions.bestOf(algorithm.searchSolutions()));
  }
}
