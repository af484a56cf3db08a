package org.ieum.server.command;

import java.util.Optional;
import java.util.Set;
import org.ieum.progress.InputException;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.server.config.OptimizerChoice;
import org.ieum.server.quantity.TimeSpan;
import org.ieum.simulation.Simulation.Improvement;
import picocli.CommandLine.Option;

/** How long a look at the routes lasts where time is only thought of. */
@OptionGroup("Re-optimisation")
final class IterationOptions {
  /** Options that mean nothing without an optimiser. */
  static final Set<String> IF_ON =
      Set.of("optimize-every", "announce-ahead", "optimize-vehicles", "optimize-iterations");

  @Option(
      names = "--optimize-iterations",
      paramLabel = "COUNT",
      defaultValue = "150",
      description = "How often one look changes a plan to see whether it gets better.")
  int iterations;

  /** How routes are improved, if they are. */
  Optional<Improvement> findImprovement(OptimizerOptions options, long seed) {
    TimeSpan interval = options.interval;
    if (interval.millis() < 1000) {
      throw new InputException("--optimize-every: must be >= 1s, was " + interval);
    }
    checkPositive("--optimize-vehicles", options.vehicles);
    checkPositive("--optimize-iterations", iterations);
    ReoptimizeRules rules =
        new ReoptimizeRules(
            interval.millis(), options.announceAhead.millis(), options.vehicles, iterations);
    if (options.choice == OptimizerChoice.OFF && !rules.equals(ReoptimizeRules.DEFAULT)) {
      throw new InputException(
          "--optimize-every, --optimize-vehicles, --optimize-iterations and --announce-ahead need"
              + " --optimizer");
    }
    return options.choice.findOptimizer().map(optimizer -> new Improvement(optimizer, rules, seed));
  }

  private static void checkPositive(String option, int value) {
    if (value < 1) {
      throw new InputException(option + ": must be >= 1, was " + value);
    }
  }
}
