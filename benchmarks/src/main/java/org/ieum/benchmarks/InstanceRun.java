package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ieum.reoptimize.SearchBudget;

/**
 * One instance solved: a search on each thread with a seed of its own, the best of them counts.
 *
 * @param vehicles used
 * @param distance in the unit of the file, recomputed
 * @param iterations of all searches
 * @param seconds it took
 * @param faults that an independent check of the solution found
 */
record InstanceRun(
    RoutingInstance instance,
    RoutingSolver solver,
    int vehicles,
    double distance,
    long iterations,
    double seconds,
    List<String> faults) {

  /** Solves an instance with the seeds seed, seed + 1 and so on. */
  static InstanceRun solve(
      RoutingSolver solver, RoutingInstance instance, int threads, long seed, SearchBudget budget)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long begun = System.nanoTime();
    try {
      List<Future<FoundRoutes>> searches = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        long own = seed + i;
        searches.add(pool.submit(() -> solver.solve(instance, own, budget)));
      }
      List<InstanceRun> runs = new ArrayList<>();
      for (Future<FoundRoutes> search : searches) {
        FoundRoutes found = search.get();
        double seconds = (System.nanoTime() - begun) / 1e9;
        runs.add(check(solver, instance, found, seconds));
      }
      return best(runs);
    } catch (ExecutionException e) {
      throw new IllegalStateException(instance.name, e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static InstanceRun check(
      RoutingSolver solver, RoutingInstance instance, FoundRoutes found, double seconds) {
    RoutingCheck check = new RoutingCheck(instance, found.routes());
    return new InstanceRun(
        instance,
        solver,
        check.used(),
        check.distance(),
        found.iterations(),
        seconds,
        List.copyOf(check.faults()));
  }

  /** The best of some runs, with the iterations of all of them and the longest time. */
  static InstanceRun best(List<InstanceRun> runs) {
    InstanceRun best = runs.get(0);
    long iterations = 0;
    double seconds = 0;
    for (InstanceRun run : runs) {
      iterations += run.iterations;
      seconds = Math.max(seconds, run.seconds);
      best = run.isBetterThan(best) ? run : best;
    }
    return new InstanceRun(
        best.instance, best.solver, best.vehicles, best.distance, iterations, seconds, best.faults);
  }

  private boolean isBetterThan(InstanceRun other) {
    if (isRight() != other.isRight()) {
      return isRight();
    }
    if (instance.savesVehicles && vehicles != other.vehicles) {
      return vehicles < other.vehicles;
    }
    return distance < other.distance;
  }

  /** Whether every request is served and nothing is wrong. */
  boolean isRight() {
    return faults.isEmpty();
  }
}
