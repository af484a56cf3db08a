package org.ieum.reoptimize;

import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.solution.SolutionCostCalculator;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;

/**
 * What a plan of jsprit costs: vehicles in use, driving, delays, and penalties for those left out
 * as in {@link Jsprit}'s own objective. A route that breaks a limit costs as much as leaving all
 * out.
 */
final class JspritObjective implements SolutionCostCalculator {
  /** Legs that leaving somebody out is as bad as. */
  private static final int LEGS = 18;

  private final PlanCheck check;
  private final double vehicleCost;

  /** What it costs to leave request r out. */
  private final double[] absence;

  private final double broken;

  /** Visits of the route looked at, in order. */
  private final int[] visits;

  JspritObjective(RoutingProblem problem, double vehicleCost) {
    check = new PlanCheck(problem);
    this.vehicleCost = vehicleCost;
    visits = new int[problem.visits];
    absence = new double[problem.requests];
    double base = LEGS * (double) longestLeg(problem) + vehicleCost;
    double sum = base;
    for (int r = 0; r < problem.requests; r++) {
      absence[r] = base + delay(problem, 2 * r) + delay(problem, 2 * r + 1);
      sum += absence[r];
    }
    broken = sum;
  }

  private static double delay(RoutingProblem problem, int node) {
    return (double) problem.price[node]
        * Math.max(0, (double) problem.latest[node] - problem.earliest[node]);
  }

  /** The most that driving from one place to another costs. */
  static int longestLeg(RoutingProblem problem) {
    int longest = 0;
    for (int cost : problem.cost) {
      longest = Math.max(longest, cost);
    }
    return longest;
  }

  @Override
  public double getCosts(VehicleRoutingProblemSolution solution) {
    double sum = 0;
    for (VehicleRoute route : solution.getRoutes()) {
      int count = 0;
      for (TourActivity activity : route.getActivities()) {
        visits[count++] = JspritProblem.node(activity);
      }
      int v = JspritProblem.vehicle(route.getVehicle());
      if (count > 0) {
        sum += vehicleCost + check.cost(v, visits, count);
        sum += check.keeps(v, visits, count) ? 0 : broken;
      }
    }
    for (Job job : solution.getUnassignedJobs()) {
      sum += absence[JspritProblem.request(job)];
    }
    return sum;
  }
}
