package org.ieum.reoptimize;

import com.graphhopper.jsprit.core.problem.constraint.HardRouteConstraint;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.misc.JobInsertionContext;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;

/**
 * Keeps requests in vehicles that may serve them. Jsprit gives whole routes to other vehicles while
 * it inserts something else, so everybody in the route is looked at then.
 */
final class JspritVehicles implements HardRouteConstraint {
  private final JspritProblem jsprit;

  JspritVehicles(JspritProblem jsprit) {
    this.jsprit = jsprit;
  }

  @Override
  public boolean fulfilled(JobInsertionContext insertion) {
    int v = JspritProblem.vehicle(insertion.getNewVehicle());
    if (!jsprit.mayServe(v, JspritProblem.request(insertion.getJob()))) {
      return false;
    }
    VehicleRoute route = insertion.getRoute();
    if (!route.isEmpty() && JspritProblem.vehicle(route.getVehicle()) != v) {
      for (Job job : route.getTourActivities().getJobs()) {
        if (!jsprit.mayServe(v, JspritProblem.request(job))) {
          return false;
        }
      }
    }
    return true;
  }
}
