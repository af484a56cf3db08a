package org.ieum.server.area;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RideFailed;
import org.ieum.dispatch.DispatchEvent.RideReassigned;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.StopClosed;
import org.ieum.dispatch.DispatchEvent.StopReopened;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.dispatch.DispatchEvent.VehicleLocated;
import org.ieum.dispatch.DispatchState;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fleet.FleetView;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.server.journal.JournalEvent;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.RoadTravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * The state of an area: its dispatcher, and beside it what only clients need. Writes down each
 * event that the dispatcher tells. Belongs to the writer's thread.
 */
final class Desk {
  /** Begins the ids of riders who gave none. */
  static final String GUEST = "guest-";

  /** Numbers of guests begin here. */
  private static final long GUESTS = 1L << 40;

  /** An area that has stood still moves on in steps that the dispatcher's clock can hold, ms. */
  private static final long LONGEST_STEP = 7 * 86_400_000L;

  final AreaSetup setup;
  final EventText text;
  final BookingViews bookingViews;
  final FleetViews fleetViews;
  final Roster roster;
  final Rides rides = new Rides();
  final HeldOffers offers;
  final Tracking tracking;

  private final RoadTravelTimes travelTimes;

  /** Number of a rider who has booked by the id that clients use; without guests. */
  private final Map<String, Long> riders = new HashMap<>();

  private long lastRider;

  private long nextRequest = 1;
  private long seq;

  /** Number of the last event that changed the route of vehicle v. */
  private final long[] routeVersions;

  /** How long the leg is that vehicle v drives, metres. */
  private final long[] legMetres;

  private final List<JournalEvent> told = new ArrayList<>();
  private @Nullable AreaTimes times;
  private @Nullable Dispatcher dispatcher;
  private int now;

  /** Time of the dispatcher when the area was opened. */
  private int openedAt;

  /** Stop points that are closed, for any thread to read. */
  final Set<Integer> closedStops = ConcurrentHashMap.newKeySet();

  /** Who gets the ride that is being confirmed. */
  private String confirming = "";

  /** Whether a driver says that a party is missing, and not the clock. */
  private boolean reportsNoShow;

  /**
   * Makes a desk without any state; {@link #open} or a snapshot comes next.
   *
   * @param life tells this start of the process from others
   */
  Desk(AreaSetup setup, String life) {
    this.setup = setup;
    text = new EventText(setup.id(), setup.map().stopPoints(), setup.fleet());
    bookingViews = new BookingViews(setup.id(), text);
    tracking = new Tracking(setup);
    fleetViews = new FleetViews(setup, text, tracking);
    roster = new Roster(setup.fleet());
    offers = new HeldOffers(setup.id() + "-o" + life + "-");
    travelTimes = setup.map().travelTimes();
    routeVersions = new long[setup.fleet().size()];
    legMetres = new long[setup.fleet().size()];
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
    note(
        EventText.OPENED,
        null,
        EventText.object()
            .put("fingerprint", setup.fingerprint())
            .put("time_zone", setup.zone().getId()));
    // What vehicles would have done earlier in the day has not happened.
    dispatcher =
        new Dispatcher(setup.rules(), roster.vehicles(times), travelTimes, this::hearFirst);
    dispatcher.advance(now);
  }

  /** Notes that map, fleet or rules are others from now on. */
  void configure() {
    note(EventText.CONFIGURED, null, EventText.object().put("fingerprint", setup.fingerprint()));
  }

  /** Nobody could report anything until now, which is noted before what happened meanwhile. */
  void resumeService() {
    note(EventText.SERVICE_RESUMED, null, EventText.object());
    dispatcher().resumeReports(now);
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
    now = Math.max(now, times().toEngine(utc));
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
    note(EventText.DAY_BEGUN, null, EventText.object());
    resume(dispatcher().state().shifted(shift), next);
    now -= shift;
    offers.shift(shift);
  }

  /** Adds a shift to the plan of its vehicle. */
  void addShift(Roster.Added shift) {
    advance();
    roster.add(shift);
    try {
      // It must leave room for the shifts of the days to come, too.
      roster.vehicles(times(), Roster.DAYS + 2);
      resume(dispatcher().state(), times());
    } catch (IllegalArgumentException e) {
      roster.remove(shift);
      throw e;
    }
    note(
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
        Dispatcher.resume(setup.rules(), roster.vehicles(at), travelTimes, this::hear, state);
    times = at;
    for (Ride ride : List.copyOf(rides.live().values())) {
      Offer offer =
          dispatcher.findBooking(ride.offer().request().id()).map(Booking::offer).orElseThrow();
      rides.put(new Ride(offer, ride.rider(), ride.vehicle(), ride.confirmedAt(), ride.version()));
    }
  }

  /** The state behind the last event, when all told events have been taken. */
  SnapshotText.Content content() {
    return new SnapshotText.Content(
        setup.fingerprint(),
        times().epoch(),
        nextRequest,
        Map.copyOf(riders),
        roster.added(),
        rides.live().values().stream()
            .map(
                ride ->
                    new SnapshotText.RideNote(
                        ride.offer().request().id(),
                        ride.rider(),
                        ride.confirmedAt(),
                        ride.version()))
            .toList(),
        routeVersions(),
        dispatcher().state());
  }

  /** By the vehicles' ids. */
  private Map<String, Long> routeVersions() {
    Map<String, Long> versions = new TreeMap<>();
    for (int v = 0; v < routeVersions.length; v++) {
      versions.put(text.vehicleId(v), routeVersions[v]);
    }
    return versions;
  }

  /** Whether a request of this number has been made. */
  boolean knowsRequest(long request) {
    return request > 0 && request < nextRequest;
  }

  /** Goes on where a snapshot ends. */
  void restore(long lastSeq, SnapshotText.Content content) {
    seq = lastSeq;
    nextRequest = content.nextRequest();
    content.riders().forEach(this::noteRider);
    content.added().forEach(roster::add);
    content
        .routeVersions()
        .forEach(
            (vehicle, version) -> {
              if (text.vehicle(vehicle) >= 0) {
                routeVersions[text.vehicle(vehicle)] = version;
              }
            });
    AreaTimes at = new AreaTimes(setup.zone(), content.epoch());
    dispatcher =
        Dispatcher.resume(
            setup.rules(), roster.vehicles(at), travelTimes, this::hear, content.state());
    times = at;
    now = content.state().now();
    FleetView fleet = dispatcher().fleet();
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      if (fleet.departed(v)) {
        legMetres[v] = legMetres(fleet.place(v, 0), fleet.place(v, 1));
      }
    }
    closedStops.addAll(content.state().closedStopPoints());
    for (SnapshotText.RideNote note : content.rides()) {
      Booking booking = dispatcher.findBooking(note.request()).orElseThrow();
      rides.put(
          new Ride(
              booking.offer(),
              note.rider(),
              booking.vehicle(),
              note.confirmedAt(),
              note.version()));
    }
  }

  /** The events that were told since the last call. */
  List<JournalEvent> take() {
    List<JournalEvent> taken = List.copyOf(told);
    told.clear();
    return taken;
  }

  /** Takes events back that have been taken. */
  void tellAgain(Collection<JournalEvent> events) {
    told.addAll(0, events);
  }

  long lastSeq() {
    return seq;
  }

  long routeVersion(int v) {
    return routeVersions[v];
  }

  long newRequest() {
    return nextRequest++;
  }

  /** Notes a request number that has been used. */
  void useRequest(long request) {
    nextRequest = Math.max(nextRequest, request + 1);
  }

  /** The number of a rider; one that nobody else has for who has not booked before. */
  long riderNumber(String id, long request) {
    return riders.getOrDefault(id, GUESTS + request);
  }

  /** Confirms for a rider; nothing when the offer cannot be kept. */
  Optional<Booking> confirm(Offer offer, String rider) {
    confirming = rider;
    long number =
        rider.startsWith(GUEST)
            ? offer.request().rider()
            : riders.getOrDefault(rider, lastRider + 1);
    return dispatcher().confirm(offer.withRequest(offer.request().withRider(number)), now);
  }

  private void noteRider(String id, long number) {
    if (number < GUESTS) {
      riders.put(id, number);
      lastRider = Math.max(lastRider, number);
    }
  }

  /** Carries out a confirmation of before. */
  void confirmAsBefore(Offer offer, String rider, int vehicle, int pickup, int dropoff) {
    useRequest(offer.request().id());
    confirming = rider;
    dispatcher().replay(offer, vehicle, pickup, dropoff, now);
  }

  void noShow(long request) {
    reportsNoShow = true;
    try {
      dispatcher().noShow(request, now);
    } finally {
      reportsNoShow = false;
    }
  }

  private void hearFirst(DispatchEvent event) {
    if (event.time() >= openedAt) {
      hear(event);
    }
  }

  private void hear(DispatchEvent event) {
    seq++;
    ObjectNode more = EventText.object();
    if (event instanceof RideConfirmed e) {
      more.put("rider_id", confirming);
      noteRider(confirming, e.offer().request().rider());
      rides.put(new Ride(e.offer(), confirming, e.vehicle(), times().toUtc(e.time()), seq));
      routeVersions[e.vehicle()] = seq;
    } else if (event instanceof RideReassigned e) {
      Ride ride = rides.find(e.request()).orElseThrow();
      Offer offer = dispatcher().findBooking(e.request()).orElseThrow().offer();
      rides.put(new Ride(offer, ride.rider(), e.vehicle(), ride.confirmedAt(), seq));
      more.put("passenger_count", offer.request().party().riders());
      more.put("wheelchairs", offer.request().party().wheelchairs());
    } else if (event instanceof VehicleLocated e
        && !e.staysOnPath()
        && dispatcher().fleet().departed(e.vehicle())) {
      more.put("distance_m", drivenMetres(e));
    } else if (event instanceof RiderNoShow) {
      more.put("reported_by", reportsNoShow ? "driver" : "clock");
    } else if (event instanceof VehicleDeparted e) {
      legMetres[e.vehicle()] = legMetres(e.fromPlace(), e.toPlace());
    } else if (event instanceof VehicleArrived e) {
      more.put("distance_m", legMetres[e.vehicle()]);
    } else if (event instanceof VehicleDiverted e) {
      int left = dispatcher().fleet().departure(e.vehicle(), 0);
      DrivePath path = travelTimes.path(dispatcher().fleet().place(e.vehicle(), 0), e.toPlace());
      more.put("distance_m", metres(path, e.atTime() - left));
    }
    JournalEvent written = text.toJournal(seq, event, times(), more);
    told.add(written);
    if (written.vehicle() != null) {
      routeVersions[text.vehicle(written.vehicle())] = seq;
    }
    noteOnRide(event, written);
    if (event instanceof StopClosed e) {
      closedStops.add(e.stopPoint());
    } else if (event instanceof StopReopened e) {
      closedStops.remove(e.stopPoint());
    }
  }

  private void noteOnRide(DispatchEvent event, JournalEvent written) {
    if (event instanceof RiderAlighted e) {
      end(e.request(), BookingState.COMPLETED);
    } else if (event instanceof RideCancelled e) {
      end(e.request(), BookingState.CANCELLED);
    } else if (event instanceof RiderNoShow e) {
      end(e.request(), BookingState.NO_SHOW);
    } else if (event instanceof RideFailed e) {
      end(e.request(), BookingState.FAILED);
    } else if (written.booking() != null) {
      rides.find(text.request(written.booking())).ifPresent(ride -> rides.put(ride.at(seq)));
    }
  }

  private void end(long request, BookingState state) {
    Ride ride = rides.find(request).orElseThrow().at(seq);
    rides.end(request, bookingViews.ended(ride, state, times()));
  }

  /** How far a vehicle came that is seen off its path; the way that it took is not known. */
  private long drivenMetres(VehicleLocated event) {
    FleetView fleet = dispatcher().fleet();
    int v = event.vehicle();
    if (fleet.place(v, 1) < 0) {
      return 0;
    }
    DrivePath path = travelTimes.path(fleet.place(v, 0), fleet.place(v, 1));
    return metres(path, Math.min(event.time() - fleet.departure(v, 0), path.duration()));
  }

  private long legMetres(int from, int to) {
    if (to < 0) {
      return 0;
    }
    DrivePath path = travelTimes.path(from, to);
    return metres(path, path.duration());
  }

  private long metres(DrivePath path, int millis) {
    return Math.round(path.metres(millis, setup.map().network().geometry()));
  }

  private void note(String type, @Nullable String vehicle, ObjectNode data) {
    note(type, null, vehicle, data);
  }

  /** Writes down what the dispatcher knows nothing of. */
  void note(String type, @Nullable String booking, @Nullable String vehicle, ObjectNode data) {
    seq++;
    told.add(
        new JournalEvent(seq, times().toUtc(now), type, booking, vehicle, EventText.text(data)));
  }

  /** Writes down again what was noted. */
  void note(JournalEvent event) {
    seq++;
    told.add(
        new JournalEvent(
            seq, times().toUtc(now), event.type(), event.booking(), event.vehicle(), event.data()));
  }
}
