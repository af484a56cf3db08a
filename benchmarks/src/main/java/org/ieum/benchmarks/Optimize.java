package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ieum.progress.InputException;
import org.ieum.reoptimize.SearchBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Solves a folder of published instances; {@code benchmarks/optimize} starts it. */
@Command(
    name = "benchmarks/optimize",
    sortOptions = false,
    description =
        "Solves the pickup-and-delivery instances of a folder (Li and Lim's, Cordeau's) with the"
            + " large-neighbourhood search or its peers, checks every solution from the file alone,"
            + " and compares it with the best known one of the folder's best_known.csv.")
public final class Optimize extends BenchmarkCommand {
  @Parameters(paramLabel = "FOLDER", description = "with instances and best_known.csv")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--instances",
      paramLabel = "PATTERN",
      defaultValue = ".*",
      description = "regular expression for their names, without .txt")
  private String pattern = ".*";

  @Option(
      names = "--solver",
      paramLabel = "lns|jsprit|or-tools|all",
      defaultValue = "lns",
      description = "who solves them; of all, one after the other")
  private String solver = "lns";

  @Option(names = "--seconds", defaultValue = "10", description = "for an instance")
  private double seconds;

  @Option(
      names = "--iterations",
      description =
          "for each search (for or-tools, solutions); the result is then the same again unless time"
              + " runs out")
  private long iterations = Long.MAX_VALUE;

  @Option(names = "--threads", defaultValue = "2", description = "searches side by side")
  private int threads;

  @Option(names = "--seed", defaultValue = "1", description = "of the first search")
  private long seed;

  @Option(
      names = "--seeds",
      defaultValue = "1",
      description = "runs of each instance, all with other seeds; the table shows the best")
  private int seeds;

  private final PrintStream out = System.out;

  /** Ends with 1 when any solution is wrong; with 2 on wrong options. */
  public static void main(String[] args) {
    exit(new Optimize(), args);
  }

  @Override
  int measure() throws IOException, InterruptedException {
    if (threads < 1 || seeds < 1 || !(seconds > 0) || iterations < 1) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "--threads, --seeds and --iterations must be >= 1 and --seconds > 0, were %d, %d, %d,"
                  + " %s",
              threads,
              seeds,
              iterations,
              seconds));
    }
    Map<String, BestKnown> known = BestKnown.read(folder);
    List<RoutingSolver> solvers = solvers();
    OptimizeReport report = new OptimizeReport(seconds, solvers, seeds);
    out.println(report.head());
    for (Path path : instances()) {
      RoutingInstance instance = InstanceFile.read(path);
      BestKnown best = known.get(instance.name);
      if (best == null) {
        throw new InputException(folder.resolve("best_known.csv") + ": no " + instance.name);
      }
      List<List<InstanceRun>> runs = new ArrayList<>();
      for (RoutingSolver each : solvers) {
        runs.add(runs(each, instance));
      }
      out.println(report.add(instance.name, best, runs));
      runs.forEach(own -> own.forEach(this::printFaults));
    }
    out.println();
    List<Result> summary = report.summary();
    new ResultTable(out).report(summary, null);
    List<Result> results = new ArrayList<>(report.rows());
    results.addAll(summary);
    write(results);
    return report.faults() == 0 ? 0 : 1;
  }

  private List<RoutingSolver> solvers() {
    if (solver.equals("all")) {
      return List.of(RoutingSolver.values());
    }
    return List.of(
        RoutingSolver.find(solver)
            .orElseThrow(
                () ->
                    new InputException(
                        "--solver must be lns, jsprit, or-tools or all, was " + solver)));
  }

  private List<InstanceRun> runs(RoutingSolver each, RoutingInstance instance)
      throws InterruptedException {
    SearchBudget budget = new SearchBudget(iterations, (long) (seconds * 1e9));
    List<InstanceRun> runs = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      long first = seed + (long) i * threads;
      runs.add(InstanceRun.solve(each, instance, threads, first, budget));
    }
    return runs;
  }

  private void printFaults(InstanceRun run) {
    for (String fault : run.faults().subList(0, Math.min(5, run.faults().size()))) {
      out.println("FAULT of " + run.solver().label() + ": " + fault);
    }
  }

  private List<Path> instances() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Path> result =
          paths
              .filter(path -> String.valueOf(path.getFileName()).endsWith(".txt"))
              .filter(
                  path -> String.valueOf(path.getFileName()).replace(".txt", "").matches(pattern))
              .sorted()
              .toList();
      if (result.isEmpty()) {
        throw new InputException(
            String.format(Locale.ROOT, "%s: no instance matches %s", folder, pattern));
      }
      return result;
    }
  }
}
