package org.ieum.dispatch;

import java.util.List;
import org.ieum.fleet.StopKind;
import org.ieum.model.Offer;
import org.ieum.model.Party;

/** Something that happened. Times are ms since the area's epoch, places as in TravelTimes. */
public sealed interface DispatchEvent {
  /** When it happened. */
  int time();

  /**
   * A rider accepted an offer; the vehicle may be another one than the offer named.
   *
   * @param pickupIndex where the ride went in the route as it was, see {@link Dispatcher#replay}
   * @param dropoffIndex likewise
   */
  record RideConfirmed(
      int time,
      Offer offer,
      int vehicle,
      int pickupIndex,
      int dropoffIndex,
      int plannedPickup,
      int plannedDropoff)
      implements DispatchEvent {}

  /** A ride was called off before boarding. */
  record RideCancelled(int time, long request, int vehicle) implements DispatchEvent {}

  /**
   * A party was not at its pickup and the vehicle left without it.
   *
   * @param isExcused whether it had been let down before, see {@link Booking#isExcused}
   */
  record RiderNoShow(int time, long request, int vehicle, boolean isExcused)
      implements DispatchEvent {}

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

  /**
   * A vehicle under way, or an empty one that stood, is somewhere else than was planned.
   *
   * @param atPlace end of an edge that it comes to, or a stop point, see TravelTimes
   * @param atTime when it is there
   * @param staysOnPath whether that is on the path that it was thought to drive
   * @param arrival when it will be at its next stop, or {@code NEVER} when it has none
   * @param cause why it is late, if it is
   */
  record VehicleLocated(
      int time,
      int vehicle,
      int atPlace,
      int atTime,
      boolean staysOnPath,
      int arrival,
      TroubleCause cause)
      implements DispatchEvent {}

  /** A driver is at the next stop; what follows from that, an arrival, is told next. */
  record ArrivalReported(int time, int vehicle) implements DispatchEvent {}

  /**
   * A driver goes to another stop first.
   *
   * @param stop which one, counted in the route as it was
   */
  record StopBroughtForward(int time, int vehicle, int stop) implements DispatchEvent {}

  /**
   * A vehicle drives nobody for a while; its rides are told next.
   *
   * @param atPlace where it stands, or the end of the edge that it is on
   * @param until when it is back
   */
  record VehicleOut(int time, int vehicle, int atPlace, int until) implements DispatchEvent {}

  /**
   * A shift ends earlier than planned.
   *
   * @param plannedEnd when it was to end
   * @param end when it ends
   */
  record ShiftShortened(int time, int vehicle, int plannedEnd, int end) implements DispatchEvent {}

  /** A ride that has not boarded is taken from its vehicle and waits for another. */
  record RideReleased(int time, long request, int vehicle) implements DispatchEvent {}

  /**
   * A ride has lost its vehicle, which was told to be out, and waits for another.
   *
   * @param wasAboard whether the party sits in that vehicle
   */
  record RideInterrupted(int time, long request, int vehicle, boolean wasAboard)
      implements DispatchEvent {}

  /**
   * A ride has got another vehicle.
   *
   * @param vehicle the new one
   * @param pickupPlace stop point at which the party boards
   * @param pickupIndex where the ride went in the route as it was, see {@link Dispatcher#replay}
   * @param dropoffIndex likewise
   * @param cause why it had to
   */
  record RideReassigned(
      int time,
      long request,
      int vehicle,
      int pickupPlace,
      int pickupIndex,
      int dropoffIndex,
      int plannedPickup,
      int plannedDropoff,
      TroubleCause cause)
      implements DispatchEvent {}

  /** A rider is told which vehicle comes; from now on it is this one. */
  record VehicleAnnounced(int time, long request, int vehicle) implements DispatchEvent {}

  /**
   * Vehicles go on otherwise than planned, and better: all of them together.
   *
   * @param routes in the order in which they were proposed
   * @param saved by how much all costs less, see {@link org.ieum.fleet.RouteCost}
   */
  record RoutesImproved(int time, List<ImprovedRoute> routes, long saved) implements DispatchEvent {
    public RoutesImproved {
      routes = List.copyOf(routes);
    }
  }

  /**
   * How a vehicle goes on.
   *
   * @param visits see {@link org.ieum.fleet.RouteRebuild}
   */
  record ImprovedRoute(int vehicle, List<Long> visits) {
    public ImprovedRoute {
      visits = List.copyOf(visits);
    }
  }

  /**
   * An idle vehicle goes on towards where riders are expected.
   *
   * @param towards stop point where it is to wait in the end
   * @param fromPlace where it has been, or comes to on its way there
   * @param departure when it leaves that
   * @param atPlace where it can next do something else, see TravelTimes
   * @param atTime when it is there
   */
  record VehicleRepositioned(
      int time, int vehicle, int towards, int fromPlace, int departure, int atPlace, int atTime)
      implements DispatchEvent {}

  /** A ride that has lost its vehicle gets no other. */
  record RideFailed(int time, long request, TroubleCause cause) implements DispatchEvent {}

  /** A vehicle waits at its stop for somebody who is late; all behind it comes later. */
  record VehicleHeld(int time, int vehicle, int until) implements DispatchEvent {}

  /** A vehicle reached a stop. */
  record VehicleArrived(int time, int vehicle, int place, StopKind kind) implements DispatchEvent {}

  /** The travel times are others from now on; what that breaks is told next. */
  record TravelTimesChanged(int time) implements DispatchEvent {}

  /**
   * The world will break a promise, or makes it worse or better while it will be broken. Told
   * whenever what is expected changes, once.
   *
   * @param limit what can no longer be kept
   * @param promised what was promised, ms
   * @param expected what dispatch keeps instead from now on, when all drive as soon as they can, ms
   * @param cause what made the difference
   */
  record PromiseAtRisk(
      int time,
      long request,
      int vehicle,
      PromiseLimit limit,
      int promised,
      int expected,
      TroubleCause cause)
      implements DispatchEvent {}

  /**
   * A promise has been broken: the vehicle came too late, or the party was aboard too long.
   *
   * @param limit what was not kept
   * @param promised what was promised, ms
   * @param actual what became of it, ms
   * @param cause what put it at risk last
   */
  record PromiseBroken(
      int time,
      long request,
      int vehicle,
      PromiseLimit limit,
      int promised,
      int actual,
      TroubleCause cause)
      implements DispatchEvent {}

  /** A promise that was at risk can be kept after all. */
  record PromiseRestored(int time, long request, int vehicle, PromiseLimit limit)
      implements DispatchEvent {}

  /**
   * A vehicle will come to its break or to the end of its shift at another time than told before.
   *
   * @param kind break or end of shift
   * @param latest when it ought to be there
   * @param expected when it can be there; equal to {@code latest} when it is on time again
   */
  record ShiftLate(int time, int vehicle, StopKind kind, int latest, int expected)
      implements DispatchEvent {}

  /**
   * No open road leads along a leg of a route any more; the vehicle is planned to drive it as if no
   * road were closed.
   */
  record LegCutOff(int time, int vehicle, int fromPlace, int toPlace) implements DispatchEvent {}

  /**
   * A ride boards or alights where no open road leads any more, or at a stop point that has been
   * closed. It stays in its route until somebody calls it off.
   */
  record RideAffected(int time, long request, int vehicle, int place) implements DispatchEvent {}

  /** Nobody newly boards or alights at a stop point. */
  record StopClosed(int time, int stopPoint) implements DispatchEvent {}

  /** A stop point is in use again. */
  record StopReopened(int time, int stopPoint) implements DispatchEvent {}
}
