package org.ieum.reposition;

import java.util.Arrays;
import org.ieum.traveltime.TravelTimes;

/**
 * Groups stop points around some of them, so that riders are near the middle of their zone: first
 * the stop point with the most riders, then again and again the one whose riders, times the way to
 * them, are furthest off; after that zones and middles are made to fit each other some times, as in
 * the alternation of k-medoids (Maranzana, Operational Research Quarterly 15, 1964). Ways are
 * driving times from the middle.
 */
final class Zones {
  private static final int ROUNDS = 5;

  private final TravelTimes times;

  /** Riders at stop point s. */
  private final double[] riders;

  /** Middle of zone z, a stop point. */
  private final int[] middles;

  /** Zone of stop point s. */
  private final int[] zoneOf;

  /** Way to stop point s from the middle of its zone, ms. */
  private final int[] way;

  /** Mean way to riders from the middle of zone z, ms. */
  private final double[] radius;

  /**
   * Makes zones.
   *
   * @param riders expected at each stop point, somebody anywhere
   * @param most how many zones at most; each has riders
   */
  Zones(TravelTimes times, double[] riders, int most) {
    this.times = times;
    this.riders = riders;
    int[] found = new int[most];
    zoneOf = new int[riders.length];
    way = new int[riders.length];
    Arrays.fill(way, TravelTimes.UNREACHABLE);
    int count = 0;
    for (int next = furthest(); count < most && next >= 0; next = furthest()) {
      found[count] = next;
      join(next, count++);
    }
    middles = Arrays.copyOf(found, count);
    for (int round = 0; round < ROUNDS && count > 0; round++) {
      moveMiddles();
      assignAll();
    }
    radius = new double[count];
    measure();
  }

  private void measure() {
    double[] all = new double[radius.length];
    for (int s = 0; s < riders.length && all.length > 0; s++) {
      radius[zoneOf[s]] += riders[s] * way[s];
      all[zoneOf[s]] += riders[s];
    }
    for (int z = 0; z < all.length; z++) {
      radius[z] /= all[z];
    }
  }

  /** The stop point whose riders are furthest from all middles, or -1. */
  private int furthest() {
    int furthest = -1;
    double most = 0;
    for (int s = 0; s < riders.length; s++) {
      double off = riders[s] * way[s];
      if (off > most) {
        most = off;
        furthest = s;
      }
    }
    return furthest;
  }

  /** Gives a zone the stop points that are nearer to its middle than to theirs. */
  private void join(int middle, int zone) {
    for (int s = 0; s < riders.length; s++) {
      int duration = times.duration(middle, s);
      if (duration < way[s]) {
        way[s] = duration;
        zoneOf[s] = zone;
      }
    }
  }

  private void assignAll() {
    Arrays.fill(way, TravelTimes.UNREACHABLE);
    for (int z = 0; z < middles.length; z++) {
      join(middles[z], z);
    }
  }

  /** Moves each middle to the stop point of its zone from which the ways to riders are least. */
  private void moveMiddles() {
    double[] least = new double[middles.length];
    Arrays.fill(least, Double.MAX_VALUE);
    for (int s = 0; s < riders.length; s++) {
      double sum = sumOfWays(s, least[zoneOf[s]]);
      if (sum < least[zoneOf[s]]) {
        least[zoneOf[s]] = sum;
        middles[zoneOf[s]] = s;
      }
    }
  }

  private double sumOfWays(int middle, double limit) {
    double sum = 0;
    for (int s = 0; s < riders.length && sum < limit; s++) {
      if (zoneOf[s] == zoneOf[middle] && riders[s] > 0) {
        sum += riders[s] * times.duration(middle, s);
      }
    }
    return sum;
  }

  int count() {
    return middles.length;
  }

  int middle(int zone) {
    return middles[zone];
  }

  /** The zone of a place: for a stop point its own, for any other the one quickest to reach. */
  int zone(int place) {
    if (place >= 0 && place < zoneOf.length) {
      return zoneOf[place];
    }
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int z = 0; z < middles.length; z++) {
      int duration = times.duration(place, middles[z]);
      if (duration < least) {
        least = duration;
        nearest = z;
      }
    }
    return nearest;
  }

  /** The zone of a place from where its middle is no further than the riders, on average; or -1. */
  int findZoneAround(int place) {
    int zone = zone(place);
    return times.duration(place, middles[zone]) <= radius[zone] ? zone : -1;
  }
}
