package org.ieum.reoptimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole searches. */
final class RouteSearchTest {
  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void smallProblemsAreSolvedToTheOptimum(boolean limitsRides, boolean savesVehicles) {
    int unserved = 0;
    for (long seed = 1; seed <= 40; seed++) {
      RoutingProblem problem =
          PlainRoutes.random(new SplittableRandom(seed), 4, 3, 900, limitsRides);
      RoutingSolution solution =
          RouteSearch.run(problem, savesVehicles, seed, SearchBudget.ofIterations(5000));
      boolean counts = savesVehicles && solution.unserved() == 0;
      long[] optimum = new ExhaustiveRoutes(problem, counts).optimum();
      long[] reached = {solution.unserved(), counts ? solution.used() : 0, solution.cost()};
      assertArrayEquals(optimum, reached, "seed " + seed);
      unserved += solution.unserved();
    }
    assertTrue(unserved > 0 || !limitsRides);
  }

  @Test
  void aSearchByIterationsRepeatsItself() {
    RoutingProblem problem = PlainRoutes.random(new SplittableRandom(3), 60, 12, 2000, true);
    SearchBudget budget = SearchBudget.ofIterations(3000);
    RoutingSolution one = RouteSearch.run(problem, true, 5, budget);
    RoutingSolution same = RouteSearch.run(problem, true, 5, budget);
    RoutingSolution other = RouteSearch.run(problem, true, 6, budget);
    assertEquals(visits(one), visits(same));
    assertEquals(one.cost(), same.cost());
    assertEquals(3000, one.iterations());
    assertTrue(!visits(one).equals(visits(other)));
  }

  @Test
  void everyIterationLeavesTheRoutesInOrder() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RoutingProblem problem = PlainRoutes.random(random, 25, 6, 2500, seed % 2 == 0);
      Routes routes = new Routes(problem);
      Ruin ruin = new Ruin(problem, random);
      Recreate recreate = new Recreate(problem, random);
      for (int step = 0; step < 100; step++) {
        recreate.recreate(routes);
        PairScanTest.checkRoutes(routes, "recreated, seed " + seed + " step " + step);
        int served = problem.requests - routes.absentCount;
        ruin.ruin(routes);
        PairScanTest.checkRoutes(routes, "ruined, seed " + seed + " step " + step);
        assertTrue(problem.requests - routes.absentCount < served);
      }
    }
  }

  @Test
  void iterationsTakeNoMemory() {
    RoutingProblem problem = PlainRoutes.random(new SplittableRandom(9), 40, 8, 3000, true);
    RouteSearch.run(problem, true, 1, SearchBudget.ofIterations(20_000));
    long few = allocated(problem, 10);
    long many = allocated(problem, 10_010);
    assertTrue(many - few < 10_000, (many - few) + " B for 10,000 iterations");
  }

  private static long allocated(RoutingProblem problem, long iterations) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    RouteSearch.run(problem, true, 1, SearchBudget.ofIterations(iterations));
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static List<List<Integer>> visits(RoutingSolution solution) {
    List<List<Integer>> result = new ArrayList<>();
    for (int v = 0; v < solution.vehicles(); v++) {
      List<Integer> route = new ArrayList<>();
      for (int visit : solution.visits(v)) {
        route.add(visit);
      }
      result.add(route);
    }
    return result;
  }
}
