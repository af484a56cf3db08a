package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums up what a solver came to, by class of instances: Li and Lim's of about 100 and of about 200
 * tasks, and Cordeau's. A distance counts where the vehicles are the best known.
 */
final class SolverSums {
  /** A proven optimum is found when it is missed by no more, %. */
  private static final double EXACT = 0.01;

  /** Tasks that separate Li and Lim's sizes. */
  private static final int MANY_TASKS = 150;

  private final String name;
  private final boolean isOurs;
  private final int missable;
  private final Sums small = new Sums();
  private final Sums large = new Sums();
  private final Sums rides = new Sums();
  private int faults;
  private double longest;

  /**
   * Nothing yet.
   *
   * @param name of the solver, and of the run
   * @param isOurs whether there are targets
   * @param missable proven optima that may be missed
   */
  SolverSums(String name, boolean isOurs, int missable) {
    this.name = name;
    this.isOurs = isOurs;
    this.missable = missable;
  }

  /** Above the best known distance, %. */
  static double gap(InstanceRun run, BestKnown known) {
    return 100 * (run.distance() / known.distance() - 1);
  }

  /** Whether a run is right and needs no more vehicles than the best known solution. */
  static boolean hasVehicles(InstanceRun run, BestKnown known) {
    return run.isRight() && run.vehicles() <= known.vehicles();
  }

  void add(InstanceRun run, BestKnown known) {
    RoutingInstance instance = run.instance();
    Sums sums = instance.savesVehicles ? instance.x.length > MANY_TASKS ? large : small : rides;
    sums.instances++;
    faults += run.isRight() ? 0 : 1;
    longest = Math.max(longest, run.seconds());
    if (hasVehicles(run, known)) {
      double gap = gap(run, known);
      sums.atBestVehicles++;
      sums.gap += gap;
      sums.optimal += gap <= EXACT ? 1 : 0;
    }
  }

  /** Instances not solved, or wrongly. */
  int faults() {
    return faults;
  }

  /** Figures of all instances together, with their targets. */
  List<Result> results() {
    List<Result> results = new ArrayList<>();
    addClass(results, "100 tasks", small, 95, 0.5);
    addClass(results, "200 tasks", large, 85, 2);
    if (rides.instances > 0) {
      add(
          results,
          "dial-a-ride: proven optimum",
          rides.optimal,
          "instances",
          Target.atLeast(rides.instances - missable, "instances"));
      results.add(Result.figure(name + ", dial-a-ride: mean gap", rides.meanGap(), "%"));
    }
    add(results, "not solved, or wrongly", faults, "instances", Target.atMost(0, "instances"));
    results.add(Result.figure(name + ", longest run", longest, "s"));
    return results;
  }

  private void addClass(List<Result> results, String tasks, Sums sums, double share, double gap) {
    if (sums.instances > 0) {
      double reached = 100.0 * sums.atBestVehicles / sums.instances;
      add(results, tasks + ": best-known vehicles", reached, "%", Target.atLeast(share, "%"));
      add(results, tasks + ": mean gap there", sums.meanGap(), "%", Target.atMost(gap, "%"));
    }
  }

  private void add(List<Result> results, String what, double value, String unit, Target target) {
    Result result = Result.figure(name + ", " + what, value, unit);
    results.add(isOurs ? result.toHold(target) : result);
  }

  private static final class Sums {
    int instances;
    int atBestVehicles;
    int optimal;
    double gap;

    /** %; no number where there is none. */
    double meanGap() {
      return gap / atBestVehicles;
    }
  }
}
