package org.ieum.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.IntVar;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.Solver;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ieum.reoptimize.SearchBudget;

/**
 * Solves an instance with OR-Tools' routing library as its guide does: pairs of pickup and
 * delivery, dimensions for time and load, the longest ride both as a limit of the pair and as a
 * constraint on its times, penalties for visits left out, a fixed cost of each vehicle where fewer
 * are better, and guided local search. Seeds choose the way to the first solution; the search
 * behind it draws nothing.
 *
 * <p>Tried, a few seconds each: without penalties most dial-a-ride instances get no first solution,
 * without the limit of the pair a2-24 gets none in three seconds; a cost of a vehicle of 10 and 100
 * longest distances saves no more vehicles than one; starts along the cheapest or the most
 * constrained arc find nothing there. Its large neighbourhoods that are off by default bring better
 * routes on some instances and worse ones on others.
 */
final class OrToolsSearch {
  /** What leaving out a visit costs, in the longest distances. */
  private static final long ABSENCE_LEGS = 100;

  /** Ways to a first solution; seeds 1 and 2 take the first two. */
  private static final List<FirstSolutionStrategy.Value> STARTS =
      List.of(
          FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION,
          FirstSolutionStrategy.Value.LOCAL_CHEAPEST_INSERTION,
          FirstSolutionStrategy.Value.SEQUENTIAL_CHEAPEST_INSERTION,
          FirstSolutionStrategy.Value.LOCAL_CHEAPEST_COST_INSERTION);

  /** Of a second. */
  private static final long NANOS = 1_000_000_000;

  private final RoutingInstance instance;
  private final RoutingIndexManager manager;
  private final RoutingModel routing;

  private OrToolsSearch(RoutingInstance instance) {
    this.instance = instance;
    manager = new RoutingIndexManager(instance.x.length, instance.vehicles, 0);
    routing = new RoutingModel(manager);
  }

  /** Looks for routes; comes back without any if it finds none. */
  static FoundRoutes run(RoutingInstance instance, long seed, SearchBudget budget) {
    Loader.loadNativeLibraries();
    OrToolsSearch search = new OrToolsSearch(instance);
    try {
      search.describe();
      return search.solve(seed, budget);
    } finally {
      search.routing.delete();
      search.manager.delete();
    }
  }

  private void describe() {
    int nodes = instance.x.length;
    long[][] distance = new long[nodes][nodes];
    long[][] time = new long[nodes][nodes];
    long[] demand = new long[nodes];
    long longest = 0;
    for (int i = 0; i < nodes; i++) {
      demand[i] = instance.demand[i];
      for (int j = 0; j < nodes; j++) {
        distance[i][j] = RoutingInstance.scaled(instance.distance(i, j));
        time[i][j] = distance[i][j] + RoutingInstance.scaled(instance.service[i]);
        longest = Math.max(longest, distance[i][j]);
      }
    }
    routing.setArcCostEvaluatorOfAllVehicles(routing.registerTransitMatrix(distance));
    if (instance.savesVehicles) {
      routing.setFixedCostOfAllVehicles(longest);
    }
    routing.addDimension(
        routing.registerUnaryTransitVector(demand), 0, instance.capacity, true, "load");
    long horizon = RoutingInstance.scaled(instance.latest[0]);
    routing.addDimension(routing.registerTransitMatrix(time), horizon, horizon, false, "time");
    RoutingDimension times = routing.getMutableDimension("time");
    for (int n = 1; n < nodes; n++) {
      limit(times.cumulVar(manager.nodeToIndex(n)), n);
    }
    for (int v = 0; v < instance.vehicles; v++) {
      limit(times.cumulVar(routing.start(v)), 0);
      limit(times.cumulVar(routing.end(v)), 0);
    }
    for (int r = 0; r < instance.pickup.length; r++) {
      pair(times, r);
      mayMiss(instance.pickup[r], ABSENCE_LEGS * longest);
      mayMiss(instance.dropoff[r], ABSENCE_LEGS * longest);
    }
  }

  private void limit(IntVar time, int node) {
    time.setRange(
        RoutingInstance.scaled(instance.earliest[node]),
        RoutingInstance.scaled(instance.latest[node]));
  }

  private void pair(RoutingDimension times, int request) {
    Solver solver = routing.solver();
    long pickup = manager.nodeToIndex(instance.pickup[request]);
    long dropoff = manager.nodeToIndex(instance.dropoff[request]);
    IntVar leaves = times.cumulVar(pickup);
    IntVar arrives = times.cumulVar(dropoff);
    routing.addPickupAndDelivery(pickup, dropoff);
    solver.addConstraint(
        solver.makeEquality(routing.vehicleVar(pickup), routing.vehicleVar(dropoff)));
    solver.addConstraint(solver.makeLessOrEqual(leaves, arrives));
    if (instance.maxRide < Double.POSITIVE_INFINITY) {
      long longest =
          RoutingInstance.scaled(instance.maxRide + instance.service[instance.pickup[request]]);
      solver.addConstraint(solver.makeLessOrEqual(solver.makeDifference(arrives, leaves), longest));
      times.setPickupToDeliveryLimitFunctionForPair((from, to) -> longest, request);
    }
  }

  private void mayMiss(int node, long penalty) {
    routing.addDisjunction(new long[] {manager.nodeToIndex(node)}, penalty);
  }

  private FoundRoutes solve(long seed, SearchBudget budget) {
    RoutingSearchParameters.Builder parameters =
        main.defaultRoutingSearchParameters().toBuilder()
            .setFirstSolutionStrategy(STARTS.get(Math.floorMod(seed - 1, STARTS.size())))
            .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH);
    if (budget.nanos() != Long.MAX_VALUE) {
      parameters.setTimeLimit(
          Duration.newBuilder()
              .setSeconds(budget.nanos() / NANOS)
              .setNanos((int) (budget.nanos() % NANOS)));
    }
    if (budget.iterations() != Long.MAX_VALUE) {
      parameters.setSolutionLimit(budget.iterations());
    }
    Assignment solution = routing.solveWithParameters(parameters.build());
    List<int[]> routes = new ArrayList<>();
    for (int v = 0; v < instance.vehicles && solution != null; v++) {
      routes.add(route(solution, v));
    }
    return new FoundRoutes(routes, routing.solver().solutions());
  }

  private int[] route(Assignment solution, int v) {
    int[] nodes = new int[instance.x.length];
    int count = 0;
    long index = solution.value(routing.nextVar(routing.start(v)));
    while (!routing.isEnd(index)) {
      nodes[count++] = manager.indexToNode(index);
      index = solution.value(routing.nextVar(index));
    }
    return Arrays.copyOf(nodes, count);
  }
}
