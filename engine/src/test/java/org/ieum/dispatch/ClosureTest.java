package org.ieum.dispatch;

import static org.ieum.dispatch.TinyService.HOUR;
import static org.ieum.dispatch.TinyService.LEG;
import static org.ieum.dispatch.TinyService.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ieum.dispatch.DispatchEvent.LegCutOff;
import org.ieum.dispatch.DispatchEvent.PromiseAtRisk;
import org.ieum.dispatch.DispatchEvent.PromiseRestored;
import org.ieum.dispatch.DispatchEvent.RideAffected;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.StopClosed;
import org.ieum.dispatch.DispatchEvent.StopReopened;
import org.ieum.dispatch.DispatchEvent.TravelTimesChanged;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.model.BookingState;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.TimeType;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.PlainTravelTimes;
import org.junit.jupiter.api.Test;

/** What happens to single rides when stops and roads are closed, on a street of five stops. */
class ClosureTest {
  private final List<DispatchEvent> events = new ArrayList<>();
  private final PlainTravelTimes street = TinyService.street();
  private final Dispatcher dispatcher = dispatcher(TinyService.bus());

  private Dispatcher dispatcher(Vehicle... vehicles) {
    return new Dispatcher(TinyService.RULES, List.of(vehicles), street, events::add);
  }

  private Offer book(RideRequest request, int now) {
    Offer offer = assertInstanceOf(Offer.class, dispatcher.quote(request, now));
    assertTrue(dispatcher.confirm(offer, now).isPresent());
    return offer;
  }

  /** Events since the confirmation of rides. */
  private List<DispatchEvent> told() {
    List<DispatchEvent> told = new ArrayList<>(events);
    events.clear();
    return told;
  }

  @Test
  void aClosedStopTakesNobodyNewAndTellsWhomItConcerns() {
    book(TinyService.departAt(1, HOUR, 2, 4), 0);
    Offer late =
        assertInstanceOf(Offer.class, dispatcher.quote(TinyService.departAt(2, HOUR, 1, 2), 0));
    events.clear();
    dispatcher.closeStop(2, 0);
    dispatcher.closeStop(2, 0);
    assertEquals(List.of(new StopClosed(0, 2), new RideAffected(0, 1, 0, 2)), told());
    assertTrue(dispatcher.confirm(late, 0).isEmpty(), "its dropoff is closed by now");
    Rejection rejection =
        assertInstanceOf(Rejection.class, dispatcher.quote(TinyService.departAt(3, HOUR, 1, 2), 0));
    assertEquals(RejectionReason.OUT_OF_AREA, rejection.reason());
    assertTrue(rejection.detail().contains("drop-off"), rejection.detail());
    RideRequest choice =
        new RideRequest(
            4,
            104,
            TimeType.DEPART_AT,
            3 * HOUR,
            Party.of(1),
            List.of(new CandidatePoint(2, 0), new CandidatePoint(1, MINUTE)),
            List.of(new CandidatePoint(4, 0)));
    Offer other = assertInstanceOf(Offer.class, dispatcher.quote(choice, 0));
    assertEquals(1, other.promise().pickupStopPoint());
    dispatcher.reopenStop(2, 0);
    dispatcher.reopenStop(2, 0);
    assertEquals(List.of(new StopReopened(0, 2)), told());
    Offer open = assertInstanceOf(Offer.class, dispatcher.quote(choice, 0));
    assertEquals(2, open.promise().pickupStopPoint());
    assertThrows(IllegalArgumentException.class, () -> dispatcher.closeStop(5, 0));
    assertThrows(IllegalArgumentException.class, () -> dispatcher.reopenStop(-1, 0));
  }

  @Test
  void aSlowStreetBreaksThePromiseAndAQuickOneRestoresIt() {
    Offer offer = book(TinyService.departAt(1, 0, 1, 4), 0);
    dispatcher.advance(2 * MINUTE);
    told();
    dispatcher.adopt(street.scaled(3), 2 * MINUTE);
    // The bus finishes the first half of its leg in five minutes and drives the other in fifteen.
    int pickup = LEG / 2 + 3 * LEG / 2;
    int dropoff = pickup + MINUTE + 9 * LEG;
    assertEquals(
        List.of(
            new VehicleDiverted(2 * MINUTE, 0, 1, ~5, LEG / 2),
            new TravelTimesChanged(2 * MINUTE),
            new PromiseAtRisk(
                2 * MINUTE,
                1,
                0,
                PromiseLimit.LATEST_PICKUP,
                offer.promise().pickupWindow().latest(),
                pickup,
                TroubleCause.ROADS),
            new PromiseAtRisk(
                2 * MINUTE,
                1,
                0,
                PromiseLimit.LATEST_DROPOFF,
                offer.promise().latestDropoff(),
                dropoff,
                TroubleCause.ROADS),
            new PromiseAtRisk(
                2 * MINUTE,
                1,
                0,
                PromiseLimit.LONGEST_RIDE,
                offer.promise().maxRideDuration(),
                9 * LEG,
                TroubleCause.ROADS)),
        told());
    Booking booking = dispatcher.findBooking(1).orElseThrow();
    assertTrue(booking.isPromiseBroken());
    assertEquals(pickup, booking.limit(PromiseLimit.LATEST_PICKUP));
    // Nobody who would make it worse is taken along.
    assertInstanceOf(
        Rejection.class, dispatcher.quote(TinyService.departAt(2, 3 * MINUTE, 2, 3), 3 * MINUTE));
    dispatcher.adopt(street.usualAgain(), 3 * MINUTE);
    assertEquals(
        List.of(
            new TravelTimesChanged(3 * MINUTE),
            new PromiseRestored(3 * MINUTE, 1, 0, PromiseLimit.LATEST_PICKUP),
            new PromiseRestored(3 * MINUTE, 1, 0, PromiseLimit.LATEST_DROPOFF),
            new PromiseRestored(3 * MINUTE, 1, 0, PromiseLimit.LONGEST_RIDE)),
        told());
    assertEquals(LEG, dispatcher.fleet().arrival(0, 1));
  }

  @Test
  void whereNoOpenRoadLeadsTheBusGoesAllTheSameAndNobodyNewIsPromisedThat() {
    book(TinyService.departAt(1, HOUR, 1, 4), 0);
    told();
    dispatcher.adopt(street.without(8, 4), 0);
    List<DispatchEvent> told = told();
    assertEquals(
        List.of(
            new TravelTimesChanged(0),
            new LegCutOff(0, 0, 1, 4),
            new RideAffected(0, 1, 0, 4),
            new LegCutOff(0, 0, 4, 0)),
        told);
    assertInstanceOf(Rejection.class, dispatcher.quote(TinyService.departAt(2, HOUR, 1, 4), 0));
    assertInstanceOf(Offer.class, dispatcher.quote(TinyService.departAt(3, LEG, 1, 3), 0));
    while (dispatcher.findBooking(1).orElseThrow().state() != BookingState.ARRIVED_AT_PICKUP) {
      dispatcher.step();
    }
    dispatcher.board(1, Party.of(1), HOUR);
    dispatcher.advance(2 * HOUR);
    assertTrue(dispatcher.findBooking(1).isEmpty());
    assertTrue(
        events.stream().anyMatch(event -> event instanceof VehicleArrived at && at.place() == 4),
        events::toString);
  }

  @Test
  void aCancellationTellsWhomItLeavesBehindClosedRoads() {
    book(TinyService.departAt(1, HOUR, 2, 4), 0);
    book(TinyService.departAt(2, HOUR + LEG + MINUTE, 3, 4), 0);
    told();
    dispatcher.adopt(street.without(1, 6), 0);
    assertEquals(
        List.of(
            new TravelTimesChanged(0),
            new LegCutOff(0, 0, 0, 2),
            new RideAffected(0, 1, 0, 2),
            new LegCutOff(0, 0, 4, 0)),
        told());
    dispatcher.cancel(1, MINUTE);
    assertEquals(
        List.of(
            new LegCutOff(MINUTE, 0, 0, 3),
            new RideAffected(MINUTE, 2, 0, 3),
            new RideCancelled(MINUTE, 1, 0)),
        told());
    dispatcher.adopt(street.without(1, 6), 2 * MINUTE);
    assertEquals(List.of(new TravelTimesChanged(2 * MINUTE)), told());
  }

  @Test
  void whoHasBeenToldOfClosedRoadsIsNotToldAgain() {
    book(TinyService.departAt(1, HOUR, 1, 4), 0);
    book(TinyService.departAt(2, HOUR + LEG + MINUTE, 2, 3), 0);
    told();
    dispatcher.adopt(street.without(8, 4), 0);
    assertEquals(
        List.of(
            new TravelTimesChanged(0),
            new LegCutOff(0, 0, 3, 4),
            new RideAffected(0, 1, 0, 4),
            new LegCutOff(0, 0, 4, 0)),
        told());
    dispatcher.cancel(2, MINUTE);
    assertEquals(List.of(new LegCutOff(MINUTE, 0, 1, 4), new RideCancelled(MINUTE, 2, 0)), told());
  }
}
