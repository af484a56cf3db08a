package org.ieum.reoptimize;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ieum.dispatch.RandomService;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.RouteRebuild;
import org.junit.jupiter.api.Test;

/**
 * The searches judge routes on their own arrays, the fleet has its one evaluator: whatever route
 * the first think good at some moment, with its longest rides, the second finds a schedule for.
 */
final class JudgesTest {
  private static final int DAYS = 200;

  private int good;
  private int bad;
  private int strict;

  @Test
  void whatIsGoodForTheSearchesIsGoodForTheFleet() {
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      Random random = new Random(seed);
      while (!service.isOver()) {
        service.pass();
        compare(service, random, seed);
        service.book(service.nextRequest());
      }
    }
    System.out.printf(
        "%d random days: %d routes good and %d bad for both, %d only for the search too bad%n",
        DAYS, good, bad, strict);
    assertTrue(good > 20 * DAYS && bad > 20 * DAYS, good + " good, " + bad + " bad");
    assertTrue(strict < good / 10, strict + " too strict");
  }

  private void compare(RandomService service, Random random, long seed) {
    NeighbourhoodBuilder builder =
        new NeighbourhoodBuilder(
            service.fleet(),
            service.vehicles(),
            service.times(),
            service.rules(),
            request -> request % 3 == 0);
    int[] vehicles = new int[service.vehicles().size()];
    Arrays.setAll(vehicles, v -> v);
    Optional<Neighbourhood> around = builder.build(vehicles, service.now());
    for (int i = 0; i < 4 && around.isPresent(); i++) {
      int[][] visits = around.get().visits();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        change(around.get().problem(), visits, random);
      }
      compare(service, around.get(), visits, "seed " + seed + " at " + service.now());
    }
  }

  /** Puts the visits of a random ride elsewhere, in a vehicle that may serve it. */
  private static void change(RoutingProblem problem, int[][] visits, Random random) {
    int ride = random.nextInt(problem.requests);
    for (int v = 0; v < visits.length; v++) {
      visits[v] = Arrays.stream(visits[v]).filter(visit -> visit >> 1 != ride).toArray();
    }
    int to =
        problem.bound[ride] == RoutingProblem.ANY
            ? random.nextInt(visits.length)
            : problem.bound[ride];
    int count = visits[to].length;
    int aboard = 0;
    while (aboard < count && problem.aboard[visits[to][aboard] >> 1]) {
      aboard++;
    }
    int pickup = problem.aboard[ride] ? 0 : Math.min(aboard, count) + upTo(count - aboard, random);
    int dropoff = pickup + upTo(count - pickup, random);
    List<Integer> route = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      if (i == pickup) {
        route.add(2 * ride);
      }
      if (i == dropoff) {
        route.add(2 * ride + 1);
      }
      if (i < count) {
        route.add(visits[to][i]);
      }
    }
    visits[to] = route.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int upTo(int most, Random random) {
    return random.nextInt(Math.max(0, most) + 1);
  }

  private void compare(RandomService service, Neighbourhood around, int[][] visits, String moment) {
    ProposedRoutes proposal =
        around.improve((problem, given, seed, budget) -> solution(problem, visits), 0, ONCE);
    List<RoutePlan> present = new ArrayList<>();
    RouteEvaluator evaluator = new RouteEvaluator(service.vehicles(), service.rules().dwell());
    for (int i = 0; i < proposal.size(); i++) {
      RoutePlan plan = new RoutePlan();
      service.fleet().load(proposal.vehicle(i), plan);
      evaluator.evaluate(plan, service.now());
      present.add(plan);
    }
    PlanCheck check = new PlanCheck(around.problem());
    RouteRebuild rebuild = new RouteRebuild(service.times(), service.rules().dwell().stop());
    for (int i = 0; i < proposal.size(); i++) {
      RoutePlan plan = new RoutePlan();
      boolean isGood =
          rebuild.build(present, i, proposal.visits(i), plan)
              && evaluator.evaluate(plan, service.now());
      if (check.keeps(i, visits[i], visits[i].length)) {
        assertTrue(isGood, () -> moment + ": no schedule for vehicle " + plan.vehicle());
        good++;
      } else if (isGood) {
        strict++;
      } else {
        bad++;
      }
    }
  }

  private static final SearchBudget ONCE = SearchBudget.ofIterations(1);

  private static RoutingSolution solution(RoutingProblem problem, int[][] visits) {
    Routes routes = new Routes(problem);
    for (int v = 0; v < visits.length; v++) {
      routes.fill(v, visits[v]);
    }
    return new RoutingSolution(routes, 1);
  }
}
