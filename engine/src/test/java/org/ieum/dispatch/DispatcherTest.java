package org.ieum.dispatch;

import static org.ieum.dispatch.TinyService.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.fleet.StopKind;
import org.ieum.model.BookingState;
import org.ieum.model.Break;
import org.ieum.model.Capacity;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.PromiseRules;
import org.ieum.model.RejectionReason;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.junit.jupiter.api.Test;

/** What becomes of accepted rides on a street that is easily reckoned by hand. */
class DispatcherTest {
  @Test
  void aRideFromQuoteToArrival() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, 0, 1, 2), 0);
    assertEquals(BookingState.ASSIGNED, service.state(1));
    service.dispatcher.advance(10 * MINUTE);
    assertEquals(BookingState.ASSIGNED, service.state(1));
    service.dispatcher.advance(10 * MINUTE + 1);
    assertEquals(BookingState.ARRIVED_AT_PICKUP, service.state(1));
    service.board(1, 10 * MINUTE + 1);
    assertEquals(BookingState.ONBOARD, service.state(1));
    service.dispatcher.advance(21 * MINUTE + 1);
    assertTrue(service.dispatcher.findBooking(1).isEmpty());
    assertEquals(
        List.of(
            new VehicleDeparted(0, 0, 0, 1, 0, 0),
            new VehicleArrived(10 * MINUTE, 0, 1, StopKind.SERVICE),
            new DispatchEvent.RiderBoarded(10 * MINUTE + 1, 1, 0, Party.of(1)),
            new VehicleDeparted(11 * MINUTE, 0, 1, 2, 1, 0),
            new VehicleArrived(21 * MINUTE, 0, 2, StopKind.SERVICE),
            new RiderAlighted(21 * MINUTE, 1, 0)),
        service.events.subList(1, service.events.size()));
  }

  @Test
  void prebookedVehicleWaitsWhereItIsAndDrivesJustInTime() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, 2 * HOUR, 1, 2), 0);
    assertEquals(2 * HOUR - LEG - MINUTE, service.fleet().departure(0, 0));
    assertEquals(2 * HOUR, service.fleet().departure(0, 1));
    service.dispatcher.advance(2 * HOUR - LEG - MINUTE);
    assertFalse(service.fleet().departed(0));
    service.book(departAt(2, HOUR + 49 * MINUTE, 0, 1), 2 * HOUR - LEG - MINUTE);
  }

  @Test
  void movingVehicleTurnsOffForANewRider() {
    TinyService service = new TinyService(patient(), bus());
    service.book(departAt(1, 0, 3, 4), 0);
    // Past stop point 1 on the way to 3, before the node behind it.
    Offer offer = service.book(departAt(2, 12 * MINUTE, 1, 2), 12 * MINUTE);
    assertEquals(
        List.of(new VehicleDiverted(12 * MINUTE, 0, 3, ~6, 15 * MINUTE)),
        service.events(VehicleDiverted.class));
    assertEquals(List.of(~6, 1, 2, 3, 4, 0), service.places());
    assertEquals(20 * MINUTE + MINUTE, offer.plannedPickup());
  }

  /** Rules that let riders wait for an hour. */
  private static ServiceRules patient() {
    PromiseRules promise = new PromiseRules(HOUR, 1, 2 * HOUR, 1, HOUR);
    return new ServiceRules(promise, DWELL, BOOKING, RULES.weights());
  }

  @Test
  void boardingAtAStopThatIsThereAnywayTakesOneDwell() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 3), 0);
    service.book(departAt(2, HOUR, 1, 3), 0);
    assertEquals(List.of(0, 1, 3, 0), service.places());
    assertEquals(MINUTE, service.fleet().dwell(0, 1));
    assertEquals(2, service.fleet().riders(0, 1));
    assertEquals(2, service.fleet().alighting(0, 2));
  }

  @Test
  void boardingAtTheStopWhereTheVehicleStands() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, 0, 1, 3), 0);
    int now = LEG + MINUTE / 2;
    service.book(departAt(2, now, 1, 3), now);
    assertEquals(BookingState.ARRIVED_AT_PICKUP, service.state(2));
    assertEquals(List.of(1, 3, 0), service.places());
    assertEquals(LEG + MINUTE, service.fleet().departure(0, 0));
  }

  @Test
  void rideOfTheEveningDoesNotKeepTheVehicleWhereItStands() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, 0, 1, 2), 0);
    service.dispatcher.advance(LEG + 1);
    service.board(1, LEG + 1);
    int now = 2 * LEG + MINUTE + MINUTE / 2;
    service.book(departAt(2, 4 * HOUR, 2, 3), now);
    assertEquals(List.of(2, 2, 3, 0), service.places());
    service.book(departAt(3, now + 5 * MINUTE, 2, 1), now + 5 * MINUTE);
    assertEquals(List.of(2, 2, 1, 2, 3, 0), service.places());
  }

  @Test
  void offersOfOneMomentAreConfirmedInAnyOrder() {
    TinyService service = new TinyService(bus());
    Offer first = service.offer(departAt(1, HOUR, 1, 3), 0);
    Offer second = service.offer(departAt(2, 3 * HOUR, 2, 4), 0);
    service.rejection(RejectionReason.BOOKING_RULE, departAt(3, HOUR, 1, 1), 0);
    assertTrue(service.dispatcher.confirm(first, 0).isPresent());
    assertTrue(service.dispatcher.confirm(second, 0).isPresent());
    assertEquals(List.of(0, 1, 3, 2, 4, 0), service.places());
  }

  @Test
  void vehicleThatArrivedAfterTheWindowCannotServeIt() {
    PromiseRules punctual = new PromiseRules(0, 1, HOUR, 1, HOUR);
    ServiceRules rules = new ServiceRules(punctual, DWELL, BOOKING, RULES.weights());
    Shift atOne = new Shift(new TimeWindow(0, HOUR), 1, 1, List.of());
    TinyService service = new TinyService(rules, bus(), bus(atOne));
    // Bus 0 brings a rider to stop point 1 at 0:20 and stands there for a minute.
    service.book(departAt(1, LEG, 0, 1), 0);
    service.board(1, LEG);
    int asked = 2 * LEG - MINUTE / 4;
    Offer offer = service.offer(departAt(2, asked, 1, 0), asked);
    assertEquals(new TimeWindow(asked, asked), offer.promise().pickupWindow());
    assertTrue(service.dispatcher.confirm(offer, 2 * LEG + MINUTE / 4).isEmpty());
    service.book(departAt(3, 2 * LEG + MINUTE / 2, 1, 0), 2 * LEG + MINUTE / 2);
  }

  @Test
  void wheelchairsTakeLongerAndAnotherConfiguration() {
    TinyService service = new TinyService(bus(new Capacity(4, 0), new Capacity(2, 2)));
    service.book(departAt(1, HOUR, 1, 3, new Party(0, 1)), 0);
    assertEquals(3 * MINUTE, service.fleet().dwell(0, 1));
    assertEquals(HOUR + 2 * MINUTE, service.fleet().departure(0, 1));
    assertEquals(HOUR - MINUTE, service.fleet().arrival(0, 1));
    assertEquals(3 * MINUTE, service.fleet().dwell(0, 2));
    service.rejection(RejectionReason.NO_CAPACITY, departAt(2, HOUR, 1, 3, Party.of(3)), 0);
    service.book(departAt(3, HOUR, 1, 3, new Party(0, 1)), 0);
    // Both are waited for and board one after the other.
    assertEquals(HOUR + 4 * MINUTE, service.fleet().departure(0, 1));
    assertEquals(5 * MINUTE, service.fleet().dwell(0, 1));
    service.book(departAt(4, HOUR, 1, 3, Party.of(2)), 0);
  }

  @Test
  void vehicleWaitsForALateRiderThenLeaves() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 3), 0);
    service.dispatcher.advance(HOUR + 3 * MINUTE);
    assertEquals(BookingState.ARRIVED_AT_PICKUP, service.state(1));
    service.dispatcher.advance(HOUR + 3 * MINUTE + 1);
    assertEquals(
        List.of(new RiderNoShow(HOUR + 3 * MINUTE, 1, 0, false)),
        service.events(RiderNoShow.class));
    assertEquals(List.of(1, 0), service.places());
  }

  @Test
  void lateRiderWhoComesInTimeLeavesAtOnce() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 3), 0);
    service.dispatcher.advance(HOUR + MINUTE);
    assertEquals(HOUR + 3 * MINUTE, service.fleet().departure(0, 0));
    service.board(1, HOUR + MINUTE);
    assertEquals(HOUR + MINUTE, service.fleet().departure(0, 0));
  }

  @Test
  void lateRiderWhoCallsOffLetsTheVehicleGo() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 3), 0);
    service.book(departAt(2, HOUR, 1, 3), 0);
    service.board(2, HOUR);
    service.dispatcher.advance(HOUR + MINUTE);
    assertEquals(HOUR + 3 * MINUTE, service.fleet().departure(0, 0));
    service.dispatcher.cancel(1, HOUR + MINUTE);
    assertEquals(HOUR + MINUTE, service.fleet().departure(0, 0));
  }

  @Test
  void waitingForALateRiderBreaksNoOtherPromise() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 3), 0);
    Offer other = service.book(departAt(2, HOUR + MINUTE, 2, 3), 0);
    // The other rider's window ends ten minutes after it began, nine after the vehicle could come.
    assertEquals(HOUR + 11 * MINUTE, other.promise().pickupWindow().latest());
    service.dispatcher.advance(HOUR + MINUTE);
    assertEquals(HOUR + MINUTE, service.fleet().departure(0, 0));
    service.dispatcher.advance(HOUR + MINUTE + 1);
    assertEquals(
        List.of(new RiderNoShow(HOUR + MINUTE, 1, 0, false)), service.events(RiderNoShow.class));
    service.dispatcher.advance(HOUR + 11 * MINUTE + 1);
    assertEquals(BookingState.ARRIVED_AT_PICKUP, service.state(2));
  }

  @Test
  void smallerPartyFreesItsSeats() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 3, Party.of(4)), 0);
    service.rejection(RejectionReason.NO_CAPACITY, departAt(2, HOUR + MINUTE, 2, 4), 0);
    service.dispatcher.advance(HOUR);
    assertThrows(
        IllegalArgumentException.class, () -> service.dispatcher.board(1, Party.of(5), HOUR));
    assertThrows(
        IllegalArgumentException.class, () -> service.dispatcher.board(1, new Party(1, 1), HOUR));
    service.dispatcher.board(1, Party.of(1), HOUR);
    assertEquals(1, service.fleet().riders(0, 0));
    service.book(departAt(2, HOUR + MINUTE, 2, 4, Party.of(3)), HOUR);
    assertThrows(IllegalStateException.class, () -> service.board(1, HOUR));
  }

  @Test
  void boardingNeedsTheVehicle() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 3), 0);
    Exception fault = assertThrows(IllegalStateException.class, () -> service.board(1, 0));
    assertEquals("request 1 cannot board, it is assigned", fault.getMessage());
    assertThrows(IllegalArgumentException.class, () -> service.dispatcher.board(9, Party.of(1), 0));
  }

  @Test
  void breaksAreTakenInTheirWindowWithoutRiders() {
    Break rest = new Break(2, new TimeWindow(HOUR, HOUR + 10 * MINUTE), 30 * MINUTE);
    Shift shift = new Shift(new TimeWindow(0, 3 * HOUR), 0, 0, List.of(rest));
    TinyService service = new TinyService(bus(shift));
    service.rejection(RejectionReason.NO_CAPACITY, departAt(1, 55 * MINUTE, 1, 3), 0);
    service.rejection(RejectionReason.NO_CAPACITY, departAt(1, HOUR + 11 * MINUTE, 2, 3), 0);
    service.book(departAt(1, 30 * MINUTE, 1, 3), 0);
    assertEquals(List.of(0, 1, 3, 2, 0), service.places());
    service.book(departAt(2, HOUR + 30 * MINUTE, 2, 3), 0);
    assertEquals(List.of(0, 1, 3, 2, 2, 3, 0), service.places());
    service.board(1, 30 * MINUTE);
    // At stop point 3 at 0:50, left at 0:51, the break is from 1:01 to 1:31.
    service.dispatcher.advance(HOUR + MINUTE + 1);
    assertEquals(StopKind.BREAK, service.fleet().kind(0, 0));
    assertEquals(HOUR + MINUTE, service.fleet().arrival(0, 0));
    assertEquals(HOUR + 31 * MINUTE, service.fleet().departure(0, 0));
  }

  @Test
  void shiftAcrossMidnight() {
    Shift night = new Shift(new TimeWindow(22 * HOUR, 26 * HOUR), 0, Shift.ANYWHERE, List.of());
    TinyService service = new TinyService(bus(night));
    service.book(departAt(1, 23 * HOUR + 55 * MINUTE, 0, 2), 22 * HOUR);
    service.board(1, 23 * HOUR + 55 * MINUTE);
    service.dispatcher.advance(24 * HOUR + 15 * MINUTE + 1);
    assertEquals(1, service.events(RiderAlighted.class).size());
    service.rejection(
        RejectionReason.NO_CAPACITY, departAt(2, 25 * HOUR + 45 * MINUTE, 0, 2), 25 * HOUR);
    service.dispatcher.advance(27 * HOUR);
    VehicleArrived last = service.events(VehicleArrived.class).get(2);
    assertEquals(StopKind.SHIFT_END, last.kind());
    assertEquals(26 * HOUR, last.time());
  }

  @Test
  void twoShiftsWithTheirOwnPlaces() {
    Shift early = new Shift(new TimeWindow(0, 2 * HOUR), 0, 4, List.of());
    Shift late = new Shift(new TimeWindow(3 * HOUR, 5 * HOUR), 3, 1, List.of());
    TinyService service = new TinyService(bus(early, late));
    assertEquals(List.of(0, 4, 3, 1), service.places());
    service.rejection(RejectionReason.OUT_OF_HOURS, departAt(1, 2 * HOUR + 10 * MINUTE, 3, 4), 0);
    service.rejection(RejectionReason.NO_CAPACITY, departAt(1, 2 * HOUR - MINUTE, 4, 3), 0);
    service.book(departAt(1, 3 * HOUR, 2, 3), 0);
    assertEquals(List.of(0, 4, 3, 2, 3, 1), service.places());
    assertEquals(3 * HOUR + LEG + MINUTE, service.fleet().departure(0, 3));
    service.book(departAt(2, HOUR, 1, 4), 0);
    service.board(2, HOUR);
    service.dispatcher.advance(4 * HOUR - 1);
    List<VehicleArrived> arrivals = service.events(VehicleArrived.class);
    assertTrue(arrivals.stream().anyMatch(a -> a.kind() == StopKind.SHIFT_END && a.place() == 4));
    assertTrue(
        arrivals.stream()
            .anyMatch(
                a -> a.kind() == StopKind.SHIFT_START && a.place() == 3 && a.time() <= 3 * HOUR));
  }

  @Test
  void shiftsThatCannotBeDrivenAreRefused() {
    Shift shift = new Shift(new TimeWindow(0, HOUR / 2), 0, 4, List.of());
    Exception fault =
        assertThrows(IllegalArgumentException.class, () -> new TinyService(bus(shift)));
    assertTrue(String.valueOf(fault.getMessage()).contains("vehicle bus"));
  }

  @Test
  void confirmationKeepsTheOfferWithAnotherVehicle() {
    TinyService service = new TinyService(bus(), bus());
    Offer first = service.offer(departAt(1, 0, 0, 4, Party.of(3)), 0);
    Offer second = service.offer(departAt(2, 0, 0, 4, Party.of(3)), 0);
    Offer third = service.offer(departAt(3, 0, 0, 4, Party.of(3)), 0);
    assertEquals(first.vehicle(), second.vehicle());
    assertEquals(first.vehicle(), service.dispatcher.confirm(first, 0).orElseThrow().vehicle());
    Booking moved = service.dispatcher.confirm(second, 1).orElseThrow();
    assertEquals(1 - first.vehicle(), moved.vehicle());
    assertEquals(second.promise(), moved.offer().promise());
    assertTrue(service.dispatcher.confirm(third, 2).isEmpty());
    assertEquals(
        List.of(0, 1),
        service.events(RideConfirmed.class).stream().map(RideConfirmed::vehicle).toList());
    assertEquals(2, service.dispatcher.liveBookings());
  }

  @Test
  void cancellingTurnsTheVehicleOff() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, 0, 1, 3), 0);
    service.dispatcher.advance(2 * MINUTE);
    service.dispatcher.cancel(1, 2 * MINUTE);
    assertEquals(
        List.of(new VehicleDiverted(2 * MINUTE, 0, 1, ~5, 5 * MINUTE)),
        service.events(VehicleDiverted.class));
    assertEquals(List.of(new RideCancelled(2 * MINUTE, 1, 0)), service.events(RideCancelled.class));
    assertEquals(List.of(~5, 0), service.places());
    assertTrue(service.dispatcher.findBooking(1).isEmpty());
    // It is five minutes from stop point 0 and can be there again five minutes later.
    assertEquals(
        11 * MINUTE, service.offer(departAt(2, 2 * MINUTE, 0, 1), 2 * MINUTE).plannedPickup());
  }

  @Test
  void cancellingAStopThatOthersNeedTurnsNothingOff() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, 0, 1, 3), 0);
    service.book(departAt(2, 0, 1, 3), 0);
    service.dispatcher.advance(2 * MINUTE);
    service.dispatcher.cancel(1, 2 * MINUTE);
    assertTrue(service.events(VehicleDiverted.class).isEmpty());
    assertEquals(List.of(0, 1, 3, 0), service.places());
    assertTrue(service.fleet().departed(0));
  }

  @Test
  void nobodyAboardCanCancel() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, 0, 1, 3), 0);
    service.dispatcher.advance(LEG + 1);
    service.board(1, LEG + 1);
    Exception fault =
        assertThrows(IllegalStateException.class, () -> service.dispatcher.cancel(1, LEG + 1));
    assertEquals("request 1 is aboard and cannot be cancelled", fault.getMessage());
    assertThrows(IllegalStateException.class, () -> service.dispatcher.cancel(1, LEG + 5 * MINUTE));
    assertThrows(
        IllegalArgumentException.class, () -> service.dispatcher.cancel(2, LEG + 5 * MINUTE));
  }
}
