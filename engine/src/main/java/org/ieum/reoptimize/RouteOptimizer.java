package org.ieum.reoptimize;

/**
 * Improves plans of whole problems; {@link RouteSearch#improve} and {@link JspritSearch#improve}
 * are ways.
 */
@FunctionalInterface
public interface RouteOptimizer {
  /**
   * Looks for a plan that costs less.
   *
   * @param visits of vehicle v in order, as {@link RoutingSolution#visits} has them; they serve
   *     everybody and keep all limits
   * @param seed of whatever is drawn at random
   * @return a plan that costs no more; the one that was given if nothing better is found
   */
  RoutingSolution improve(RoutingProblem problem, int[][] visits, long seed, SearchBudget budget);
}
