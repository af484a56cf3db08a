package org.ieum.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Tells how days of one kind differ that were lived through twice, on screen and as results. */
final class PairedReport {
  private final PrintStream out;
  private final List<Result> results;
  private final String day;
  private final String plain;

  /**
   * Reports days of a kind.
   *
   * @param results to which it adds
   * @param plain what the first of each pair is called
   */
  PairedReport(PrintStream out, List<Result> results, String day, String plain) {
    this.out = out;
    this.results = results;
    this.day = day;
    this.plain = plain;
  }

  /** Begins the table. */
  void head(String first, String second) {
    out.printf(Locale.ROOT, "%s%n  %-34s %12s %12s %12s%n", day, "", first, second, "change");
  }

  /** Says on the way how far it has come. */
  static void progress(int seed, int seeds) {
    System.err.printf(Locale.ROOT, "  day %d of %d%n", seed, seeds);
  }

  void row(PairedDays pairs, String name, ToDoubleFunction<ServiceDay> figure) {
    row(pairs, name, figure, null);
  }

  /** A row whose change has a target. */
  void row(
      PairedDays pairs, String name, ToDoubleFunction<ServiceDay> figure, @Nullable Target target) {
    out.println(pairs.row(name, figure));
    String row = day + ": " + name + ", ";
    Result change = Result.figure(row + "change", pairs.change(figure), "%");
    results.add(Result.figure(row + plain, pairs.meanPlain(figure), ""));
    results.add(Optional.ofNullable(target).map(change::toHold).orElse(change));
    double half = pairs.halfWidth(figure);
    if (!Double.isNaN(half)) {
      results.add(Result.figure(row + "half of the interval", half, "%"));
    }
  }

  /** The last row: none may be. */
  void broken(PairedDays pairs) {
    results.add(
        Result.figure(day + ": promises broken", pairs.broken(), "").toHold(Target.atMost(0, "")));
    out.printf(Locale.ROOT, "  %-34s %38d%n%n", "promises broken", pairs.broken());
  }
}
