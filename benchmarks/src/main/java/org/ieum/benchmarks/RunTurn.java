package org.ieum.benchmarks;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run of the dispatcher through an instance, as often as it is its turn. */
final class RunTurn implements Turn {
  private final Supplier<DispatchRun> work;
  private final Series mean = new Series();
  private final Series p99 = new Series();
  private final Series seconds = new Series();
  private @Nullable DispatchRun last;

  RunTurn(Supplier<DispatchRun> work) {
    this.work = work;
  }

  @Override
  public void take(int number, boolean counted) {
    DispatchRun run = work.get();
    last = run;
    if (counted) {
      mean.add(run.latencies().mean());
      p99.add(run.latencies().p99());
      seconds.add(run.wallSeconds());
    }
  }

  /** The last run; all are the same but for their times. */
  DispatchRun getLast() {
    if (last == null) {
      throw new IllegalStateException("nothing has been run");
    }
    return last;
  }

  /** Mean time of a request, median of the counted rounds. */
  Result mean(String name, double yardstick) {
    return Result.time(name + ": a request, mean", mean.median(), yardstick);
  }

  /** The time that 99 of 100 requests do not exceed, median of the counted rounds. */
  Result p99(String name, double yardstick) {
    return Result.time(name + ": a request, p99", p99.median(), yardstick);
  }

  /** A whole run by the clock, median of the counted rounds. */
  Result day(String name) {
    return Result.figure(name + ": the whole day by the clock", seconds.median(), "s");
  }
}
