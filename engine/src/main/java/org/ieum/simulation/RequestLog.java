package org.ieum.simulation;

import org.ieum.demand.RequestedTrip;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Rejection;
import org.jspecify.annotations.Nullable;

/** What became of one request. Times are ms since the epoch, or {@link #NONE}. */
public final class RequestLog {
  /** A time that has not come. */
  public static final int NONE = -1;

  private final RequestedTrip trip;
  Outcome outcome = Outcome.REJECTED;
  @Nullable Rejection rejection;
  @Nullable Offer offer;
  @Nullable Party boarded;
  int vehicle = NONE;
  int plannedPickup = NONE;
  int plannedDropoff = NONE;
  int vehicleArrived = NONE;
  int boardedAt = NONE;
  int departedAt = NONE;
  int alightedAt = NONE;

  RequestLog(RequestedTrip trip) {
    this.trip = trip;
  }

  public RequestedTrip trip() {
    return trip;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Why there was no offer, if there was none. */
  public @Nullable Rejection rejection() {
    return rejection;
  }

  /** The offer that was accepted, if there was one. */
  public @Nullable Offer offer() {
    return offer;
  }

  /** The offer, for requests that were not rejected. */
  public Offer getOffer() {
    if (offer == null) {
      throw new IllegalStateException("request " + trip.id() + " got no offer");
    }
    return offer;
  }

  /** Who boarded, if anybody did. */
  public Party getBoarded() {
    if (boarded == null) {
      throw new IllegalStateException("nobody of request " + trip.id() + " boarded");
    }
    return boarded;
  }

  public boolean isServed() {
    return outcome == Outcome.SERVED;
  }

  /** Index of the vehicle that was to come. */
  public int vehicle() {
    return vehicle;
  }

  /** Departure from the pickup as planned when the offer was accepted. */
  public int plannedPickup() {
    return plannedPickup;
  }

  /** Arrival at the dropoff as planned when the offer was accepted. */
  public int plannedDropoff() {
    return plannedDropoff;
  }

  /** Arrival of the vehicle at the pickup. */
  public int vehicleArrived() {
    return vehicleArrived;
  }

  public int boardedAt() {
    return boardedAt;
  }

  /** Departure from the pickup. */
  public int departedAt() {
    return departedAt;
  }

  public int alightedAt() {
    return alightedAt;
  }

  /** Time at the stop before boarding, ms; of served requests. */
  public int waiting() {
    return boardedAt - getOffer().promise().pickupWindow().earliest();
  }

  /** Time from boarding to alighting, ms; of served requests. */
  public int riding() {
    return alightedAt - boardedAt;
  }

  /** Whether everything that the promise said came true; of served requests. */
  public boolean isPromiseKept() {
    var promise = getOffer().promise();
    return vehicleArrived <= promise.pickupWindow().latest()
        && departedAt >= promise.pickupWindow().earliest()
        && alightedAt <= promise.latestDropoff()
        && alightedAt - departedAt <= promise.maxRideDuration();
  }
}
