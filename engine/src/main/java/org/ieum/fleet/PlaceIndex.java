package org.ieum.fleet;

import java.util.Arrays;

/**
 * Which vehicles stop at a place, one entry for each stop. Entries of a place hang together, the
 * newest first; few vehicles share a place, so taking one out walks a short way.
 */
final class PlaceIndex {
  /** The end of a list. */
  static final int NONE = -1;

  /** First entry of place i. */
  private int[] first = new int[0];

  /** Entry after entry i, of its place or among those unused. */
  private int[] next = new int[64];

  /** Vehicle of entry i. */
  private int[] vehicle = new int[64];

  private int unused = NONE;
  private int entries;

  /** Enters a stop; places below 0 are ends of edges, where nobody boards. */
  void add(int place, int newVehicle) {
    if (place < 0) {
      return;
    }
    if (place >= first.length) {
      int old = first.length;
      first = Arrays.copyOf(first, Math.max(64, 2 * place + 2));
      Arrays.fill(first, old, first.length, NONE);
    }
    int entry = unused;
    if (entry == NONE) {
      entry = entries++;
      if (entry == next.length) {
        next = Arrays.copyOf(next, 2 * entry);
        vehicle = Arrays.copyOf(vehicle, 2 * entry);
      }
    } else {
      unused = next[entry];
    }
    vehicle[entry] = newVehicle;
    next[entry] = first[place];
    first[place] = entry;
  }

  /** Takes one stop of a vehicle out. */
  void remove(int place, int oldVehicle) {
    if (place < 0) {
      return;
    }
    int before = NONE;
    int entry = first[place];
    while (vehicle[entry] != oldVehicle) {
      before = entry;
      entry = next[entry];
    }
    if (before == NONE) {
      first[place] = next[entry];
    } else {
      next[before] = next[entry];
    }
    next[entry] = unused;
    unused = entry;
  }

  int first(int place) {
    return place < first.length ? first[place] : NONE;
  }

  int next(int entry) {
    return next[entry];
  }

  int vehicle(int entry) {
    return vehicle[entry];
  }
}
