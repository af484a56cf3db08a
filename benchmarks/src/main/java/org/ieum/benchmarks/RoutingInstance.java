package org.ieum.benchmarks;

import org.ieum.reoptimize.RoutingProblem;

/**
 * A published pickup-and-delivery instance as its file tells it: node 0 is the depot, distances are
 * Euclidean and take as long as they are.
 */
final class RoutingInstance {
  /** Units of the search for one of the file; distances are rounded to them. */
  static final int SCALE = 100_000;

  final String name;
  final int vehicles;
  final int capacity;

  /** Longest ride, or infinite. */
  final double maxRide;

  /** Longest time between a vehicle's leaving the depot and its return, or infinite. */
  final double maxRoute;

  /** Whether fewer vehicles are better than less driving. */
  final boolean savesVehicles;

  /** Coordinates of node n. */
  final double[] x;

  final double[] y;

  /** Window of node n, for the beginning of service. */
  final double[] earliest;

  final double[] latest;

  /** How long service takes at node n. */
  final double[] service;

  /** Change of load at node n. */
  final int[] demand;

  /** Node where request r is picked up. */
  final int[] pickup;

  /** Node where request r is set down. */
  final int[] dropoff;

  RoutingInstance(
      String name,
      int vehicles,
      int capacity,
      double maxRide,
      double maxRoute,
      boolean savesVehicles,
      double[][] columns,
      int[] demand,
      int[] pickup,
      int[] dropoff) {
    this.name = name;
    this.vehicles = vehicles;
    this.capacity = capacity;
    this.maxRide = maxRide;
    this.maxRoute = maxRoute;
    this.savesVehicles = savesVehicles;
    x = columns[0];
    y = columns[1];
    earliest = columns[2];
    latest = columns[3];
    service = columns[4];
    this.demand = demand;
    this.pickup = pickup;
    this.dropoff = dropoff;
  }

  double distance(int from, int to) {
    return Math.hypot(x[from] - x[to], y[from] - y[to]);
  }

  /** What the search gets: integers. */
  RoutingProblem problem() {
    int requests = pickup.length;
    int nodes = x.length;
    RoutingProblem.Draft draft = RoutingProblem.draft(requests, vehicles, nodes);
    for (int r = 0; r < requests; r++) {
      describe(draft, 2 * r, pickup[r]);
      describe(draft, 2 * r + 1, dropoff[r]);
      draft.demand(r, demand[pickup[r]]);
      if (maxRide < Double.POSITIVE_INFINITY) {
        draft.maxRide(r, scaled(maxRide));
      }
    }
    for (int v = 0; v < vehicles; v++) {
      describe(draft, 2 * requests + 2 * v, 0);
      describe(draft, 2 * requests + 2 * v + 1, 0);
      draft.capacity(v, capacity);
    }
    int[] matrix = new int[nodes * nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        matrix[i * nodes + j] = scaled(distance(i, j));
      }
    }
    return draft.build(matrix, matrix);
  }

  private void describe(RoutingProblem.Draft draft, int node, int place) {
    draft.node(node, place, scaled(earliest[place]), scaled(latest[place]), scaled(service[place]));
  }

  /** In units of the search. */
  static int scaled(double value) {
    return Math.toIntExact(Math.round(value * SCALE));
  }
}
