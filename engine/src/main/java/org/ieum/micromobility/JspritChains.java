package org.ieum.micromobility;

import com.graphhopper.jsprit.core.algorithm.recreate.ActivityInsertionCostsCalculator;
import com.graphhopper.jsprit.core.algorithm.ruin.listener.RuinListener;
import com.graphhopper.jsprit.core.problem.constraint.HardActivityConstraint;
import com.graphhopper.jsprit.core.problem.constraint.HardRouteConstraint;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.misc.JobInsertionContext;
import com.graphhopper.jsprit.core.problem.solution.SolutionCostCalculator;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import java.util.Collection;
import java.util.List;

/**
 * Tells jsprit what it costs to put a rider between two others on a scooter, exactly: all its rides
 * are reckoned, with the rider and without. Where a rider cannot go, or it costs as much as having
 * no scooter, there is no place; so nobody rides at a loss.
 *
 * <p>When jsprit takes somebody out, those behind may no longer reach the scooter; then they are
 * taken out as well.
 */
final class JspritChains
    implements ActivityInsertionCostsCalculator,
        HardRouteConstraint,
        HardActivityConstraint,
        SolutionCostCalculator,
        RuinListener {
  private final JspritRides rides;
  private final MatchingProblem problem;

  /** Riders of the scooter looked at, in order. */
  private final int[] chain;

  JspritChains(JspritRides rides) {
    this.rides = rides;
    problem = rides.problem;
    chain = new int[problem.riders.size() + 1];
  }

  /** Whether a rider can reach a scooter anywhere; a scooter of nobody only if it is a good one. */
  @Override
  public boolean fulfilled(JobInsertionContext insertion) {
    int rider = rides.rider(insertion.getJob());
    int s = rides.scooter(insertion.getNewVehicle());
    if (rides.isGood(s, rider)) {
      return true;
    }
    for (TourActivity activity : insertion.getRoute().getActivities()) {
      int node = problem.leftBy(rides.rider(activity));
      if (problem.canRide(node, rider, problem.range[s])) {
        return true;
      }
    }
    return !insertion.getRoute().isEmpty()
        && problem.canRide(problem.startNode(s), rider, problem.range[s]);
  }

  @Override
  public ConstraintsStatus fulfilled(
      JobInsertionContext insertion,
      TourActivity before,
      TourActivity added,
      TourActivity after,
      double departure) {
    return added(insertion) == MatchingProblem.NONE
        ? ConstraintsStatus.NOT_FULFILLED
        : ConstraintsStatus.FULFILLED;
  }

  @Override
  public double getCosts(
      JobInsertionContext insertion,
      TourActivity before,
      TourActivity after,
      TourActivity added,
      double departure) {
    return added(insertion);
  }

  /** What an insertion costs, ms; NONE if it cannot be or is not worth it. */
  private long added(JobInsertionContext insertion) {
    int s = rides.scooter(insertion.getNewVehicle());
    int count = load(insertion.getRoute());
    long without = problem.chainCost(s, chain, count);
    int at = insertion.getActivityContext().getInsertionIndex();
    System.arraycopy(chain, at, chain, at + 1, count - at);
    int rider = rides.rider(insertion.getJob());
    chain[at] = rider;
    long with = problem.chainCost(s, chain, count + 1);
    boolean isWorthIt =
        with != MatchingProblem.NONE
            && without != MatchingProblem.NONE
            && with - without < problem.without[rider];
    return isWorthIt ? with - without : MatchingProblem.NONE;
  }

  private int load(VehicleRoute route) {
    List<TourActivity> activities = route.getActivities();
    for (int i = 0; i < activities.size(); i++) {
      chain[i] = rides.rider(activities.get(i));
    }
    return activities.size();
  }

  @Override
  public void ruinStarts(Collection<VehicleRoute> routes) {}

  @Override
  public void removed(Job job, VehicleRoute fromRoute) {}

  @Override
  public void ruinEnds(Collection<VehicleRoute> routes, Collection<Job> unassigned) {
    for (VehicleRoute route : routes) {
      if (!route.isEmpty()) {
        int count = load(route);
        int able = problem.able(rides.scooter(route.getVehicle()), chain, count);
        for (int i = count - 1; i >= able; i--) {
          TourActivity.JobActivity last = (TourActivity.JobActivity) route.getActivities().get(i);
          route.getTourActivities().removeJob(last.getJob());
          unassigned.add(last.getJob());
        }
      }
    }
  }

  @Override
  public double getCosts(VehicleRoutingProblemSolution solution) {
    return problem.cost(rides.chains(solution));
  }
}
