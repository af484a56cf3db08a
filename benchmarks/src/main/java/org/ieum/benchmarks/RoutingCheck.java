package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recomputes a solution from the instance alone, in floating point, sharing nothing with the
 * search: every request once, pickup first, in one vehicle; loads; and whether there are times that
 * keep windows, longest rides and longest routes. The limits on times are differences between two
 * of them, so there are such times exactly if Bellman and Ford's algorithm settles.
 */
final class RoutingCheck {
  /** What the search's rounding to integers may add up to. */
  private static final double TOLERANCE = 1e-3;

  private final RoutingInstance instance;
  private final List<String> faults = new ArrayList<>();
  private double distance;
  private int used;

  /**
   * Checks a solution.
   *
   * @param routes visited nodes of the file in order, without the depot, for each vehicle
   */
  RoutingCheck(RoutingInstance instance, List<int[]> routes) {
    this.instance = instance;
    int[] routeOf = new int[instance.x.length];
    int[] placeOf = new int[instance.x.length];
    Arrays.fill(routeOf, -1);
    for (int v = 0; v < routes.size(); v++) {
      int[] route = routes.get(v);
      for (int i = 0; i < route.length; i++) {
        if (route[i] <= 0 || route[i] >= routeOf.length || routeOf[route[i]] >= 0) {
          faults.add("node " + route[i] + " is no visit or visited twice");
          return;
        }
        routeOf[route[i]] = v;
        placeOf[route[i]] = i;
      }
    }
    for (int r = 0; r < instance.pickup.length; r++) {
      int from = instance.pickup[r];
      int to = instance.dropoff[r];
      if (routeOf[from] < 0 || routeOf[from] != routeOf[to] || placeOf[from] > placeOf[to]) {
        faults.add("request from node " + from + " to " + to + " is not served");
      }
    }
    if (faults.isEmpty()) {
      routes.forEach(this::checkRoute);
    }
    if (used > instance.vehicles) {
      faults.add(used + " vehicles of " + instance.vehicles);
    }
  }

  /** What is wrong, nothing when all is well. */
  List<String> faults() {
    return faults;
  }

  /** Of all routes. */
  double distance() {
    return distance;
  }

  /** Vehicles with visits. */
  int used() {
    return used;
  }

  private void checkRoute(int[] route) {
    if (route.length == 0) {
      return;
    }
    used++;
    int load = 0;
    int at = 0;
    for (int node : route) {
      distance += instance.distance(at, node);
      at = node;
      load += instance.demand[node];
      if (load > instance.capacity || load < 0) {
        faults.add("load " + load + " after node " + node);
      }
    }
    distance += instance.distance(at, 0);
    if (!hasTimes(route)) {
      faults.add("no times for " + Arrays.toString(route));
    }
  }

  private boolean hasTimes(int[] route) {
    int last = route.length + 1;
    int[] node = new int[last + 1];
    System.arraycopy(route, 0, node, 1, route.length);
    double[] time = new double[last + 1];
    for (int i = 0; i <= last; i++) {
      time[i] = instance.earliest[node[i]];
    }
    for (int round = 0; round <= last + 1; round++) {
      double[] before = time.clone();
      time[0] = Math.max(time[0], time[last] - instance.maxRoute);
      for (int i = 1; i <= last; i++) {
        double left = time[i - 1] + instance.service[node[i - 1]];
        time[i] = Math.max(time[i], left + instance.distance(node[i - 1], node[i]));
      }
      for (int r = 0; r < instance.pickup.length; r++) {
        int from = place(node, instance.pickup[r]);
        int to = place(node, instance.dropoff[r]);
        if (from > 0) {
          double needed = time[to] - instance.maxRide - instance.service[node[from]];
          time[from] = Math.max(time[from], needed);
        }
      }
      for (int i = 0; i <= last; i++) {
        if (time[i] > instance.latest[node[i]] + TOLERANCE) {
          return false;
        }
      }
      if (isNear(before, time)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNear(double[] before, double[] after) {
    for (int i = 0; i < before.length; i++) {
      if (after[i] - before[i] > TOLERANCE / before.length) {
        return false;
      }
    }
    return true;
  }

  private static int place(int[] nodes, int node) {
    for (int i = 1; i < nodes.length - 1; i++) {
      if (nodes[i] == node) {
        return i;
      }
    }
    return -1;
  }
}
