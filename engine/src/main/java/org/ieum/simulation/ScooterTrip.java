package org.ieum.simulation;

import org.ieum.model.LatLon;

/**
 * A ride on a shared scooter that took place. Times are ms since the epoch.
 *
 * @param scooterId which
 * @param trip index of the rider's trip in the day
 * @param start when it was taken
 * @param end when it is left
 * @param from where it was taken
 * @param to where it is left
 * @param metres how far it went
 * @param rangeLeft how far it still goes, metres, or {@code Scooter.UNKNOWN_RANGE}
 */
public record ScooterTrip(
    String scooterId,
    int trip,
    int start,
    int end,
    LatLon from,
    LatLon to,
    int metres,
    int rangeLeft) {}
