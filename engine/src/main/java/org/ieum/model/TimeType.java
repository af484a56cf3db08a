package org.ieum.model;

/** What the requested time of a ride means. */
public enum TimeType {
  /** The rider can set out at the requested time. */
  DEPART_AT,
  /** The rider must be at the destination by the requested time. */
  ARRIVE_BY
}
