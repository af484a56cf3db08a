package org.ieum.micromobility;

import java.util.ArrayList;
import java.util.List;
import org.ieum.collection.Assignment;
import org.ieum.reoptimize.SearchBudget;

/**
 * Decides who gets which scooter, so that the times from alighting to arrival, with walks weighted,
 * are least in sum. Nobody rides who would be there sooner without. What somebody has been promised
 * is kept unless it cannot be ridden, or exchanged for what is no worse.
 *
 * <p>One scooter for each rider is an assignment of least cost and solved exactly. When scooters
 * are short, several riders can use one after another; that is a routing problem, in which a rider
 * is a visit and the way to it depends on when the scooter is there. Jsprit improves the assignment
 * in that sense ({@link JspritMatching}); whatever it finds is checked by {@link MatchingCheck} and
 * dropped if anything is wrong with it or it costs more.
 */
public final class ScooterMatching {
  private static final int NONE = MatchingProblem.NONE;

  /** Dearer than all riders together. */
  private static final long FORBIDDEN = 1L << 44;

  private final LastMileTimes times;
  private final MatchRules rules;

  /** Matching with times of one set of places. */
  public ScooterMatching(LastMileTimes times, MatchRules rules) {
    this.times = times;
    this.rules = rules;
  }

  /**
   * Gives each rider a scooter of their own, at least cost.
   *
   * @param now ms; riders who alight later than the horizon are left out unless they have a
   *     reservation, and no scooter is had earlier
   * @throws IllegalArgumentException when a rider is there twice or has two scooters reserved
   */
  public MatchingPlan assign(int now, List<LastMileRider> riders, List<OfferedScooter> scooters) {
    MatchingProblem problem = problem(now, riders, scooters, false);
    return problem.plan(assignment(problem));
  }

  /**
   * The same, but riders may get another scooter than the one that they have been promised if it is
   * no farther to walk to and they arrive no later with it. A change that saves less than its cost
   * by the rules is not made. Who has been promised a scooter that can be ridden has one behind it,
   * too.
   */
  public MatchingPlan exchange(int now, List<LastMileRider> riders, List<OfferedScooter> scooters) {
    MatchingProblem problem = problem(now, riders, scooters, true);
    return problem.plan(assignment(problem));
  }

  /**
   * Lets riders use scooters one after another, at no more cost than {@link #assign}. With a budget
   * of iterations the result depends on nothing but its input.
   */
  public MatchingPlan sequence(
      int now,
      List<LastMileRider> riders,
      List<OfferedScooter> scooters,
      long seed,
      SearchBudget budget) {
    MatchingProblem problem = problem(now, riders, scooters, false);
    int[][] best = assignment(problem);
    int[][] found = new JspritMatching(problem, seed).improve(best, budget);
    MatchingPlan plan = problem.plan(best);
    if (problem.cost(found) < plan.cost()) {
      MatchingPlan better = problem.plan(found);
      if (new MatchingCheck(times, rules).faults(now, riders, scooters, better).isEmpty()) {
        return better;
      }
    }
    return plan;
  }

  /**
   * What riders do who are left alone, to compare with: in the order in which they alight, each
   * takes the scooter to which the walk is shortest, if that is better than none. Reservations are
   * kept.
   */
  public MatchingPlan nearest(int now, List<LastMileRider> riders, List<OfferedScooter> scooters) {
    MatchingProblem problem = problem(now, riders, scooters, false);
    List<Integer> order = new ArrayList<>();
    for (int r = 0; r < problem.riders.size(); r++) {
      order.add(r);
    }
    order.sort((a, b) -> Integer.compare(alights(problem, a), alights(problem, b)));
    int[][] chains = new int[problem.scooters.size()][0];
    for (int r : order) {
      int nearest = NONE;
      for (int s = 0; s < chains.length && problem.kept[r] == NONE; s++) {
        if (isOpen(problem, s)
            && chains[s].length == 0
            && problem.canRide(s, r, problem.range[s])
            && (nearest == NONE || problem.walk(s, r) < problem.walk(nearest, r))) {
          nearest = s;
        }
      }
      if (nearest != NONE
          && problem.cost(nearest, r, problem.freeFrom[nearest]) < problem.without[r]) {
        chains[nearest] = new int[] {r};
      }
    }
    return problem.plan(chains);
  }

  private static int alights(MatchingProblem problem, int r) {
    return problem.riders.get(r).alightsAt();
  }

  private MatchingProblem problem(
      int now, List<LastMileRider> riders, List<OfferedScooter> scooters, boolean exchanges) {
    List<String> promised = new ArrayList<>();
    List<OfferedScooter> later = new ArrayList<>();
    for (OfferedScooter scooter : scooters) {
      promised.add(scooter.reservedFor());
      later.add(
          new OfferedScooter(
              scooter.id(),
              scooter.place(),
              scooter.rangeMetres(),
              Math.max(now, scooter.freeFrom()),
              scooter.reservedFor()));
    }
    List<LastMileRider> soon = new ArrayList<>();
    for (LastMileRider rider : riders) {
      if (rider.alightsAt() <= (long) now + rules.horizon() || promised.contains(rider.id())) {
        soon.add(rider);
      }
    }
    return new MatchingProblem(soon, later, times, rules, exchanges);
  }

  /** Whether a scooter can be given to somebody of his own. */
  private static boolean isOpen(MatchingProblem problem, int s) {
    return !problem.isTaken[s] && problem.keeper[s] == NONE;
  }

  /** Riders of scooter s, one or none; keepers left out. */
  private static int[][] assignment(MatchingProblem problem) {
    int[] open = new int[problem.scooters.size()];
    int count = 0;
    for (int s = 0; s < open.length; s++) {
      if (isOpen(problem, s)) {
        open[count++] = s;
      }
    }
    int[] free = new int[problem.riders.size()];
    int rows = 0;
    for (int r = 0; r < free.length; r++) {
      if (problem.kept[r] == NONE) {
        free[rows++] = r;
      }
    }
    int columns = count + rows;
    long[] costs = new long[rows * columns];
    for (int i = 0; i < rows; i++) {
      int r = free[i];
      for (int c = 0; c < columns; c++) {
        boolean isPromised = problem.promised[r] != NONE;
        long cost = c == count + i && !isPromised ? problem.without[r] : FORBIDDEN;
        if (c < count && problem.canRide(open[c], r, problem.range[open[c]])) {
          cost = problem.cost(open[c], r, problem.freeFrom[open[c]]);
        }
        costs[i * columns + c] = cost;
      }
    }
    int[] columnOf = Assignment.solve(rows, columns, costs);
    int[][] chains = new int[open.length][0];
    for (int i = 0; i < rows; i++) {
      if (columnOf[i] < count) {
        chains[open[columnOf[i]]] = new int[] {free[i]};
      }
    }
    return chains;
  }
}
