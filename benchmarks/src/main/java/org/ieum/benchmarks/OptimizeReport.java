package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what solvers came to, side by side: each instance in a line, and all of them together. */
final class OptimizeReport {
  private final double seconds;
  private final List<RoutingSolver> solvers;
  private final int seeds;

  /** Of solver i, one for each seed and then one for the best of them if they are several. */
  private final List<List<SolverSums>> sums = new ArrayList<>();

  private final List<Result> rows = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param seconds that each solver has for an instance
   * @param seeds runs of each solver
   */
  OptimizeReport(double seconds, List<RoutingSolver> solvers, int seeds) {
    this.seconds = seconds;
    this.solvers = List.copyOf(solvers);
    this.seeds = seeds;
    for (RoutingSolver solver : solvers) {
      boolean isOurs = solver == RoutingSolver.LNS;
      List<SolverSums> own = new ArrayList<>();
      for (int i = 0; i < seeds; i++) {
        own.add(new SolverSums(name(solver, i), isOurs, /* missable= */ 1));
      }
      if (seeds > 1) {
        String name = solver.label() + ", best of " + seeds;
        own.add(new SolverSums(name, isOurs, /* missable= */ 0));
      }
      sums.add(own);
    }
  }

  private String name(RoutingSolver solver, int run) {
    return solver.label() + (seeds > 1 ? ", run " + (run + 1) : "");
  }

  /** The head of the table; of several runs it shows the best. */
  String head() {
    StringBuilder names = new StringBuilder(row("%-10s %8s %12s", "", "known", "known"));
    StringBuilder line = new StringBuilder(row("%-10s %8s %12s", "", "vehicles", "distance"));
    for (RoutingSolver solver : solvers) {
      names.append(row(" | %22s", solver.label()));
      line.append(row(" | %8s %13s", "vehicles", "gap"));
    }
    return names + System.lineSeparator() + line;
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /**
   * Counts an instance, and tells about it in a line.
   *
   * @param runs of each solver in order, one for each seed
   */
  String add(String instance, BestKnown known, List<List<InstanceRun>> runs) {
    StringBuilder line =
        new StringBuilder(row("%-10s %8d %12.4f", instance, known.vehicles(), known.distance()));
    for (int i = 0; i < solvers.size(); i++) {
      List<InstanceRun> own = runs.get(i);
      for (int k = 0; k < seeds; k++) {
        sums.get(i).get(k).add(own.get(k), known);
        addRows(instance + ", " + name(solvers.get(i), k), own.get(k), known);
      }
      InstanceRun best = InstanceRun.best(own);
      if (seeds > 1) {
        sums.get(i).get(seeds).add(best, known);
      }
      line.append(cell(best, known));
    }
    return line.toString();
  }

  /** Vehicles and gap; the gap in brackets where it says nothing for other vehicles. */
  private static String cell(InstanceRun run, BestKnown known) {
    if (!run.isRight()) {
      return row(" | %22s", "WRONG");
    }
    String gap = row("%.3f %%", SolverSums.gap(run, known));
    return row(
        " | %8d %13s", run.vehicles(), SolverSums.hasVehicles(run, known) ? gap : "(" + gap + ")");
  }

  private void addRows(String name, InstanceRun run, BestKnown known) {
    double nothing = Double.NaN;
    boolean isRight = run.isRight();
    rows.add(Result.figure(name + ": vehicles", isRight ? run.vehicles() : nothing, ""));
    rows.add(Result.figure(name + ": distance", isRight ? run.distance() : nothing, ""));
    rows.add(Result.figure(name + ": gap", isRight ? SolverSums.gap(run, known) : nothing, "%"));
    rows.add(Result.figure(name + ": iterations", (double) run.iterations(), ""));
  }

  /** Instances that the engine's own search did not solve, or wrongly. */
  int faults() {
    int faults = 0;
    for (int i = 0; i < solvers.size(); i++) {
      for (SolverSums each : sums.get(i)) {
        faults += solvers.get(i) == RoutingSolver.LNS ? each.faults() : 0;
      }
    }
    return faults;
  }

  /** Figures of each instance. */
  List<Result> rows() {
    return rows;
  }

  /** Figures of all instances together, with their targets. */
  List<Result> summary() {
    List<Result> results = new ArrayList<>();
    results.add(Machine.processors());
    results.add(Result.figure("time limit", seconds, "s"));
    sums.forEach(own -> own.forEach(each -> results.addAll(each.results())));
    return results;
  }
}
