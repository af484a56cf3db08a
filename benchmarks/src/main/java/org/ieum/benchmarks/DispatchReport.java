package org.ieum.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.ieum.benchmarks.DispatchRun.Difference;
import org.ieum.model.Offer;

/** Prints what came of one instance; a quick look, where {@link Suite} is the thorough one. */
final class DispatchReport {
  private static final int ROUNDS = 2;
  private static final int SHOWN = 20;

  private final String instance;
  private final boolean guided;
  private final PrintStream out;

  private DispatchReport(String instance, boolean guided, PrintStream out) {
    this.instance = instance;
    this.guided = guided;
    this.out = out;
  }

  /**
   * Runs an instance twice, the first time while the code is being compiled.
   *
   * @param folder with the instances
   */
  static void print(Path folder, String name, boolean guided, PrintStream out) {
    new DispatchReport(name, guided, out).print(folder);
  }

  private void print(Path folder) {
    DispatchInstance read = DispatchInstance.read(folder, instance);
    Roads roads = Roads.of(new RoadPack(folder).edges);
    YardstickTurn yardstick = new YardstickTurn(roads.witness(), 1);
    for (int i = 0; i < 3; i++) {
      yardstick.take(i, /* counted= */ true);
    }
    for (int round = 1; round <= ROUNDS; round++) {
      DispatchRun run = guided ? DispatchRun.guided(read, roads) : DispatchRun.free(read, roads);
      printRun(run, yardstick.micros());
      if (round == ROUNDS) {
        new QualityTable(instance)
            .add("KaRRi", KarriSummary.read(folder, instance))
            .add(guided ? "guided" : "free", Quality.of(run))
            .print(out);
      }
    }
  }

  private void printRun(DispatchRun run, double q) {
    int shown = 0;
    for (Difference difference : run.differences()) {
      if (guided && shown++ < SHOWN) {
        String ours =
            difference.ours() instanceof Offer offer
                ? offer.vehicle() + " at " + offer.cost()
                : "rejected";
        out.println(
            "  request "
                + difference.request()
                + ": KaRRi "
                + difference.karri()
                + ", ours "
                + ours
                + (difference.isTaken() ? " and taken, KaRRi's does not hold here" : ""));
      }
    }
    Latencies latencies = run.latencies();
    out.printf(
        Locale.ROOT,
        "%s %s: %,d served, %d answers differ; mean %.1f us = %.2f q, p99 %.1f us = %.2f q"
            + " (q = %.1f us)%n",
        instance,
        guided ? "guided" : "free",
        Quality.of(run).served(),
        run.differences().size(),
        latencies.mean(),
        latencies.mean() / q,
        latencies.p99(),
        latencies.p99() / q,
        q);
  }
}
