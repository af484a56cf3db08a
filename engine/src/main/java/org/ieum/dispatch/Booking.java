package org.ieum.dispatch;

import java.util.Optional;
import org.ieum.dispatch.DispatchState.LiveBooking;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/** A confirmed ride as the dispatcher keeps it; only the dispatcher changes it. */
public final class Booking {
  private Offer offer;
  private int vehicle;
  private BookingState state = BookingState.ASSIGNED;

  // What dispatch keeps: later than promised where it cannot be helped.
  private int latestPickup;
  private int latestDropoff;
  private int longestRide;

  private int departure = RoutePlan.NEVER;
  private boolean isAnnounced;
  private @Nullable TroubleCause trouble;
  private long number;

  Booking(Offer offer, int vehicle) {
    this.offer = offer;
    this.vehicle = vehicle;
    latestPickup = offer.promise().pickupWindow().latest();
    latestDropoff = offer.promise().latestDropoff();
    longestRide = offer.promise().maxRideDuration();
  }

  /** A booking as it was, of a vehicle that may have another index by now. */
  Booking(LiveBooking kept, int vehicle) {
    this.offer = kept.offer();
    this.vehicle = vehicle;
    state = kept.state();
    latestPickup = kept.latestPickup();
    latestDropoff = kept.latestDropoff();
    longestRide = kept.longestRide();
    departure = kept.departure();
    isAnnounced = kept.isAnnounced();
    trouble = kept.trouble();
  }

  LiveBooking toState() {
    return new LiveBooking(
        offer,
        vehicle,
        state,
        latestPickup,
        latestDropoff,
        longestRide,
        departure,
        isAnnounced,
        trouble);
  }

  public long request() {
    return offer.request().id();
  }

  public Offer offer() {
    return offer;
  }

  public int vehicle() {
    return vehicle;
  }

  public BookingState state() {
    return state;
  }

  /** Another vehicle comes, perhaps to another place. */
  void move(Offer changed, int other) {
    offer = changed;
    vehicle = other;
  }

  /** Whether the rider has been told which vehicle comes. */
  public boolean isAnnounced() {
    return isAnnounced;
  }

  void announce() {
    isAnnounced = true;
  }

  void setState(BookingState state) {
    this.state = state;
  }

  /**
   * What dispatch keeps: the promise, or when the world has broken it, what was the best to be had
   * then, ms.
   */
  public int limit(PromiseLimit limit) {
    return switch (limit) {
      case LATEST_PICKUP -> latestPickup;
      case LATEST_DROPOFF -> latestDropoff;
      case LONGEST_RIDE -> longestRide;
    };
  }

  /** Whether what dispatch keeps is less than what was promised. */
  public boolean isPromiseBroken() {
    for (PromiseLimit limit : PromiseLimit.values()) {
      if (limit(limit) > limit.of(offer.promise())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a party that does not come has been let down: its vehicle failed it, or its promise.
   */
  public boolean isExcused() {
    return wasAboard() || isPromiseBroken();
  }

  void setLimit(PromiseLimit limit, int millis) {
    switch (limit) {
      case LATEST_PICKUP -> latestPickup = millis;
      case LATEST_DROPOFF -> latestDropoff = millis;
      case LONGEST_RIDE -> longestRide = millis;
    }
  }

  /** When the vehicle left the pickup with the party; of parties that are under way. */
  int departure() {
    return departure;
  }

  /** Whether a vehicle has left the pickup with the party. */
  boolean wasAboard() {
    return departure < RoutePlan.NEVER;
  }

  /** The vehicle leaves with the party; after a breakdown the first vehicle counts. */
  void setDeparture(int time) {
    departure = Math.min(departure, time);
  }

  /** What put the promise at risk last. */
  Optional<TroubleCause> trouble() {
    return Optional.ofNullable(trouble);
  }

  void setTrouble(TroubleCause cause) {
    trouble = cause;
  }

  /** Grows from booking to booking in the order of confirmation. */
  long number() {
    return number;
  }

  void setNumber(long number) {
    this.number = number;
  }

  /** The span in which the party may be under way. */
  TimeWindow span() {
    return new TimeWindow(
        offer.promise().pickupWindow().earliest(), offer.promise().latestDropoff());
  }
}
