package org.ieum.road;

/**
 * How vehicles turn and stop in an area in which turns count; turn restrictions of the map hold
 * there.
 *
 * @param uTurn what turning round at a junction or at the end of a road takes, ms, at most an hour,
 *     a multiple of {@link Contraction#UNIT_MILLIS}
 * @param kerbSide on which side vehicles stop
 */
public record TurnRules(int uTurn, KerbSide kerbSide) {
  /** 30 s, right. */
  public static final TurnRules DEFAULT = new TurnRules(30_000, KerbSide.RIGHT);

  private static final int LONGEST = 3_600_000;

  public TurnRules {
    if (uTurn < 0 || uTurn > LONGEST) {
      throw new IllegalArgumentException(
          "U-turn must take from 0 to " + LONGEST + " ms, was " + uTurn);
    }
    if (uTurn % Contraction.UNIT_MILLIS != 0) {
      throw new IllegalArgumentException(
          "U-turn must be a multiple of " + Contraction.UNIT_MILLIS + " ms, was " + uTurn);
    }
  }
}
