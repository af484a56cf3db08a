package org.ieum.server.config;

import java.util.Optional;
import org.ieum.reoptimize.JspritSearch;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.reoptimize.RouteSearch;

/** What improves routes while they are driven. */
public enum OptimizerChoice {
  /** Nothing: everybody rides as inserted. */
  OFF,
  /** The engine's own large-neighbourhood search. */
  LNS,
  /** The library jsprit. */
  JSPRIT;

  /** The optimiser, unless there is to be none. */
  public Optional<RouteOptimizer> findOptimizer() {
    return switch (this) {
      case OFF -> Optional.empty();
      case LNS -> Optional.of(RouteSearch::improve);
      case JSPRIT -> Optional.of(JspritSearch::improve);
    };
  }
}
