package org.ieum.reoptimize;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random problems, and the plainest judgement of their routes. */
final class PlainRoutes {
  private PlainRoutes() {}

  /**
   * A random problem whose distances keep the triangle inequality; vehicles start at places of
   * their own. Every second one has prices on times; in all of them some requests are bound, and
   * some have a wheelchair, for which vehicles give up a place.
   *
   * @param span how long a window is at most
   */
  static RoutingProblem random(
      SplittableRandom random, int requests, int vehicles, int span, boolean limitsRides) {
    int nodes = 2 * requests + 2 * vehicles;
    RoutingProblem.Draft draft = RoutingProblem.draft(requests, vehicles, nodes);
    int[] x = new int[nodes];
    int[] y = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      x[n] = random.nextInt(1000);
      y[n] = random.nextInt(1000);
    }
    int[] time = new int[nodes * nodes];
    int[] cost = new int[nodes * nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        time[i * nodes + j] = (int) Math.ceil(Math.hypot(x[i] - x[j], y[i] - y[j]));
        cost[i * nodes + j] = Math.abs(x[i] - x[j]) + Math.abs(y[i] - y[j]);
      }
    }
    boolean pricesTime = random.nextBoolean();
    for (int r = 0; r < requests; r++) {
      int from = random.nextInt(6000);
      draft.node(2 * r, 2 * r, from, from + random.nextInt(span), random.nextInt(50));
      int direct = time[2 * r * nodes + 2 * r + 1];
      int to = from + direct + random.nextInt(1000);
      draft.node(2 * r + 1, 2 * r + 1, to, to + random.nextInt(span), random.nextInt(50));
      draft.demand(r, 1 + random.nextInt(2), random.nextInt(8) == 0 ? 1 : 0);
      if (random.nextInt(6) == 0) {
        draft.bind(r, random.nextInt(vehicles));
      }
      if (pricesTime) {
        draft.price(2 * r, random.nextInt(2)).price(2 * r + 1, random.nextInt(4));
      }
      if (limitsRides && random.nextInt(4) > 0) {
        draft.maxRide(r, direct + random.nextInt(400));
      }
    }
    for (int v = 0; v < vehicles; v++) {
      int start = 2 * requests + 2 * v;
      draft.node(start, start, 0, 10_000, 0).node(start + 1, start + 1, 0, 10_000, 0);
      int seats = 2 + random.nextInt(3);
      draft.capacity(v, new int[] {seats, 0, seats - 1, 1});
    }
    return draft.build(time, cost);
  }

  /** The visits of a vehicle in order, from start to end. */
  static List<Integer> route(Routes routes, int v) {
    List<Integer> result = new ArrayList<>();
    int end = routes.problem.endOf(v);
    for (int n = routes.problem.startOf(v); n != end; n = routes.next[n]) {
      result.add(n);
    }
    result.add(end);
    return result;
  }

  static long cost(RoutingProblem problem, List<Integer> route) {
    long sum = 0;
    long time = problem.earliest[route.get(0)];
    for (int i = 0; i + 1 < route.size() && route.size() > 2; i++) {
      int node = route.get(i);
      int after = route.get(i + 1);
      time =
          Math.max(
              time + problem.service[node] + problem.time(node, after), problem.earliest[after]);
      sum += problem.cost(node, after) + problem.price[after] * time;
    }
    return sum;
  }

  private static boolean fits(int[] loads, int load, int chairs) {
    boolean fits = false;
    for (int i = 0; i < loads.length; i += 2) {
      fits |= load <= loads[i] && chairs <= loads[i + 1];
    }
    return fits;
  }

  private static boolean maySee(RoutingProblem problem, int v, int node) {
    int bound = node < problem.visits ? problem.bound[node / 2] : RoutingProblem.ANY;
    return bound == RoutingProblem.ANY || bound == v;
  }

  /**
   * Whether loads fit, nobody is bound to another vehicle, and some schedule keeps all windows and
   * longest rides.
   */
  static boolean isFeasible(RoutingProblem problem, int v, List<Integer> route) {
    int load = 0;
    int chairs = 0;
    for (int node : route) {
      load += problem.demand[node];
      chairs += problem.wheelchairs[node];
      if (!fits(problem.capacity[v], load, chairs) || !maySee(problem, v, node)) {
        return false;
      }
    }
    long[] time = new long[problem.nodes];
    for (int node : route) {
      time[node] = problem.earliest[node];
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i + 1 < route.size(); i++) {
        int node = route.get(i);
        int after = route.get(i + 1);
        long soonest = time[node] + problem.service[node] + problem.time(node, after);
        changed |= soonest > time[after];
        time[after] = Math.max(time[after], soonest);
      }
      for (int node : route) {
        if (node < problem.visits && (node & 1) == 1) {
          int pickup = node - 1;
          long longest = (long) problem.service[pickup] + problem.maxRide[node / 2];
          changed |= time[node] - longest > time[pickup];
          time[pickup] = Math.max(time[pickup], time[node] - longest);
        }
      }
      for (int node : route) {
        if (time[node] > problem.latest[node]) {
          return false;
        }
      }
    }
    return true;
  }
}
