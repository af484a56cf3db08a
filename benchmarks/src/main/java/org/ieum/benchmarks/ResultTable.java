package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints results for people. */
final class ResultTable {
  private static final String ROW = "%-68s %14s %9s %11s  %-24s %s%n";

  private final PrintStream out;

  ResultTable(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints all results, and how many targets are missed.
   *
   * @param file to write them to as well, if any
   */
  void report(List<Result> results, @Nullable Path file) throws IOException {
    printHead();
    print(results);
    out.println();
    printSummary(results);
    if (file != null) {
      ResultFile.write(file, results);
    }
  }

  void printHead() {
    out.printf(Locale.ROOT, ROW, "", "figure", "q", "ratio", "target", "holds");
  }

  void print(List<Result> results) {
    for (Result result : results) {
      out.printf(
          Locale.ROOT,
          ROW,
          result.name(),
          number(result.value()) + " " + result.unit(),
          Double.isNaN(result.yardstick()) ? "-" : number(result.yardstick()) + " us",
          Double.isNaN(result.ratio()) ? "-" : number(result.ratio()) + " q",
          result.target().map(Target::text).orElse("-"),
          result.holds().map(held -> held ? "yes" : "MISSED").orElse("-"));
    }
  }

  /** How many targets are missed, and which. */
  void printSummary(List<Result> results) {
    int targets = 0;
    List<String> missed = new ArrayList<>();
    for (Result result : results) {
      if (result.holds().isPresent()) {
        targets++;
        if (!result.holds().get()) {
          missed.add(result.name());
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "%d of %d targets missed%s%n",
        missed.size(),
        targets,
        missed.isEmpty() ? "" : ": " + String.join("; ", missed));
  }

  /** With as many decimals as a reader needs. */
  private static String number(double value) {
    double size = Math.abs(value);
    String format =
        value == Math.rint(value) || size >= 1000
            ? "%,.0f"
            : size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, format, value);
  }
}
