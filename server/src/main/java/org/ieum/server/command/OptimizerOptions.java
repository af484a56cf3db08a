package org.ieum.server.command;

import java.util.Optional;
import java.util.Set;
import org.ieum.progress.InputException;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.server.config.OptimizerChoice;
import org.ieum.server.quantity.TimeSpan;
import org.ieum.simulation.Simulation.Improvement;
import picocli.CommandLine.Option;

/** Whether and how routes are improved while they are driven. */
@OptionGroup("Re-optimisation")
final class OptimizerOptions {
  /** Options that mean nothing without an optimiser. */
  static final Set<String> IF_ON =
      Set.of("optimize-every", "announce-ahead", "optimize-vehicles", "optimize-iterations");

  @Option(
      names = "--optimizer",
      paramLabel = "WHICH",
      defaultValue = "off",
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

  @Option(
      names = "--optimize-iterations",
      paramLabel = "COUNT",
      defaultValue = "300",
      description = "How often one look changes a plan to see whether it gets better.")
  int iterations;

  /** How routes are improved, if they are. */
  Optional<Improvement> findImprovement(long seed) {
    if (interval.millis() < 1000) {
      throw new InputException("--optimize-every: must be >= 1s, was " + interval);
    }
    checkPositive("--optimize-vehicles", vehicles);
    checkPositive("--optimize-iterations", iterations);
    ReoptimizeRules rules =
        new ReoptimizeRules(interval.millis(), announceAhead.millis(), vehicles, iterations);
    if (choice == OptimizerChoice.OFF && !rules.equals(ReoptimizeRules.DEFAULT)) {
      throw new InputException(
          "--optimize-every, --optimize-vehicles, --optimize-iterations and --announce-ahead need"
              + " --optimizer");
    }
    return choice.findOptimizer().map(optimizer -> new Improvement(optimizer, rules, seed));
  }

  private static void checkPositive(String option, int value) {
    if (value < 1) {
      throw new InputException(option + ": must be >= 1, was " + value);
    }
  }
}
