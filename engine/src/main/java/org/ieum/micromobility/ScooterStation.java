package org.ieum.micromobility;

import org.ieum.model.LatLon;

/**
 * A place at which scooters are taken and left.
 *
 * @param id unique in its system
 * @param name what riders read
 * @param location where it is
 * @param capacity how many it holds, or {@link #UNBOUNDED}
 * @param available how many can be taken now
 * @param docksAvailable how many can be left now, or {@link #UNBOUNDED}
 * @param renting whether scooters are given out
 * @param returning whether scooters are taken back
 */
public record ScooterStation(
    String id,
    String name,
    LatLon location,
    int capacity,
    int available,
    int docksAvailable,
    boolean renting,
    boolean returning) {
  /** No bound is told. */
  public static final int UNBOUNDED = -1;
}
