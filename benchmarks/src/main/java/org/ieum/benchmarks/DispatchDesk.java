package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import org.ieum.benchmarks.DispatchInstance.Car;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingRules;
import org.ieum.model.BookingState;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Capacity;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.model.LimitsFrom;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.PromiseRules;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;

/**
 * A dispatcher under the rules of SPEC.md in {@code ../shared/data/dispatch}, with the places of
 * its requests; riders board as soon as their vehicle is there.
 */
final class DispatchDesk {
  /**
   * A stop takes a minute; a wait of 300 s includes it; no limit on the ride itself. A walk costs
   * like the rest of the trip.
   */
  private static ServiceRules rules(LimitsFrom limitsFrom) {
    return new ServiceRules(
        new PromiseRules(limitsFrom, 240_000, 1.7, 120_000, 100, Integer.MAX_VALUE / 8),
        new DwellRules(60_000, 0, 0, 0),
        BookingRules.DEFAULT,
        new CostWeights(1, 1, 1, 1, 1));
  }

  private static final Party ONE = Party.of(1);

  private final RoadTravelTimes times;
  private final Dispatcher dispatcher;
  private final DayBook book;

  /** Requests whose vehicle has come. */
  private final LongArrayList boarding = new LongArrayList();

  /** Opens a desk whose limits run from the request, as SPEC.md says. */
  DispatchDesk(Roads roads, DispatchInstance instance) {
    this(roads, instance, LimitsFrom.REQUEST);
  }

  DispatchDesk(Roads roads, DispatchInstance instance, LimitsFrom limitsFrom) {
    times = roads.times().fork();
    book = new DayBook(instance.requests(), instance.cars().size());
    List<Vehicle> fleet = new ArrayList<>();
    for (Car car : instance.cars()) {
      TimeWindow hours = new TimeWindow(car.from(), car.until());
      int place = times.acquire(car.place());
      fleet.add(
          new Vehicle(
              "v" + car.id(),
              List.of(new Capacity(car.capacity(), 0)),
              List.of(new Shift(hours, place, Shift.ANYWHERE, List.of()))));
    }
    dispatcher = new Dispatcher(rules(limitsFrom), fleet, times, this::hear);
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  RoadTravelTimes times() {
    return times;
  }

  /** What has happened. */
  DayBook book() {
    return book;
  }

  private void hear(DispatchEvent event) {
    book.enter(event);
    if (event instanceof DispatchEvent.VehicleArrived arrived) {
      FleetView fleet = dispatcher.fleet();
      for (int k = 0; k < fleet.rideCount(arrived.vehicle()); k++) {
        if (fleet.pickup(arrived.vehicle(), k) == 0) {
          boarding.add(fleet.request(arrived.vehicle(), k));
        }
      }
    }
  }

  /** Lets everything happen before a time. */
  void advance(int time) {
    while (dispatcher.nextEvent() < time) {
      int now = dispatcher.nextEvent();
      dispatcher.step();
      for (int i = 0; i < boarding.size(); i++) {
        dispatcher.board(boarding.getLong(i), ONE, now);
      }
      boarding.clear();
    }
  }

  /** Lets everything happen. */
  void finish() {
    advance(RoutePlan.NEVER);
  }

  /** A place to board or alight at; {@link #release} it. */
  CandidatePoint acquire(RoadPosition position, int walkMillis) {
    return new CandidatePoint(times.acquire(position), walkMillis);
  }

  /** Lets the points of a request go. */
  void release(RideRequest request) {
    release(request.pickups());
    release(request.dropoffs());
  }

  private void release(List<CandidatePoint> points) {
    for (int i = 0; i < points.size(); i++) {
      times.release(points.get(i).stopPoint());
    }
  }

  /** A request from door to door; {@link #release} it. */
  RideRequest doorToDoor(Request asked) {
    return request(
        asked, List.of(acquire(asked.origin(), 0)), List.of(acquire(asked.destination(), 0)));
  }

  RideRequest request(Request asked, List<CandidatePoint> pickups, List<CandidatePoint> dropoffs) {
    return new RideRequest(
        asked.id(), asked.id(), TimeType.DEPART_AT, asked.time(), ONE, pickups, dropoffs);
  }

  /** Answers a request from door to door and takes what is offered. */
  void serve(Request asked) {
    advance(asked.time());
    RideRequest request = doorToDoor(asked);
    if (dispatcher.quote(request, asked.time()) instanceof Offer offer) {
      dispatcher
          .confirm(offer, asked.time())
          .ifPresent(booking -> boardIfThere(booking, asked.time()));
    }
    release(request);
  }

  /** Lets the rider of a booking board whose vehicle is there already. */
  void boardIfThere(Booking booking, int now) {
    if (booking.state() == BookingState.ARRIVED_AT_PICKUP) {
      dispatcher.board(booking.request(), ONE, now);
    }
  }
}
