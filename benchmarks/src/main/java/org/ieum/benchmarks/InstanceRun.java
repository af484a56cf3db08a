package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ieum.reoptimize.RouteSearch;
import org.ieum.reoptimize.RoutingProblem;
import org.ieum.reoptimize.RoutingSolution;
import org.ieum.reoptimize.SearchBudget;

/**
 * One instance solved: a search on each thread with a seed of its own, the best of them counts.
 *
 * @param unserved requests that no vehicle serves
 * @param vehicles used
 * @param distance in the unit of the file, recomputed
 * @param iterations of all searches
 * @param faults that an independent check of the solution found
 */
record InstanceRun(
    RoutingInstance instance,
    int unserved,
    int vehicles,
    double distance,
    long iterations,
    List<String> faults) {

  /** Solves an instance with the seeds seed, seed + 1 and so on. */
  static InstanceRun solve(RoutingInstance instance, int threads, long seed, SearchBudget budget)
      throws InterruptedException {
    RoutingProblem problem = instance.problem();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<RoutingSolution>> searches = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        long own = seed + i;
        searches.add(
            pool.submit(() -> RouteSearch.run(problem, instance.savesVehicles, own, budget)));
      }
      RoutingSolution best = searches.get(0).get();
      long iterations = best.iterations();
      for (Future<RoutingSolution> search : searches.subList(1, threads)) {
        RoutingSolution other = search.get();
        iterations += other.iterations();
        best = isBetter(instance, other, best) ? other : best;
      }
      return check(instance, best, iterations);
    } catch (ExecutionException e) {
      throw new IllegalStateException(instance.name, e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean isBetter(
      RoutingInstance instance, RoutingSolution one, RoutingSolution other) {
    if (one.unserved() != other.unserved()) {
      return one.unserved() < other.unserved();
    }
    if (instance.savesVehicles && one.used() != other.used()) {
      return one.used() < other.used();
    }
    return one.cost() < other.cost();
  }

  private static InstanceRun check(
      RoutingInstance instance, RoutingSolution solution, long iterations) {
    List<int[]> routes = new ArrayList<>();
    for (int v = 0; v < solution.vehicles(); v++) {
      int[] visits = solution.visits(v);
      for (int i = 0; i < visits.length; i++) {
        int[] nodes = (visits[i] & 1) == 0 ? instance.pickup : instance.dropoff;
        visits[i] = nodes[visits[i] >> 1];
      }
      routes.add(visits);
    }
    RoutingCheck check = new RoutingCheck(instance, routes);
    return new InstanceRun(
        instance,
        solution.unserved(),
        check.used(),
        check.distance(),
        iterations,
        List.copyOf(check.faults()));
  }
}
