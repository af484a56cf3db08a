package org.ieum.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.RouteRepair;
import org.ieum.insertion.Insertion;
import org.ieum.insertion.InsertionPlanner;
import org.ieum.insertion.InsertionSearch;
import org.ieum.insertion.RequestLimits;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Promise;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.DrivenLegs;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Dispatches one service area: the facade of the engine and the single writer of its fleet.
 *
 * <p>Time is what callers say it is. It never runs backwards, and everything that vehicles do
 * before the time of a command has happened when the command is carried out; at equal times the
 * command goes first. All calls belong to one thread.
 */
public final class Dispatcher {
  private final ServiceRules rules;
  private final TravelTimes times;
  private final RouteEvaluator evaluator;
  private final FleetState fleet;
  private final Bookings bookings = new Bookings();
  private final Admission admission;
  private final InsertionPlanner planner;
  private final InsertionSearch search;
  private final RouteWriter writer;
  private final FleetClock clock;
  private final TimesSwap swap;
  private final ClosedStops closedStops;
  private final Consumer<DispatchEvent> listener;

  private final RequestLimits limits = new RequestLimits();
  private final Insertion insertion = new Insertion();
  private final RoutePlan plan = new RoutePlan();
  private int now;

  /** The offer of the last command, if that was a quote; where it fits is in {@link #insertion}. */
  private @Nullable Offer quoted;

  private int quotedAt;
  private long quotedChanges;

  /**
   * Puts the fleet at the start of its shifts.
   *
   * @param listener told of everything that happens, in order, before the command returns
   */
  public Dispatcher(
      ServiceRules rules,
      List<Vehicle> vehicles,
      TravelTimes times,
      Consumer<DispatchEvent> listener) {
    this.rules = rules;
    this.times = times;
    this.listener = listener;
    evaluator = new RouteEvaluator(vehicles, rules.dwell());
    fleet = new FleetState(vehicles, times, evaluator);
    admission = new Admission(rules.booking(), vehicles);
    planner = new InsertionPlanner(evaluator, times, rules.weights(), rules.dwell());
    search = new InsertionSearch(rules, fleet, evaluator, planner, times);
    RouteRepair repair = new RouteRepair(vehicles, evaluator);
    LateRoutes lateRoutes = new LateRoutes(fleet, bookings, repair, listener);
    CutOffLegs cutOffLegs = new CutOffLegs(fleet, times, listener);
    writer = new RouteWriter(fleet, evaluator, times, bookings, lateRoutes, cutOffLegs, listener);
    clock = new FleetClock(rules.dwell(), fleet, evaluator, times, bookings, writer, listener);
    swap = new TimesSwap(fleet, times, lateRoutes, cutOffLegs, clock, listener);
    closedStops = new ClosedStops(fleet, listener);
  }

  /** Reads the routes; valid until the next command. */
  public FleetView fleet() {
    return fleet;
  }

  /** A booking that has not come to its end. */
  public Optional<Booking> findBooking(long request) {
    return bookings.find(request);
  }

  /** Where the last quote or confirmation put its party. */
  public Insertion lastInsertion() {
    return insertion;
  }

  /** How many bookings have not come to their end. */
  public int liveBookings() {
    return bookings.size();
  }

  /** Time of the next departure or arrival of a vehicle, or {@link RoutePlan#NEVER}. */
  public int nextEvent() {
    return clock.nextEvent();
  }

  /** Lets everything happen that vehicles do before a time. */
  public void advance(int time) {
    if (time < now) {
      throw new IllegalArgumentException("time runs backwards, from " + now + " to " + time);
    }
    clock.advance(time);
    now = time;
  }

  /** Lets the next departure or arrival of a vehicle happen; commands may follow at its time. */
  public void step() {
    int time = clock.step();
    if (time < RoutePlan.NEVER) {
      now = Math.max(now, time);
    }
  }

  /** Answers a request with the best ride that can be had, without reserving it. */
  public QuoteAnswer quote(RideRequest request, int time) {
    quoted = null;
    advance(time);
    Optional<Rejection> objection = admission.findObjection(request, now);
    if (objection.isEmpty()) {
      limits.set(request, rules.promise(), times, now + rules.booking().minLead());
      objection =
          closedStops.findObjection(limits).or(() -> admission.findObjection(request, limits));
    }
    if (objection.isPresent()) {
      return objection.get();
    }
    search.findBest(limits, now, insertion);
    if (!insertion.isFound()) {
      return new Rejection(RejectionReason.NO_CAPACITY, "no vehicle can take the party in time");
    }
    return offer(request);
  }

  private QuoteAnswer offer(RideRequest request) {
    int i = insertion.pickup();
    int j = insertion.dropoff();
    Promise promise =
        new Promise(
            limits.pickupPoint(i),
            limits.dropoffPoint(j),
            new TimeWindow(limits.earliest(i, j), limits.latestPickup(i, j)),
            limits.latestDropoff(i, j),
            limits.maxRide(i, j));
    TimeWindow span = new TimeWindow(limits.earliest(i, j), limits.latestDropoff(i, j));
    Optional<Booking> overlap = bookings.findOverlap(request.rider(), span);
    if (overlap.isPresent()) {
      return new Rejection(
          RejectionReason.BOOKING_RULE,
          "rider " + request.rider() + " rides then by request " + overlap.get().request());
    }
    planner.plan(fleet, limits, insertion, now, plan);
    int ride = plan.rideCount() - 1;
    quoted =
        new Offer(
            request,
            promise,
            limits.accessWalk(i),
            limits.egressWalk(j),
            limits.direct(i, j),
            insertion.vehicle(),
            plan.departure(plan.pickup(ride)),
            plan.arrival(plan.dropoff(ride)),
            insertion.cost(),
            now + rules.booking().offerLifetime());
    quotedAt = now;
    quotedChanges = fleet.changes();
    return quoted;
  }

  /**
   * Accepts an offer. The fleet may have moved on since the quote: the ride is inserted wherever
   * the promise of the offer can be kept at the least cost.
   *
   * @return the booking, or nothing when the offer has expired or can no longer be kept
   */
  public Optional<Booking> confirm(Offer offer, int time) {
    advance(time);
    RideRequest request = offer.request();
    if (bookings.find(request.id()).isPresent()) {
      throw new IllegalArgumentException("request " + request.id() + " is confirmed already");
    }
    if (!isOpen(offer)) {
      return Optional.empty();
    }
    limits.set(offer, times);
    boolean isFresh = offer.equals(quoted) && now == quotedAt && fleet.changes() == quotedChanges;
    quoted = null;
    if (isFresh) {
      insertion.choose(offer.vehicle(), insertion.pickupIndex(), insertion.dropoffIndex());
      return book(offer);
    }
    search.findBest(limits, now, insertion);
    return insertion.isFound() ? book(offer) : Optional.empty();
  }

  /**
   * Accepts an offer for the place in a route that an operator chooses, whatever it costs.
   *
   * @param vehicle its index
   * @param pickupIndex stop behind which, or at which, the party is picked up
   * @param dropoffIndex stop behind which, or at which, it is dropped off, counted before
   * @return the booking, or nothing when the choice would break a promise
   */
  public Optional<Booking> assign(
      Offer offer, int vehicle, int pickupIndex, int dropoffIndex, int time) {
    advance(time);
    if (!isOpen(offer)) {
      return Optional.empty();
    }
    limits.set(offer, times);
    quoted = null;
    if (pickupIndex < 0
        || dropoffIndex < pickupIndex
        || dropoffIndex >= fleet.stopCount(vehicle) - 1) {
      throw new IllegalArgumentException(
          "vehicle "
              + vehicle
              + " has no stops "
              + pickupIndex
              + " and "
              + dropoffIndex
              + " to insert behind");
    }
    insertion.choose(vehicle, pickupIndex, dropoffIndex);
    return planner.plan(fleet, limits, insertion, now, plan) ? book(offer) : Optional.empty();
  }

  /** Whether an offer has not expired, its stops are open and its rider does not ride otherwise. */
  private boolean isOpen(Offer offer) {
    TimeWindow span =
        new TimeWindow(offer.promise().pickupWindow().earliest(), offer.promise().latestDropoff());
    return now <= offer.expiresAt()
        && !closedStops.concerns(offer.promise())
        && bookings.findOverlap(offer.request().rider(), span).isEmpty();
  }

  private Optional<Booking> book(Offer offer) {
    planner.plan(fleet, limits, insertion, now, plan);
    Booking booking = new Booking(offer, insertion.vehicle());
    bookings.add(booking);
    writer.addRide(plan, now);
    clock.reschedule(insertion.vehicle());
    int ride = plan.rideCount() - 1;
    if (plan.pickup(ride) == 0) {
      booking.setState(BookingState.ARRIVED_AT_PICKUP);
    }
    listener.accept(
        new RideConfirmed(
            now,
            offer,
            insertion.vehicle(),
            plan.departure(plan.pickup(ride)),
            plan.arrival(plan.dropoff(ride))));
    return Optional.of(booking);
  }

  /**
   * Calls a ride off. Its stops leave the route at once; a vehicle on the way to it turns off.
   *
   * @throws IllegalStateException when the party is aboard
   */
  public void cancel(long request, int time) {
    advance(time);
    Booking booking = bookings.get(request);
    if (booking.state() == BookingState.ONBOARD) {
      throw new IllegalStateException("request " + request + " is aboard and cannot be cancelled");
    }
    writer.removeRide(booking.vehicle(), request, now);
    clock.reschedule(booking.vehicle());
    booking.setState(BookingState.CANCELLED);
    bookings.remove(booking);
    listener.accept(new RideCancelled(now, request, booking.vehicle()));
  }

  /**
   * A party boards at its pickup; those of it who do not free their places.
   *
   * @param boarded who boards, at most the party that was booked
   * @throws IllegalStateException when the vehicle is not at the pickup
   * @throws IllegalArgumentException when more board than were booked
   */
  public void board(long request, Party boarded, int time) {
    advance(time);
    Booking booking = bookings.get(request);
    if (booking.state() != BookingState.ARRIVED_AT_PICKUP) {
      throw new IllegalStateException(
          "request " + request + " cannot board, it is " + booking.state().code());
    }
    Party booked = booking.offer().request().party();
    if (boarded.riders() > booked.riders() || boarded.wheelchairs() > booked.wheelchairs()) {
      throw new IllegalArgumentException(
          "request " + request + " booked " + booked + ", not " + boarded);
    }
    writer.board(booking.vehicle(), request, boarded, now);
    clock.reschedule(booking.vehicle());
    booking.setState(BookingState.ONBOARD);
    listener.accept(new RiderBoarded(now, request, booking.vehicle(), boarded));
  }

  /** The legs that vehicles are driving, for those who prepare new travel times. */
  public DrivenLegs drivenLegs() {
    return swap.drivenLegs(now);
  }

  /**
   * Puts new travel times in place: routes are timed anew, vehicles under way go on by the new
   * times from the end of the edge that they are on, and promises that no longer hold are told to
   * the listener. No promise gets worse after that. What takes long has been done before, see
   * {@link NewTravelTimes}.
   *
   * @param next prepared for the travel times of this dispatcher
   */
  public void adopt(NewTravelTimes next, int time) {
    advance(time);
    quoted = null;
    swap.adopt(next, now);
  }

  /**
   * Closes a stop point: nobody newly boards or alights there. Rides that do are told to the
   * listener; they stay until they are called off.
   */
  public void closeStop(int stopPoint, int time) {
    advance(time);
    checkStopPoint(stopPoint);
    quoted = null;
    closedStops.close(stopPoint, now);
  }

  /** Puts a stop point in use again. */
  public void reopenStop(int stopPoint, int time) {
    advance(time);
    checkStopPoint(stopPoint);
    quoted = null;
    closedStops.reopen(stopPoint, now);
  }

  private void checkStopPoint(int stopPoint) {
    if (stopPoint < 0 || stopPoint >= times.stopPointCount()) {
      throw new IllegalArgumentException(
          "stop point must be from 0 to " + (times.stopPointCount() - 1) + ", was " + stopPoint);
    }
  }
}
