package org.ieum.insertion;

/**
 * Where a party fits: a vehicle, the stops after which it is picked up and dropped off, and which
 * of its stop points. Reused from search to search.
 */
public final class Insertion {
  /** The vehicle of an insertion that was not found. */
  public static final int NONE = -1;

  int vehicle = NONE;
  int pickupIndex;
  int dropoffIndex;
  int pickup;
  int dropoff;
  long cost;

  void clear() {
    vehicle = NONE;
    cost = Long.MAX_VALUE;
  }

  void set(int vehicle, int pickupIndex, int dropoffIndex, int pickup, int dropoff, long cost) {
    this.vehicle = vehicle;
    this.pickupIndex = pickupIndex;
    this.dropoffIndex = dropoffIndex;
    this.pickup = pickup;
    this.dropoff = dropoff;
    this.cost = cost;
  }

  /**
   * Whether a candidate is better than this: cheaper, or as cheap and earlier in the order of
   * vehicle, pickup index, dropoff index, pickup, dropoff. Total, so a replay is bit-identical.
   */
  boolean isWorseThan(
      int otherVehicle,
      int otherPickupIndex,
      int otherDropoffIndex,
      int otherPickup,
      int otherDropoff,
      long otherCost) {
    if (otherCost != cost) {
      return otherCost < cost;
    }
    if (otherVehicle != vehicle) {
      return otherVehicle < vehicle;
    }
    if (otherPickupIndex != pickupIndex) {
      return otherPickupIndex < pickupIndex;
    }
    if (otherDropoffIndex != dropoffIndex) {
      return otherDropoffIndex < dropoffIndex;
    }
    return otherPickup != pickup ? otherPickup < pickup : otherDropoff < dropoff;
  }

  /** An insertion that somebody chose, with the first pickup and dropoff of the request. */
  public void choose(int vehicle, int pickupIndex, int dropoffIndex) {
    set(vehicle, pickupIndex, dropoffIndex, 0, 0, Long.MAX_VALUE);
  }

  public boolean isFound() {
    return vehicle != NONE;
  }

  public int vehicle() {
    return vehicle;
  }

  /** The pickup comes right after this stop of the route, or at it when the places are the same. */
  public int pickupIndex() {
    return pickupIndex;
  }

  /** The dropoff comes right after this stop, counted before the insertion, or at it. */
  public int dropoffIndex() {
    return dropoffIndex;
  }

  /** Number of the pickup among those of the request. */
  public int pickup() {
    return pickup;
  }

  /** Number of the dropoff among those of the request. */
  public int dropoff() {
    return dropoff;
  }

  /** What it costs, see {@link org.ieum.model.CostWeights}. */
  public long cost() {
    return cost;
  }
}
