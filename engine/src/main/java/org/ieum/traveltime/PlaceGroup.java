package org.ieum.traveltime;

import java.util.Arrays;

/**
 * Places among which somebody may choose, so that they are asked about together. Each has a
 * handicap, which counts when the quickest is looked for. Reused; belongs to one thread.
 */
public final class PlaceGroup {
  private int size;
  private int[] places = new int[8];

  /** Handicap of place i, ms. */
  private int[] handicaps = new int[8];

  /** A group of places without handicaps. */
  public static PlaceGroup of(int... places) {
    PlaceGroup group = new PlaceGroup();
    for (int place : places) {
      group.add(place, 0);
    }
    return group;
  }

  /** Forgets all places. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds a place.
   *
   * @param place a stop point or another position, from 0
   * @param handicap what counts beside the driving time to it, from 0, ms
   */
  public void add(int place, int handicap) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      handicaps = Arrays.copyOf(handicaps, 2 * size);
    }
    places[size] = place;
    handicaps[size++] = handicap;
  }

  public int size() {
    return size;
  }

  public int place(int i) {
    return places[i];
  }

  public int handicap(int i) {
    return handicaps[i];
  }
}
