package org.ieum.micromobility;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import java.util.ArrayList;
import java.util.List;

/**
 * Riders and scooters as jsprit has them: a scooter is a vehicle that does not come back, a ride is
 * a service where the scooter is left. Scooters that are among the best few of nobody are left out.
 *
 * <p>Jsprit is told of no times: when a rider can start depends on a walk that depends on where the
 * scooter is, so {@link JspritChains} reckons a scooter's rides as a whole. The costs here only say
 * which rides are related.
 */
final class JspritRides {
  /** Scooters of a rider that jsprit may choose among. */
  private static final int BEST = 8;

  final MatchingProblem problem;
  final VehicleRoutingProblem vrp;

  /** Service of rider r, or null if r has no choice. */
  private final Service[] service;

  /** Vehicle of scooter s, or null if it is left out. */
  private final VehicleImpl[] vehicle;

  /** Whether scooter s is among the best few of rider r, at r * scooters + s. */
  private final boolean[] isGood;

  /** Rider of job j. */
  private final int[] riderOf;

  /** Scooter of vehicle v. */
  private final int[] scooterOf;

  JspritRides(MatchingProblem problem, int[][] seed) {
    this.problem = problem;
    int riders = problem.riders.size();
    int scooters = problem.scooters.size();
    service = new Service[riders];
    isGood = new boolean[riders * scooters];
    vehicle = new VehicleImpl[scooters];
    riderOf = new int[riders];
    scooterOf = new int[scooters];
    VehicleRoutingProblem.Builder builder =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(FleetSize.FINITE)
            .setRoutingCost(new Kinship());
    int jobs = 0;
    for (int r = 0; r < riders; r++) {
      if (problem.kept[r] == MatchingProblem.NONE) {
        service[r] =
            Service.Builder.newInstance(Integer.toString(r))
                .setLocation(Location.newInstance(scooters + r))
                .build();
        riderOf[jobs++] = r;
        builder.addJob(service[r]);
      }
    }
    VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("scooter").build();
    boolean[] isUsed = candidates(problem, seed);
    int vehicles = 0;
    for (int s = 0; s < scooters; s++) {
      if (isUsed[s]) {
        vehicle[s] =
            VehicleImpl.Builder.newInstance(Integer.toString(s))
                .setType(type)
                .setStartLocation(Location.newInstance(s))
                .setReturnToDepot(false)
                .build();
        scooterOf[vehicles++] = s;
        builder.addVehicle(vehicle[s]);
      }
    }
    vrp = builder.build();
  }

  /** Which scooters riders may want: those of the seed, those kept, and the best of each rider. */
  private boolean[] candidates(MatchingProblem problem, int[][] seed) {
    boolean[] isUsed = new boolean[seed.length];
    for (int s = 0; s < seed.length; s++) {
      isUsed[s] =
          !problem.isTaken[s] && (seed[s].length > 0 || problem.keeper[s] != MatchingProblem.NONE);
    }
    for (int r = 0; r < problem.riders.size(); r++) {
      List<Integer> able = new ArrayList<>();
      for (int s = 0; s < seed.length; s++) {
        if (!problem.isTaken[s] && problem.canRide(problem.startNode(s), r, problem.range[s])) {
          able.add(s);
        }
      }
      int rider = r;
      able.sort((a, b) -> Long.compare(firstCost(problem, a, rider), firstCost(problem, b, rider)));
      for (int s : able.subList(0, Math.min(BEST, able.size()))) {
        isUsed[s] = true;
        isGood[r * seed.length + s] = true;
      }
    }
    return isUsed;
  }

  private static long firstCost(MatchingProblem problem, int s, int r) {
    return problem.cost(problem.startNode(s), r, problem.freeFrom[s]);
  }

  boolean isGood(int s, int r) {
    return isGood[r * problem.scooters.size() + s];
  }

  int rider(TourActivity activity) {
    return rider(((TourActivity.JobActivity) activity).getJob());
  }

  int rider(Job job) {
    return riderOf[job.getIndex() - 1];
  }

  int scooter(Vehicle its) {
    return scooterOf[its.getIndex() - 1];
  }

  /** A plan for jsprit. */
  VehicleRoutingProblemSolution solution(int[][] chains) {
    List<VehicleRoute> routes = new ArrayList<>();
    List<Job> idle = new ArrayList<>(vrp.getJobs().values());
    for (int s = 0; s < chains.length; s++) {
      if (chains[s].length > 0) {
        VehicleRoute.Builder builder =
            VehicleRoute.Builder.newInstance(vehicle[s])
                .setJobActivityFactory(vrp.getJobActivityFactory());
        for (int r : chains[s]) {
          builder.addService(service[r]);
          idle.remove(service[r]);
        }
        routes.add(builder.build());
      }
    }
    return new VehicleRoutingProblemSolution(routes, idle, Double.MAX_VALUE);
  }

  /** A plan of jsprit: riders of scooter s in order. */
  int[][] chains(VehicleRoutingProblemSolution solution) {
    int[][] chains = new int[problem.scooters.size()][0];
    for (VehicleRoute route : solution.getRoutes()) {
      if (!route.isEmpty()) {
        chains[scooter(route.getVehicle())] =
            route.getActivities().stream().mapToInt(this::rider).toArray();
      }
    }
    return chains;
  }

  /** What a ride costs a rider at best, by where the scooter stands. */
  private final class Kinship extends AbstractForwardVehicleRoutingTransportCosts {
    @Override
    public double getDistance(Location from, Location to, double departure, Vehicle its) {
      return cost(from, to);
    }

    @Override
    public double getTransportTime(
        Location from, Location to, double departure, Driver driver, Vehicle its) {
      return 0;
    }

    @Override
    public double getTransportCost(
        Location from, Location to, double departure, Driver driver, Vehicle its) {
      return cost(from, to);
    }

    private double cost(Location from, Location to) {
      int scooters = problem.scooters.size();
      int r = to.getIndex() - scooters;
      if (r < 0 || from.getIndex() == to.getIndex()) {
        return 0;
      }
      int node = from.getIndex() < scooters ? problem.startNode(from.getIndex()) : from.getIndex();
      return problem.canRide(node, r, Integer.MAX_VALUE)
          ? problem.cost(node, r, Integer.MIN_VALUE)
          : problem.without[r];
    }
  }
}
