package org.ieum.journey;

/**
 * An on-demand ride that can be had.
 *
 * @param offerId confirms it; "" where nothing can be confirmed by an id
 * @param pickup index of the stop point
 * @param dropoff index of the stop point
 * @param earliestPickup when the party has to be there, Unix ms
 * @param latestPickup when the vehicle has come at the latest, Unix ms
 * @param plannedPickup when it is planned to leave with the party, Unix ms
 * @param plannedDropoff when it is planned to arrive, Unix ms
 * @param latestDropoff when it arrives at the latest, Unix ms
 * @param accessWalk to the pickup, ms
 * @param egressWalk from the dropoff, ms
 * @param fare minor units
 * @param fareKnown whether somebody says what it costs; 0 if not
 * @param expiresAt last moment at which it can be confirmed, Unix ms
 */
public record RideOffer(
    String offerId,
    int pickup,
    int dropoff,
    long earliestPickup,
    long latestPickup,
    long plannedPickup,
    long plannedDropoff,
    long latestDropoff,
    int accessWalk,
    int egressWalk,
    long fare,
    boolean fareKnown,
    long expiresAt) {}
