package org.ieum.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ieum.benchmarks.DispatchRun.Difference;

/**
 * Whole dispatch on an instance that KaRRi solved, guided by its answers and free, taking turns
 * with the yardstick.
 */
final class KarriFigures {
  /** Requests of the day on which single operations are measured. */
  private static final int OPERATIONS = 5000;

  /** Drive hours that differ by no more look the same in the table. */
  private static final double SAME_HOURS = 0.05;

  private static final String DRIVING_NOTE =
      "  driving: KaRRi logs a leg that is diverted as ending at the time of the request, so up to"
          + " one edge\n  of each diversion counts as standing there (SPEC.md, section 9) and as"
          + " driving here";

  private final KarriInstance wanted;
  private final Quality karri;
  private final YardstickTurn yardstick;
  private final RunTurn guided;
  private final RunTurn free;
  private final Operations operations;

  KarriFigures(Path folder, KarriInstance wanted, Roads roads) {
    this.wanted = wanted;
    karri = wanted.karri(folder);
    DispatchInstance instance = wanted.read(folder);
    yardstick = new YardstickTurn(roads.witness(), /* share= */ 1);
    guided = new RunTurn(() -> DispatchRun.guided(instance, roads));
    free = new RunTurn(() -> DispatchRun.free(instance, roads));
    operations = new Operations(wanted.name(), instance.first(OPERATIONS), roads);
  }

  /** Measures everything in rounds. */
  KarriFigures measure(int warmUp, int rounds) {
    Turn.all(List.of(yardstick, guided, free, operations), warmUp, rounds);
    return this;
  }

  /** The medians of the rounds. */
  List<Result> results() {
    double q = yardstick.micros();
    List<Result> results = new ArrayList<>();
    results.add(Result.time(wanted.name() + ": yardstick", q, q));
    String name = wanted.name() + " guided";
    results.add(guided.mean(name, q).toHold(Target.ratioAtMost(wanted.mean())));
    results.add(guided.p99(name, q).toHold(Target.ratioAtMost(wanted.p99())));
    List<Integer> different = new ArrayList<>();
    for (Difference difference : guided.getLast().differences()) {
      different.add(difference.request());
    }
    results.add(
        Result.figure(name + ": answers that differ", different.size(), "answers")
            .toHold(wanted.onlyKnown(different)));
    name = wanted.name() + " free";
    results.add(free.mean(name, q));
    results.add(free.p99(name, q));
    results.add(
        Result.figure(name + ": served", Quality.of(free.getLast()).served(), "riders")
            .toHold(Target.near(karri.served(), 0.001)));
    Result day = free.day(name);
    results.add(
        wanted.daySeconds() > 0 ? day.toHold(Target.atMost(wanted.daySeconds(), "s")) : day);
    results.addAll(operations.results(q));
    return results;
  }

  /** Prints what both were like beside KaRRi. */
  void printQuality(PrintStream out) {
    Quality ours = Quality.of(guided.getLast());
    new QualityTable(wanted.name())
        .add("KaRRi", karri)
        .add("guided", ours)
        .add("free", Quality.of(free.getLast()))
        .print(out);
    if (Math.abs(ours.driveHours() - karri.driveHours()) > SAME_HOURS) {
      out.println(DRIVING_NOTE);
    }
  }
}
