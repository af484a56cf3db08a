package org.ieum.traveltime;

/** Shortest driving times between all pairs of stop points. Immutable. */
public final class StopMatrix {
  private final int size;

  /** Time from stop point i to stop point j at cell {@code i * size + j}, ms. */
  private final int[] millis;

  /** Takes the cells over, row by row. */
  public StopMatrix(int size, int[] millis) {
    if (millis.length != size * size) {
      throw new IllegalArgumentException(
          "a matrix of " + size + " stop points cannot have " + millis.length + " cells");
    }
    this.size = size;
    this.millis = millis;
  }

  /** How many stop points there are. */
  public int size() {
    return size;
  }

  /** Shortest time, ms, or {@link TravelTimes#UNREACHABLE}; 0 from a stop point to itself. */
  public int duration(int from, int to) {
    return millis[from * size + to];
  }

  /** All times row by row, for storing; not to be changed. */
  public int[] cells() {
    return millis;
  }
}
