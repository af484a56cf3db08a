package org.ieum.dispatch;

import static org.ieum.dispatch.TinyService.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.ShiftLate;
import org.ieum.dispatch.DispatchEvent.StopClosed;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.BookingState;
import org.ieum.model.Break;
import org.ieum.model.Capacity;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Rejection;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.PlainTravelTimes;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.Test;

/** What can be put back, what cannot, and what becomes of further shifts, reckoned by hand. */
class StateTest {
  private final List<DispatchEvent> events = new ArrayList<>();

  private Dispatcher resume(DispatchState state, Vehicle... vehicles) {
    return resume(STREET, state, vehicles);
  }

  private Dispatcher resume(TravelTimes times, DispatchState state, Vehicle... vehicles) {
    return Dispatcher.resume(RULES, List.of(vehicles), times, events::add, state);
  }

  private void refuses(String message, DispatchState state, Vehicle... vehicles) {
    refuses(message, STREET, state, vehicles);
  }

  private void refuses(
      String message, TravelTimes times, DispatchState state, Vehicle... vehicles) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> resume(times, state, vehicles))
            .getMessage());
  }

  private static Shift shift(int from, int until, int start, int end) {
    return new Shift(new TimeWindow(from, until), start, end, List.of());
  }

  private static Vehicle named(String id, Shift... shifts) {
    return new Vehicle(id, List.of(new Capacity(4, 0)), List.of(shifts));
  }

  @Test
  void vehiclesOfTheStateMustBeThere() {
    DispatchState state = new TinyService(bus()).dispatcher.state();
    refuses(
        "vehicle bus is in the state and not among the 1 vehicles given",
        state,
        named("van", shift(0, HOUR, 0, 0)));
    refuses("vehicle bus is there twice", state, bus(), bus());
  }

  @Test
  void routesMustGoWithTravelTimesAndVehicles() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 2, Party.of(3)), 0);
    DispatchState state = service.dispatcher.state();
    refuses(
        "vehicle bus is planned to carry 3 riders and 0 wheelchairs, which do not fit any more",
        state,
        bus(new Capacity(2, 0)));
    PlainTravelTimes quicker =
        PlainTravelTimes.of(
            3, 3, new int[] {0, 1, LEG}, new int[] {1, 2, LEG / 2}, new int[] {2, 0, LEG});
    refuses(
        "vehicle bus drives from place 1 to 2 in 600000 ms, which the travel times given do not say",
        quicker,
        state,
        bus());
    PlainTravelTimes fewer = PlainTravelTimes.of(3, 2, new int[] {0, 1, LEG});
    refuses("vehicle bus stops at place 2, there are only 2 stop points", fewer, state, bus());
  }

  @Test
  void onlyStopPointsCanBeKept() {
    RandomService service = RandomService.onRoads(1);
    String message =
        String.valueOf(
            assertThrows(IllegalStateException.class, service.dispatcher()::state).getMessage());
    assertTrue(
        message.startsWith("vehicle v0 stops at place ")
            && message.endsWith("which is none of the 0 stop points and cannot be kept"),
        message);
  }

  @Test
  void bookingsMustHaveTheirVehicle() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 2), 0);
    DispatchState state = service.dispatcher.state();
    assertEquals(
        "vehicle of request 1 must be from 0 to -1, was 0",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new DispatchState(0, Integer.MIN_VALUE, List.of(), state.bookings(), List.of()))
            .getMessage());
  }

  @Test
  void vehiclesMayComeInAnotherOrder() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 2), 0);
    Dispatcher dispatcher =
        resume(service.dispatcher.state(), named("van", shift(0, HOUR, 3, 3)), bus());
    assertEquals(1, dispatcher.findBooking(1).orElseThrow().vehicle());
    assertEquals(1, dispatcher.fleet().rideCount(1));
    dispatcher.cancel(1, 0);
    assertEquals(0, dispatcher.fleet().rideCount(1));
  }

  @Test
  void closedStopPointsStayClosed() {
    TinyService service = new TinyService(bus());
    service.dispatcher.closeStop(3, 0);
    Dispatcher dispatcher = resume(service.dispatcher.state(), bus());
    dispatcher.closeStop(3, 0);
    dispatcher.closeStop(4, 0);
    assertEquals(List.of(new StopClosed(0, 4)), events);
    assertEquals(List.of(3, 4), dispatcher.state().closedStopPoints());
  }

  @Test
  void aRouteThatIsOverGoesOn() {
    TinyService service = new TinyService(bus(shift(0, HOUR, 0, 1)));
    service.dispatcher.advance(20 * HOUR);
    Shift next = shift(24 * HOUR, 30 * HOUR, 2, 2);
    Shift past = shift(2 * HOUR, 3 * HOUR, 4, 4);
    Dispatcher dispatcher = resume(service.dispatcher.state(), bus(past, next));
    assertEquals(3, dispatcher.fleet().stopCount(0));
    assertEquals(24 * HOUR - LEG, dispatcher.nextEvent());
    assertInstanceOf(Offer.class, dispatcher.quote(departAt(1, 25 * HOUR, 1, 2), 21 * HOUR));
    assertInstanceOf(Rejection.class, dispatcher.quote(departAt(1, 22 * HOUR, 1, 2), 21 * HOUR));
    assertEquals(List.of(), events);
    // What is known is not appended once more.
    Dispatcher again = resume(dispatcher.state(), bus(past, next));
    assertEquals(dispatcher.state(), again.state());
  }

  @Test
  void aShiftThatMayEndAnywhereEndsWhereTheNextBegins() {
    TinyService service = new TinyService(bus(shift(0, HOUR, 0, Shift.ANYWHERE)));
    service.book(departAt(1, 0, 1, 2), 0);
    Shift next = shift(24 * HOUR, 30 * HOUR, 2, Shift.ANYWHERE);
    Dispatcher dispatcher = resume(service.dispatcher.state(), bus(next));
    assertEquals(2, dispatcher.fleet().place(0, 3));
    dispatcher.advance(20 * HOUR);
    assertEquals(3, dispatcher.fleet().stopCount(0));
    // Once more when it has come there already.
    TinyService over = new TinyService(bus(shift(0, HOUR, 0, Shift.ANYWHERE)));
    over.dispatcher.advance(20 * HOUR);
    assertEquals(RoutePlan.ANYWHERE, over.fleet().place(0, 0));
    Dispatcher further = resume(over.dispatcher.state(), bus(next));
    assertEquals(2, further.fleet().place(0, 0));
    assertEquals(24 * HOUR, further.nextEvent());
    Offer offer =
        assertInstanceOf(Offer.class, further.quote(departAt(1, 25 * HOUR, 3, 4), 21 * HOUR));
    assertTrue(further.confirm(offer, 21 * HOUR).isPresent());
  }

  @Test
  void aLateVehicleComesLateToItsNewShift() {
    // The shift ends at 1:00 at stop point 4, where the party alights; the next begins at 0.
    TinyService service = new TinyService(bus(shift(0, HOUR, 0, Shift.ANYWHERE)));
    service.book(departAt(1, 0, 1, 4), 0);
    int latest = 60 * MINUTE + 10 * MINUTE;
    Break rest = new Break(0, new TimeWindow(HOUR, latest), 5 * MINUTE);
    Shift next = new Shift(new TimeWindow(HOUR, 2 * HOUR), 0, 0, List.of(rest));
    Dispatcher dispatcher = resume(service.dispatcher.state(), bus(next));
    int home = LEG + MINUTE + 3 * LEG + MINUTE + 4 * LEG;
    assertEquals(
        List.of(
            new ShiftLate(0, 0, StopKind.BREAK, latest, home),
            new ShiftLate(0, 0, StopKind.SHIFT_END, HOUR, home)),
        events);
    dispatcher.advance(3 * HOUR);
    assertEquals(1, dispatcher.fleet().stopCount(0));
  }

  @Test
  void newVehiclesBeginTheirShifts() {
    TinyService service = new TinyService(bus());
    service.dispatcher.advance(5 * HOUR);
    Vehicle late = named("late", shift(0, HOUR, 4, 4), shift(4 * HOUR, 9 * HOUR, 3, 3));
    Vehicle gone = named("gone", shift(0, HOUR, 4, 4), shift(2 * HOUR, 3 * HOUR, 4, 2));
    Dispatcher dispatcher = resume(service.dispatcher.state(), bus(), late, gone);
    assertEquals(2, dispatcher.fleet().stopCount(1));
    assertEquals(3, dispatcher.fleet().place(1, 0));
    assertEquals(1, dispatcher.fleet().stopCount(2));
    assertEquals(2, dispatcher.fleet().place(2, 0));
    Offer offer =
        assertInstanceOf(Offer.class, dispatcher.quote(departAt(1, 5 * HOUR, 3, 4), 5 * HOUR));
    assertEquals(1, offer.vehicle());
    assertEquals(5 * HOUR + MINUTE, offer.plannedPickup());
    assertEquals(dispatcher.state(), resume(dispatcher.state(), bus(), late, gone).state());
    assertEquals(List.of(), events);
  }

  @Test
  void roadsMustLeadToNewShifts() {
    PlainTravelTimes oneWay = PlainTravelTimes.of(3, 3, new int[] {0, 1, LEG});
    Vehicle vehicle = bus(shift(0, HOUR, 0, 0));
    Dispatcher dispatcher = new Dispatcher(RULES, List.of(vehicle), oneWay, events::add);
    refuses(
        "no road leads vehicle bus from place 0 to 2, as its shifts want",
        oneWay,
        dispatcher.state(),
        bus(shift(HOUR, 2 * HOUR, 2, 2)));
  }

  @Test
  void aVehicleThatStandsForMonthsStaysInRange() {
    TinyService service = new TinyService(bus(shift(0, HOUR, 0, 1)));
    service.dispatcher.advance(2 * HOUR);
    int day = 24 * HOUR;
    Dispatcher dispatcher = service.dispatcher;
    for (int i = 0; i < 100; i++) {
      dispatcher.advance(dispatcher.state().now() + day);
      dispatcher = resume(dispatcher.state().shifted(day), bus(shift(0, HOUR, 0, 1)));
    }
    assertEquals(2 * HOUR, dispatcher.state().now());
    dispatcher = resume(dispatcher.state(), bus(shift(day, 2 * day, 2, 2)));
    assertInstanceOf(Offer.class, dispatcher.quote(departAt(1, day, 2, 3), day));
    DispatchState state = dispatcher.state();
    assertThrows(IllegalArgumentException.class, () -> state.shifted(-23 * day));
  }

  @Test
  void aReplayThatDoesNotFitFailsLoudly() {
    TinyService service = new TinyService(bus());
    Offer offer = service.book(departAt(1, HOUR, 1, 2), 0);
    RideConfirmed told = service.events(RideConfirmed.class).get(0);
    assertEquals(0, told.pickupIndex());
    assertEquals(0, told.dropoffIndex());
    TinyService again = new TinyService(bus());
    failsToReplay(
        "request 1 does not fit into vehicle 0 behind stops 0 and 1 at 0:"
            + " vehicle 0 has no stops 0 and 1 to insert behind",
        again,
        offer,
        0,
        1);
    failsToReplay(
        "request 1 does not fit into vehicle 3 behind stops 0 and 0 at 0:"
            + " vehicle must be from 0 to 0, was 3",
        again,
        offer,
        3,
        0);
    again.dispatcher.replay(offer, told.vehicle(), told.pickupIndex(), told.dropoffIndex(), 0);
    assertEquals(service.events, again.events);
    failsToReplay(
        "request 1 does not fit into vehicle 0 behind stops 0 and 0 at 0:"
            + " request 1 is confirmed already",
        again,
        offer,
        0,
        0);
    TinyService full = new TinyService(bus());
    full.book(departAt(2, HOUR, 2, 1, Party.of(4)), 0);
    failsToReplay(
        "request 1 does not fit into vehicle 0 behind stops 0 and 0 at 0", full, offer, 0, 0);
    TinyService late = new TinyService(bus());
    late.dispatcher.advance(2 * MINUTE);
    assertThrows(
        IllegalStateException.class, () -> late.dispatcher.replay(offer, 0, 0, 0, 2 * MINUTE));
  }

  private static void failsToReplay(
      String message, TinyService service, Offer offer, int vehicle, int dropoffIndex) {
    assertEquals(
        message,
        assertThrows(
                IllegalStateException.class,
                () -> service.dispatcher.replay(offer, vehicle, 0, dropoffIndex, 0))
            .getMessage());
  }

  @Test
  void driversReportThoseWhoAreNotThere() {
    TinyService service = new TinyService(bus());
    // The vehicle is at stop point 0 for the first and goes on to the second.
    service.book(departAt(1, 0, 1, 2), 0);
    Dispatcher dispatcher = service.dispatcher;
    assertEquals(
        "request 1 cannot be missing, it is assigned",
        assertThrows(IllegalStateException.class, () -> dispatcher.noShow(1, 0)).getMessage());
    dispatcher.advance(LEG + 1);
    assertEquals(BookingState.ARRIVED_AT_PICKUP, service.state(1));
    dispatcher.noShow(1, LEG + 2);
    assertEquals(List.of(new RiderNoShow(LEG + 2, 1, 0, false)), service.events(RiderNoShow.class));
    assertTrue(dispatcher.findBooking(1).isEmpty());
    assertEquals(List.of(1, 0), service.places());
    assertThrows(IllegalArgumentException.class, () -> dispatcher.noShow(1, LEG + 2));
    service.book(departAt(2, LEG + 2, 1, 2), LEG + 2);
    dispatcher.advance(LEG + MINUTE + 2);
    service.board(2, LEG + MINUTE + 2);
    assertThrows(IllegalStateException.class, () -> dispatcher.noShow(2, LEG + MINUTE + 2));
  }

  @Test
  void nobodyIsMissingBeforeTheWindow() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 2), 0);
    int early = HOUR - MINUTE / 2;
    service.dispatcher.advance(early);
    assertEquals(BookingState.ARRIVED_AT_PICKUP, service.state(1));
    assertEquals(
        "request 1 cannot be missing at 3570000, its pickup window begins at 3600000",
        assertThrows(IllegalStateException.class, () -> service.dispatcher.noShow(1, early))
            .getMessage());
    service.dispatcher.noShow(1, HOUR);
    assertEquals(List.of(new RiderNoShow(HOUR, 1, 0, false)), service.events(RiderNoShow.class));
  }
}
