package org.ieum.micromobility;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.PickupActivity;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;

/**
 * A {@link VanTourProblem} as jsprit has it, and its plans back. Scooters are the first dimension
 * of what a van holds, batteries the second; names of jobs and vans are their numbers.
 */
final class VanTourJsprit {
  /** The priority that jsprit gives to jobs of which nothing is said. */
  private static final int USUAL = 2;

  final VehicleRoutingProblem vrp;
  private final VanTourProblem problem;

  /**
   * Puts it so.
   *
   * @param byWorth whether jobs go in first whose riders are worth most by the work
   */
  VanTourJsprit(VanTourProblem problem, boolean byWorth) {
    this.problem = problem;
    VehicleRoutingProblem.Builder builder =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(FleetSize.FINITE)
            .setRoutingCost(new Roads());
    for (int job = 0; job < problem.jobs.size(); job++) {
      builder.addJob(job(job, byWorth ? priority(job) : USUAL));
    }
    for (int v = 0; v < problem.shifts.size(); v++) {
      builder.addVehicle(van(v));
    }
    vrp = builder.build();
  }

  private Job job(int job, int priority) {
    VanTourJob given = problem.jobs.get(job);
    String name = Integer.toString(job);
    if (given.kind() == VanTourJob.Kind.SWAP) {
      return Delivery.Builder.newInstance(name)
          .setLocation(Location.newInstance(given.from()))
          .setServiceTime(problem.service(2 * job))
          .addSizeDimension(0, 0)
          .addSizeDimension(1, given.count())
          .setPriority(priority)
          .build();
    }
    return Shipment.Builder.newInstance(name)
        .setPickupLocation(Location.newInstance(given.from()))
        .setPickupServiceTime(problem.service(2 * job))
        .setDeliveryLocation(Location.newInstance(given.to()))
        .setDeliveryServiceTime(problem.service(2 * job + 1))
        .addSizeDimension(0, given.count())
        .addSizeDimension(1, 0)
        .setPriority(priority)
        .build();
  }

  /** From 1 for the jobs whose riders are worth most by the work to 10 for those with the least. */
  private int priority(int job) {
    int better = 0;
    for (int other = 0; other < problem.jobs.size(); other++) {
      better += problem.worth(other) / work(other) > problem.worth(job) / work(job) ? 1 : 0;
    }
    return 1 + 10 * better / problem.jobs.size();
  }

  /** Time at the places of a job and between them, ms. */
  private double work(int job) {
    VanTourJob given = problem.jobs.get(job);
    boolean isMove = given.kind() == VanTourJob.Kind.MOVE;
    int between = isMove ? problem.roads.millis(given.from(), given.to()) : 0;
    return 1.0 + between + problem.service(2 * job) + (isMove ? problem.service(2 * job + 1) : 0);
  }

  private VehicleImpl van(int v) {
    VanTourShift shift = problem.shifts.get(v);
    VehicleTypeImpl type =
        VehicleTypeImpl.Builder.newInstance("type " + v)
            .addCapacityDimension(0, shift.capacity())
            .addCapacityDimension(1, shift.batteries())
            .build();
    return VehicleImpl.Builder.newInstance(Integer.toString(v))
        .setType(type)
        .setStartLocation(Location.newInstance(shift.depot()))
        .setEarliestStart(shift.start())
        .setLatestArrival(shift.end())
        .build();
  }

  /** Visits of shift v in order. */
  int[][] visits(VehicleRoutingProblemSolution solution) {
    int[][] visits = new int[problem.shifts.size()][0];
    for (VehicleRoute route : solution.getRoutes()) {
      visits[Integer.parseInt(route.getVehicle().getId())] =
          route.getActivities().stream().mapToInt(this::visit).toArray();
    }
    return visits;
  }

  private int visit(TourActivity activity) {
    int job = Integer.parseInt(((TourActivity.JobActivity) activity).getJob().getId());
    boolean isFirst =
        activity instanceof PickupActivity || problem.jobs.get(job).kind() == VanTourJob.Kind.SWAP;
    return isFirst ? 2 * job : 2 * job + 1;
  }

  /** What a plan costs, riders who go without included. */
  double cost(VehicleRoutingProblemSolution solution) {
    double cost = 0;
    int[][] visits = visits(solution);
    for (int v = 0; v < visits.length; v++) {
      cost += problem.cost(problem.shifts.get(v), visits[v]);
    }
    for (Job job : solution.getUnassignedJobs()) {
      cost += problem.worth(Integer.parseInt(job.getId()));
    }
    return cost;
  }

  /** The roads, at all times the same. */
  private final class Roads extends AbstractForwardVehicleRoutingTransportCosts {
    @Override
    public double getDistance(Location from, Location to, double departure, Vehicle vehicle) {
      return problem.roads.metres(from.getIndex(), to.getIndex());
    }

    @Override
    public double getTransportTime(
        Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
      return problem.roads.millis(from.getIndex(), to.getIndex());
    }

    @Override
    public double getTransportCost(
        Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
      return problem.driveCost(from.getIndex(), to.getIndex());
    }
  }
}
