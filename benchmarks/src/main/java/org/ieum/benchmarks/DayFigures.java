package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Whole dispatch and its single operations on a day that nobody else has solved. */
final class DayFigures {
  private final DispatchInstance day;
  private final YardstickTurn yardstick;
  private final RunTurn run;
  private final Operations operations;

  DayFigures(DispatchInstance day, Roads roads) {
    this.day = day;
    yardstick = new YardstickTurn(roads.witness(), /* share= */ 10);
    run = new RunTurn(() -> DispatchRun.free(day, roads));
    operations = new Operations(day.name(), day, roads);
  }

  /** Measures everything in rounds. */
  DayFigures measure(int warmUp, int rounds) {
    Turn.all(List.of(yardstick, run, operations), warmUp, rounds);
    return this;
  }

  /** The medians of the rounds. */
  List<Result> results() {
    double q = yardstick.micros();
    List<Result> results = new ArrayList<>();
    String name = day.name() + " free";
    results.add(run.mean(name, q));
    results.add(run.p99(name, q));
    results.addAll(operations.results(q));
    return results;
  }
}
