package org.ieum.osmdata.stops;

/** Which stop points an area gets when none are given in a file. */
public enum StopChoice {
  /** The bus stops of OpenStreetMap. */
  OSM,
  /** Virtual stops only. */
  VIRTUAL,
  /**
   * The bus stops of OpenStreetMap when at least half of the walkable network lies within the
   * walking distance of one, else virtual stops.
   */
  AUTO
}
