package org.ieum.dispatch;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.traveltime.TravelTimes;

/**
 * Finds vehicles that might exchange rides: those whose routes come near each other. Around whom is
 * said by turns: a vehicle that has got another route since it was last looked at, the one that has
 * waited longest first.
 */
final class Vicinity {
  /** With more rides to plan a snapshot takes the writer too long. */
  private static final int MOST_RIDES = 400;

  /** Stops of a route that stand for it. */
  private static final int SAMPLES = 4;

  private final FleetView fleet;
  private final TravelTimes times;

  /** Replacements of vehicle v when it was last looked at. */
  private final int[] seen;

  /** Turn at which vehicle v was last looked at. */
  private final long[] turn;

  private long turns;

  Vicinity(FleetView fleet, TravelTimes times) {
    this.fleet = fleet;
    this.times = times;
    seen = new int[fleet.vehicleCount()];
    turn = new long[fleet.vehicleCount()];
    forget();
  }

  /** As if no vehicle had been looked at. */
  void forget() {
    for (int v = 0; v < seen.length; v++) {
      seen[v] = fleet.replacements(v) - 1;
    }
  }

  /** Notes that the route of a vehicle has been looked at as it is. */
  void seen(int v) {
    seen[v] = fleet.replacements(v);
    turn[v] = turns;
  }

  /** The vehicles of the next look, the one in the middle first; none when all have been seen. */
  int[] next(int size) {
    int middle = -1;
    for (int v = 0; v < seen.length; v++) {
      if (fleet.replacements(v) != seen[v] && isBusy(v) && (middle < 0 || turn[v] < turn[middle])) {
        middle = v;
      }
    }
    if (middle < 0) {
      return new int[0];
    }
    turns++;
    int[] near = nearest(middle, size);
    for (int v : near) {
      seen(v);
    }
    return near;
  }

  private boolean isBusy(int v) {
    return fleet.rideCount(v) > 0;
  }

  private int[] nearest(int middle, int size) {
    int[] order = new int[seen.length];
    Arrays.setAll(order, v -> v);
    int[] distance = new int[seen.length];
    Arrays.setAll(distance, v -> v == middle ? -1 : distance(middle, v));
    IntArrays.quickSort(
        order,
        (a, b) -> {
          int byDistance = Integer.compare(distance[a], distance[b]);
          return byDistance != 0 ? byDistance : Integer.compare(a, b);
        });
    int count = 0;
    int rides = 0;
    while (count < Math.min(size, order.length)
        && distance[order[count]] < TravelTimes.UNREACHABLE
        && rides < MOST_RIDES) {
      rides += fleet.rideCount(order[count]);
      count++;
    }
    return Arrays.copyOf(order, count);
  }

  /** How near the stops of two routes come to each other at least, ms of driving. */
  private int distance(int v, int w) {
    int least = TravelTimes.UNREACHABLE;
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < SAMPLES; j++) {
        int from = sample(v, i);
        int to = sample(w, j);
        if (from != RoutePlan.ANYWHERE && to >= 0) {
          least = Math.min(least, times.lowerBound(from, to));
        }
        if (to != RoutePlan.ANYWHERE && from >= 0) {
          least = Math.min(least, times.lowerBound(to, from));
        }
      }
    }
    return least;
  }

  /** The place of one of the stops that stand for a route, spread over it. */
  private int sample(int v, int i) {
    int last = Math.max(0, fleet.stopCount(v) - 1);
    return fleet.place(v, i * last / (SAMPLES - 1));
  }
}
