package org.ieum.reoptimize;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;

/** Shows jsprit the matrices of a problem; they are the same at all times and for all vehicles. */
final class JspritCosts extends AbstractForwardVehicleRoutingTransportCosts {
  private final RoutingProblem problem;

  JspritCosts(RoutingProblem problem) {
    this.problem = problem;
  }

  private int cell(Location from, Location to) {
    return from.getIndex() * problem.locations + to.getIndex();
  }

  @Override
  public double getDistance(Location from, Location to, double departure, Vehicle vehicle) {
    return problem.cost[cell(from, to)];
  }

  @Override
  public double getTransportTime(
      Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
    return problem.time[cell(from, to)];
  }

  @Override
  public double getTransportCost(
      Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
    return problem.cost[cell(from, to)];
  }
}
