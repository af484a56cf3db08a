package org.ieum.server.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.model.BookingState;
import org.ieum.model.Party;
import org.ieum.server.api.AffectedView;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.OutageView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.PositionView;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.ShiftEndView;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.ShiftView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.TaskView;
import org.ieum.server.api.VehicleView;
import org.jspecify.annotations.Nullable;

/** What clients do in an area, on the writer's thread; refusals say why. */
final class Operations implements AreaDesk {
  private final Desk desk;
  private final Quotes quotes;
  private final StreetDesk street;
  private final JourneyConfirming journeys;
  private final Map<String, Optional<BookingView>> past;

  /**
   * Operations of one task.
   *
   * @param past bookings that were looked up in the journal, by their ids; a task that needs
   *     another one ends with {@link PastRides.Unread} before it has changed anything
   */
  Operations(Desk desk, Map<String, Optional<BookingView>> past) {
    this.desk = desk;
    quotes = new Quotes(desk);
    street = new StreetDesk(desk);
    journeys = new JourneyConfirming(desk);
    this.past = past;
  }

  @Override
  public BookingView book(String offerId) {
    return live(quotes.book(offerId));
  }

  @Override
  public String offerRider(String offerId) {
    return quotes.rider(offerId);
  }

  private BookingView live(long request) {
    Ride ride = desk.rides.find(request).orElseThrow();
    // Planned times change with the route.
    long version = Math.max(ride.version(), desk.scribe.routeVersion(ride.vehicle()));
    return desk.bookingViews.live(ride.at(version), desk.dispatcher(), desk.times());
  }

  @Override
  public BookingView booking(String bookingId) {
    long request = desk.text.request(bookingId);
    if (desk.rides.find(request).isPresent()) {
      return live(request);
    }
    return desk.rides
        .findEnded(request)
        .or(() -> desk.knowsRequest(request) ? past(bookingId) : Optional.empty())
        .orElseThrow(() -> Refusal.notFound("booking " + bookingId + " is not known"));
  }

  private Optional<BookingView> past(String bookingId) {
    Optional<BookingView> read = past.get(bookingId);
    if (read == null) {
      throw new PastRides.Unread(bookingId);
    }
    return read;
  }

  @Override
  public List<BookingView> bookings(String afterId, int limit, String riderId, String vehicleId) {
    long after = afterId.isEmpty() ? -1 : desk.text.request(afterId);
    if (!afterId.isEmpty() && after < 0) {
      throw Refusal.invalid("cursor", "is none of this list, was '" + afterId + "'");
    }
    List<BookingView> found = new ArrayList<>();
    for (Ride ride : desk.rides.live().tailMap(after, false).values()) {
      if (found.size() == limit) {
        break;
      }
      if ((riderId.isEmpty() || ride.rider().equals(riderId))
          && (vehicleId.isEmpty() || desk.text.vehicleId(ride.vehicle()).equals(vehicleId))) {
        found.add(live(ride.offer().request().id()));
      }
    }
    return found;
  }

  /** The request of a booking that is not over. */
  long request(String bookingId) {
    BookingView view = booking(bookingId);
    long request = desk.text.request(bookingId);
    if (desk.rides.find(request).isEmpty()) {
      throw Refusal.conflict("booking " + bookingId + " is " + view.state());
    }
    return request;
  }

  @Override
  public BookingView cancel(String bookingId) {
    return cancel(bookingId, Desk.BY_RIDER);
  }

  BookingView cancel(String bookingId, String by) {
    desk.advance();
    long request = request(bookingId);
    refuseConflict(() -> desk.cancel(request, by));
    return booking(bookingId);
  }

  @Override
  public RiderDesk riders() {
    return new RiderOperations(desk, quotes, this);
  }

  @Override
  public SeriesDesk series() {
    return new SeriesOperations(desk);
  }

  @Override
  public String journeyRider(String journeyId) {
    return journeys.getHeld(journeyId).rider();
  }

  @Override
  public JourneyInput journeyInput(String journeyId) {
    return journeys.getHeld(journeyId).input();
  }

  @Override
  public JourneyConfirmation confirmJourney(String journeyId) {
    JourneyLegs.Confirmed confirmed = journeys.confirm(journeyId);
    List<BookingView> bookings = confirmed.requests().stream().map(this::live).toList();
    return new JourneyConfirmation(journeyId, bookings, confirmed.scooters());
  }

  @Override
  public ScooterDesk scooters() {
    return new ScooterOperations(desk);
  }

  @Override
  public BookingView board(String bookingId, BoardInput who) {
    desk.advance();
    long request = request(bookingId);
    Party booked = desk.rides.find(request).orElseThrow().offer().request().party();
    int riders = boarding("passenger_count", who.passengerCount(), booked.riders());
    int wheelchairs = boarding("wheelchairs", who.wheelchairs(), booked.wheelchairs());
    if (riders + wheelchairs == 0) {
      throw Refusal.invalid("passenger_count", "somebody must board, was 0; use no_show");
    }
    // Drivers do not always say that they are there before they let people in.
    refuseConflict(() -> street.arrive(request, /* isPickup= */ true));
    refuseConflict(
        () -> desk.dispatcher().board(request, new Party(riders, wheelchairs), desk.now()));
    return live(request);
  }

  private static int boarding(String field, @Nullable Integer number, int booked) {
    if (number != null && (number < 0 || number > booked)) {
      throw Refusal.invalid(
          field, "must be from 0 to the " + booked + " that were booked, was " + number);
    }
    return number == null ? booked : number;
  }

  @Override
  public BookingView alight(String bookingId) {
    desk.advance();
    BookingView before = booking(bookingId);
    if (before.state().equals(BookingState.ONBOARD.code())) {
      refuseConflict(() -> street.arrive(desk.text.request(bookingId), /* isPickup= */ false));
    }
    BookingView view = booking(bookingId);
    if (!view.state().equals(BookingState.COMPLETED.code())) {
      throw Refusal.conflict(
          "booking " + bookingId + " is " + view.state() + ", the vehicle is not at its drop-off");
    }
    return view;
  }

  @Override
  public BookingView noShow(String bookingId) {
    desk.advance();
    long request = request(bookingId);
    refuseConflict(() -> desk.noShow(request));
    return booking(bookingId);
  }

  /** Does something that the dispatcher may refuse in the state of things. */
  private void refuseConflict(Runnable command) {
    try {
      command.run();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw Refusal.conflict(desk.text.withNames(String.valueOf(e.getMessage())));
    }
  }

  @Override
  public List<VehicleView> vehicles() {
    List<VehicleView> views = new ArrayList<>();
    for (int v = 0; v < desk.setup.fleet().size(); v++) {
      views.add(desk.fleetViews.vehicle(v, desk.dispatcher(), desk.times(), desk.now()));
    }
    return views;
  }

  private int index(String vehicleId) {
    int v = desk.text.vehicle(vehicleId);
    if (v < 0) {
      throw Refusal.notFound("vehicle " + vehicleId + " is not known");
    }
    return v;
  }

  @Override
  public VehicleView vehicle(String vehicleId) {
    return desk.fleetViews.vehicle(index(vehicleId), desk.dispatcher(), desk.times(), desk.now());
  }

  @Override
  public RoutePlanView routePlan(String vehicleId) {
    int v = index(vehicleId);
    return desk.fleetViews.routePlan(
        v, desk.dispatcher(), desk.times(), desk.scribe.routeVersion(v));
  }

  @Override
  public List<TaskView> tasks(String vehicleId) {
    return desk.fleetViews.tasks(index(vehicleId), desk.dispatcher(), desk.times());
  }

  @Override
  public TaskView task(String taskId) {
    int colon = taskId.indexOf(':');
    long request = colon < 0 ? -1 : desk.text.request(taskId.substring(0, colon));
    return desk.rides
        .find(request)
        .flatMap(
            ride ->
                tasks(desk.text.vehicleId(ride.vehicle())).stream()
                    .filter(task -> task.taskId().equals(taskId))
                    .findFirst())
        .orElseThrow(() -> Refusal.notFound("task " + taskId + " is not known or done"));
  }

  @Override
  public List<ShiftView> shifts() {
    return ShiftDesk.shifts(desk);
  }

  @Override
  public ShiftView addShift(ShiftInput input) {
    return ShiftDesk.add(desk, input);
  }

  @Override
  public PositionView report(String vehicleId, PositionInput input) {
    desk.advance();
    return desk.tracking.report(index(vehicleId), input, desk);
  }

  @Override
  public OutageView takeOut(String vehicleId, OutageInput input) {
    int v = index(vehicleId);
    int until = street.until(v, input);
    String instead = input.replacementVehicleId();
    int replacement = instead == null ? StreetDesk.ANY : desk.text.vehicle(instead);
    if (instead != null && (replacement < 0 || replacement == v)) {
      throw Refusal.invalid(
          "replacement_vehicle_id", "must be another vehicle of the area, was '" + instead + "'");
    }
    List<AffectedView> affected = views(street.takeOut(v, until, replacement, input.reason()));
    return new OutageView(vehicleId, desk.times().toOffset(until), input.reason(), affected);
  }

  private List<AffectedView> views(List<StreetDesk.Affected> rides) {
    List<AffectedView> views = new ArrayList<>();
    for (StreetDesk.Affected ride : rides) {
      BookingView booking = booking(desk.text.bookingId(ride.request()));
      views.add(new AffectedView(ride.wasAboard(), booking));
    }
    return views;
  }

  @Override
  public ShiftEndView endShift(String vehicleId, ShiftEndInput input) {
    int v = index(vehicleId);
    desk.advance();
    int end = street.endOfShift(v, input);
    List<StreetDesk.Affected> affected = new ArrayList<>();
    refuseConflict(() -> affected.addAll(street.endShift(v, end, input.reason())));
    return new ShiftEndView(vehicleId, desk.times().toOffset(end), input.reason(), views(affected));
  }

  @Override
  public BookingView reassign(String bookingId, ReassignInput input) {
    long request = request(bookingId);
    int v = input.vehicleId() == null ? StreetDesk.ANY : index(input.vehicleId());
    refuseConflict(() -> street.reassign(request, v, input.reason()));
    return booking(bookingId);
  }

  @Override
  public TaskView arrive(String taskId) {
    TaskView task = task(taskId);
    boolean isPickup = task.type().equals("pickup");
    refuseConflict(() -> street.arrive(desk.text.request(task.bookingId()), isPickup));
    return task.withState("arrived");
  }

  @Override
  public TaskView skip(String taskId) {
    desk.advance();
    TaskView task = task(taskId);
    long request = desk.text.request(task.bookingId());
    if (!task.type().equals("pickup")) {
      throw Refusal.conflict("a party that is aboard cannot be left out: " + taskId);
    }
    boolean isThere =
        booking(task.bookingId()).state().equals(BookingState.ARRIVED_AT_PICKUP.code());
    refuseConflict(
        () -> {
          if (isThere) {
            desk.noShow(request);
          } else {
            street.leaveOut(request);
          }
        });
    return task.withState("skipped");
  }

  @Override
  public StopView closeStop(String stopId) {
    int stop = stop(stopId);
    desk.dispatcher().closeStop(stop, desk.now());
    return view(stop);
  }

  @Override
  public StopView reopenStop(String stopId) {
    int stop = stop(stopId);
    desk.dispatcher().reopenStop(stop, desk.now());
    return view(stop);
  }

  private int stop(String stopId) {
    int stop = desk.text.stop(stopId);
    if (stop < 0) {
      throw Refusal.notFound("stop " + stopId + " is not known");
    }
    return stop;
  }

  private StopView view(int stop) {
    return StopViews.view(
        desk.setup.map().stopPoints().get(stop), desk.dispatcher().isClosed(stop));
  }

  @Override
  public RoadSpeedsView roadSpeeds() {
    return desk.roads.view(desk);
  }

  @Override
  public int liveBookings() {
    return desk.dispatcher().liveBookings();
  }
}
