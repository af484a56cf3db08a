package org.ieum.road;

/**
 * On which side of the road vehicles stop. It decides where a road is open in both directions; on a
 * one-way street they stop on either side, in the only direction there is.
 */
public enum KerbSide {
  /** On the right: a stop point is reached with it to the right of the vehicle. */
  RIGHT,
  /** On the left. */
  LEFT,
  /** On both: a stop point at a road open in both directions becomes two, one for each. */
  ANY
}
