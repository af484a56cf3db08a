package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ieum.progress.InputException;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.server.config.OptimizerChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Days with and without re-optimisation; {@code benchmarks/reoptimize} starts it. */
@Command(
    name = "benchmarks/reoptimize",
    sortOptions = false,
    description =
        "Lives through the same days with insertion alone and with re-optimisation, and compares"
            + " them in pairs: two instances of ../shared/data/dispatch, a day of Porto with 60"
            + " vehicles and 10,000 requests, and the embedded area. Admission is the same in both:"
            + " whoever has a feasible insertion is served. The settings are the same for all.")
public final class Reoptimize extends BenchmarkCommand {
  private static final String PORTO = "porto";
  private static final String EMBEDDED = "embedded";
  private static final String SERVED = "served share";
  private static final String DRIVEN = "drive hours";

  @Option(
      names = "--days",
      split = ",",
      defaultValue = "dense500_c4,base1000_c4,porto,embedded",
      description = "which, separated by commas")
  private List<String> days = List.of();

  @Option(names = "--seeds", defaultValue = "5", description = "days of each kind, 1 to 10")
  private int seeds;

  @Option(names = "--optimizer", defaultValue = "lns", description = "lns or jsprit")
  private String optimizer = "lns";

  @Option(names = "--interval", defaultValue = "10", description = "between looks, s")
  private int interval;

  @Option(names = "--announce-ahead", defaultValue = "120", description = "of vehicles, s")
  private int announceAhead;

  @Option(names = "--vehicles", defaultValue = "24", description = "in a look")
  private int vehicles;

  @Option(names = "--iterations", defaultValue = "150", description = "in a look")
  private int iterations;

  private final PrintStream out = System.out;
  private final List<Result> results = new ArrayList<>();

  /** Ends with 2 on wrong options. */
  public static void main(String[] args) {
    exit(new Reoptimize(), args);
  }

  @Override
  int measure() throws IOException {
    if (seeds < 1 || seeds > 10) {
      throw new InputException("--seeds must be from 1 to 10, was " + seeds);
    }
    var unused = findOptimizer();
    results.add(Machine.processors());
    for (String day : days) {
      PairedReport report = new PairedReport(out, results, day, "insertion alone");
      report.head("insertion", optimizer);
      boolean isSimulated = day.equals(PORTO) || day.equals(EMBEDDED);
      report(report, day, isSimulated ? simulated(day) : dispatched(day));
    }
    new ResultTable(out).printSummary(results);
    write(results);
    return 0;
  }

  private ReoptimizeRules rules() {
    return new ReoptimizeRules(1000 * interval, 1000 * announceAhead, vehicles, iterations);
  }

  private RouteOptimizer findOptimizer() {
    return Arrays.stream(OptimizerChoice.values())
        .filter(choice -> choice.name().equalsIgnoreCase(optimizer))
        .findFirst()
        .flatMap(OptimizerChoice::findOptimizer)
        .orElseThrow(
            () -> new InputException("--optimizer must be lns or jsprit, was " + optimizer));
  }

  private PairedDays dispatched(String name) {
    Path folder =
        SharedFolder.findDispatch()
            .orElseThrow(() -> new InputException("--days " + name + ": no shared folder"));
    DispatchInstance instance = DispatchInstance.read(folder, name);
    Roads roads = Roads.of(new RoadPack(folder).edges);
    PairedDays pairs = new PairedDays();
    for (int seed = 1; seed <= seeds; seed++) {
      OnlineDay day = new OnlineDay(instance, roads, seed);
      pairs.add(day.run(null, rules(), seed), day.run(findOptimizer(), rules(), seed));
      PairedReport.progress(seed, seeds);
    }
    return pairs;
  }

  private PairedDays simulated(String name) throws IOException {
    PairedDays pairs = new PairedDays();
    for (int seed = 1; seed <= seeds; seed++) {
      List<String> options = new ArrayList<>(List.of("--seed", Integer.toString(seed)));
      if (name.equals(PORTO)) {
        options.addAll(PortoDay.options(10_000));
      }
      List<String> alone = new ArrayList<>(options);
      alone.addAll(List.of("--optimizer", "off"));
      ServiceDay plain = SimulatedDay.run(alone);
      options.addAll(List.of("--optimizer", optimizer));
      options.addAll(List.of("--optimize-every", interval + "s"));
      options.addAll(List.of("--announce-ahead", announceAhead + "s"));
      options.addAll(List.of("--optimize-vehicles", Integer.toString(vehicles)));
      options.addAll(List.of("--optimize-iterations", Integer.toString(iterations)));
      pairs.add(plain, SimulatedDay.run(options));
      PairedReport.progress(seed, seeds);
    }
    return pairs;
  }

  private static void report(PairedReport report, String day, PairedDays pairs) {
    report.row(pairs, SERVED, ServiceDay::served, findGoal(day, SERVED));
    report.row(pairs, "served share, shortest quarter", ServiceDay::shortest);
    report.row(pairs, "served share, second quarter", ServiceDay::shorter);
    report.row(pairs, "served share, third quarter", ServiceDay::longer);
    report.row(pairs, "served share, longest quarter", ServiceDay::longest);
    report.row(pairs, "mean wait, s", ServiceDay::meanWait);
    report.row(pairs, DRIVEN, ServiceDay::driveHours, findGoal(day, DRIVEN));
    report.row(pairs, "direct hours served", ServiceDay::directHours);
    report.row(pairs, "direct hours per drive hour", ServiceDay::directPerDrive);
    report.broken(pairs);
  }

  /** What a change has to be, if anything. */
  private static @Nullable Target findGoal(String day, String figure) {
    return switch (day + ": " + figure) {
      case "dense500_c4: " + SERVED -> Target.atLeast(3, "%");
      case "base1000_c4: " + DRIVEN -> Target.atMost(-3, "%");
      case PORTO + ": " + DRIVEN -> Target.atMost(-8, "%");
      default -> null;
    };
  }
}
