package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/** The legs that vehicles are driving at one moment. Not changed once it is handed on. */
public final class DrivenLegs {
  private final IntArrayList cells = new IntArrayList();

  /**
   * Adds a leg.
   *
   * @param elapsed time since the vehicle left {@code fromPlace}, ms
   */
  public void add(int fromPlace, int toPlace, int elapsed) {
    cells.add(fromPlace);
    cells.add(toPlace);
    cells.add(elapsed);
  }

  public int size() {
    return cells.size() / 3;
  }

  int fromPlace(int i) {
    return cells.getInt(3 * i);
  }

  int toPlace(int i) {
    return cells.getInt(3 * i + 1);
  }

  int elapsed(int i) {
    return cells.getInt(3 * i + 2);
  }
}
