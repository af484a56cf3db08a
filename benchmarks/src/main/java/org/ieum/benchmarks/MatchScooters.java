package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.ieum.micromobility.MatchRules;
import org.ieum.micromobility.MatchingCheck;
import org.ieum.micromobility.MatchingPlan;
import org.ieum.micromobility.ScooterMatch;
import org.ieum.micromobility.ScooterMatching;
import org.ieum.progress.InputException;
import org.ieum.reoptimize.SearchBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Riders and scooters, matched in three ways; {@code benchmarks/match-scooters} starts it. */
@Command(
    name = "benchmarks/match-scooters",
    sortOptions = false,
    description =
        "Gives riders who alight in a made-up town shared scooters: each takes the nearest, by an"
            + " exact assignment, and by jsprit, where several may use one after another. Compares"
            + " the assignment with the least cost by OR-Tools, and checks every plan. Times are"
            + " processor time.")
public final class MatchScooters extends BenchmarkCommand {
  private static final MatchRules RULES = MatchRules.DEFAULT;

  @Option(names = "--riders", defaultValue = "200", description = "who alight within half an hour")
  private int riders;

  @Option(
      names = "--scooters",
      split = ",",
      defaultValue = "400,80",
      description = "how many there are, separated by commas; each is a table of its own")
  private List<Integer> scooters = List.of();

  @Option(names = "--seeds", defaultValue = "10", description = "towns of each kind, from 1")
  private int seeds;

  @Option(names = "--iterations", defaultValue = "100", description = "of jsprit")
  private int iterations;

  private final PrintStream out = System.out;
  private final List<Result> results = new ArrayList<>();

  /** Ends with 1 when any plan is wrong; with 2 on wrong options. */
  public static void main(String[] args) {
    exit(new MatchScooters(), args);
  }

  /** Sums of one way over all towns. */
  private static final class Sums {
    private final String name;
    private int riding;
    private double minutes;
    private long cost;
    private double seconds;
    private double slowest;
    private int faults;

    Sums(String name) {
      this.name = name;
    }

    void add(ScooterTown town, Supplier<MatchingPlan> matching) {
      long begun = Meter.nanos();
      MatchingPlan plan = matching.get();
      double took = (Meter.nanos() - begun) / 1e9;
      seconds += took;
      slowest = Math.max(slowest, took);
      riding += plan.riding();
      cost += plan.cost();
      for (int r = 0; r < plan.matches().size(); r++) {
        ScooterMatch match = plan.matches().get(r);
        minutes += (match.arrival() - town.riders.get(r).alightsAt()) / 60e3;
      }
      faults += new MatchingCheck(town, RULES).faults(0, town.riders, town.scooters, plan).size();
    }
  }

  @Override
  int measure() throws IOException {
    if (riders < 1 || seeds < 1 || iterations < 0 || scooters.stream().anyMatch(s -> s < 0)) {
      throw new InputException(
          "--riders and --seeds must be >= 1, --scooters and --iterations >= 0, were "
              + riders
              + ", "
              + seeds
              + ", "
              + scooters
              + ", "
              + iterations);
    }
    results.add(Machine.processors());
    int faults = 0;
    for (int count : scooters) {
      faults += measure(count);
    }
    new ResultTable(out).printSummary(results);
    write(results);
    return faults == 0 ? 0 : 1;
  }

  private int measure(int count) {
    Sums nearest = new Sums("nearest");
    Sums assigned = new Sums("assignment");
    Sums turns = new Sums("jsprit");
    long bound = 0;
    // The first town is for the virtual machine to warm up.
    for (int seed = 0; seed <= seeds; seed++) {
      ScooterTown town = new ScooterTown(riders, count, seed);
      ScooterMatching matching = new ScooterMatching(town, RULES);
      boolean counts = seed > 0;
      SearchBudget budget = SearchBudget.ofIterations(iterations);
      (counts ? nearest : new Sums(""))
          .add(town, () -> matching.nearest(0, town.riders, town.scooters));
      (counts ? assigned : new Sums(""))
          .add(town, () -> matching.assign(0, town.riders, town.scooters));
      (counts ? turns : new Sums(""))
          .add(town, () -> matching.sequence(0, town.riders, town.scooters, 1, budget));
      bound += counts ? ScooterBound.of(town, RULES) : 0;
    }
    String town = riders + " riders, " + count + " scooters";
    out.printf(
        Locale.ROOT,
        "%s%n  %-12s %8s %14s %14s %10s %10s%n",
        town,
        "",
        "riding",
        "min to arrival",
        "cost to bound",
        "mean ms",
        "worst ms");
    for (Sums sums : List.of(nearest, assigned, turns)) {
      row(town, sums, bound);
    }
    String gap = town + ": assignment, cost above the bound";
    results.add(
        Result.figure(gap, percent(assigned.cost, bound), "%").toHold(Target.atMost(1, "%")));
    saved(town, assigned, nearest);
    saved(town, turns, nearest);
    String time = town + ": jsprit, slowest";
    results.add(Result.figure(time, turns.slowest, "s").toHold(Target.atMost(2, "s")));
    return nearest.faults + assigned.faults + turns.faults;
  }

  private void row(String town, Sums sums, long bound) {
    int all = riders * seeds;
    out.printf(
        Locale.ROOT,
        "  %-12s %7.1f%% %14.2f %13.2f%% %10.1f %10.1f%n",
        sums.name,
        100.0 * sums.riding / all,
        sums.minutes / all,
        percent(sums.cost, bound),
        1e3 * sums.seconds / seeds,
        1e3 * sums.slowest);
    String name = town + ": " + sums.name;
    results.add(Result.figure(name + ", riding", 100.0 * sums.riding / all, "%"));
    results.add(Result.figure(name + ", mean time to arrival", sums.minutes / all, "min"));
    results.add(Result.figure(name + ", mean time", sums.seconds / seeds, "s"));
    results.add(
        Result.figure(name + ", faults", sums.faults, "").toHold(Target.atMost(0, "faults")));
  }

  private void saved(String town, Sums sums, Sums nearest) {
    String name = town + ": " + sums.name + ", time to arrival saved over nearest";
    double share = 100 * (nearest.minutes - sums.minutes) / nearest.minutes;
    Target positive = new Target("> 0 %", result -> result.value() > 0);
    results.add(Result.figure(name, share, "%").toHold(positive));
  }

  private static double percent(long cost, long bound) {
    return 100.0 * (cost - bound) / bound;
  }
}
