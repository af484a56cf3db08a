package org.ieum.server.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchState;
import org.ieum.dispatch.Dispatcher;
import org.ieum.model.Offer;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * The state of an area: its dispatcher, and beside it what only clients need. {@link Scribe} writes
 * down what happens. Belongs to the writer's thread.
 */
final class Desk {
  /** Who calls a ride off: its rider, the operator, or its rider for another one. */
  static final String BY_RIDER = "rider";

  static final String BY_OPERATOR = "operator";
  static final String BY_CHANGE = "change";

  /** An area that has stood still moves on in steps that the dispatcher's clock can hold, ms. */
  private static final long LONGEST_STEP = 7 * 86_400_000L;

  final AreaSetup setup;
  final Roads roads;
  final EventText text;
  final BookingViews bookingViews;
  final FleetViews fleetViews;
  final Roster roster;
  final Rides rides = new Rides();
  final RiderBook riderBook;
  final QuoteDesk quoteDesk;
  final Pricing pricing;
  final ScooterBook scooters = new ScooterBook();
  final ScooterShelf shelf;

  /** On which ways riders go by scooters that are kept, by reservation; not kept itself. */
  final Map<String, ScooterWay> scooterWays = new TreeMap<>();

  final HeldOffers offers;
  final HeldJourneys journeys;
  final Tracking tracking;
  final Headings headings;
  final RiderNumbers riderNumbers = new RiderNumbers();
  final Told told = new Told();
  final Scribe scribe;

  private long nextRequest = 1;

  private @Nullable AreaTimes times;
  private @Nullable Dispatcher dispatcher;
  private int now;

  /** Time of the dispatcher when the area was opened. */
  private int openedAt;

  /** Stop points that are closed, for any thread to read. */
  final Set<Integer> closedStops = ConcurrentHashMap.newKeySet();

  /**
   * Makes a desk without any state; {@link #open} or a snapshot comes next.
   *
   * @param life tells this start of the process from others
   */
  Desk(AreaSetup setup, String life) {
    this.setup = setup;
    roads = new Roads(setup);
    text = new EventText(setup.id(), setup.map().stopPoints(), setup.fleet());
    bookingViews = new BookingViews(setup, text);
    tracking = new Tracking(setup, roads.times());
    headings = new Headings(text, setup.fleet().size());
    fleetViews = new FleetViews(setup, text, tracking, headings);
    roster = new Roster(setup.fleet());
    riderBook = new RiderBook(setup);
    quoteDesk = new QuoteDesk(setup);
    pricing = new Pricing(setup, roads.times());
    shelf = new ScooterShelf(setup, scooters);
    offers = new HeldOffers(setup.id() + "-o" + life + "-");
    journeys = new HeldJourneys(setup.id() + "-j" + life + "-");
    scribe = new Scribe(this);
  }

  Dispatcher dispatcher() {
    if (dispatcher == null) {
      throw new IllegalStateException("area " + setup.id() + " has not been opened");
    }
    return dispatcher;
  }

  AreaTimes times() {
    if (times == null) {
      throw new IllegalStateException("area " + setup.id() + " has not been opened");
    }
    return times;
  }

  boolean isOpen() {
    return dispatcher != null;
  }

  /** Begins with all vehicles at the start of their shifts. */
  void open(long utc) {
    times = AreaTimes.at(setup.zone(), utc);
    now = times.toEngine(utc);
    openedAt = now;
    scribe.note(
        EventText.OPENED,
        null,
        EventText.object()
            .put("fingerprint", setup.fingerprint())
            .put("time_zone", setup.zone().getId()));
    // What vehicles would have done earlier in the day has not happened.
    dispatcher =
        new Dispatcher(setup.rules(), roster.vehicles(times), roads.times(), this::hearFirst);
    dispatcher.advance(now);
  }

  /** Notes that map, fleet or rules are others from now on. */
  void configure() {
    scribe.note(
        EventText.CONFIGURED, null, EventText.object().put("fingerprint", setup.fingerprint()));
  }

  /** Nobody could report anything until now, which is noted before what happened meanwhile. */
  void resumeService() {
    scribe.note(EventText.SERVICE_RESUMED, null, EventText.object());
    dispatcher().resumeReports(now);
    tracking.resume(times().toUtc(now));
  }

  /** Sets the time of what comes next, which never runs backwards. */
  void begin(long utc) {
    while (utc - times().epoch() > LONGEST_STEP) {
      roll(times().epoch() + LONGEST_STEP);
    }
    if (!times().firstDay().equals(AreaTimes.at(setup.zone(), utc).firstDay())
        && utc > times().epoch()) {
      roll(utc);
    }
    reach(utc);
  }

  /** Notes that what was replayed reaches up to a time; the clock may be behind it. */
  void reach(long utc) {
    now = Math.max(now, times().toEngine(utc));
  }

  int now() {
    return now;
  }

  /** Lets vehicles do what they do before now. */
  void advance() {
    if (dispatcher().nextEvent() < now) {
      tracking.holdBack(this);
    }
    dispatcher().advance(now);
  }

  /** A new day: time counts from its midnight, and further shifts come into sight. */
  void roll(long utc) {
    now = Math.max(now, times().toEngine(utc));
    advance();
    AreaTimes next = AreaTimes.at(setup.zone(), utc);
    int shift = Math.toIntExact(next.epoch() - times().epoch());
    scribe.note(EventText.DAY_BEGUN, null, EventText.object());
    resume(dispatcher().state().shifted(shift), next);
    now -= shift;
    offers.shift(shift);
    riderBook.forgetBefore(next.epoch());
  }

  /** Adds a shift to the plan of its vehicle. */
  void addShift(Roster.Added shift) {
    advance();
    roster.add(shift);
    try {
      // It must leave room for the shifts of the days to come, too.
      roster.vehicles(times(), Roster.DAYS + 2);
      TimeWindow time =
          new TimeWindow(times().toEngine(shift.start()), times().toEngine(shift.end()));
      Shift added = new Shift(time, shift.startStop(), shift.endStop(), List.of());
      dispatcher().addShift(text.vehicle(shift.vehicle()), added, now);
    } catch (IllegalArgumentException | IllegalStateException e) {
      roster.remove(shift);
      throw e;
    }
    scribe.note(
        EventText.SHIFT_ADDED,
        shift.vehicle(),
        EventText.object()
            .put("start", shift.start())
            .put("end", shift.end())
            .put("start_stop_id", text.stopId(shift.startStop()))
            .put("end_stop_id", text.stopId(shift.endStop())));
  }

  private void resume(DispatchState state, AreaTimes at) {
    roster.forgetBefore(at.epoch());
    dispatcher =
        Dispatcher.resume(setup.rules(), roster.vehicles(at), roads.times(), scribe::hear, state);
    times = at;
    for (Ride ride : List.copyOf(rides.live().values())) {
      Offer offer =
          dispatcher.findBooking(ride.offer().request().id()).map(Booking::offer).orElseThrow();
      rides.put(ride.with(offer));
    }
  }

  /** The state behind the last event, when all told events have been taken. */
  SnapshotText.Content content() {
    return new SnapshotText.Content(
        setup.fingerprint(),
        times().epoch(),
        nextRequest,
        riderNumbers.last(),
        roster.added(),
        roster.shortened(),
        rides.live().values().stream()
            .map(
                ride ->
                    new SnapshotText.RideNote(
                        ride.offer().request().id(),
                        ride.rider(),
                        ride.confirmedAt(),
                        ride.version(),
                        ride.occasion()))
            .toList(),
        scribe.routeVersions(),
        riderBook.kept(),
        roads.inForce(),
        tracking.followed(text),
        headings.kept(),
        scooters.keep(),
        dispatcher().state());
  }

  /** Whether a request of this number has been made. */
  boolean knowsRequest(long request) {
    return request > 0 && request < nextRequest;
  }

  /** Goes on where a snapshot ends. */
  void restore(long lastSeq, SnapshotText.Content content) {
    told.goOn(lastSeq);
    nextRequest = content.nextRequest();
    riderNumbers.goOn(content.lastRider());
    content.added().forEach(roster::add);
    content.shortened().forEach(roster::shorten);
    roads.restore(content.roads(), content.fingerprint().equals(setup.fingerprint()));
    AreaTimes at = new AreaTimes(setup.zone(), content.epoch());
    dispatcher =
        Dispatcher.resume(
            setup.rules(), roster.vehicles(at), roads.times(), scribe::hear, content.state());
    times = at;
    now = content.state().now();
    scribe.restore(content.routeVersions(), dispatcher.fleet());
    closedStops.addAll(content.state().closedStopPoints());
    for (SnapshotText.RideNote note : content.rides()) {
      Booking booking = dispatcher.findBooking(note.request()).orElseThrow();
      riderNumbers.begin(note.rider(), booking.offer().request().rider());
      rides.put(
          new Ride(
              booking.offer(),
              note.rider(),
              booking.vehicle(),
              note.confirmedAt(),
              note.version(),
              note.occasion() == null ? Occasion.NONE : note.occasion(),
              booking.isAnnounced()));
    }
    if (content.riderBook() != null) {
      riderBook.restore(content.riderBook());
    }
    if (content.towards() != null) {
      headings.restore(content.towards());
    }
    if (content.scooters() != null) {
      scooters.restore(content.scooters());
    }
  }

  long newRequest() {
    return nextRequest++;
  }

  /** Notes a request number that has been used. */
  void useRequest(long request) {
    nextRequest = Math.max(nextRequest, request + 1);
  }

  /** Confirms for a rider; nothing when the offer cannot be kept. */
  Optional<Booking> confirm(Offer offer, String rider, Occasion how) {
    scribe.confirming(rider, how);
    long number = riderNumbers.toBook(rider, offer.request().rider());
    Offer own = offer.withRequest(offer.request().withRider(number));
    return replacing(how, () -> dispatcher().confirm(own, now));
  }

  /** Quotes or confirms a ride, beside the one whose place it is to take. */
  <T> T replacing(Occasion how, Supplier<T> command) {
    return dispatcher().replacing(text.request(how.replaces()), command);
  }

  /** Carries out a confirmation of before. */
  void confirmAsBefore(
      Offer offer, String rider, Occasion how, int vehicle, int pickup, int dropoff) {
    useRequest(offer.request().id());
    scribe.confirming(rider, how);
    replacing(how, () -> dispatcher().replay(offer, vehicle, pickup, dropoff, now));
  }

  /** Calls a ride off; a rider may be late with that. */
  void cancel(long request, String by) {
    advance();
    cancel(request, by, by.equals(BY_RIDER) && isLate(request));
  }

  /**
   * Calls a ride off.
   *
   * @param by whom; "" when that is not to be told
   * @param isLate whether that counts against its rider
   */
  void cancel(long request, String by, boolean isLate) {
    advance();
    scribe.cancelling(by, isLate, () -> dispatcher().cancel(request, now));
  }

  /** Whether a rider who calls a ride off now does so late. */
  boolean isLate(long request) {
    return rides
        .find(request)
        .filter(
            ride ->
                riderBook.isLate(
                    ride, dispatcher().findBooking(request).orElseThrow(), times(), now))
        .isPresent();
  }

  /** Does something that confirms rides and reserves scooters as a whole, or nothing at all. */
  <T> T wholly(Supplier<T> command) {
    DispatchState state = dispatcher().state();
    List<Ride> live = List.copyOf(rides.live().values());
    Map<String, Long> versions = scribe.routeVersions();
    RiderNumbers.Kept numbers = riderNumbers.keep();
    ScooterBook.Kept holds = scooters.keep();
    List<GivenPass> passes = riderBook.passes().kept();
    long event = told.lastSeq();
    try {
      return command.get();
    } catch (RuntimeException e) {
      rides.live().clear();
      live.forEach(rides::put);
      scribe.setRouteVersions(versions);
      riderNumbers.goBack(numbers);
      scooters.restore(holds);
      riderBook.passes().restore(passes);
      told.forgetBehind(event);
      resume(state, times());
      throw e;
    }
  }

  void noShow(long request) {
    // A replay comes from an earlier time, and whom the clock gave up until now nobody reported.
    advance();
    scribe.reportingNoShow(() -> dispatcher().noShow(request, now));
  }

  private void hearFirst(DispatchEvent event) {
    if (event.time() >= openedAt) {
      scribe.hear(event);
    }
  }
}
