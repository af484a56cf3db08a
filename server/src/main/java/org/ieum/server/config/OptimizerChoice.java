package org.ieum.server.config;

import java.util.Optional;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.reoptimize.RouteSearch;

/** What improves routes while they are driven. */
public enum OptimizerChoice {
  /** Nothing: everybody rides as inserted. */
  OFF,
  /** The engine's own large-neighbourhood search. */
  LNS;

  /** The optimiser, unless there is to be none. */
  public Optional<RouteOptimizer> findOptimizer() {
    return this == OFF ? Optional.empty() : Optional.of(RouteSearch::improve);
  }
}
