package org.ieum.model;

/** From when on the longest wait and the longest trip of a rider run. */
public enum LimitsFrom {
  /**
   * From when the party can be at the pickup, to the vehicle's arrival there and at the dropoff.
   */
  STOP,

  /** From when the party sets out to when it has walked to its destination: walks included. */
  REQUEST
}
