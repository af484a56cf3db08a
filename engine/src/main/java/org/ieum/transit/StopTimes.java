package org.ieum.transit;

import java.util.Arrays;

/** Where and when one trip stops. Immutable. */
public final class StopTimes {
  /** Bit of a position's flags: riders may board. */
  static final byte BOARD = 1;

  /** Bit of a position's flags: riders may alight. */
  static final byte ALIGHT = 2;

  /** Stop at position i. */
  private final int[] stops;

  /** Arrival at position i, seconds after the service day's start; may be beyond 24 h. */
  private final int[] arrivals;

  /** Departure at position i, seconds after the service day's start. */
  private final int[] departures;

  /** {@link #BOARD} and {@link #ALIGHT} at position i. */
  private final byte[] flags;

  /**
   * All arrays have the same length, two or more.
   *
   * @param stops stop at position i
   * @param arrivals seconds after the service day's start at position i
   * @param departures seconds after the service day's start at position i
   * @param board whether riders may board at position i
   * @param alight whether riders may alight at position i
   */
  public StopTimes(
      int[] stops, int[] arrivals, int[] departures, boolean[] board, boolean[] alight) {
    if (stops.length < 2) {
      throw new IllegalArgumentException("a trip must stop twice, stopped " + stops.length);
    }
    this.stops = stops.clone();
    this.arrivals = arrivals.clone();
    this.departures = departures.clone();
    flags = new byte[stops.length];
    int last = 0;
    for (int i = 0; i < stops.length; i++) {
      if (arrivals[i] < last || departures[i] < arrivals[i]) {
        throw new IllegalArgumentException(
            "times must not decrease, did at position "
                + i
                + ": "
                + last
                + ", "
                + arrivals[i]
                + ", "
                + departures[i]);
      }
      last = departures[i];
      flags[i] = (byte) ((board[i] ? BOARD : 0) | (alight[i] ? ALIGHT : 0));
    }
  }

  /** Times at which riders may board and alight everywhere. */
  public static StopTimes everywhere(int[] stops, int[] arrivals, int[] departures) {
    boolean[] yes = new boolean[stops.length];
    Arrays.fill(yes, true);
    return new StopTimes(stops, arrivals, departures, yes, yes);
  }

  /** How many stops. */
  public int length() {
    return stops.length;
  }

  int stop(int position) {
    return stops[position];
  }

  int arrival(int position) {
    return arrivals[position];
  }

  int departure(int position) {
    return departures[position];
  }

  byte flags(int position) {
    return flags[position];
  }
}
