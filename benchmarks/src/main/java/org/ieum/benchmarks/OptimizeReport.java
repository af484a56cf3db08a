package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sums up instances by class: Li and Lim's of about 100 and of about 200 tasks, and Cordeau's. A
 * distance counts where the vehicles are the best known.
 */
final class OptimizeReport {
  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-10s %8s %8s %12s %12s %9s %12s",
          "",
          "vehicles",
          "known",
          "distance",
          "known",
          "gap",
          "iterations");

  /** A proven optimum is found when it is missed by no more, %. */
  private static final double EXACT = 0.01;

  /** Tasks that separate Li and Lim's sizes. */
  private static final int MANY_TASKS = 150;

  private final double seconds;
  private final Sums small = new Sums();
  private final Sums large = new Sums();
  private final Sums rides = new Sums();
  private final List<Result> rows = new ArrayList<>();
  private int faults;

  OptimizeReport(double seconds) {
    this.seconds = seconds;
  }

  /** Counts an instance, and tells about it in a line. */
  String add(InstanceRun run, BestKnown known) {
    RoutingInstance instance = run.instance();
    boolean isComparable = run.faults().isEmpty() && run.unserved() == 0;
    boolean hasVehicles = isComparable && run.vehicles() <= known.vehicles();
    double gap = 100 * (run.distance() / known.distance() - 1);
    faults += isComparable ? 0 : 1;
    Sums sums = instance.savesVehicles ? instance.x.length > MANY_TASKS ? large : small : rides;
    sums.instances++;
    if (hasVehicles) {
      sums.atBestVehicles++;
      sums.gap += gap;
      sums.optimal += gap <= EXACT ? 1 : 0;
    }
    rows.add(Result.figure(instance.name + ": vehicles", run.vehicles(), ""));
    rows.add(Result.figure(instance.name + ": distance", run.distance(), ""));
    rows.add(Result.figure(instance.name + ": gap", gap, "%"));
    return String.format(
        Locale.ROOT,
        "%-10s %8d %8d %12.4f %12.4f %7.3f %% %12d%s",
        instance.name,
        run.vehicles(),
        known.vehicles(),
        run.distance(),
        known.distance(),
        gap,
        run.iterations(),
        isComparable ? hasVehicles ? "" : "  vehicles" : "  WRONG");
  }

  int faults() {
    return faults;
  }

  /** Figures of each instance. */
  List<Result> rows() {
    return rows;
  }

  /** Figures of all instances together, with their targets. */
  List<Result> summary() {
    List<Result> results = new ArrayList<>();
    results.add(Result.figure("time limit", seconds, "s"));
    addClass(results, "100 tasks", small, 95, 0.5);
    addClass(results, "200 tasks", large, 85, 2);
    if (rides.instances > 0) {
      results.add(
          Result.figure("dial-a-ride: proven optimum", rides.optimal, "instances")
              .toHold(Target.atLeast(rides.instances - 1, "instances")));
      results.add(Result.figure("dial-a-ride: mean gap", rides.gap / rides.atBestVehicles, "%"));
    }
    results.add(Result.figure("wrong solutions", faults, "").toHold(Target.atMost(0, "")));
    return results;
  }

  private static void addClass(
      List<Result> results, String name, Sums sums, double share, double gap) {
    if (sums.instances > 0) {
      results.add(
          Result.figure(
                  name + ": best-known vehicles", 100.0 * sums.atBestVehicles / sums.instances, "%")
              .toHold(Target.atLeast(share, "%")));
      results.add(
          Result.figure(name + ": mean gap there", sums.gap / sums.atBestVehicles, "%")
              .toHold(Target.atMost(gap, "%")));
    }
  }

  private static final class Sums {
    int instances;
    int atBestVehicles;
    int optimal;
    double gap;
  }
}
