package org.ieum.reoptimize;

import com.graphhopper.jsprit.core.problem.constraint.SoftActivityConstraint;
import com.graphhopper.jsprit.core.problem.misc.JobInsertionContext;
import com.graphhopper.jsprit.core.problem.solution.route.activity.Start;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import java.util.List;

/**
 * Adds to an insertion what it costs that a visit, and all behind it, comes later than it might.
 */
final class JspritDelays implements SoftActivityConstraint {
  private final JspritProblem jsprit;

  JspritDelays(JspritProblem jsprit) {
    this.jsprit = jsprit;
  }

  @Override
  public double getCosts(
      JobInsertionContext insertion,
      TourActivity before,
      TourActivity added,
      TourActivity after,
      double departure) {
    RoutingProblem p = jsprit.problem;
    int v = JspritProblem.vehicle(insertion.getNewVehicle());
    List<TourActivity> activities = insertion.getRoute().getActivities();
    int index = insertion.getActivityContext().getInsertionIndex();
    int from = before instanceof Start ? p.startOf(v) : JspritProblem.node(before);
    int node = JspritProblem.node(added);
    int leaves = (int) departure + jsprit.origin;
    int served = Math.max(leaves + p.time(from, node), p.earliest[node]);
    long sum = (long) p.price[node] * (served - p.earliest[node]);
    int next = next(activities, index, v);
    int with = Math.max(served + p.service[node] + p.time(node, next), p.earliest[next]);
    int without = Math.max(leaves + p.time(from, next), p.earliest[next]);
    while (with != without) {
      sum += (long) p.price[next] * (with - without);
      if (next == p.endOf(v)) {
        break;
      }
      int then = next(activities, ++index, v);
      int way = p.service[next] + p.time(next, then);
      with = Math.max(with + way, p.earliest[then]);
      without = Math.max(without + way, p.earliest[then]);
      next = then;
    }
    return sum;
  }

  private int next(List<TourActivity> activities, int index, int v) {
    return index < activities.size()
        ? JspritProblem.node(activities.get(index))
        : jsprit.problem.endOf(v);
  }
}
