package org.ieum.reoptimize;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Takes requests out of a plan, one of these ways at random:
 *
 * <ul>
 *   <li>strings: pieces of routes that are near each other (Christiaens and Vanden Berghe,
 *       Transportation Science 54, 2020);
 *   <li>related: requests whose visits are near those of one already out (Shaw, CP 1998);
 *   <li>worst: requests that cost much where they are (Ropke and Pisinger, Transportation Science
 *       40, 2006);
 *   <li>random requests;
 *   <li>a whole route.
 * </ul>
 */
final class Ruin {
  /** Mean number of visits that strings take out. */
  private static final double MEAN_VISITS = 15;

  private static final int LONGEST_STRING = 10;

  /** Most requests that the other ways take out, and their share of all. */
  private static final int MOST_REQUESTS = 20;

  private static final double SHARE = 0.4;

  private final RoutingProblem problem;
  private final Neighbours near;
  private final SplittableRandom random;

  /** Visits of the route at hand, in order. */
  private final int[] visits;

  /** Whether vehicle v's route has lost a string. */
  private final boolean[] ruined;

  /** Requests taken out so far in this ruin. */
  private final int[] taken;

  Ruin(RoutingProblem problem, SplittableRandom random) {
    this.problem = problem;
    this.random = random;
    near = new Neighbours(problem);
    visits = new int[problem.visits];
    ruined = new boolean[problem.vehicles];
    taken = new int[problem.requests];
  }

  /** Takes at least one request out, unless all are. */
  void ruin(Routes routes) {
    if (routes.absentCount == problem.requests) {
      return;
    }
    int way = random.nextInt(100);
    if (way < 70) {
      takeStrings(routes);
    } else if (way < 80) {
      takeRelated(routes);
    } else if (way < 88) {
      takeWorst(routes);
    } else if (way < 96) {
      takeRandom(routes);
    } else {
      takeRoute(routes, routes.vehicle[randomPresent(routes)]);
    }
    routes.refreshStale();
  }

  private int randomPresent(Routes routes) {
    int request;
    do {
      request = random.nextInt(problem.requests);
    } while (routes.vehicle[request] < 0);
    return request;
  }

  private int amount(Routes routes) {
    int present = problem.requests - routes.absentCount;
    int most = (int) Math.min(MOST_REQUESTS, Math.max(2, SHARE * problem.requests));
    return Math.min(present, 1 + random.nextInt(most));
  }

  private void takeStrings(Routes routes) {
    double mean = 2.0 * (problem.requests - routes.absentCount) / routes.used;
    double longest = Math.min(LONGEST_STRING, mean);
    double most = 4 * MEAN_VISITS / (1 + longest) - 1;
    int strings = (int) (1 + random.nextDouble() * most);
    Arrays.fill(ruined, false);
    int seed = 2 * randomPresent(routes) + random.nextInt(2);
    takeString(routes, seed, longest);
    strings--;
    for (int visit : near.of(seed)) {
      if (strings <= 0) {
        return;
      }
      int v = routes.vehicle[visit >> 1];
      if (v >= 0 && !ruined[v]) {
        takeString(routes, visit, longest);
        strings--;
      }
    }
  }

  /** Takes a string with a visit in it out of its route; half of them leave a gap in the middle. */
  private void takeString(Routes routes, int visit, double longest) {
    int v = routes.vehicle[visit >> 1];
    ruined[v] = true;
    int count = routes.size[v];
    int at = 0;
    int node = routes.next[problem.startOf(v)];
    for (int i = 0; i < count; i++) {
      visits[i] = node;
      if (node == visit) {
        at = i;
      }
      node = routes.next[node];
    }
    int length = (int) (1 + random.nextDouble() * Math.min(count, longest));
    length = Math.min(length, count);
    int kept = 0;
    if (random.nextBoolean()) {
      while (length + kept < count && random.nextDouble() > 0.5) {
        kept++;
      }
    }
    int whole = length + kept;
    int least = Math.max(0, at - whole + 1);
    int first = least + random.nextInt(Math.min(at, count - whole) - least + 1);
    int gap = first + (kept == 0 ? whole : random.nextInt(length + 1));
    for (int i = first; i < first + whole; i++) {
      int request = visits[i] >> 1;
      if ((i < gap || i >= gap + kept) && routes.vehicle[request] >= 0) {
        routes.remove(request);
      }
    }
  }

  private void takeRelated(Routes routes) {
    int amount = amount(routes);
    int count = 0;
    taken[count++] = randomPresent(routes);
    routes.remove(taken[0]);
    while (count < amount) {
      int[] order = near.of(2 * taken[random.nextInt(count)] + random.nextInt(2));
      double draw = random.nextDouble();
      int skip = (int) (draw * draw * draw * draw * order.length);
      while (skip < order.length && routes.vehicle[order[skip] >> 1] < 0) {
        skip++;
      }
      int request = skip < order.length ? order[skip] >> 1 : randomPresent(routes);
      routes.remove(request);
      taken[count++] = request;
    }
  }

  /** Of a few requests drawn at random, takes the one that saves most; again and again. */
  private void takeWorst(Routes routes) {
    for (int left = amount(routes); left > 0; left--) {
      int worst = -1;
      long most = 0;
      for (int draw = 0; draw < 6; draw++) {
        int request = randomPresent(routes);
        long saved = saving(routes, request);
        if (worst < 0 || saved > most) {
          worst = request;
          most = saved;
        }
      }
      routes.remove(worst);
    }
  }

  private long saving(Routes routes, int request) {
    int pickup = 2 * request;
    int dropoff = pickup + 1;
    int before = routes.prev[pickup];
    int after = routes.next[dropoff];
    long sum = problem.cost(before, pickup) + (long) problem.cost(dropoff, after);
    if (routes.next[pickup] == dropoff) {
      return sum + problem.cost(pickup, dropoff) - problem.cost(before, after);
    }
    int between = routes.next[pickup];
    int last = routes.prev[dropoff];
    return sum
        + problem.cost(pickup, between)
        - problem.cost(before, between)
        + problem.cost(last, dropoff)
        - problem.cost(last, after);
  }

  private void takeRandom(Routes routes) {
    for (int left = amount(routes); left > 0; left--) {
      routes.remove(randomPresent(routes));
    }
  }

  /** Takes all requests of a vehicle out. */
  void takeRoute(Routes routes, int v) {
    int node = routes.next[problem.startOf(v)];
    int end = problem.endOf(v);
    while (node != end) {
      routes.remove(node >> 1);
      node = routes.next[problem.startOf(v)];
    }
    routes.refreshStale();
  }
}
