package org.ieum.server.command;

import java.util.Optional;
import java.util.Set;
import org.ieum.progress.InputException;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.server.config.ReoptimizationConfig;
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
      defaultValue = "1000",
      description = "How often one look changes a plan to see whether it gets better.")
  int iterations;

  /** How routes are improved, if they are. */
  Optional<Improvement> findImprovement(OptimizerOptions options, long seed) {
    if (iterations < 1) {
      throw new InputException("--optimize-iterations must be >= 1, was " + iterations);
    }
    ReoptimizationConfig config = options.toConfig();
    ReoptimizeRules rules =
        new ReoptimizeRules(
            config.interval().millis(),
            config.announceAhead().millis(),
            config.vehicles(),
            iterations);
    return config
        .optimizer()
        .findOptimizer()
        .map(optimizer -> new Improvement(optimizer, rules, seed));
  }
}
