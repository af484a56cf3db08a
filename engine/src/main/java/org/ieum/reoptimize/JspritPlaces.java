package org.ieum.reoptimize;

import com.graphhopper.jsprit.core.problem.constraint.HardActivityConstraint;
import com.graphhopper.jsprit.core.problem.misc.JobInsertionContext;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import java.util.List;

/**
 * Lets a drop-off go only where the whole route, with the pickup that goes with it, keeps longest
 * rides and fits what a vehicle can hold.
 *
 * <p>Jsprit leaves longest rides alone by default. Its own constraint for them ({@code
 * MaxTimeInVehicleConstraint}) looks at the earliest schedule only: it refuses what holds if a
 * pickup comes later, and in random problems it let rides through that were too long in that
 * schedule (1 to 2 plans of 60).
 */
final class JspritPlaces implements HardActivityConstraint {
  private final PlanCheck check;

  /** Visits of the route looked at, in order. */
  private final int[] visits;

  JspritPlaces(RoutingProblem problem) {
    check = new PlanCheck(problem);
    visits = new int[problem.visits];
  }

  /** Whether jsprit alone may break a limit of a problem. */
  static boolean areNeeded(RoutingProblem problem) {
    boolean hasAlternatives = false;
    for (int v = 0; v < problem.vehicles; v++) {
      int chairs = 0;
      for (int i = 1; i < problem.capacity[v].length; i += 2) {
        chairs = Math.max(chairs, problem.capacity[v][i]);
      }
      hasAlternatives |= !problem.fits(v, problem.mostLoad[v], chairs);
    }
    return problem.limitsRides || hasAlternatives;
  }

  @Override
  public ConstraintsStatus fulfilled(
      JobInsertionContext insertion,
      TourActivity before,
      TourActivity added,
      TourActivity after,
      double departure) {
    int node = JspritProblem.node(added);
    if ((node & 1) == 0) {
      return ConstraintsStatus.FULFILLED;
    }
    List<TourActivity> activities = insertion.getRoute().getActivities();
    int pickupAt = insertion.getRelatedActivityContext().getInsertionIndex();
    int dropoffAt = insertion.getActivityContext().getInsertionIndex();
    int count = 0;
    for (int i = 0; i <= activities.size(); i++) {
      if (i == pickupAt) {
        visits[count++] = node - 1;
      }
      if (i == dropoffAt) {
        visits[count++] = node;
      }
      if (i < activities.size()) {
        visits[count++] = JspritProblem.node(activities.get(i));
      }
    }
    int v = JspritProblem.vehicle(insertion.getNewVehicle());
    return check.keeps(v, visits, count)
        ? ConstraintsStatus.FULFILLED
        : ConstraintsStatus.NOT_FULFILLED;
  }
}
