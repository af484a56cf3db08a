package org.ieum.road;

/** Where scooters may be ridden or pushed, and how steep it is there. Immutable. */
final class RideWays {
  private static final int THERE = 1;
  private static final int BACK = 2;
  private static final int PUSHED = 4;

  /** How edge i may be used, see {@link #code}. */
  private final byte[] uses;

  /** How much edge i rises from its base node on, percent. */
  private final byte[] incline;

  /** Takes the arrays over. */
  RideWays(byte[] uses, byte[] incline) {
    this.uses = uses;
    this.incline = incline;
  }

  /**
   * One number for all uses of an edge; 0 when scooters have no business there.
   *
   * @param there whether it may be ridden from its base node
   * @param back whether it may be ridden to its base node
   * @param pushed whether it may be walked, with a scooter at hand
   */
  static byte code(boolean there, boolean back, boolean pushed) {
    return (byte) ((there ? THERE : 0) | (back ? BACK : 0) | (pushed ? PUSHED : 0));
  }

  boolean rides(int edge, boolean back) {
    return (uses[edge] & (back ? BACK : THERE)) != 0;
  }

  boolean isPushed(int edge) {
    return (uses[edge] & PUSHED) != 0;
  }

  /** Whether scooters may be on an edge at all. */
  boolean isUsed(int edge) {
    return uses[edge] != 0;
  }

  /** How much an edge rises in one of its directions, percent, below 0 when it falls. */
  int incline(int edge, boolean back) {
    return back ? -incline[edge] : incline[edge];
  }

  // The arrays themselves, for storing; nobody may write to them.

  byte[] useCells() {
    return uses;
  }

  byte[] inclineCells() {
    return incline;
  }
}
