package org.ieum.traveltime;

/** What turning at junctions costs, from lane to lane (see {@link SearchGraph}). */
public interface TurnCosts {
  /**
   * Time to turn from the end of one lane into another that begins there, ms, or {@link
   * EdgeTimes#CLOSED} when it is forbidden. Going straight on usually takes 0; {@code fromLane ^ 1}
   * is the U-turn.
   */
  int millis(int fromLane, int toLane);
}
