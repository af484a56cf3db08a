package org.ieum.model;

/**
 * What one configuration of a vehicle holds at a time. A vehicle with folding seats has several: 16
 * seats, or 12 seats and a wheelchair place.
 *
 * @param seats people on seats
 * @param wheelchairPlaces people in wheelchairs
 */
public record Capacity(int seats, int wheelchairPlaces) {
  public Capacity {
    if (seats < 0 || seats > Party.MAX_SIZE) {
      throw new IllegalArgumentException(
          "seats must be from 0 to " + Party.MAX_SIZE + ", was " + seats);
    }
    if (wheelchairPlaces < 0 || wheelchairPlaces > Party.MAX_SIZE) {
      throw new IllegalArgumentException(
          "wheelchair places must be from 0 to " + Party.MAX_SIZE + ", was " + wheelchairPlaces);
    }
    if (seats + wheelchairPlaces == 0) {
      throw new IllegalArgumentException("a vehicle must hold at least one rider, was 0");
    }
  }

  /** Whether so many people fit at once. */
  public boolean fits(int riders, int wheelchairs) {
    return riders <= seats && wheelchairs <= wheelchairPlaces;
  }
}
