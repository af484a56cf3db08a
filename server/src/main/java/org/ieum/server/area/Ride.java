package org.ieum.server.area;

import org.ieum.model.Offer;

/**
 * A confirmed ride as clients know it, beside what the dispatcher keeps of it.
 *
 * @param offer that was accepted
 * @param rider id of the rider
 * @param vehicle its index
 * @param confirmedAt ms since 1970, UTC
 * @param version number of the last event about it
 * @param occasion how it came to be booked
 * @param isAnnounced whether its rider has been told the vehicle
 */
record Ride(
    Offer offer,
    String rider,
    int vehicle,
    long confirmedAt,
    long version,
    Occasion occasion,
    boolean isAnnounced) {
  Ride at(long newVersion) {
    return new Ride(offer, rider, vehicle, confirmedAt, newVersion, occasion, isAnnounced);
  }

  Ride with(Offer other) {
    return new Ride(other, rider, vehicle, confirmedAt, version, occasion, isAnnounced);
  }

  /** The same, its rider being told the vehicle. */
  Ride announced() {
    return new Ride(offer, rider, vehicle, confirmedAt, version, occasion, true);
  }

  /** The same ride by another vehicle. */
  Ride on(int otherVehicle, Offer other, long newVersion) {
    return new Ride(other, rider, otherVehicle, confirmedAt, newVersion, occasion, isAnnounced);
  }
}
