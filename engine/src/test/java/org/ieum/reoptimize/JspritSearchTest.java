package org.ieum.reoptimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from jsprit keeps every limit and costs no more. */
final class JspritSearchTest {
  private static final RouteOptimizer JSPRIT = JspritSearch::improve;

  private static int[][] visits(RoutingSolution solution) {
    int[][] visits = new int[solution.vehicles()][];
    for (int v = 0; v < visits.length; v++) {
      visits[v] = solution.visits(v);
    }
    return visits;
  }

  /** Recomputes a solution plainly. */
  private static void check(RoutingProblem problem, RoutingSolution solution, String where) {
    long cost = 0;
    Set<Integer> served = new TreeSet<>();
    for (int v = 0; v < problem.vehicles; v++) {
      List<Integer> route = new ArrayList<>(List.of(problem.startOf(v)));
      for (int visit : solution.visits(v)) {
        route.add(visit);
        boolean isNew = served.add(visit);
        assertTrue(isNew && ((visit & 1) == 0 || route.contains(visit - 1)), where);
      }
      route.add(problem.endOf(v));
      assertTrue(route.size() == 2 || PlainRoutes.isFeasible(problem, v, route), where);
      cost += PlainRoutes.cost(problem, route);
    }
    assertEquals(2 * (problem.requests - solution.unserved()), served.size(), where);
    assertEquals(cost, solution.cost(), where);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void plansBecomeNoWorse(boolean limitsRides) {
    int better = 0;
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RoutingProblem problem = PlainRoutes.random(random, 14, 4, 2500, limitsRides);
      RoutingSolution given = RouteSearch.run(problem, false, seed, SearchBudget.ofIterations(20));
      RoutingSolution found =
          JSPRIT.improve(problem, visits(given), seed, SearchBudget.ofIterations(60));
      check(problem, found, "seed " + seed);
      assertTrue(found.unserved() <= given.unserved(), "seed " + seed);
      assertTrue(
          found.unserved() < given.unserved() || found.cost() <= given.cost(), "seed " + seed);
      assertEquals(60, found.iterations());
      better += found.unserved() < given.unserved() || found.cost() < given.cost() ? 1 : 0;
    }
    assertTrue(better >= 10, better + " better");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void plansAreMadeFromScratch(boolean limitsRides) {
    int optimal = 0;
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RoutingProblem problem = PlainRoutes.random(random, 4, 3, 900, limitsRides);
      RoutingSolution found = JspritSearch.run(problem, true, seed, SearchBudget.ofIterations(40));
      check(problem, found, "seed " + seed);
      long[] reached = {found.unserved(), found.unserved() == 0 ? found.used() : 0, found.cost()};
      long[] optimum = new ExhaustiveRoutes(problem, found.unserved() == 0).optimum();
      optimal += Arrays.equals(reached, optimum) ? 1 : 0;
    }
    assertTrue(optimal >= 15, optimal + " optimal");
  }

  @Test
  void nothingIsFoundWithoutABudget() {
    RoutingProblem problem = PlainRoutes.random(new SplittableRandom(1), 14, 4, 2500, true);
    RoutingSolution given = RouteSearch.run(problem, false, 1, SearchBudget.ofIterations(1));
    RoutingSolution same = JSPRIT.improve(problem, visits(given), 1, SearchBudget.ofIterations(0));
    assertArrayEquals(visits(given), visits(same));
    assertEquals(0, same.iterations());
  }

  @Test
  void aSearchByIterationsRepeatsItself() throws InterruptedException, ExecutionException {
    RoutingProblem problem = PlainRoutes.random(new SplittableRandom(3), 40, 10, 2000, true);
    SearchBudget budget = SearchBudget.ofIterations(25);
    RoutingSolution one = JspritSearch.run(problem, true, 5, budget);
    RoutingSolution other = JspritSearch.run(problem, true, 6, budget);
    assertTrue(!Arrays.deepEquals(visits(one), visits(other)));
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<RoutingSolution> same = pool.submit(() -> JspritSearch.run(problem, true, 5, budget));
      Future<RoutingSolution> beside =
          pool.submit(() -> JspritSearch.run(problem, true, 6, budget));
      assertArrayEquals(visits(one), visits(same.get()));
      assertArrayEquals(visits(other), visits(beside.get()));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void timeEndsASearchAndNoThreadIsLeft() {
    RoutingProblem problem = PlainRoutes.random(new SplittableRandom(3), 20, 5, 2000, true);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    RoutingSolution found = JspritSearch.run(problem, true, 5, SearchBudget.ofNanos(200_000_000));
    check(problem, found, "by time");
    assertTrue(found.iterations() > 0);
    List<Thread> left = new ArrayList<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    assertEquals(List.of(), left);
  }

  @Test
  void anInterruptedSearchComesBackWithWhatItHas() {
    RoutingProblem problem = PlainRoutes.random(new SplittableRandom(3), 20, 5, 2000, true);
    RoutingSolution given = RouteSearch.run(problem, false, 1, SearchBudget.ofIterations(1));
    Thread.currentThread().interrupt();
    RoutingSolution same =
        JSPRIT.improve(problem, visits(given), 1, SearchBudget.ofNanos(60_000_000_000L));
    assertTrue(Thread.interrupted());
    assertArrayEquals(visits(given), visits(same));
  }

  /**
   * A line with a vehicle at 0 that has riders 0 and 1 aboard, one at 100, and riders who wait; the
   * times are far from 0.
   */
  private static RoutingProblem lineWithRidersAboard(SplittableRandom random) {
    int requests = 8;
    int[] place = {0, 0, 0, 0, 100, 100};
    RoutingProblem.Draft draft = RoutingProblem.draft(requests, 3, 201);
    int start = 2 * requests;
    for (int i = 0; i < place.length; i++) {
      draft.node(start + i, place[i], -500, 5000, 0);
    }
    for (int v = 0; v < 3; v++) {
      draft.capacity(v, 3);
    }
    for (int r = 0; r < requests; r++) {
      int dropoff = 2 * r + 1;
      draft.demand(r, 1).price(dropoff, 1 + random.nextInt(3));
      draft.node(dropoff, random.nextInt(201), -500, -100 + random.nextInt(1000), 3);
      if (r < 2) {
        draft.aboard(r, 0);
      } else {
        draft.node(2 * r, random.nextInt(201), -400, 2000, 3);
      }
    }
    draft.bind(2, 2);
    int[] matrix = new int[201 * 201];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = Math.abs(i / 201 - i % 201);
    }
    return draft.build(matrix, matrix);
  }

  @Test
  void ridersAboardStayWhereTheyAre() {
    int better = 0;
    for (long seed = 1; seed <= 20; seed++) {
      RoutingProblem problem = lineWithRidersAboard(new SplittableRandom(seed));
      RoutingSolution given = RouteSearch.run(problem, false, seed, SearchBudget.ofIterations(5));
      RoutingSolution found =
          JSPRIT.improve(problem, visits(given), seed, SearchBudget.ofIterations(40));
      check(problem, found, "seed " + seed);
      if (given.unserved() == 0) {
        int[] first = found.visits(0);
        assertEquals(Set.of(0, 2), Set.of(first[0], first[1]), "seed " + seed);
        assertTrue(Arrays.stream(found.visits(2)).anyMatch(visit -> visit == 4), "seed " + seed);
        better += found.cost() < given.cost() ? 1 : 0;
      }
    }
    assertTrue(better >= 5, better + " better");
  }

  /** Jsprit leaves a longest ride alone that it was told of; the check finds every broken plan. */
  @Test
  void jspritAloneBreaksLongestRides() {
    int broken = 0;
    for (long seed = 1; seed <= 40; seed++) {
      RoutingProblem problem = PlainRoutes.random(new SplittableRandom(seed), 14, 3, 3000, true);
      JspritProblem jsprit = new JspritProblem(problem, 0);
      int[][] visits = jsprit.visits(JspritAlone.plan(jsprit, 30));
      boolean isFeasible = true;
      boolean fits = true;
      for (int v = 0; v < visits.length; v++) {
        List<Integer> route = new ArrayList<>(List.of(problem.startOf(v)));
        Arrays.stream(visits[v]).forEach(route::add);
        route.add(problem.endOf(v));
        isFeasible &= PlainRoutes.isFeasible(problem, v, route);
        fits &= fits(problem, v, route);
      }
      assertEquals(isFeasible, new PlanCheck(problem).keeps(visits), "seed " + seed);
      broken += fits && !isFeasible ? 1 : 0;
    }
    assertTrue(broken >= 10, broken + " broken");
  }

  private static boolean fits(RoutingProblem problem, int v, List<Integer> route) {
    int load = 0;
    int chairs = 0;
    boolean fits = true;
    for (int node : route) {
      load += problem.demand[node];
      chairs += problem.wheelchairs[node];
      fits &= problem.fits(v, load, chairs);
    }
    return fits;
  }
}
