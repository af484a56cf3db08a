package org.ieum.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RideReassigned;
import org.ieum.dispatch.DispatchEvent.ShiftShortened;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.BookingRules;
import org.ieum.model.BookingState;
import org.ieum.model.Break;
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
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.TravelTimes;

/** A small random service area that lives through a random day, one request after the other. */
public final class RandomService {
  private static final int MINUTE = 60_000;

  /** Among so many points a party chooses at most. */
  private static final int MOST_POINTS = 8;

  private static final int DAY_START = 8 * 60 * MINUTE;
  private static final int DAY_END = 14 * 60 * MINUTE;

  private final Random random;
  private final Random traffic;
  private final ServiceRules rules;
  private final RandomMap map;

  /** Most times are multiples of this, ms, so that equal times and costs come about. */
  private final int grain;

  private final TravelTimes times;
  private final List<Vehicle> vehicles;
  private Dispatcher dispatcher;
  private final List<DispatchEvent> events = new ArrayList<>();
  private final List<Long> live = new ArrayList<>();
  private Runnable afterCommand = () -> {};
  private Runnable beforeSwap = () -> {};
  private int now = DAY_START;
  private long requests;
  private int shiftsAdded;

  /** A service between the stop points of a plain graph. */
  public RandomService(long seed) {
    this(seed, PlainMap::random, 1, 4);
  }

  /** A service between places anywhere on the roads of a village. */
  public static RandomService onRoads(long seed) {
    return new RandomService(seed, RoadMap::random, 1, 4);
  }

  /** A service with so many vehicles on a map that is there. */
  public static RandomService on(RandomMap map, int vehicles, long seed) {
    return new RandomService(seed, (grain, random) -> map, vehicles, vehicles);
  }

  private RandomService(
      long seed, BiFunction<Integer, Random, RandomMap> draw, int least, int most) {
    random = new Random(seed);
    traffic = new Random(~seed);
    grain = random.nextInt(4) == 0 ? MINUTE : 1;
    rules = randomRules();
    map = draw.apply(grain, random);
    times = map.times();
    vehicles = new ArrayList<>();
    int count = least + random.nextInt(most - least + 1);
    for (int v = 0; v < count; v++) {
      vehicles.add(randomVehicle("v" + v));
    }
    dispatcher = new Dispatcher(rules, vehicles, times, this::hear);
  }

  private DwellRules randomDwell() {
    int stop = upTo(MINUTE + grain);
    int wheelchair = upTo(3 * MINUTE);
    int noShowWait = upTo(4 * MINUTE);
    return new DwellRules(stop, wheelchair, noShowWait, stop / (1 + noShowWait / grain % 3));
  }

  private ServiceRules randomRules() {
    PromiseRules promise =
        new PromiseRules(
            random.nextBoolean() ? LimitsFrom.STOP : LimitsFrom.REQUEST,
            (random.nextInt(3) == 0 ? 3 + random.nextInt(9) : 15 + random.nextInt(45)) * MINUTE,
            2 + 2 * random.nextDouble(),
            (20 + random.nextInt(40)) * MINUTE,
            1.5 + 3 * random.nextDouble(),
            random.nextInt(25) * MINUTE);
    DwellRules dwell = randomDwell();
    CostWeights weights =
        new CostWeights(
            random.nextInt(3),
            random.nextInt(4),
            1 + random.nextInt(10),
            random.nextInt(4),
            random.nextInt(2));
    return new ServiceRules(promise, dwell, BookingRules.DEFAULT, weights);
  }

  /** A random multiple of the grain below a time. */
  private int upTo(int millis) {
    return grain * random.nextInt(millis / grain);
  }

  private Vehicle randomVehicle(String id) {
    int seats = 4 + random.nextInt(8);
    List<Capacity> configurations = new ArrayList<>(List.of(new Capacity(seats, 0)));
    if (random.nextBoolean()) {
      configurations.add(new Capacity(seats - 1, 1 + random.nextInt(2)));
    }
    List<Shift> shifts = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      int change = DAY_START + (60 + random.nextInt(180)) * MINUTE;
      shifts.add(randomShift(DAY_START, change, point()));
      shifts.add(randomShift(change + 45 * MINUTE, DAY_END, point()));
    } else {
      int end = random.nextBoolean() ? Shift.ANYWHERE : point();
      shifts.add(randomShift(DAY_START - random.nextInt(60) * MINUTE, DAY_END, end));
    }
    return new Vehicle(id, configurations, shifts);
  }

  private Shift randomShift(int start, int end, int endPoint) {
    List<Break> breaks = new ArrayList<>();
    int first = start + 40 * MINUTE;
    int last = end - 70 * MINUTE;
    if (random.nextInt(3) == 0 && first < last) {
      int earliest = first + random.nextInt(last - first);
      TimeWindow window = new TimeWindow(earliest, earliest + random.nextInt(20) * MINUTE);
      breaks.add(new Break(point(), window, 10 * MINUTE));
    }
    return new Shift(new TimeWindow(start, end), point(), endPoint, breaks);
  }

  private int point() {
    return map.point(random.nextInt(map.pointCount()));
  }

  /** Sets what is to be done after each command that the service gives its dispatcher. */
  void afterEachCommand(Runnable action) {
    afterCommand = action;
  }

  /** Sets what is to be done at the last moment before new travel times take over. */
  void beforeEachSwap(Runnable action) {
    beforeSwap = action;
  }

  /** Says that the dispatcher has been given a command by somebody else. */
  void told() {
    afterCommand.run();
  }

  /** Mostly does nothing; else lets the traffic change, closes roads, or opens all again. */
  public void changeSometimes() {
    if (traffic.nextInt(6) == 0) {
      adopt(map.change(dispatcher.drivenLegs(), traffic));
    }
  }

  /** Mostly does nothing; else something happens on the street that nobody planned. */
  void troubleSometimes() {
    int v = traffic.nextInt(vehicles.size());
    switch (traffic.nextInt(12)) {
      case 0 -> locate(v, onPath(v));
      case 1 -> locate(v, onPath(v));
      case 2 -> locate(v, anyEdgeEnd());
      case 3, 7, 8 -> bringForward(v);
      case 4 -> arrive(v);
      case 5 -> {
        if (traffic.nextInt(4) == 0) {
          breakDown(v);
        }
      }
      case 6 -> reassignOne();
      case 10 -> {
        if (traffic.nextInt(4) == 0) {
          addShift(v);
        }
      }
      case 9 -> {
        if (traffic.nextInt(4) == 0) {
          endShift(v);
        }
      }
      default -> {
        return;
      }
    }
    afterCommand.run();
  }

  private int onPath(int v) {
    if (!fleet().departed(v) || fleet().place(v, 1) < 0) {
      return anyEdgeEnd();
    }
    Diversion at = new Diversion();
    int leg = fleet().leg(v, 0);
    times.findDiversion(fleet().place(v, 0), fleet().place(v, 1), traffic.nextInt(leg + 1), at);
    return at.place();
  }

  private int anyEdgeEnd() {
    Diversion at = new Diversion();
    int from = map.point(traffic.nextInt(map.pointCount()));
    int to = map.point(traffic.nextInt(map.pointCount()));
    times.findDiversion(from, to, 0, at);
    return at.place();
  }

  private boolean standsForBoarding(int v) {
    if (fleet().departed(v)) {
      return false;
    }
    for (int k = 0; k < fleet().rideCount(v); k++) {
      if (fleet().pickup(v, k) == 0) {
        return true;
      }
    }
    return false;
  }

  private void locate(int v, int place) {
    if (place < 0 && !standsForBoarding(v)) {
      int at = now + traffic.nextInt(3) * MINUTE / 2;
      dispatcher.locate(v, place, at, TroubleCause.DELAY, now);
    }
  }

  private void bringForward(int v) {
    int stop = 1 + traffic.nextInt(fleet().stopCount(v));
    try {
      dispatcher.bringForward(v, stop, now);
    } catch (IllegalStateException | IllegalArgumentException e) {
      // Nobody can do that.
    }
  }

  private void arrive(int v) {
    boolean isNear = fleet().departed(v) || fleet().kind(v, 0) == StopKind.SERVICE;
    if (isNear && fleet().stopCount(v) > 1 && fleet().kind(v, 1) == StopKind.SERVICE) {
      try {
        dispatcher.arrive(v, now);
      } catch (IllegalStateException e) {
        // Somebody has not boarded.
      }
    }
  }

  private void breakDown(int v) {
    List<Long> rides = dispatcher.takeOut(v, now + (10 + traffic.nextInt(120)) * MINUTE, now);
    for (long request : rides) {
      Booking booking = dispatcher.findBooking(request).orElseThrow();
      int place =
          booking.wasAboard()
              ? map.point(traffic.nextInt(map.pointCount()))
              : booking.offer().promise().pickupStopPoint();
      if (place == booking.offer().promise().dropoffStopPoint()) {
        dispatcher.fail(request, TroubleCause.BREAKDOWN, now);
      } else {
        reassign(request, place, TroubleCause.BREAKDOWN);
      }
    }
  }

  /** Has another vehicle take a ride, at the times that are told, or none. */
  private void reassign(long request, int place, TroubleCause cause) {
    int before = events.size();
    if (!dispatcher.reassign(request, place, cause, now)) {
      dispatcher.fail(request, cause, now);
      return;
    }
    FleetView fleet = dispatcher.fleet();
    for (DispatchEvent event : events.subList(before, events.size())) {
      if (event instanceof RideReassigned e) {
        int ride = 0;
        while (fleet.request(e.vehicle(), ride) != request) {
          ride++;
        }
        int pickup = fleet.departure(e.vehicle(), fleet.pickup(e.vehicle(), ride));
        int dropoff = fleet.arrival(e.vehicle(), fleet.dropoff(e.vehicle(), ride));
        if (e.plannedPickup() != pickup || e.plannedDropoff() != dropoff) {
          throw new AssertionError(event + " but planned at " + pickup + " and " + dropoff);
        }
      }
    }
  }

  private void addShift(int v) {
    int start = now + traffic.nextInt(240) * MINUTE;
    TimeWindow time = new TimeWindow(start, start + (30 + traffic.nextInt(60)) * MINUTE);
    Shift shift = new Shift(time, point(traffic), point(traffic), List.of());
    List<DispatchEvent> before = List.copyOf(events);
    DispatchState state = dispatcher.state();
    try {
      dispatcher.addShift(v, shift, now);
    } catch (IllegalStateException | IllegalArgumentException e) {
      // It overlaps another one, or cannot be driven; nothing has changed then.
      if (!before.equals(events) || !state.equals(dispatcher.state())) {
        throw new AssertionError("adding " + shift + " to vehicle " + v);
      }
      return;
    }
    Vehicle vehicle = vehicles.get(v);
    List<Shift> shifts = new ArrayList<>(vehicle.shifts());
    shifts.add(shift);
    shifts.sort(Comparator.comparingInt(other -> other.time().earliest()));
    vehicles.set(v, new Vehicle(vehicle.id(), vehicle.configurations(), shifts));
    shiftsAdded++;
  }

  private int point(Random source) {
    return map.point(source.nextInt(map.pointCount()));
  }

  int shiftsAdded() {
    return shiftsAdded;
  }

  private void endShift(int v) {
    int end = now + traffic.nextInt(120) * MINUTE;
    List<Long> rides;
    try {
      rides = dispatcher.ridesBehind(v, end, now);
    } catch (IllegalStateException | IllegalArgumentException e) {
      // Somebody is aboard, a break is to come, or the shift ends before.
      return;
    }
    for (int i = 0; i < rides.size(); i++) {
      if (!rides.subList(i, rides.size()).equals(dispatcher.ridesBehind(v, end, now))) {
        throw new AssertionError("vehicle " + v + ", " + rides + " from " + i);
      }
      dispatcher.release(rides.get(i), now);
    }
    dispatcher.endShift(v, end, now);
    for (long request : rides) {
      int place = dispatcher.findBooking(request).orElseThrow().offer().promise().pickupStopPoint();
      reassign(request, place, TroubleCause.SHIFT);
    }
  }

  private void reassignOne() {
    live.removeIf(request -> dispatcher.findBooking(request).isEmpty());
    if (live.isEmpty()) {
      return;
    }
    Booking booking = dispatcher.findBooking(live.get(traffic.nextInt(live.size()))).orElseThrow();
    if (booking.state() != BookingState.ONBOARD) {
      int place = booking.offer().promise().pickupStopPoint();
      dispatcher.release(booking.request(), now);
      reassign(booking.request(), place, TroubleCause.OPERATOR);
    }
  }

  /** Puts new travel times in place now. */
  void adopt(NewTravelTimes next) {
    NewTravelTimes watched =
        new NewTravelTimes() {
          @Override
          public boolean changesPath(int fromPlace, int toPlace) {
            return next.changesPath(fromPlace, toPlace);
          }

          @Override
          public void takeOver() {
            beforeSwap.run();
            next.takeOver();
          }
        };
    dispatcher.adopt(watched, now);
    afterCommand.run();
  }

  public ServiceRules rules() {
    return rules;
  }

  public RandomMap map() {
    return map;
  }

  public TravelTimes times() {
    return times;
  }

  public List<Vehicle> vehicles() {
    return vehicles;
  }

  public FleetView fleet() {
    return dispatcher.fleet();
  }

  /** Goes on with another dispatcher. */
  void restart(UnaryOperator<Dispatcher> next) {
    dispatcher = next.apply(dispatcher);
  }

  void hear(DispatchEvent event) {
    events.add(event);
    if (event instanceof RideConfirmed confirmed) {
      live.add(confirmed.offer().request().id());
    } else if (event instanceof ShiftShortened e) {
      shorten(e);
    }
  }

  private static Shift endingAt(int end, Shift shift) {
    TimeWindow time = new TimeWindow(shift.time().earliest(), end);
    return new Shift(time, shift.startStopPoint(), shift.endStopPoint(), shift.breaks());
  }

  private void shorten(ShiftShortened event) {
    Vehicle vehicle = vehicles.get(event.vehicle());
    List<Shift> shifts = new ArrayList<>();
    for (Shift shift : vehicle.shifts()) {
      shifts.add(
          shift.time().latest() == event.plannedEnd() ? endingAt(event.end(), shift) : shift);
    }
    vehicles.set(event.vehicle(), new Vehicle(vehicle.id(), vehicle.configurations(), shifts));
  }

  public Dispatcher dispatcher() {
    return dispatcher;
  }

  public List<DispatchEvent> events() {
    return events;
  }

  public int now() {
    return now;
  }

  public boolean isOver() {
    return now > DAY_END;
  }

  /** Lets some time go by, with riders who board, do not come, or call off. */
  public void pass() {
    passUntil(now + randomPause());
    for (int tries = 0; tries < 8 && drivingVehicle() < 0; tries++) {
      int next = dispatcher.nextEvent();
      int from = next < now + 20 * MINUTE ? Math.max(now, next) : now;
      passUntil(from - from % grain + MINUTE);
    }
    cancelSome();
  }

  /** Lets the day come to its end, without new requests. */
  void passUntilEmpty() {
    while (dispatcher.nextEvent() < RoutePlan.NEVER) {
      passUntil(dispatcher.nextEvent() + 1);
    }
  }

  private int randomPause() {
    return upTo(random.nextInt(4) == 0 ? 10 * MINUTE : 4 * MINUTE);
  }

  private void passUntil(int until) {
    while (true) {
      int next = Math.min(until, dispatcher.nextEvent() + 1);
      now = Math.max(now, next);
      dispatcher.advance(now);
      afterCommand.run();
      boardThoseThere();
      if (now >= until) {
        return;
      }
    }
  }

  private void cancelSome() {
    if (!live.isEmpty() && random.nextInt(8) == 0) {
      long request = live.get(random.nextInt(live.size()));
      Optional<Booking> booking = dispatcher.findBooking(request);
      if (booking.isPresent() && booking.get().state() != BookingState.ONBOARD) {
        dispatcher.cancel(request, now);
        afterCommand.run();
      }
    }
  }

  private void boardThoseThere() {
    live.removeIf(request -> dispatcher.findBooking(request).isEmpty());
    for (long request : live) {
      Booking booking = dispatcher.findBooking(request).orElseThrow();
      boolean comes = request % 11 != 0;
      if (comes
          && booking.state() == BookingState.ARRIVED_AT_PICKUP
          && booking.offer().promise().pickupWindow().earliest() <= now) {
        Party party = booking.offer().request().party();
        boolean fewer = request % 7 == 0 && party.riders() > 1;
        Party boarded = fewer ? new Party(party.riders() - 1, party.wheelchairs()) : party;
        dispatcher.board(request, boarded, now);
        afterCommand.run();
      }
    }
  }

  /** A request that has not been asked yet; its places are held until {@link #book}. */
  public RideRequest nextRequest() {
    int onTheWay = random.nextInt(8) == 0 ? -1 : drivingVehicle();
    boolean prebooked = random.nextInt(4) > 0;
    boolean arriveBy = random.nextInt(onTheWay >= 0 ? 20 : 4) == 0;
    int ahead = onTheWay >= 0 ? 0 : upTo(prebooked ? 100 * MINUTE : 2 * MINUTE);
    int time = now + ahead + (arriveBy ? upTo(40 * MINUTE) : 0);
    int wheelchairs = random.nextInt(9) == 0 ? 1 : 0;
    Party party = new Party(random.nextInt(3) + (wheelchairs == 0 ? 1 : 0), wheelchairs);
    return new RideRequest(
        requests++,
        random.nextInt(500),
        arriveBy ? TimeType.ARRIVE_BY : TimeType.DEPART_AT,
        time,
        party,
        candidates(onTheWay >= 0 ? held(nearestOnTheWay(onTheWay)) : map.somewhere(random)),
        candidates(onTheWay >= 0 ? held(laterPoint(onTheWay)) : map.somewhere(random)));
  }

  /** A vehicle that is driving and can still turn off before its next stop, or -1. */
  private int drivingVehicle() {
    int first = random.nextInt(vehicles.size());
    for (int n = 0; n < vehicles.size(); n++) {
      int v = (first + n) % vehicles.size();
      if (fleet().departed(v)
          && fleet().kind(v, 1) == StopKind.SERVICE
          && diversion(v).place() < 0) {
        return v;
      }
    }
    return -1;
  }

  private Diversion diversion(int v) {
    Diversion diversion = new Diversion();
    int elapsed = now - fleet().departure(v, 0);
    times.findDiversion(fleet().place(v, 0), fleet().place(v, 1), elapsed, diversion);
    return diversion;
  }

  /** The stop point that costs a driving vehicle the least detour. */
  private int nearestOnTheWay(int v) {
    Diversion diversion = diversion(v);
    int next = fleet().place(v, 1);
    int best = point();
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < map.pointCount(); i++) {
      int point = map.point(i);
      int detour = times.duration(diversion.place(), point) + times.duration(point, next);
      if (point != next && detour < least) {
        least = detour;
        best = point;
      }
    }
    return best;
  }

  /** A place that a vehicle goes to anyway. */
  private int laterPoint(int v) {
    int stop = 1 + random.nextInt(Math.min(3, fleet().stopCount(v) - 1));
    int place = fleet().place(v, stop);
    return place >= 0 ? place : point();
  }

  private int held(int place) {
    times.retain(place);
    return place;
  }

  private List<CandidatePoint> candidates(int first) {
    List<CandidatePoint> points = new ArrayList<>();
    points.add(new CandidatePoint(first, 0));
    int more = random.nextInt(5) == 0 ? random.nextInt(MOST_POINTS) : random.nextInt(2);
    for (int i = 0; i < more; i++) {
      points.add(new CandidatePoint(map.somewhere(random), (1 + random.nextInt(4)) * MINUTE));
    }
    if (random.nextInt(4) == 0) {
      int walk = random.nextInt(3) * MINUTE;
      for (int place : map.crossing(random)) {
        points.add(new CandidatePoint(place, walk));
      }
    }
    return points;
  }

  /** Asks for a ride and mostly accepts what is offered, always when it is far ahead. */
  public Optional<Booking> book(RideRequest request) {
    boolean accepts = request.time() > now + 10 * MINUTE || random.nextInt(2) == 0;
    Optional<Booking> booking =
        accepts && dispatcher.quote(request, now) instanceof Offer offer
            ? dispatcher.confirm(offer, now)
            : Optional.empty();
    afterCommand.run();
    request.pickups().forEach(point -> times.release(point.stopPoint()));
    request.dropoffs().forEach(point -> times.release(point.stopPoint()));
    return booking;
  }
}
