package org.ieum.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints the quality of several runs of one instance side by side. */
final class QualityTable {
  private record Line(String name, Function<Quality, String> figure) {}

  private static final List<Line> LINES =
      List.of(
          line("served", "%,.0f", Quality::served),
          line("wait, mean, s", "%.1f", Quality::waitMean),
          line("wait, p95, s", "%.1f", Quality::waitP95),
          line("ride, mean, s", "%.1f", Quality::rideMean),
          line("detour, mean ride / direct", "%.4f", Quality::detour),
          line("driving, h", "%,.1f", Quality::driveHours),
          line("occupancy while driving", "%.3f", Quality::occupancy),
          line("empty share of driving", "%.4f", Quality::emptyShare),
          line("a request, mean, us", "%.1f", Quality::meanMicros),
          line("a request, p99, us", "%.1f", Quality::p99Micros),
          line("same answers as KaRRi", "%,.0f", Quality::same));

  private final String title;
  private final List<String> heads = new ArrayList<>();
  private final List<Quality> columns = new ArrayList<>();

  QualityTable(String title) {
    this.title = title;
  }

  private static Line line(String name, String format, Function<Quality, Number> figure) {
    return new Line(
        name, run -> String.format(Locale.ROOT, format, figure.apply(run).doubleValue()));
  }

  QualityTable add(String head, Quality column) {
    heads.add(head);
    columns.add(column);
    return this;
  }

  void print(PrintStream out) {
    out.printf(Locale.ROOT, "%-28s", title);
    for (String head : heads) {
      out.printf(Locale.ROOT, " %14s", head);
    }
    out.println();
    for (Line line : LINES) {
      out.printf(Locale.ROOT, "  %-26s", line.name());
      for (Quality column : columns) {
        out.printf(Locale.ROOT, " %14s", line.figure().apply(column));
      }
      out.println();
    }
  }
}
