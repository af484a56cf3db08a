package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ieum.fleet.FleetView;
import org.ieum.model.BookingRules;
import org.ieum.model.BookingState;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Capacity;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.PromiseRules;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.PlainTravelTimes;

/**
 * A street with stop points 0 to 4, ten minutes apart, and a node half way between any two of them:
 * node 5 + s lies behind stop point s.
 */
final class TinyService {
  static final int MINUTE = 60_000;
  static final int HOUR = 60 * MINUTE;
  static final int LEG = 10 * MINUTE;

  static final PromiseRules PROMISE = new PromiseRules(10 * MINUTE, 1, 20 * MINUTE, 1, 5 * MINUTE);
  static final DwellRules DWELL = new DwellRules(MINUTE, 2 * MINUTE, 3 * MINUTE);
  static final BookingRules BOOKING = new BookingRules(0, 48 * HOUR, MINUTE);
  static final ServiceRules RULES = new ServiceRules(PROMISE, DWELL, BOOKING, CostWeights.DEFAULT);

  static final PlainTravelTimes STREET = street();

  static PlainTravelTimes street() {
    return PlainTravelTimes.of(
        9,
        5,
        new int[] {0, 5, LEG / 2},
        new int[] {5, 1, LEG / 2},
        new int[] {1, 6, LEG / 2},
        new int[] {6, 2, LEG / 2},
        new int[] {2, 7, LEG / 2},
        new int[] {7, 3, LEG / 2},
        new int[] {3, 8, LEG / 2},
        new int[] {8, 4, LEG / 2});
  }

  final List<DispatchEvent> events = new ArrayList<>();
  final Dispatcher dispatcher;

  TinyService(Vehicle... vehicles) {
    this(RULES, vehicles);
  }

  TinyService(ServiceRules rules, Vehicle... vehicles) {
    dispatcher = new Dispatcher(rules, List.of(vehicles), STREET, events::add);
  }

  /** A bus with four seats that starts and ends at stop point 0, from 0:00 to 10:00. */
  static Vehicle bus() {
    return bus(new Shift(new TimeWindow(0, 10 * HOUR), 0, 0, List.of()));
  }

  static Vehicle bus(Shift... shifts) {
    return new Vehicle("bus", List.of(new Capacity(4, 0)), List.of(shifts));
  }

  static Vehicle bus(Capacity... configurations) {
    Shift shift = new Shift(new TimeWindow(0, 10 * HOUR), 0, 0, List.of());
    return new Vehicle("bus", List.of(configurations), List.of(shift));
  }

  static RideRequest departAt(long id, int time, int from, int to) {
    return departAt(id, time, from, to, Party.of(1));
  }

  static RideRequest departAt(long id, int time, int from, int to, Party party) {
    return request(id, 100 + id, TimeType.DEPART_AT, time, from, to, party);
  }

  static RideRequest arriveBy(long id, int time, int from, int to) {
    return request(id, 100 + id, TimeType.ARRIVE_BY, time, from, to, Party.of(1));
  }

  static RideRequest request(
      long id, long rider, TimeType type, int time, int from, int to, Party party) {
    return new RideRequest(
        id,
        rider,
        type,
        time,
        party,
        List.of(new CandidatePoint(from, 0)),
        List.of(new CandidatePoint(to, 0)));
  }

  FleetView fleet() {
    return dispatcher.fleet();
  }

  Offer offer(RideRequest request, int now) {
    return assertInstanceOf(Offer.class, dispatcher.quote(request, now));
  }

  Offer book(RideRequest request, int now) {
    Offer offer = offer(request, now);
    assertTrue(dispatcher.confirm(offer, now).isPresent(), "confirmed " + offer);
    return offer;
  }

  Rejection rejection(RejectionReason reason, RideRequest request, int now) {
    Rejection rejection = assertInstanceOf(Rejection.class, dispatcher.quote(request, now));
    assertEquals(reason, rejection.reason(), rejection.detail());
    return rejection;
  }

  BookingState state(long request) {
    return dispatcher.findBooking(request).orElseThrow().state();
  }

  void board(long request, int now) {
    Party party = dispatcher.findBooking(request).orElseThrow().offer().request().party();
    dispatcher.board(request, party, now);
  }

  /** Places of the stops of the only vehicle. */
  List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < fleet().stopCount(0); i++) {
      places.add(fleet().place(0, i));
    }
    return places;
  }

  <T extends DispatchEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
