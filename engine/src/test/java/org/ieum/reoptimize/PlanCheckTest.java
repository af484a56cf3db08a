package org.ieum.reoptimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Plans are judged as plainly as can be. */
final class PlanCheckTest {
  @Test
  void routesAreJudgedAsByThePlainCheck() {
    int good = 0;
    int bad = 0;
    for (long seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RoutingProblem problem = PlainRoutes.random(random, 4, 2, 6000, true);
      PlanCheck check = new PlanCheck(problem);
      int[] visits = new int[2 * (1 + random.nextInt(3))];
      List<Integer> route = new ArrayList<>();
      for (int i = 0; i < visits.length; i += 2) {
        route.add(random.nextInt(route.size() + 1), i);
        route.add(route.indexOf(i) + 1 + random.nextInt(route.size() - route.indexOf(i)), i + 1);
      }
      for (int i = 0; i < visits.length; i++) {
        visits[i] = route.get(i);
      }
      int v = random.nextInt(2);
      route.add(0, problem.startOf(v));
      route.add(problem.endOf(v));
      boolean isGood = PlainRoutes.isFeasible(problem, v, route);
      assertEquals(isGood, check.keeps(v, visits, visits.length), "seed " + seed);
      long least = 0;
      for (int visit : visits) {
        least += (long) problem.price[visit] * problem.earliest[visit];
      }
      long cost = PlainRoutes.cost(problem, route) - least;
      assertEquals(cost, check.cost(v, visits, visits.length), "seed " + seed);
      good += isGood ? 1 : 0;
      bad += isGood ? 0 : 1;
    }
    assertTrue(good > 30 && bad > 100, good + " good, " + bad + " bad");
  }

  @Test
  void visitsOutOfOrderAreBad() {
    RoutingProblem.Draft draft = RoutingProblem.draft(2, 2, 1);
    for (int n = 0; n < 8; n++) {
      draft.node(n, 0, 0, 10, 0);
    }
    draft.capacity(0, 2).capacity(1, 2).demand(0, 1).demand(1, 1).bind(1, 1);
    RoutingProblem problem = draft.build(new int[] {0}, new int[] {0});
    PlanCheck check = new PlanCheck(problem);
    assertTrue(check.keeps(new int[][] {{0, 1}, {2, 3}}));
    assertTrue(check.keeps(new int[][] {{}, {0, 2, 1, 3}}));
    assertFalse(check.keeps(new int[][] {{1, 0}, {2, 3}}), "set down first");
    assertFalse(check.keeps(new int[][] {{0}, {2, 3}}), "never set down");
    assertFalse(check.keeps(new int[][] {{0, 0, 1}, {}}), "picked up twice");
    assertFalse(check.keeps(new int[][] {{0, 1}, {2, 0, 1, 3}}), "served twice");
    assertFalse(check.keeps(new int[][] {{2, 3}, {}}), "in another vehicle");
    assertTrue(check.keeps(new int[][] {{}, {2, 3}}), "forgets what it saw before");
  }
}
