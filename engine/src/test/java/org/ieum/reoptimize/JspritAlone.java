package org.ieum.reoptimize;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.state.StateManager;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.Random;

/** Jsprit as it comes, told of longest rides, and nobody to look after it. */
final class JspritAlone {
  private JspritAlone() {}

  static VehicleRoutingProblemSolution plan(JspritProblem jsprit, int iterations) {
    VehicleRoutingProblem vrp = withLimits(jsprit);
    StateManager states = new StateManager(vrp);
    ConstraintManager constraints = new ConstraintManager(vrp, states);
    constraints.addConstraint(new JspritVehicles(jsprit));
    VehicleRoutingAlgorithm algorithm =
        Jsprit.Builder.newInstance(vrp)
            .setStateAndConstraintManager(states, constraints)
            .setRandom(new Random(1))
            .buildAlgorithm();
    algorithm.setMaxIterations(iterations);
    return Solutions.bestOf(algorithm.searchSolutions());
  }

  private static VehicleRoutingProblem withLimits(JspritProblem jsprit) {
    VehicleRoutingProblem.Builder builder =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(FleetSize.FINITE)
            .setRoutingCost(jsprit.vrp.getTransportCosts());
    for (Job job : jsprit.vrp.getJobs().values()) {
      Shipment shipment = (Shipment) job;
      int limit = jsprit.problem.maxRide[JspritProblem.request(job)];
      builder.addJob(
          Shipment.Builder.newInstance(shipment.getId())
              .setPickupLocation(shipment.getPickupLocation())
              .setPickupTimeWindow(shipment.getPickupTimeWindow())
              .setPickupServiceTime(shipment.getPickupServiceTime())
              .setDeliveryLocation(shipment.getDeliveryLocation())
              .setDeliveryTimeWindow(shipment.getDeliveryTimeWindow())
              .setDeliveryServiceTime(shipment.getDeliveryServiceTime())
              .addSizeDimension(0, shipment.getSize().get(0))
              .addSizeDimension(1, shipment.getSize().get(1))
              .setMaxTimeInVehicle(limit)
              .build());
    }
    jsprit.vrp.getVehicles().forEach(builder::addVehicle);
    return builder.build();
  }
}
