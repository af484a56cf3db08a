package org.ieum.micromobility;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Where the scooters of simulated days are, and how far they still go. Each is at a place, ridden,
 * or aboard a van; {@link #check} looks whether that is so.
 */
final class RebalancingFleet {
  private final int[] capacity;

  /** Scooters at place i, in the order in which they came. */
  private final IntArrayList[] at;

  /** Range of scooter i, metres. */
  private final int[] range;

  private final int fullRange;
  private final int flatRange;

  /** How many scooters are at no place. */
  private int away;

  RebalancingFleet(int[] capacity, int[] scooters, int fullRange, int flatRange) {
    this.capacity = capacity;
    this.fullRange = fullRange;
    this.flatRange = flatRange;
    at = new IntArrayList[capacity.length];
    int next = 0;
    for (int place = 0; place < at.length; place++) {
      at[place] = new IntArrayList();
      for (int i = 0; i < scooters[place]; i++) {
        at[place].add(next++);
      }
    }
    range = new int[next];
    Arrays.fill(range, fullRange);
    check();
  }

  int places() {
    return at.length;
  }

  int size() {
    return range.length;
  }

  int count(int place) {
    return at[place].size();
  }

  int[] counts() {
    int[] counts = new int[at.length];
    Arrays.setAll(counts, this::count);
    return counts;
  }

  int flat(int place) {
    int flat = 0;
    for (int scooter : at[place]) {
      flat += range[scooter] < flatRange ? 1 : 0;
    }
    return flat;
  }

  boolean hasRoom(int place) {
    return capacity[place] == ScooterStation.UNBOUNDED || count(place) < capacity[place];
  }

  /** The scooter at a place that goes furthest, the first of several, or -1 if none goes so far. */
  int best(int place, int metres) {
    int best = -1;
    for (int scooter : at[place]) {
      if (range[scooter] >= Math.max(metres, flatRange)
          && (best < 0 || range[scooter] > range[best])) {
        best = scooter;
      }
    }
    return best;
  }

  /** The scooter that vans take first: one that is charged if there is any. */
  int any(int place) {
    int charged = best(place, 0);
    return charged >= 0 || at[place].isEmpty() ? charged : at[place].getInt(0);
  }

  int range(int scooter) {
    return range[scooter];
  }

  void take(int place, int scooter) {
    if (!at[place].rem(scooter)) {
      throw new IllegalStateException("scooter " + scooter + " is not at place " + place);
    }
    away++;
  }

  /** Leaves a scooter that has gone so far. */
  void leave(int place, int scooter, int metres) {
    range[scooter] = Math.max(0, range[scooter] - metres);
    at[place].add(scooter);
    away--;
  }

  /** Changes batteries at a place, the emptiest first. */
  int swap(int place, int most) {
    int done = 0;
    while (done < most) {
      int emptiest = -1;
      for (int scooter : at[place]) {
        if (range[scooter] < flatRange && (emptiest < 0 || range[scooter] < range[emptiest])) {
          emptiest = scooter;
        }
      }
      if (emptiest < 0) {
        break;
      }
      range[emptiest] = fullRange;
      done++;
    }
    return done;
  }

  /** No scooter is lost or made, and no place holds more than it can. */
  void check() {
    int sum = away;
    for (int place = 0; place < at.length; place++) {
      sum += count(place);
      if (capacity[place] != ScooterStation.UNBOUNDED && count(place) > capacity[place]) {
        throw new IllegalStateException(
            "place " + place + " holds " + capacity[place] + ", has " + count(place));
      }
    }
    if (sum != range.length || away < 0) {
      throw new IllegalStateException(sum + " scooters are there of " + range.length);
    }
  }
}
