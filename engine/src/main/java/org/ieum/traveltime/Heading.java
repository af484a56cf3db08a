package org.ieum.traveltime;

/** In which direction of its edge a vehicle at a position stands; it goes on in the same one. */
public enum Heading {
  /**
   * Either direction on a {@link PlainGraph}; on a {@link LineGraph}, where a vehicle cannot turn
   * round for nothing, from the base node of the edge if that direction is open.
   */
  EITHER,
  /** From the base node of the edge. */
  FORWARD,
  /** To the base node of the edge. */
  BACKWARD
}
