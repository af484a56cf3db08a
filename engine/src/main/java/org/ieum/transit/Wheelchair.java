package org.ieum.transit;

/** Whether people in wheelchairs can use a stop or a trip, as far as is known. */
public enum Wheelchair {
  UNKNOWN,
  YES,
  NO
}
