package org.ieum.server.http;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.server.api.AffectedView;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyLegView;
import org.ieum.server.api.JourneyView;
import org.ieum.server.api.OfferView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.OutageView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.PositionView;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoadSpeedView;
import org.ieum.server.api.RoadSpeedsInput;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.api.RoadView;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.ShiftEndView;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.ShiftView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.StopVisitView;
import org.ieum.server.api.TaskView;
import org.ieum.server.api.VehicleView;
import org.ieum.server.area.AreaDesk;
import org.ieum.server.area.RiderDesk;
import org.ieum.server.area.ScooterDesk;
import org.ieum.server.area.SeriesDesk;

/**
 * A desk without a fleet: vehicles v1 and v2, stops s1 and s2. Offers end in o1 (good, of rider
 * r1), o2 (expired), o3 (no longer to be had), o4 (a fault).
 */
final class FakeDesk implements AreaDesk {
  static final OffsetDateTime TIME = OffsetDateTime.parse("2026-03-02T08:00:00+09:00");

  final Map<String, BookingView> bookings = new TreeMap<>();
  private final List<ShiftView> shifts = new ArrayList<>();
  private final Map<String, PositionView> positions = new TreeMap<>();

  /** Whether riders may know the vehicles of bookings that are made or changed from now on. */
  boolean announced = true;

  private final String areaId;
  private int count;
  private RoadSpeedsView roads;
  private final FakeRiderDesk riderDesk = new FakeRiderDesk(this);
  private final FakeSeriesDesk seriesDesk;
  private final FakeScooterDesk scooterDesk = new FakeScooterDesk();

  FakeDesk(String areaId) {
    this.areaId = areaId;
    seriesDesk = new FakeSeriesDesk(areaId);
    roads = new RoadSpeedsView(areaId, null, null, List.of());
    shifts.add(new ShiftView("shift1", "v1", TIME, TIME.plusHours(8), "s1", "s1"));
    shifts.add(new ShiftView("shift2", "v2", TIME, TIME.plusHours(8), "s2", "s2"));
  }

  /** A walk of half an hour. */
  static JourneyView journey(String id) {
    OffsetDateTime end = TIME.plusMinutes(30);
    JourneyLegView leg =
        new JourneyLegView(
            "walk", TIME, end, end, null, 37.5, 127, null, 37.6, 127, null, null, null, null, null,
            null, null, null, null, null, null, null);
    return new JourneyView(id, TIME, end, end, 1_800, 0, 0, true, TIME, List.of(leg));
  }

  @Override
  public String journeyRider(String journeyId) {
    String prefix = areaId + "-j-";
    if (!journeyId.startsWith(prefix)) {
      throw Refusal.notFound("journey " + journeyId + " is not known");
    }
    return journeyId.substring(prefix.length());
  }

  @Override
  public JourneyInput journeyInput(String journeyId) {
    return new JourneyInput(
        areaId,
        journeyRider(journeyId),
        37.5,
        127.0,
        37.6,
        127.0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Override
  public JourneyConfirmation confirmJourney(String journeyId) {
    String rider = journeyRider(journeyId);
    if (rider.equals("late")) {
      throw Refusal.conflict("the ride of offer o1 can no longer be had");
    }
    if (rider.equals("walks")) {
      throw Refusal.invalid("journey_id", "has nothing to confirm");
    }
    return new JourneyConfirmation(journeyId, List.of(add(rider, "v1")), List.of());
  }

  /** A confirmed booking. */
  BookingView add(String riderId, String vehicleId) {
    BookingView booking = booking(areaId + "-" + ++count, riderId, "confirmed", vehicleId, 1);
    bookings.put(booking.bookingId(), booking);
    return booking;
  }

  private BookingView booking(String id, String rider, String state, String vehicle, long version) {
    return new BookingView(
        id,
        areaId,
        rider,
        state,
        vehicle,
        announced,
        2,
        0,
        "s1",
        "s2",
        60,
        90,
        TIME,
        TIME.plusMinutes(10),
        TIME.plusMinutes(40),
        1800,
        900,
        state.equals("confirmed") ? TIME.plusMinutes(3) : null,
        TIME.plusMinutes(20),
        TIME.minusMinutes(5),
        version,
        "app",
        null,
        null,
        null,
        null,
        null);
  }

  private static String vehicleOf(BookingView booking) {
    return String.valueOf(booking.vehicleId());
  }

  static OfferView offer(String id) {
    return new OfferView(
        id,
        "s1",
        "s2",
        60,
        90,
        TIME,
        TIME.plusMinutes(10),
        TIME.plusMinutes(40),
        1800,
        900,
        TIME.plusMinutes(3),
        TIME.plusMinutes(20),
        TIME.plusMinutes(1),
        null);
  }

  @Override
  public BookingView book(String offerId) {
    if (offerId.endsWith("o2")) {
      throw Refusal.gone("offer " + offerId + " has expired");
    }
    if (offerId.endsWith("o3")) {
      List<OfferView> fresh = List.of(offer(areaId + "-o9"));
      throw Refusal.conflict(
          "offer " + offerId + " can no longer be kept",
          new QuoteView(areaId + "-q9", areaId, TIME, fresh, null, null, List.of()));
    }
    if (offerId.endsWith("o4")) {
      throw new IllegalStateException("secret of the inside");
    }
    return add(offerRider(offerId), "v1");
  }

  @Override
  public String offerRider(String offerId) {
    if (!offerId.matches(".*-o[1234]")) {
      throw Refusal.notFound("there is no offer " + offerId);
    }
    return "r1";
  }

  @Override
  public BookingView booking(String bookingId) {
    BookingView booking = bookings.get(bookingId);
    if (booking == null) {
      throw Refusal.notFound("there is no booking " + bookingId);
    }
    return booking;
  }

  @Override
  public List<BookingView> bookings(String afterId, int limit, String riderId, String vehicleId) {
    return bookings.values().stream()
        .filter(booking -> booking.bookingId().compareTo(afterId) > 0)
        .filter(booking -> riderId.isEmpty() || booking.riderId().equals(riderId))
        .filter(booking -> vehicleId.isEmpty() || vehicleId.equals(booking.vehicleId()))
        .limit(limit)
        .toList();
  }

  private BookingView change(String bookingId, String from, String to) {
    BookingView old = booking(bookingId);
    if (!old.state().equals(from)) {
      throw Refusal.conflict("booking " + bookingId + " is " + old.state() + ", not " + from);
    }
    BookingView changed = booking(bookingId, old.riderId(), to, vehicleOf(old), old.version() + 1);
    bookings.put(bookingId, changed);
    return changed;
  }

  @Override
  public BookingView cancel(String bookingId) {
    return change(bookingId, "confirmed", "cancelled");
  }

  @Override
  public BookingView board(String bookingId, BoardInput who) {
    return change(bookingId, "confirmed", "onboard");
  }

  @Override
  public BookingView alight(String bookingId) {
    return change(bookingId, "onboard", "completed");
  }

  @Override
  public BookingView noShow(String bookingId) {
    return change(bookingId, "confirmed", "no_show");
  }

  @Override
  public List<VehicleView> vehicles() {
    return List.of(vehicle("v1"), vehicle("v2"));
  }

  @Override
  public VehicleView vehicle(String vehicleId) {
    // Vehicle "only" is there in area b alone.
    if (!vehicleId.equals("v1")
        && !vehicleId.equals("v2")
        && !(vehicleId.equals("only") && areaId.equals("b"))) {
      throw Refusal.notFound("there is no vehicle " + vehicleId);
    }
    String stop = vehicleId.equals("v1") ? "s1" : null;
    String state = stop == null ? "en_route" : "at_stop";
    PositionView position = positions.get(vehicleId);
    return new VehicleView(vehicleId, areaId, state, 8, 1, 0, 0, stop, "s2", TIME, null, position);
  }

  @Override
  public RoutePlanView routePlan(String vehicleId) {
    vehicle(vehicleId);
    List<String> boarding = List.of(areaId + "-1");
    StopVisitView visit =
        new StopVisitView("s1", 37.5, 127.0, "stop", TIME, null, boarding, List.of(), 2, 0);
    return new RoutePlanView(vehicleId, true, 7, List.of(visit));
  }

  @Override
  public List<TaskView> tasks(String vehicleId) {
    vehicle(vehicleId);
    List<TaskView> tasks = new ArrayList<>();
    for (BookingView booking : bookings("", 1000, "", vehicleId)) {
      tasks.add(task(booking.bookingId() + ":pickup"));
      tasks.add(task(booking.bookingId() + ":drop_off"));
    }
    return tasks;
  }

  @Override
  public TaskView task(String taskId) {
    int colon = taskId.indexOf(':');
    if (colon < 0) {
      throw Refusal.notFound("there is no task " + taskId);
    }
    BookingView booking = booking(taskId.substring(0, colon));
    String type = taskId.substring(colon + 1);
    String stop = type.equals("pickup") ? "s1" : "s2";
    return new TaskView(
        taskId, type, vehicleOf(booking), booking.bookingId(), stop, TIME, 2, 0, "planned");
  }

  @Override
  public List<ShiftView> shifts() {
    return List.copyOf(shifts);
  }

  @Override
  public ShiftView addShift(ShiftInput input) {
    vehicle(input.vehicleId());
    String end = input.endStopId() == null ? input.startStopId() : input.endStopId();
    ShiftView shift =
        new ShiftView(
            "shift" + (shifts.size() + 1),
            input.vehicleId(),
            input.startTime(),
            input.endTime(),
            input.startStopId(),
            end);
    shifts.add(shift);
    return shift;
  }

  @Override
  public PositionView report(String vehicleId, PositionInput input) {
    vehicle(vehicleId);
    PositionView last = positions.get(vehicleId);
    if (last != null && last.sequence() >= input.sequence()) {
      return last;
    }
    OffsetDateTime time = input.time() == null ? TIME : input.time();
    PositionView position = new PositionView(input.sequence(), input.lat(), input.lon(), time);
    positions.put(vehicleId, position);
    return position;
  }

  @Override
  public OutageView takeOut(String vehicleId, OutageInput input) {
    vehicle(vehicleId);
    List<AffectedView> affected =
        bookings("", 1000, "", vehicleId).stream()
            .map(booking -> new AffectedView(false, booking))
            .toList();
    return new OutageView(vehicleId, TIME.plusHours(1), input.reason(), affected);
  }

  @Override
  public ShiftEndView endShift(String vehicleId, ShiftEndInput input) {
    vehicle(vehicleId);
    return new ShiftEndView(vehicleId, input.endTime(), input.reason(), List.of());
  }

  @Override
  public BookingView reassign(String bookingId, ReassignInput input) {
    return change(bookingId, "confirmed", "confirmed");
  }

  @Override
  public TaskView arrive(String taskId) {
    return task(taskId).withState("arrived");
  }

  @Override
  public TaskView skip(String taskId) {
    TaskView task = task(taskId);
    noShow(task.bookingId());
    return task.withState("skipped");
  }

  @Override
  public StopView closeStop(String stopId) {
    return stop(stopId, true);
  }

  @Override
  public StopView reopenStop(String stopId) {
    return stop(stopId, false);
  }

  private static StopView stop(String stopId, boolean closed) {
    if (!stopId.equals("s1") && !stopId.equals("s2")) {
      throw Refusal.notFound("there is no stop " + stopId);
    }
    return new StopView(stopId, "Stop " + stopId, 37.5, 127.0, closed);
  }

  @Override
  public RoadSpeedsView roadSpeeds() {
    return roads;
  }

  RoadSpeedsView setRoadSpeeds(RoadSpeedsInput input) {
    List<RoadSpeedView> speeds =
        input.speeds().stream()
            .map(
                one ->
                    new RoadSpeedView(
                        one.roadClass(),
                        one.lat(),
                        one.lon(),
                        one.heading(),
                        one.speedFactor(),
                        one.lat() == null ? null : new RoadView(7, "primary", 37.5, 127.0)))
            .toList();
    roads = new RoadSpeedsView(areaId, TIME, input.reason(), speeds);
    return roads;
  }

  @Override
  public int liveBookings() {
    return bookings.size();
  }

  @Override
  public RiderDesk riders() {
    return riderDesk;
  }

  @Override
  public ScooterDesk scooters() {
    return scooterDesk;
  }

  @Override
  public SeriesDesk series() {
    return seriesDesk;
  }
}
