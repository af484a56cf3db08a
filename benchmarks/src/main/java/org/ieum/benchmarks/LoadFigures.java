package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/** What a load generator counts while it measures. */
final class LoadFigures {
  private static final String MS = "ms";

  /** How long quotes took from when they should have been sent, ns. */
  final LongArrayList quoteNanos = new LongArrayList();

  /** The same of bookings that were confirmed. */
  final LongArrayList confirmNanos = new LongArrayList();

  /** The same of cancellations. */
  final LongArrayList cancelNanos = new LongArrayList();

  int offers;
  int conflicts;
  int boardings;
  int errors;
  int fewestLive = Integer.MAX_VALUE;
  double seconds;

  /** First error, for people. */
  String firstError = "";

  void error(String what) {
    errors++;
    if (firstError.isEmpty()) {
      firstError = what;
    }
  }

  List<Result> results(int rate, int live) {
    List<Result> results = new ArrayList<>();
    int quotes = quoteNanos.size();
    results.add(
        Result.figure("quotes answered", quotes / seconds, "/s")
            .toHold(Target.atLeast(0.999 * rate, "/s")));
    results.add(Result.figure("for so long", seconds, "s"));
    results.add(
        Result.figure("quotes with an offer", 100.0 * offers / quotes, "%")
            .toHold(Target.atLeast(60, "%")));
    results.add(
        Result.figure("live bookings, fewest", fewestLive, "").toHold(Target.atLeast(live, "")));
    results.add(Result.figure("bookings confirmed", confirmNanos.size() / seconds, "/s"));
    results.add(Result.figure("bookings called off", cancelNanos.size() / seconds, "/s"));
    results.add(Result.figure("parties boarded", boardings, ""));
    results.add(
        Result.figure(
                "confirmations refused with 409",
                100.0 * conflicts / Math.max(1, conflicts + confirmNanos.size()),
                "%")
            .toHold(Target.atMost(2, "%")));
    results.add(Result.figure("errors", errors, "").toHold(Target.atMost(0, "")));
    addTimes(results, "quote", quoteNanos, 20);
    addTimes(results, "confirm", confirmNanos, 50);
    addTimes(results, "cancel", cancelNanos, Double.NaN);
    return results;
  }

  private static void addTimes(
      List<Result> results, String name, LongArrayList nanos, double most) {
    Latencies times = new Latencies(nanos.toLongArray());
    results.add(Result.figure(name + ", p50", times.quantile(0.5) / 1e3, MS));
    Result p99 = Result.figure(name + ", p99", times.p99() / 1e3, MS);
    results.add(Double.isNaN(most) ? p99 : p99.toHold(Target.atMost(most, MS)));
    results.add(Result.figure(name + ", p99.9", times.quantile(0.999) / 1e3, MS));
    results.add(Result.figure(name + ", longest", times.longest() / 1e3, MS));
  }
}
