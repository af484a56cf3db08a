package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.ieum.progress.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Days with and without moves of idle vehicles; {@code benchmarks/reposition} starts it. */
@Command(
    name = "benchmarks/reposition",
    sortOptions = false,
    description =
        "Lives through the same days with idle vehicles that wait where they are and with such that"
            + " go to where the demand model expects riders, and compares them in pairs: the"
            + " embedded area, the same with half as many requests, and Porto with 60 vehicles and"
            + " 10,000 or 5,000 requests. The forecast knows the model, not the day. The settings"
            + " are the same for all.")
public final class Reposition extends BenchmarkCommand {
  @Option(
      names = "--days",
      split = ",",
      defaultValue = "embedded,embedded-half,porto,porto-half",
      description = "which, separated by commas")
  private List<String> days = List.of();

  @Option(names = "--seeds", defaultValue = "5", description = "days of each kind, 2 to 10")
  private int seeds;

  @Option(names = "--optimizer", defaultValue = "off", description = "off, lns or jsprit, in both")
  private String optimizer = "off";

  private final PrintStream out = System.out;
  private final List<Result> results = new ArrayList<>();

  /** Ends with 2 on wrong options. */
  public static void main(String[] args) {
    exit(new Reposition(), args);
  }

  @Override
  int measure() throws IOException {
    if (seeds < 2 || seeds > 10) {
      throw new InputException("--seeds must be from 2 to 10, was " + seeds);
    }
    List<List<String>> options = new ArrayList<>();
    for (String day : days) {
      options.add(options(day));
    }
    results.add(Machine.processors());
    for (int i = 0; i < days.size(); i++) {
      PairedReport report = new PairedReport(out, results, days.get(i), "waiting");
      report.head("waiting", "moved");
      PairedDays pairs = new PairedDays();
      for (int seed = 1; seed <= seeds; seed++) {
        List<String> args = new ArrayList<>(options.get(i));
        args.addAll(List.of("--seed", Integer.toString(seed), "--optimizer", optimizer));
        args.addAll(List.of("--reposition", "off"));
        ServiceDay waiting = SimulatedDay.run(args);
        args.set(args.size() - 1, "model");
        pairs.add(waiting, SimulatedDay.run(args));
        PairedReport.progress(seed, seeds);
      }
      report(report, pairs);
    }
    new ResultTable(out).printSummary(results);
    write(results);
    return 0;
  }

  private static List<String> options(String day) {
    return switch (day) {
      case "embedded" -> List.of();
      case "embedded-half" -> List.of("--requests", "1500");
      case "porto" -> PortoDay.options(10_000);
      case "porto-half" -> PortoDay.options(5_000);
      default ->
          throw new InputException(
              "--days must be embedded, embedded-half, porto or porto-half, was " + day);
    };
  }

  private static void report(PairedReport report, PairedDays pairs) {
    report.row(pairs, "served share", ServiceDay::served);
    report.row(pairs, "mean wait, s", ServiceDay::meanWait);
    report.row(pairs, "drive hours", ServiceDay::driveHours);
    report.row(pairs, "direct hours per drive hour", ServiceDay::directPerDrive);
    report.broken(pairs);
  }
}
