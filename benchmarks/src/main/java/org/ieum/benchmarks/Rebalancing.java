package org.ieum.benchmarks;

import java.io.IOException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ieum.micromobility.RebalanceForecast;
import org.ieum.micromobility.RebalancingDays;
import org.ieum.micromobility.RebalancingDemand;
import org.ieum.micromobility.RebalancingFigures;
import org.ieum.micromobility.RebalancingPlan;
import org.ieum.micromobility.RebalancingTrip;
import org.ieum.micromobility.RewardRules;
import org.ieum.micromobility.VanTourRules;
import org.ieum.micromobility.VanTourShift;
import org.ieum.progress.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Days of scooters with vans and rewards; {@code benchmarks/rebalancing} starts it. */
@Command(
    name = "benchmarks/rebalancing",
    sortOptions = false,
    description =
        "Lives through the same days of shared scooters on the embedded map four times: with"
            + " nothing done, with vans, with rewards for riders, and with both. Rides are made up:"
            + " from homes outside to work in the middle in the morning, fewer of them back. The"
            + " forecast has seen two other weeks, not these days. Amounts are in cents; what"
            + " vans cost and how riders answer are assumptions.")
public final class Rebalancing extends BenchmarkCommand {
  private static final int MINUTE = 60_000;
  private static final int HOUR = 60 * MINUTE;
  private static final int CAPACITY = 20;

  /** Days of the past that the forecast has seen. */
  private static final int PAST = 14;

  private static final DayOfWeek FIRST = DayOfWeek.MONDAY;

  private static final VanTourRules VANS =
      new VanTourRules(MINUTE, 2 * MINUTE, 3_500, 40, 300, 6, 20);

  private static final RewardRules REWARDS =
      new RewardRules(Currency.getInstance("EUR"), 15, 40, 30, 300, 10, 200, 12 * MINUTE);

  @Option(names = "--seeds", defaultValue = "5", description = "runs of other rides, 2 to 10")
  private int seeds;

  @Option(names = "--days", defaultValue = "7", description = "days of each run, 1 to 14")
  private int days;

  @Option(names = "--stations", defaultValue = "40", description = "how many, 5 to 100")
  private int stations;

  @Option(names = "--scooters", defaultValue = "300", description = "how many in all")
  private int scooters;

  @Option(names = "--rides", defaultValue = "1500", description = "wanted on a working day")
  private int rides;

  @Option(names = "--budget", defaultValue = "10000", description = "for rewards, cents a day")
  private long budget;

  @Option(
      names = "--range",
      defaultValue = "30000",
      description =
          "of a full battery, metres, 10000 to 1000000; only vans change batteries, so with little"
              + " range scooters stand flat without them")
  private int range;

  private final List<Result> results = new ArrayList<>();

  /** Ends with 2 on wrong options. */
  public static void main(String[] args) {
    exit(new Rebalancing(), args);
  }

  private static void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InputException(name + " must be from " + least + " to " + most + ", was " + value);
    }
  }

  @Override
  int measure() throws IOException {
    check("--seeds", seeds, 2, 10);
    check("--days", days, 1, 14);
    check("--stations", stations, 5, 100);
    check("--scooters", scooters, 1, (long) stations * CAPACITY - 1);
    check("--rides", rides, 0, 10_000);
    check("--budget", budget, 0, 1_000_000);
    check("--range", range, 10_000, 1_000_000);
    ScooterCity city = new ScooterCity(City.embeddedMap(), stations, 1);
    RebalancingDemand demand = new RebalancingDemand(city, city.homes(), city.work(), rides);
    RebalanceForecast forecast =
        RebalancingDemand.learn(city, stations, demand.days(FIRST, PAST, 1_000), FIRST, PAST);
    List<String> names = List.of("nothing", "vans", "rewards", "both");
    List<List<RebalancingFigures>> figures = new ArrayList<>();
    names.forEach(name -> figures.add(new ArrayList<>()));
    for (int seed = 1; seed <= seeds; seed++) {
      List<RebalancingTrip> trips = demand.days(FIRST, days, seed);
      for (int variant = 0; variant < names.size(); variant++) {
        RebalancingPlan plan =
            plan(/* vans= */ (variant & 1) != 0, /* rewards= */ (variant & 2) != 0);
        figures
            .get(variant)
            .add(
                RebalancingDays.run(plan, capacity(), placed(), city, city, forecast, trips, days));
      }
      PairedReport.progress(seed, seeds);
    }
    results.add(Machine.processors());
    System.out.printf(
        Locale.ROOT,
        "%d stations, %d scooters of %d m, %d rides a day wanted, %d days; a day, +- half of the"
            + " 95 %% interval over %d seeds%n  %-26s",
        stations,
        scooters,
        range,
        rides,
        days,
        seeds,
        "");
    names.forEach(name -> System.out.printf(Locale.ROOT, " %20s", name));
    System.out.println();
    row("unserved, % of asked", names, figures, one -> 100 * one.unservedShare());
    row("without dock", names, figures, one -> (double) one.turnedAway() / days);
    row("van km", names, figures, one -> one.vanMetres() / 1e3 / days);
    row("van hours", names, figures, one -> one.vanMillis() / 3.6e6 / days);
    row("scooters moved", names, figures, one -> (double) one.moved() / days);
    row("batteries changed", names, figures, one -> (double) one.swapped() / days);
    row("jobs without time", names, figures, one -> (double) one.undone() / days);
    row("rewards offered", names, figures, one -> (double) one.offers() / days);
    row("rewards accepted", names, figures, one -> (double) one.accepted() / days);
    row("rewards paid", names, figures, one -> one.rewards() / 100.0 / days);
    row("vans and rewards cost", names, figures, one -> one.cost(VANS) / 100 / days);
    row(
        "cost per rider served more",
        names,
        figures.stream().map(list -> paired(figures.get(0), list)).toList());
    write(results);
    return 0;
  }

  private RebalancingPlan plan(boolean vans, boolean rewards) {
    return new RebalancingPlan(
        FIRST,
        vans,
        rewards,
        List.of(
            new VanTourShift("night", 0, 12, 40, 2 * HOUR, 6 * HOUR),
            new VanTourShift("noon", 0, 12, 40, 11 * HOUR, 15 * HOUR)),
        VANS,
        0.15,
        10 * HOUR,
        REWARDS,
        4 * HOUR,
        budget,
        200,
        range,
        5_000,
        1);
  }

  private int[] capacity() {
    int[] capacity = new int[stations];
    Arrays.fill(capacity, CAPACITY);
    return capacity;
  }

  /** The scooters as evenly as they can be. */
  private int[] placed() {
    int[] placed = new int[stations];
    for (int i = 0; i < scooters; i++) {
      placed[i % stations]++;
    }
    return placed;
  }

  private void row(
      String name,
      List<String> variants,
      List<List<RebalancingFigures>> figures,
      ToDoubleFunction<RebalancingFigures> figure) {
    row(
        name,
        variants,
        figures.stream().map(list -> list.stream().mapToDouble(figure).toArray()).toList());
  }

  private void row(String name, List<String> variants, List<double[]> values) {
    System.out.printf(Locale.ROOT, "  %-26s", name);
    for (int variant = 0; variant < values.size(); variant++) {
      double mean = Arrays.stream(values.get(variant)).average().orElseThrow();
      double half = PairedDays.halfWidth(values.get(variant));
      System.out.printf(Locale.ROOT, " %11.2f +- %5.2f", mean, half);
      results.add(Result.figure(variants.get(variant) + ": " + name, mean, ""));
      results.add(
          Result.figure(variants.get(variant) + ": " + name + ", half of the interval", half, ""));
    }
    System.out.println();
  }

  /** What each rider more than with nothing has cost, seed by seed. */
  private static double[] paired(List<RebalancingFigures> nothing, List<RebalancingFigures> other) {
    double[] costs = new double[other.size()];
    for (int i = 0; i < costs.length; i++) {
      int more = nothing.get(i).unserved() - other.get(i).unserved();
      costs[i] = more > 0 ? other.get(i).cost(VANS) / 100 / more : 0;
    }
    return costs;
  }
}
