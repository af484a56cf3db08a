package org.ieum.server.command;

import org.ieum.progress.InputException;
import org.ieum.server.config.OptimizerChoice;
import org.ieum.server.config.ReoptimizationConfig;
import org.ieum.server.quantity.TimeSpan;
import picocli.CommandLine.Option;

/** Whether and how routes are improved while they are driven. */
@OptionGroup("Re-optimisation")
final class OptimizerOptions {
  @Option(
      names = "--optimizer",
      paramLabel = "WHICH",
      defaultValue = "lns",
      description =
          "lns: a large-neighbourhood search improves the routes all day; riders who have been told"
              + " their vehicle, or are aboard, keep it. jsprit: the library jsprit does, more"
              + " slowly. off: everybody rides as first planned.")
  OptimizerChoice choice;

  @Option(
      names = "--optimize-every",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "From one look at some of the routes to the next.")
  TimeSpan interval;

  @Option(
      names = "--announce-ahead",
      paramLabel = "TIME",
      defaultValue = "2m",
      description =
          "How long before its planned arrival riders are told their vehicle; with --optimizer.")
  TimeSpan announceAhead;

  @Option(
      names = "--optimize-vehicles",
      paramLabel = "COUNT",
      defaultValue = "24",
      description = "How many vehicles one look takes in at most.")
  int vehicles;

  /** The same as in the file of an area. */
  ReoptimizationConfig toConfig() {
    try {
      return new ReoptimizationConfig(choice, interval, announceAhead, vehicles);
    } catch (IllegalArgumentException e) {
      throw new InputException(option(String.valueOf(e.getMessage())));
    }
  }

  /** What a file calls by a key. */
  private static String option(String fault) {
    return fault
        .replaceFirst("^interval", "--optimize-every")
        .replaceFirst("^announce_ahead", "--announce-ahead")
        .replaceFirst("^vehicles", "--optimize-vehicles");
  }
}
