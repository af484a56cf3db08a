package org.ieum.model;

/**
 * A ride that can be had now. Nothing is reserved until it is confirmed.
 *
 * @param request what was asked for
 * @param promise what is guaranteed on acceptance
 * @param accessWalk walk to the pickup, ms
 * @param egressWalk walk from the dropoff, ms
 * @param directDuration shortest drive between the two stop points, ms
 * @param vehicle index of the vehicle that would come
 * @param plannedPickup when the vehicle is planned to leave the pickup with the party
 * @param plannedDropoff when it is planned to arrive at the dropoff
 * @param cost what the ride costs the service and its riders, see {@link CostWeights}
 * @param expiresAt last moment at which it can be confirmed, ms since the epoch
 */
public record Offer(
    RideRequest request,
    Promise promise,
    int accessWalk,
    int egressWalk,
    int directDuration,
    int vehicle,
    int plannedPickup,
    int plannedDropoff,
    long cost,
    int expiresAt)
    implements QuoteAnswer {
  /** The same ride with another promise. */
  public Offer withPromise(Promise other) {
    return new Offer(
        request,
        other,
        accessWalk,
        egressWalk,
        directDuration,
        vehicle,
        plannedPickup,
        plannedDropoff,
        cost,
        expiresAt);
  }

  /** The same ride for a request that says less or names its rider otherwise. */
  public Offer withRequest(RideRequest other) {
    return new Offer(
        other,
        promise,
        accessWalk,
        egressWalk,
        directDuration,
        vehicle,
        plannedPickup,
        plannedDropoff,
        cost,
        expiresAt);
  }
}
