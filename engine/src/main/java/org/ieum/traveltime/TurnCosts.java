package org.ieum.traveltime;

/**
 * What turning at junctions costs. A <em>lane</em> is a road edge in one direction: {@code 2 *
 * edge} from its base node, {@code 2 * edge + 1} to it.
 */
public interface TurnCosts {
  /**
   * Time to turn from the end of one lane into another that begins there, ms, or {@link
   * EdgeTimes#CLOSED} when it is forbidden. Going straight on usually takes 0; {@code fromLane ^ 1}
   * is the U-turn.
   */
  int millis(int fromLane, int toLane);
}
