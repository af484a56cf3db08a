package org.ieum.reoptimize;

import java.util.SplittableRandom;

/**
 * A large-neighbourhood search: takes some requests out of a plan, puts them back, and keeps the
 * result if annealing does. Serves as many requests as it can, then (if asked for, and all are
 * served) uses as few vehicles as it can, then drives as little as it can.
 *
 * <p>Vehicles are saved first: a route is emptied and its requests are absent until they fit in
 * elsewhere. A plan is then taken if the requests absent from it have been absent less often than
 * those absent from the one before, so that the search turns to whom it has neglected (absence
 * counters of Christiaens and Vanden Berghe, Transportation Science 54, 2020; the idea of counting
 * failures is that of Nagata and Kobayashi, PPSN 2010).
 *
 * <p>Tried: first temperatures of 1.5 and 4 mean legs get past a poor optimum of Li and Lim's lc103
 * more often, but lr1_2_10 and Cordeau's a4-48 became worse (seen once each, on a busy machine).
 * Limiting which vehicles may be used, and not how many, misses optima as soon as vehicles differ.
 *
 * <p>A search is single-threaded and its result depends on problem, seed and iterations only. All
 * memory is taken at its start.
 */
public final class RouteSearch {
  /** Share of the budget for saving vehicles. */
  private static final double FLEET_SHARE = 0.3;

  private final RoutingProblem problem;
  private final boolean savesVehicles;
  private final Annealing annealing;
  private final Ruin ruin;
  private final Recreate recreate;

  /** Iterations that request r was absent after. */
  private final long[] absences;

  private final Routes best;
  private Routes current;
  private Routes trial;

  private RouteSearch(RoutingProblem problem, boolean savesVehicles, long seed) {
    this.problem = problem;
    this.savesVehicles = savesVehicles;
    SplittableRandom random = new SplittableRandom(seed);
    annealing = new Annealing(random);
    ruin = new Ruin(problem, random);
    recreate = new Recreate(problem, random);
    absences = new long[problem.requests];
    best = new Routes(problem);
    current = new Routes(problem);
    trial = new Routes(problem);
  }

  /**
   * Searches from scratch.
   *
   * @param savesVehicles whether fewer vehicles are better than less driving
   */
  public static RoutingSolution run(
      RoutingProblem problem, boolean savesVehicles, long seed, SearchBudget budget) {
    return new RouteSearch(problem, savesVehicles, seed).search(budget);
  }

  /**
   * Improves a plan; it may leave requests out, but never serves fewer.
   *
   * @param visits of vehicle v in order, as {@link RoutingSolution#visits}; they keep all limits
   */
  public static RoutingSolution improve(
      RoutingProblem problem, int[][] visits, long seed, SearchBudget budget) {
    RouteSearch search = new RouteSearch(problem, false, seed);
    for (int v = 0; v < visits.length; v++) {
      search.current.fill(v, visits[v]);
    }
    return search.search(budget);
  }

  private RoutingSolution search(SearchBudget budget) {
    SearchClock clock = new SearchClock(budget);
    if (current.absentCount > 0) {
      recreate.recreate(current);
    }
    best.copyFrom(current);
    if (problem.requests > 0) {
      saveVehicles(clock);
      current.copyFrom(best);
      limitVehicles();
      shorten(clock);
    }
    return new RoutingSolution(best, clock.iterations);
  }

  private void saveVehicles(SearchClock clock) {
    double leg = meanLeg(current);
    while (true) {
      if (current.absentCount < best.absentCount || current.absentCount == 0) {
        best.copyFrom(current);
      }
      if (current.absentCount == 0) {
        if (!savesVehicles || current.used <= 1) {
          return;
        }
        current.mostUsed = current.used - 1;
        emptyOne();
      }
      double progress = clock.progress();
      if (progress >= FLEET_SHARE) {
        return;
      }
      clock.tick();
      double temperature = leg * Annealing.share(progress / FLEET_SHARE);
      trial.copyFrom(current);
      ruin.ruin(trial);
      recreate.recreate(trial);
      boolean isTaken = isLessNeglected(temperature);
      for (int i = 0; i < trial.absentCount; i++) {
        absences[trial.absent[i]]++;
      }
      if (isTaken) {
        swap();
      }
    }
  }

  private boolean isLessNeglected(double temperature) {
    if (trial.absentCount == 0 || trial.absentCount < current.absentCount) {
      return true;
    }
    long neglect = neglect(trial);
    long before = neglect(current);
    return neglect < before || (neglect == before && isAccepted(temperature));
  }

  private long neglect(Routes routes) {
    long sum = 0;
    for (int i = 0; i < routes.absentCount; i++) {
      sum += absences[routes.absent[i]];
    }
    return sum;
  }

  private boolean isAccepted(double temperature) {
    return trial.cost < current.cost + annealing.excess(temperature);
  }

  /** Empties the route whose requests have been absent least often. */
  private void emptyOne() {
    int chosen = -1;
    double least = 0;
    for (int v = 0; v < problem.vehicles; v++) {
      if (current.size[v] == 0) {
        continue;
      }
      long sum = current.size[v];
      for (int r = 0; r < problem.requests; r++) {
        sum += current.vehicle[r] == v ? absences[r] : 0;
      }
      if (chosen < 0 || sum < least) {
        chosen = v;
        least = sum;
      }
    }
    ruin.takeRoute(current, chosen);
  }

  /** Lets no plan use more vehicles than the current one if that serves everybody. */
  private void limitVehicles() {
    if (savesVehicles && current.absentCount == 0) {
      current.mostUsed = current.used;
    }
  }

  private double meanLeg(Routes routes) {
    return (double) routes.driveCost() / (problem.visits + routes.used);
  }

  private void shorten(SearchClock clock) {
    double leg = meanLeg(current);
    double begun = clock.progress();
    while (true) {
      double progress = clock.progress();
      if (progress >= 1) {
        return;
      }
      clock.tick();
      double temperature = leg * Annealing.share((progress - begun) / (1 - begun));
      trial.copyFrom(current);
      ruin.ruin(trial);
      recreate.recreate(trial);
      if (trial.absentCount > current.absentCount
          || (trial.absentCount == current.absentCount && !isAccepted(temperature))) {
        continue;
      }
      swap();
      boolean isFewer =
          savesVehicles && current.absentCount == 0 && current.used < current.mostUsed;
      if (current.absentCount < best.absentCount
          || isFewer
          || (current.absentCount == best.absentCount && current.cost < best.cost)) {
        limitVehicles();
        best.copyFrom(current);
      }
    }
  }

  private void swap() {
    Routes old = current;
    current = trial;
    trial = old;
  }
}
