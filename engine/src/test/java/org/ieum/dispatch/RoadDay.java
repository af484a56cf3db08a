package org.ieum.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingState;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Capacity;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.road.Contraction;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.NodeOrder;
import org.ieum.traveltime.RandomRoads;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.TimesSnapshot;

/** A random day on random roads, with places anywhere on them, whose travel times change. */
final class RoadDay {
  private static final int VEHICLES = 6;
  private static final int END = 3 * 3_600_000;

  final EdgeTimes usual;
  final RoadTravelTimes times;
  final Dispatcher dispatcher;
  final List<DispatchEvent> events = new ArrayList<>();
  final List<Vehicle> vehicles = new ArrayList<>();
  EdgeTimes edges;
  int now;

  private final Random random;
  private final RandomRoads roads;
  private final Customization customization;

  /** For another thread. */
  private final Customization apart;

  private final List<RoadPosition> stops;
  private final List<Long> waiting = new ArrayList<>();
  private long requests;

  RoadDay(long seed) {
    this(seed, /* threads= */ 1);
  }

  /** The same day, with travel times that so many threads prepare. */
  RoadDay(long seed, int threads) {
    random = new Random(seed);
    roads = new RandomRoads(seed);
    usual = slow(roads.grid(5 + random.nextInt(8)));
    edges = usual;
    Hierarchy witness = new Contraction(usual).toHierarchy();
    int[] order = NodeOrder.of(witness);
    customization = new Customization(usual, order, threads);
    apart = new Customization(usual, order, threads);
    stops = random.nextBoolean() ? List.of() : roads.positions(usual, 4);
    times = new RoadTravelTimes(customization.customize(usual), stops);
    for (int v = 0; v < VEHICLES; v++) {
      int start = times.acquire(roads.position(usual));
      Shift shift = new Shift(new TimeWindow(0, END), start, Shift.ANYWHERE, List.of());
      vehicles.add(new Vehicle("v" + v, List.of(new Capacity(4, 0)), List.of(shift)));
    }
    dispatcher = new Dispatcher(ServiceRules.DEFAULT, vehicles, times, this::hear);
  }

  /** The roads of a village, at walking pace, so that journeys take minutes. */
  private static EdgeTimes slow(EdgeTimes quick) {
    int[] there = new int[quick.edgeCount()];
    int[] back = new int[quick.edgeCount()];
    for (int edge = 0; edge < there.length; edge++) {
      there[edge] = scaled(quick.forward(edge), 20);
      back[edge] = scaled(quick.backward(edge), 20);
    }
    return quick.withTimes(there, back);
  }

  private static int scaled(int millis, double factor) {
    return millis == EdgeTimes.CLOSED ? millis : 10 * (int) Math.max(1, millis * factor / 10);
  }

  private void hear(DispatchEvent event) {
    events.add(event);
    if (event instanceof DispatchEvent.VehicleArrived arrived) {
      FleetView fleet = dispatcher.fleet();
      for (int k = 0; k < fleet.rideCount(arrived.vehicle()); k++) {
        if (fleet.pickup(arrived.vehicle(), k) == 0) {
          waiting.add(fleet.request(arrived.vehicle(), k));
        }
      }
    }
  }

  boolean isOver() {
    return now > END;
  }

  /** Lets time go by, with riders who board when the vehicle is there. */
  void pass() {
    passUntil(now + random.nextInt(180_000));
  }

  private void passUntil(int until) {
    while (dispatcher.nextEvent() < until) {
      now = Math.max(now, dispatcher.nextEvent());
      dispatcher.step();
      for (long request : waiting) {
        dispatcher.board(request, Party.of(1), now);
      }
      waiting.clear();
    }
    now = until;
    dispatcher.advance(now);
  }

  void passUntilEmpty() {
    while (dispatcher.nextEvent() < RoutePlan.NEVER) {
      passUntil(dispatcher.nextEvent() + 1);
    }
  }

  /** A request whose places are held until they are let go. */
  RideRequest nextRequest() {
    return new RideRequest(
        requests++,
        requests,
        TimeType.DEPART_AT,
        now + (random.nextInt(3) == 0 ? random.nextInt(1_200_000) : 0),
        Party.of(1),
        points(),
        points());
  }

  private List<CandidatePoint> points() {
    List<CandidatePoint> points = new ArrayList<>();
    points.add(new CandidatePoint(times.acquire(roads.position(usual)), 0));
    if (random.nextBoolean()) {
      points.add(new CandidatePoint(times.acquire(roads.position(usual)), 60_000));
    }
    return points;
  }

  /** Confirms an offer, and lets the places of its request go. */
  void accept(RideRequest request, QuoteAnswer answer) {
    if (answer instanceof Offer offer) {
      Booking booking = dispatcher.confirm(offer, now).orElseThrow();
      if (booking.state() == BookingState.ARRIVED_AT_PICKUP) {
        dispatcher.board(request.id(), Party.of(1), now);
      }
    }
    request.pickups().forEach(point -> times.release(point.stopPoint()));
    request.dropoffs().forEach(point -> times.release(point.stopPoint()));
  }

  void book() {
    RideRequest request = nextRequest();
    accept(request, dispatcher.quote(request, now));
  }

  /** Random traffic, with some roads closed or all as usual. */
  EdgeTimes traffic() {
    if (random.nextInt(5) == 0) {
      return usual;
    }
    double closed = random.nextInt(3) == 0 ? 0.3 * random.nextDouble() : 0;
    int[] there = new int[usual.edgeCount()];
    int[] back = new int[usual.edgeCount()];
    for (int edge = 0; edge < there.length; edge++) {
      there[edge] = driven(usual.forward(edge), closed);
      back[edge] = driven(usual.backward(edge), closed);
    }
    return usual.withTimes(there, back);
  }

  private int driven(int millis, double closed) {
    return random.nextDouble() < closed
        ? EdgeTimes.CLOSED
        : scaled(millis, 0.5 + 1.5 * random.nextDouble());
  }

  TimesSnapshot snapshot() {
    return times.snapshot(dispatcher.drivenLegs());
  }

  /** Prepares new edge times, on this thread. */
  NewTravelTimes prepare(TimesSnapshot snapshot, EdgeTimes next) {
    return snapshot.prepare(RoadMetric.of(customization.customize(next), stops));
  }

  /** Prepares new edge times on another thread, one at a time, while this one does the same. */
  NewTravelTimes prepareApart(TimesSnapshot snapshot, EdgeTimes next) {
    return snapshot.prepare(RoadMetric.of(apart.customize(next), stops));
  }

  /** Prepares new edge times on another thread. */
  CompletableFuture<NewTravelTimes> prepareElsewhere(TimesSnapshot snapshot, EdgeTimes next) {
    return CompletableFuture.supplyAsync(() -> prepare(snapshot, next));
  }

  void adopt(NewTravelTimes prepared, EdgeTimes next) {
    edges = next;
    dispatcher.adopt(prepared, now);
  }
}
