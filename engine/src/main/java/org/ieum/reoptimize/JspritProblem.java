package org.ieum.reoptimize;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem as jsprit has it, and plans to and fro. Every request is a shipment, that of a rider
 * aboard too: its pickup can only be at the very start. Jsprit knows no alternatives in what a
 * vehicle holds, so a vehicle gets the most of either, and {@link JspritPlaces} looks closer.
 *
 * <p>Times begin with the earliest one of the problem, for jsprit has none below 0.
 */
final class JspritProblem {
  final RoutingProblem problem;
  final VehicleRoutingProblem vrp;

  /** Time of the problem that is 0 in jsprit. */
  final int origin;

  /** Job of request r. */
  private final Shipment[] shipment;

  /** Vehicle v. */
  private final VehicleImpl[] vehicle;

  /**
   * Describes a problem.
   *
   * @param vehicleCost of each vehicle in use, beside its driving
   */
  JspritProblem(RoutingProblem problem, double vehicleCost) {
    this.problem = problem;
    int least = 0;
    for (int earliest : problem.earliest) {
      least = Math.min(least, earliest);
    }
    origin = least;
    shipment = new Shipment[problem.requests];
    vehicle = new VehicleImpl[problem.vehicles];
    VehicleRoutingProblem.Builder builder =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(FleetSize.FINITE)
            .setRoutingCost(new JspritCosts(problem));
    for (int r = 0; r < problem.requests; r++) {
      shipment[r] = shipment(r);
      builder.addJob(shipment[r]);
    }
    boolean[] isOwn = new boolean[problem.vehicles];
    for (int bound : problem.bound) {
      if (bound != RoutingProblem.ANY) {
        isOwn[bound] = true;
      }
    }
    for (int v = 0; v < problem.vehicles; v++) {
      vehicle[v] = vehicle(v, isOwn[v], vehicleCost);
      builder.addVehicle(vehicle[v]);
    }
    vrp = builder.build();
  }

  private Shipment shipment(int r) {
    int pickup = 2 * r;
    int dropoff = pickup + 1;
    return Shipment.Builder.newInstance(Integer.toString(r))
        .setPickupLocation(place(pickup))
        .setPickupTimeWindow(window(pickup))
        .setPickupServiceTime(problem.service[pickup])
        .setDeliveryLocation(place(dropoff))
        .setDeliveryTimeWindow(window(dropoff))
        .setDeliveryServiceTime(problem.service[dropoff])
        .addSizeDimension(0, problem.demand[pickup])
        .addSizeDimension(1, problem.wheelchairs[pickup])
        .build();
  }

  /** Jsprit takes vehicles of one type and place for the same, unless somebody needs this one. */
  private VehicleImpl vehicle(int v, boolean isOwn, double vehicleCost) {
    int start = problem.startOf(v);
    int end = problem.endOf(v);
    int chairs = 0;
    for (int i = 1; i < problem.capacity[v].length; i += 2) {
      chairs = Math.max(chairs, problem.capacity[v][i]);
    }
    VehicleTypeImpl type =
        VehicleTypeImpl.Builder.newInstance(isOwn ? "own " + v : "kind " + problem.kind[v])
            .addCapacityDimension(0, problem.mostLoad[v])
            .addCapacityDimension(1, chairs)
            .setFixedCost(vehicleCost)
            .build();
    double departure = departure(v);
    return VehicleImpl.Builder.newInstance(Integer.toString(v))
        .setType(type)
        .setStartLocation(place(start))
        .setEndLocation(place(end))
        .setEarliestStart(departure)
        .setLatestArrival(Math.max(departure, (double) problem.latest[end] - origin))
        .build();
  }

  private double departure(int v) {
    int start = problem.startOf(v);
    return (double) problem.earliest[start] + problem.service[start] - origin;
  }

  private Location place(int node) {
    return Location.newInstance(problem.location[node]);
  }

  private TimeWindow window(int node) {
    double earliest = (double) problem.earliest[node] - origin;
    double latest = (double) problem.latest[node] - origin;
    return TimeWindow.newInstance(earliest, Math.max(earliest, latest));
  }

  /** Whether a vehicle may serve a request at all; windows that close before they open are none. */
  boolean mayServe(int v, int r) {
    RoutingProblem p = problem;
    return (p.bound[r] == RoutingProblem.ANY || p.bound[r] == v)
        && p.earliest[2 * r] <= p.latest[2 * r]
        && p.earliest[2 * r + 1] <= p.latest[2 * r + 1]
        && departure(v) <= (double) p.latest[p.endOf(v)] - origin;
  }

  /** The node of an activity. */
  static int node(TourActivity activity) {
    return activity.getIndex() - 1;
  }

  /** The number of a vehicle; -1 if it is none. */
  static int vehicle(Vehicle vehicle) {
    return vehicle.getIndex() - 1;
  }

  /** The number of a request. */
  static int request(Job job) {
    return job.getIndex() - 1;
  }

  /** A plan for jsprit; whom it does not serve is unassigned. */
  VehicleRoutingProblemSolution solution(int[][] visits) {
    List<VehicleRoute> routes = new ArrayList<>();
    for (int v = 0; v < visits.length; v++) {
      if (visits[v].length == 0) {
        continue;
      }
      VehicleRoute.Builder builder =
          VehicleRoute.Builder.newInstance(vehicle[v])
              .setJobActivityFactory(vrp.getJobActivityFactory())
              .setDepartureTime(departure(v));
      for (int visit : visits[v]) {
        if ((visit & 1) == 0) {
          builder.addPickup(shipment[visit >> 1]);
        } else {
          builder.addDelivery(shipment[visit >> 1]);
        }
      }
      routes.add(builder.build());
    }
    return new VehicleRoutingProblemSolution(routes, Double.MAX_VALUE);
  }

  /** A plan of jsprit: visits of vehicle v in order. */
  int[][] visits(VehicleRoutingProblemSolution solution) {
    int[][] visits = new int[problem.vehicles][0];
    for (VehicleRoute route : solution.getRoutes()) {
      visits[vehicle(route.getVehicle())] =
          route.getActivities().stream().mapToInt(JspritProblem::node).toArray();
    }
    return visits;
  }
}
