package org.ieum.transit;

/**
 * How riders get from the stop where they alight to the one where they board. Immutable.
 *
 * <p>There is one way at most from a stop to another, and riders walk one such way between two
 * rides, not several, so all ways that shall be walked must be there. One can change at the same
 * stop unless a rule forbids it.
 */
public final class Footpaths {
  /** Ways from stop i are start[i] until start[i + 1] in the next three. */
  private final int[] start;

  /** Where way i leads, ascending for each stop; the same stop is among them. */
  private final int[] to;

  /** How long way i is walked, seconds. */
  private final int[] walking;

  /** How long changing by way i takes at least by a rule, seconds. */
  private final int[] least;

  Footpaths(int[] start, int[] to, int[] walking, int[] least) {
    this.start = start;
    this.to = to;
    this.walking = walking;
    this.least = least;
  }

  public int stopCount() {
    return start.length - 1;
  }

  /** All ways between stops, changing at one stop among them. */
  public int size() {
    return to.length;
  }

  /** The first way from a stop; the others follow, up to {@link #end}. */
  public int start(int stop) {
    return start[stop];
  }

  /** Behind the last way from a stop. */
  public int end(int stop) {
    return start[stop + 1];
  }

  /** Where a way leads. */
  public int to(int way) {
    return to[way];
  }

  /** How long a way is walked, seconds. */
  public int walking(int way) {
    return walking[way];
  }

  /**
   * How long changing takes, seconds.
   *
   * @param slack what riders want to have beside walking, seconds
   */
  public int seconds(int way, int slack) {
    return Math.max(walking[way] + slack, least[way]);
  }

  /** The same ways walked the other way round. */
  Footpaths reversed() {
    int n = stopCount();
    int[] starts = new int[n + 1];
    for (int stop : to) {
      starts[stop + 1]++;
    }
    for (int i = 0; i < n; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] froms = new int[to.length];
    int[] walks = new int[to.length];
    int[] leasts = new int[to.length];
    for (int stop = 0; stop < n; stop++) {
      for (int way = start[stop]; way < start[stop + 1]; way++) {
        int at = next[to[way]]++;
        froms[at] = stop;
        walks[at] = walking[way];
        leasts[at] = least[way];
      }
    }
    return new Footpaths(starts, froms, walks, leasts);
  }
}
