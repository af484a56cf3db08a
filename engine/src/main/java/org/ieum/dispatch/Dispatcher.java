package org.ieum.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ieum.dispatch.DispatchEvent.ImprovedRoute;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.dispatch.DispatchState.LiveBooking;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.RouteRepair;
import org.ieum.insertion.Insertion;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.Vehicle;
import org.ieum.reoptimize.Neighbourhood;
import org.ieum.reoptimize.ProposedRoutes;
import org.ieum.traveltime.DrivenLegs;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.TravelTimes;

/**
 * Dispatches one service area: the facade of the engine and the single writer of its fleet.
 *
 * <p>Time is what callers say it is. It never runs backwards, and everything that vehicles do
 * before the time of a command has happened when the command is carried out; at equal times the
 * command goes first. All calls belong to one thread.
 */
public final class Dispatcher {
  private final TravelTimes times;
  private final FleetState fleet;
  private final Bookings bookings = new Bookings();
  private final RideFinder finder;
  private final RouteWriter writer;
  private final StateWriter stateWriter;
  private final FleetClock clock;
  private final TimesSwap swap;
  private final ClosedStops closedStops;
  private final Whereabouts whereabouts;
  private final Rescue rescue;
  private final ShiftChanges shiftChanges;
  private final Reoptimization reoptimization;
  private final Repositioning repositioning;
  private final Consumer<DispatchEvent> listener;

  private int now;

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
    this(
        rules,
        vehicles,
        times,
        listener,
        new FleetState(vehicles, times, new RouteEvaluator(vehicles, rules.dwell())));
  }

  private Dispatcher(
      ServiceRules rules,
      List<Vehicle> vehicles,
      TravelTimes times,
      Consumer<DispatchEvent> listener,
      FleetState fleet) {
    this.times = times;
    this.listener = listener;
    this.fleet = fleet;
    // Shifts may end earlier than planned.
    List<Vehicle> roster = new ArrayList<>(vehicles);
    RouteEvaluator evaluator = new RouteEvaluator(vehicles, rules.dwell());
    stateWriter = new StateWriter(roster, fleet, times);
    RouteRepair repair = new RouteRepair(vehicles, evaluator);
    LateRoutes lateRoutes = new LateRoutes(fleet, bookings, repair, listener);
    CutOffLegs cutOffLegs = new CutOffLegs(fleet, times, listener);
    writer = new RouteWriter(fleet, evaluator, times, bookings, lateRoutes, cutOffLegs, listener);
    clock =
        new FleetClock(
            rules.dwell(), fleet, evaluator, times, bookings, writer, lateRoutes, listener);
    swap = new TimesSwap(fleet, times, lateRoutes, cutOffLegs, clock, listener);
    closedStops = new ClosedStops(fleet, listener);
    finder = new RideFinder(rules, roster, fleet, evaluator, times, bookings, closedStops);
    whereabouts = new Whereabouts(fleet, times, writer, lateRoutes, clock, listener);
    rescue = new Rescue(fleet, times, bookings, finder, writer, lateRoutes, clock, listener);
    shiftChanges =
        new ShiftChanges(
            fleet, times, roster, bookings, repair, writer, lateRoutes, clock, listener);
    reoptimization =
        new Reoptimization(fleet, evaluator, times, roster, bookings, rules, clock, listener);
    repositioning = new Repositioning(fleet, evaluator, times, clock, listener);
  }

  /**
   * Goes on where another dispatcher stopped, as if it were that one: it answers and tells the same
   * from then on. Nothing has happened in between; the first command makes up for it.
   *
   * <p>Shifts of a vehicle that start at or after the end of the last one that the state knows, and
   * end after its time, are new: they are appended to the route. Those before are not looked at.
   * Where the last shift of the state may end anywhere, it ends at the start of the next from now
   * on.
   *
   * @param vehicles those of the state, matched by their ids, and perhaps others
   * @param times the travel times with which the state was taken
   * @param listener told of what is new at once: shifts that can only be served late
   * @throws IllegalArgumentException when a vehicle of the state is missing, when a route does not
   *     go with the vehicles or the travel times, or when no road leads to a new shift
   */
  public static Dispatcher resume(
      ServiceRules rules,
      List<Vehicle> vehicles,
      TravelTimes times,
      Consumer<DispatchEvent> listener,
      DispatchState state) {
    ResumedVehicles resumed = new ResumedVehicles(vehicles, state);
    RouteEvaluator evaluator = new RouteEvaluator(resumed.all(), rules.dwell());
    FleetState fleet = resumed.fleet(times, evaluator);
    Dispatcher dispatcher = new Dispatcher(rules, resumed.all(), times, listener, fleet);
    dispatcher.takeUp(resumed, state);
    return dispatcher;
  }

  private void takeUp(ResumedVehicles resumed, DispatchState state) {
    now = state.now();
    clock.resume(state.resumed());
    closedStops.restore(state.closedStopPoints());
    for (LiveBooking booking : state.bookings()) {
      bookings.add(new Booking(booking, resumed.index(booking.vehicle())));
    }
    for (int v = 0; v < resumed.all().size(); v++) {
      Vehicle vehicle = resumed.all().get(v);
      if (!resumed.added(v).isEmpty()) {
        writer.addShifts(v, vehicle.id(), resumed.added(v), now);
      } else if (resumed.isNew(v)) {
        writer.park(v, vehicle.shifts().get(0), now);
      }
      clock.reschedule(v);
    }
    swap.noteCutOff();
  }

  /**
   * All that it takes to go on later, see {@link #resume}. Changes nothing.
   *
   * @throws IllegalStateException when a vehicle stops at a place that is no stop point, see {@link
   *     TravelTimes}
   */
  public DispatchState state() {
    return stateWriter.state(now, clock.resumed(), bookings, closedStops);
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
    return finder.insertion();
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
    finder.forgetQuoted();
    advance(time);
    return finder.quote(request, now);
  }

  /**
   * Accepts an offer. The fleet may have moved on since the quote: the ride is inserted wherever
   * the promise of the offer can be kept at the least cost.
   *
   * @return the booking, or nothing when the offer has expired or can no longer be kept
   */
  public Optional<Booking> confirm(Offer offer, int time) {
    advance(time);
    return finder.place(offer, now) ? Optional.of(book(offer)) : Optional.empty();
  }

  /**
   * Quotes or confirms a ride that is to take the place of another one of its rider: the rule that
   * nobody rides twice at a time does not hold between the two. The other one stays as it is; the
   * caller cancels it once the new one is confirmed.
   *
   * @param request of the ride to be replaced, or a negative number for none
   */
  public <T> T replacing(long request, Supplier<T> command) {
    finder.replace(request);
    try {
      return command.get();
    } finally {
      finder.replace(-1);
    }
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
    checkVehicle(vehicle);
    advance(time);
    return finder.place(offer, vehicle, pickupIndex, dropoffIndex, now)
        ? Optional.of(book(offer))
        : Optional.empty();
  }

  /**
   * Does again what {@link #confirm} or {@link #assign} did, without any search: in the state in
   * which that happened, the route becomes the same. What it takes is in {@link RideConfirmed}.
   *
   * @param vehicle its index
   * @param pickupIndex as it was told
   * @param dropoffIndex as it was told
   * @throws IllegalStateException when the ride does not fit, so the state must be another one
   */
  public Booking replay(Offer offer, int vehicle, int pickupIndex, int dropoffIndex, int time) {
    String what =
        "request "
            + offer.request().id()
            + " does not fit into vehicle "
            + vehicle
            + " behind stops "
            + pickupIndex
            + " and "
            + dropoffIndex
            + " at "
            + time;
    try {
      return assign(offer, vehicle, pickupIndex, dropoffIndex, time)
          .orElseThrow(() -> new IllegalStateException(what));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(what + ": " + e.getMessage(), e);
    }
  }

  private Booking book(Offer offer) {
    Insertion insertion = finder.insertion();
    RoutePlan plan = finder.plan();
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
            insertion.pickupIndex(),
            insertion.dropoffIndex(),
            plan.departure(plan.pickup(ride)),
            plan.arrival(plan.dropoff(ride))));
    return booking;
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

  /**
   * The driver reports that a party is not there, and the vehicle waits no longer.
   *
   * @throws IllegalStateException when the vehicle is not at the pickup, or the pickup window has
   *     not begun
   */
  public void noShow(long request, int time) {
    advance(time);
    Booking booking = bookings.get(request);
    if (booking.state() != BookingState.ARRIVED_AT_PICKUP) {
      throw new IllegalStateException(
          "request " + request + " cannot be missing, it is " + booking.state().code());
    }
    int earliest = booking.offer().promise().pickupWindow().earliest();
    if (now < earliest) {
      throw new IllegalStateException(
          "request "
              + request
              + " cannot be missing at "
              + now
              + ", its pickup window begins at "
              + earliest);
    }
    clock.giveUp(booking, now);
  }

  /**
   * A vehicle is elsewhere than planned: its times are corrected, and what that does to promises is
   * told.
   *
   * @param place end of an edge, or a stop point, see {@link TravelTimes}
   * @param at when it is there, not before {@code time}
   * @param cause why it is late, if it is
   * @throws IllegalStateException when it stands where somebody is to board
   */
  public void locate(int vehicle, int place, int at, TroubleCause cause, int time) {
    if (at < time) {
      throw new IllegalArgumentException("at must be >= " + time + ", was " + at);
    }
    checkVehicle(vehicle);
    finder.forgetQuoted();
    advance(time);
    whereabouts.locate(vehicle, place, at, cause, time);
  }

  /**
   * A vehicle is at its next stop, whatever was planned.
   *
   * @throws IllegalStateException when it has none, or when a party that has not boarded is to
   *     board where it stands
   */
  public void arrive(int vehicle, int time) {
    checkVehicle(vehicle);
    finder.forgetQuoted();
    advance(time);
    whereabouts.arrive(vehicle, time);
  }

  /**
   * A driver goes to a later stop first.
   *
   * @param stop which one, from 1
   * @throws IllegalStateException when somebody alights there who has not boarded, or a break or
   *     the end of a shift lies before it
   */
  public void bringForward(int vehicle, int stop, int time) {
    checkVehicle(vehicle);
    finder.forgetQuoted();
    advance(time);
    whereabouts.bringForward(vehicle, stop, time);
  }

  /**
   * A vehicle drives nobody until a time: it has broken down or is withdrawn. Its rides have no
   * vehicle then; for each of them {@link #reassign} or {@link #fail} must follow at once.
   *
   * @return the requests of its rides, in the order of confirmation
   */
  public List<Long> takeOut(int vehicle, int until, int time) {
    checkVehicle(vehicle);
    finder.forgetQuoted();
    advance(time);
    return rescue.takeOut(vehicle, until, time);
  }

  /**
   * Takes a ride that has not boarded from its vehicle; {@link #reassign} or {@link #fail} must
   * follow at once.
   *
   * @throws IllegalStateException when the party is aboard
   */
  public void release(long request, int time) {
    finder.forgetQuoted();
    advance(time);
    rescue.release(request, time);
  }

  /**
   * Finds another vehicle for a ride that has lost its own: the one that keeps its promise at the
   * least cost, or else comes the fewest minutes late; nobody else's promise suffers.
   *
   * @param pickupPlace stop point at which the party boards
   * @return whether there is one
   */
  public boolean reassign(long request, int pickupPlace, TroubleCause cause, int time) {
    checkStopPoint(pickupPlace);
    advance(time);
    return rescue.reassign(request, pickupPlace, Rescue.ANY, cause, time);
  }

  /**
   * Whether another vehicle has a place for a ride that has not boarded, at most three hours later
   * than what is kept now. Changes nothing.
   */
  public boolean canTake(int vehicle, long request, int time) {
    checkVehicle(vehicle);
    advance(time);
    return rescue.canTake(vehicle, request, time);
  }

  /** The same as {@link #reassign} with a vehicle that somebody chose. */
  public boolean reassignWithin(
      int vehicle, long request, int pickupPlace, TroubleCause cause, int time) {
    checkStopPoint(pickupPlace);
    checkVehicle(vehicle);
    advance(time);
    return rescue.reassign(request, pickupPlace, vehicle, cause, time);
  }

  /**
   * Puts a ride that has lost its vehicle where somebody chose, or where {@link #reassign} had put
   * it, without any search.
   *
   * @return whether it fits there without breaking anybody else's promise
   */
  public boolean reassignTo(
      long request,
      int pickupPlace,
      int vehicle,
      int pickupIndex,
      int dropoffIndex,
      TroubleCause cause,
      int time) {
    checkStopPoint(pickupPlace);
    checkVehicle(vehicle);
    advance(time);
    return rescue.reassignTo(request, pickupPlace, vehicle, pickupIndex, dropoffIndex, cause, time);
  }

  /** Ends a ride that has lost its vehicle and gets no other. */
  public void fail(long request, TroubleCause cause, int time) {
    advance(time);
    rescue.fail(request, cause, time);
  }

  private void checkVehicle(int vehicle) {
    if (vehicle < 0 || vehicle >= fleet.vehicleCount()) {
      throw new IllegalArgumentException(
          "vehicle must be from 0 to " + (fleet.vehicleCount() - 1) + ", was " + vehicle);
    }
  }

  /**
   * Says that until a time nobody could report anything. Vehicles that would have left without a
   * party before are taken to wait for it until then, and as long as they do for anybody.
   *
   * @param time not before that of the last command; what happens before it happens later on
   */
  public void resumeReports(int time) {
    clock.resume(Math.max(clock.resumed(), time));
  }

  /**
   * Gives a vehicle a shift more, between or behind those that it has.
   *
   * @throws IllegalArgumentException when it overlaps another one, or no road leads to it
   * @throws IllegalStateException when the vehicle could not keep what is planned
   */
  public void addShift(int vehicle, Shift shift, int time) {
    checkVehicle(vehicle);
    advance(time);
    finder.forgetQuoted();
    shiftChanges.add(vehicle, shift, now);
  }

  /**
   * The rides that have to be released so that the shift of a vehicle, or else its next, can end
   * earlier; see {@link #endShift}. Changes nothing.
   *
   * @param end when it is to end, from {@code time} on and before it ends now
   * @return requests, the last to be dropped off first; none when the vehicle can do without
   * @throws IllegalArgumentException when the end lies before or behind what is possible
   * @throws IllegalStateException when those aboard, or a break, are in the way
   */
  public List<Long> ridesBehind(int vehicle, int end, int time) {
    checkVehicle(vehicle);
    advance(time);
    return shiftChanges.ridesBehind(vehicle, end, now);
  }

  /**
   * Ends the shift of a vehicle, or else its next, earlier than planned. No promise gets worse by
   * that.
   *
   * @throws IllegalArgumentException see {@link #ridesBehind}
   * @throws IllegalStateException also when rides are in the way; then nothing has changed
   */
  public void endShift(int vehicle, int end, int time) {
    checkVehicle(vehicle);
    advance(time);
    shiftChanges.end(vehicle, end, now);
    finder.forgetQuoted();
  }

  /**
   * Tells riders their vehicles who are to board soon. Who has been told keeps the vehicle,
   * whatever {@link #applyRoutes} is given.
   *
   * @param ahead how long before the vehicle is planned to be there, ms
   */
  public void announceVehicles(int ahead, int time) {
    advance(time);
    reoptimization.announce(ahead, now);
  }

  /**
   * Takes a snapshot of some vehicles near each other, of which at least one has got another route
   * since it was last in one.
   *
   * @param size how many vehicles at most
   * @return nothing when all have been looked at
   */
  public Optional<Neighbourhood> findNeighbourhood(int size, int time) {
    advance(time);
    return reoptimization.findNeighbourhood(size, now);
  }

  /** Has {@link #findNeighbourhood} go over all vehicles again, whose routes are as they were. */
  public void forgetLooks() {
    reoptimization.forgetLooks();
  }

  /**
   * Puts a proposal in place as far as it still fits, newly breaks no promise, and lowers the total
   * cost.
   *
   * @return by how much the cost is lower, see {@link org.ieum.fleet.RouteCost}
   */
  public long applyRoutes(ProposedRoutes proposal, int time) {
    advance(time);
    finder.forgetQuoted();
    return reoptimization.apply(proposal, now);
  }

  /** Whether the state had moved on from some of what {@link #applyRoutes} was given last. */
  public boolean wereRoutesOutdated() {
    return reoptimization.wasOutdated();
  }

  /**
   * Does again what {@link #announceVehicles} did for one rider, see {@link
   * DispatchEvent.VehicleAnnounced}.
   */
  public void announceVehicle(long request, int time) {
    advance(time);
    reoptimization.announce(request, now);
  }

  /**
   * Does again what {@link #applyRoutes} did for one group of vehicles, without any search: in the
   * state in which that happened, the routes become the same.
   *
   * @param routes as they were told in {@link DispatchEvent.RoutesImproved}
   * @throws IllegalStateException when they do not fit, so the state must be another one
   */
  public void replayRoutes(List<ImprovedRoute> routes, int time) {
    advance(time);
    finder.forgetQuoted();
    reoptimization.replay(routes, now);
  }

  /**
   * Lets an idle vehicle go on towards a stop point until it can turn off, at the end of the edge
   * on which it is at a time. Nothing that it has to do later changes by that.
   *
   * @param towards stop point, or another position that is held
   * @param until not before {@code time}
   * @return false when it is there already, is not idle, or would come later to its next stop than
   *     planned; then nothing has changed
   */
  public boolean reposition(int vehicle, int towards, int until, int time) {
    checkVehicle(vehicle);
    if (towards < 0) {
      throw new IllegalArgumentException("towards must be a place from 0, was " + towards);
    }
    advance(time);
    finder.forgetQuoted();
    return repositioning.move(vehicle, towards, until, now);
  }

  /**
   * Does again what {@link #reposition} did.
   *
   * @throws IllegalStateException when the vehicle does not come to the same place at the same
   *     time, so the state must be another one
   */
  public void replayReposition(int vehicle, int towards, int atPlace, int atTime, int time) {
    boolean moved = reposition(vehicle, towards, atTime, time);
    if (!moved || fleet.place(vehicle, 0) != atPlace || fleet.arrival(vehicle, 0) != atTime) {
      throw new IllegalStateException(
          "vehicle "
              + vehicle
              + " cannot be moved towards "
              + towards
              + " at "
              + time
              + " so that it is at "
              + atPlace
              + " at "
              + atTime);
    }
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
    finder.forgetQuoted();
    swap.adopt(next, now);
  }

  /**
   * Closes a stop point: nobody newly boards or alights there. Rides that do are told to the
   * listener; they stay until they are called off.
   */
  public void closeStop(int stopPoint, int time) {
    advance(time);
    checkStopPoint(stopPoint);
    finder.forgetQuoted();
    closedStops.close(stopPoint, now);
  }

  /** Puts a stop point in use again. */
  public void reopenStop(int stopPoint, int time) {
    advance(time);
    checkStopPoint(stopPoint);
    finder.forgetQuoted();
    closedStops.reopen(stopPoint, now);
  }

  /** Whether nobody newly boards or alights at a stop point. */
  public boolean isClosed(int stopPoint) {
    return closedStops.isClosed(stopPoint);
  }

  private void checkStopPoint(int stopPoint) {
    if (stopPoint < 0 || stopPoint >= times.stopPointCount()) {
      throw new IllegalArgumentException(
          "stop point must be from 0 to " + (times.stopPointCount() - 1) + ", was " + stopPoint);
    }
  }
}
