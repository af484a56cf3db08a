package org.ieum.dispatch;

import org.ieum.fleet.StopKind;
import org.ieum.model.Offer;
import org.ieum.model.Party;

/** Something that happened. Times are ms since the area's epoch, places as in TravelTimes. */
public sealed interface DispatchEvent {
  /** When it happened. */
  int time();

  /** A rider accepted an offer; the vehicle may be another one than the offer named. */
  record RideConfirmed(int time, Offer offer, int vehicle, int plannedPickup, int plannedDropoff)
      implements DispatchEvent {}

  /** A ride was called off before boarding. */
  record RideCancelled(int time, long request, int vehicle) implements DispatchEvent {}

  /** A party was not at its pickup and the vehicle left without it. */
  record RiderNoShow(int time, long request, int vehicle) implements DispatchEvent {}

  /** A party boarded, perhaps fewer than booked. */
  record RiderBoarded(int time, long request, int vehicle, Party party) implements DispatchEvent {}

  /** A party left the vehicle at its dropoff. */
  record RiderAlighted(int time, long request, int vehicle) implements DispatchEvent {}

  /** A vehicle set out for its next stop, with a load. */
  record VehicleDeparted(
      int time, int vehicle, int fromPlace, int toPlace, int riders, int wheelchairs)
      implements DispatchEvent {}

  /** A vehicle under way to one place will turn off at another. */
  record VehicleDiverted(int time, int vehicle, int toPlace, int atPlace, int atTime)
      implements DispatchEvent {}

  /** A vehicle reached a stop. */
  record VehicleArrived(int time, int vehicle, int place, StopKind kind) implements DispatchEvent {}
}
