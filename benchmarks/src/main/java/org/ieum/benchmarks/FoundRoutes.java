package org.ieum.benchmarks;

import java.util.List;

/**
 * What a solver came to.
 *
 * @param routes visited nodes of the file in order, without the depot, for each vehicle
 * @param iterations as the solver counts them
 */
record FoundRoutes(List<int[]> routes, long iterations) {}
