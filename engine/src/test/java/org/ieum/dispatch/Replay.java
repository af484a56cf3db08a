package org.ieum.dispatch;

import static org.ieum.dispatch.DispatchState.shift;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.RoutesImproved;
import org.ieum.dispatch.DispatchEvent.VehicleAnnounced;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.dispatch.DispatchEvent.VehicleHeld;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;

/** Has a dispatcher do what another has done, perhaps by an epoch that lies later. */
final class Replay {
  private final Dispatcher dispatcher;
  private final int millis;

  /** Requests whose drivers have reported a no-show. */
  private final Set<Long> reported;

  Replay(Dispatcher dispatcher, int millis, Set<Long> reported) {
    this.dispatcher = dispatcher;
    this.millis = millis;
    this.reported = reported;
  }

  /** Decides what was decided then; the rest comes about by itself. */
  void decide(DispatchEvent event, boolean asks) {
    int time = event.time() - millis;
    if (event instanceof RideConfirmed e) {
      if (asks) {
        assertEquals(
            shift(e.offer(), millis),
            dispatcher.quote(shift(e.offer().request(), millis), time),
            "quote");
      }
      Booking booking =
          dispatcher.replay(
              shift(e.offer(), millis), e.vehicle(), e.pickupIndex(), e.dropoffIndex(), time);
      assertEquals(e.vehicle(), booking.vehicle());
    } else if (event instanceof RideCancelled e) {
      dispatcher.cancel(e.request(), time);
    } else if (event instanceof RiderBoarded e) {
      dispatcher.board(e.request(), e.party(), time);
    } else if (event instanceof RiderNoShow e && reported.contains(e.request())) {
      dispatcher.noShow(e.request(), time);
    } else if (event instanceof VehicleAnnounced e) {
      dispatcher.announceVehicle(e.request(), time);
    } else if (event instanceof RoutesImproved e) {
      dispatcher.replayRoutes(e.routes(), time);
    } else if (event instanceof VehicleRepositioned e) {
      dispatcher.replayReposition(e.vehicle(), e.towards(), e.atPlace(), e.atTime() - millis, time);
    }
  }

  /** Events of quiet roads by an epoch that lies later. */
  static List<DispatchEvent> shifted(List<DispatchEvent> events, int millis) {
    return events.stream().map(event -> shifted(event, millis)).toList();
  }

  private static DispatchEvent shifted(DispatchEvent event, int millis) {
    int time = event.time() - millis;
    if (event instanceof RideConfirmed e) {
      return new RideConfirmed(
          time,
          shift(e.offer(), millis),
          e.vehicle(),
          e.pickupIndex(),
          e.dropoffIndex(),
          e.plannedPickup() - millis,
          e.plannedDropoff() - millis);
    } else if (event instanceof RideCancelled e) {
      return new RideCancelled(time, e.request(), e.vehicle());
    } else if (event instanceof RiderNoShow e) {
      return new RiderNoShow(time, e.request(), e.vehicle(), e.isExcused());
    } else if (event instanceof RiderBoarded e) {
      return new RiderBoarded(time, e.request(), e.vehicle(), e.party());
    } else if (event instanceof RiderAlighted e) {
      return new RiderAlighted(time, e.request(), e.vehicle());
    } else if (event instanceof VehicleDeparted e) {
      return new VehicleDeparted(
          time, e.vehicle(), e.fromPlace(), e.toPlace(), e.riders(), e.wheelchairs());
    } else if (event instanceof VehicleDiverted e) {
      return new VehicleDiverted(time, e.vehicle(), e.toPlace(), e.atPlace(), e.atTime() - millis);
    } else if (event instanceof VehicleArrived e) {
      return new VehicleArrived(time, e.vehicle(), e.place(), e.kind());
    } else if (event instanceof VehicleHeld e) {
      return new VehicleHeld(time, e.vehicle(), e.until() - millis);
    }
    throw new AssertionError("no event of quiet roads: " + event);
  }
}
