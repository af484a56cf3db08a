package org.ieum.server.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.dispatch.Booking;
import org.ieum.model.BookingState;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.TimeType;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.OfferView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.PositionView;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.ShiftView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.TaskView;
import org.ieum.server.api.VehicleView;

/** What clients do in an area, on the writer's thread; refusals say why. */
final class Operations implements AreaDesk {
  /** How much later other rides are looked for when none can be had, ms. */
  private static final int[] LATER = {900_000, 1_800_000};

  private final Desk desk;
  private final Map<String, Optional<BookingView>> past;

  /**
   * Operations of one task.
   *
   * @param past bookings that were looked up in the journal, by their ids; a task that needs
   *     another one ends with {@link PastRides.Unread} before it has changed anything
   */
  Operations(Desk desk, Map<String, Optional<BookingView>> past) {
    this.desk = desk;
    this.past = past;
  }

  /**
   * A checked request for a quote.
   *
   * @param rider id, "" for somebody new
   * @param time when to set out or to have arrived, ms since 1970, UTC; negative for now
   */
  record Asked(
      String rider,
      TimeType timeType,
      long time,
      Party party,
      List<CandidatePoint> pickups,
      List<CandidatePoint> dropoffs) {}

  QuoteView quote(Asked asked) {
    desk.advance();
    long number = desk.newRequest();
    String quoteId = desk.setup.id() + "-q" + number;
    if (asked.pickups().isEmpty() || asked.dropoffs().isEmpty()) {
      String end = asked.pickups().isEmpty() ? "pickup" : "drop-off";
      return rejected(
          quoteId,
          new Rejection(
              RejectionReason.OUT_OF_AREA, "no stop within walking distance of the " + end));
    }
    String rider =
        asked.rider().isEmpty() ? Desk.GUEST + desk.text.bookingId(number) : asked.rider();
    RideRequest request =
        new RideRequest(
            number,
            desk.riderNumber(rider, number),
            asked.timeType(),
            asked.time() < 0 ? desk.now() : time(asked.time()),
            asked.party(),
            asked.pickups(),
            asked.dropoffs());
    return answer(quoteId, request, rider);
  }

  private int time(long utc) {
    long millis = utc - desk.times().epoch();
    if (millis < -1_000_000_000L || millis > 1_500_000_000L) {
      throw Refusal.invalid(
          "requested_time", "must be within the next days, was " + desk.times().toOffset(utc));
    }
    // Clocks differ a little, and seconds are cut off on the way.
    int time = (int) millis;
    return time < desk.now() && time >= desk.now() - 60_000 ? desk.now() : time;
  }

  private QuoteView answer(String quoteId, RideRequest request, String rider) {
    QuoteAnswer answer = desk.dispatcher().quote(request, desk.now());
    if (answer instanceof Offer offer) {
      OfferView view = hold(offer, request, rider);
      return new QuoteView(
          quoteId, desk.setup.id(), view.expiresAt(), List.of(view), null, null, List.of());
    }
    Rejection rejection = (Rejection) answer;
    if (rejection.reason() != RejectionReason.NO_CAPACITY
        || request.timeType() != TimeType.DEPART_AT) {
      return rejected(quoteId, rejection);
    }
    return new QuoteView(
        quoteId,
        desk.setup.id(),
        null,
        List.of(),
        rejection.reason().code(),
        rejection.detail(),
        later(request, rider));
  }

  /** A later ride, if one can be had soon. */
  private List<OfferView> later(RideRequest request, String rider) {
    for (int more : LATER) {
      RideRequest later =
          new RideRequest(
              desk.newRequest(),
              request.rider(),
              request.timeType(),
              request.time() + more,
              request.party(),
              request.pickups(),
              request.dropoffs());
      if (desk.dispatcher().quote(later, desk.now()) instanceof Offer offer) {
        return List.of(hold(offer, later, rider));
      }
    }
    return List.of();
  }

  private QuoteView rejected(String quoteId, Rejection rejection) {
    return new QuoteView(
        quoteId,
        desk.setup.id(),
        null,
        List.of(),
        rejection.reason().code(),
        rejection.detail(),
        List.of());
  }

  private OfferView hold(Offer offer, RideRequest asked, String rider) {
    Offer compact = OfferText.compact(offer);
    String id = desk.offers.hold(new HeldOffers.Held(compact, asked, rider), desk.now());
    return new OfferView(
        id,
        desk.text.stopId(offer.promise().pickupStopPoint()),
        desk.text.stopId(offer.promise().dropoffStopPoint()),
        offer.accessWalk() / 1000,
        offer.egressWalk() / 1000,
        desk.times().toOffset(offer.promise().pickupWindow().earliest()),
        desk.times().toOffset(offer.promise().pickupWindow().latest()),
        desk.times().toOffset(offer.promise().latestDropoff()),
        offer.promise().maxRideDuration() / 1000,
        offer.directDuration() / 1000,
        desk.times().toOffset(offer.plannedPickup()),
        desk.times().toOffset(offer.plannedDropoff()),
        desk.times().toOffset(offer.expiresAt()));
  }

  @Override
  public BookingView book(String offerId) {
    desk.advance();
    HeldOffers.Held held = held(offerId);
    long request = held.offer().request().id();
    if (desk.rides.find(request).isPresent() || desk.rides.findEnded(request).isPresent()) {
      throw Refusal.conflict(
          "offer " + offerId + " was accepted already, as booking " + desk.text.bookingId(request));
    }
    if (desk.now() > held.offer().expiresAt()) {
      throw Refusal.gone(
          "offer " + offerId + " expired at " + desk.times().toOffset(held.offer().expiresAt()));
    }
    Optional<Booking> booking = desk.confirm(held.offer(), held.rider());
    if (booking.isEmpty()) {
      throw Refusal.conflict(
          "the ride of offer " + offerId + " can no longer be had",
          answer(desk.setup.id() + "-q" + request, askedNow(held.asked()), held.rider()));
    }
    return live(request);
  }

  /** The same request, not in the past. */
  private RideRequest askedNow(RideRequest asked) {
    if (asked.timeType() == TimeType.ARRIVE_BY || asked.time() >= desk.now()) {
      return asked;
    }
    return new RideRequest(
        asked.id(),
        asked.rider(),
        asked.timeType(),
        desk.now(),
        asked.party(),
        asked.pickups(),
        asked.dropoffs());
  }

  @Override
  public String offerRider(String offerId) {
    return held(offerId).rider();
  }

  private HeldOffers.Held held(String offerId) {
    if (desk.offers.isOver(offerId)) {
      throw Refusal.gone("offer " + offerId + " has expired");
    }
    return desk.offers
        .find(offerId)
        .orElseThrow(() -> Refusal.notFound("offer " + offerId + " is not known"));
  }

  private BookingView live(long request) {
    Ride ride = desk.rides.find(request).orElseThrow();
    // Planned times change with the route.
    long version = Math.max(ride.version(), desk.routeVersion(ride.vehicle()));
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
  private long request(String bookingId) {
    BookingView view = booking(bookingId);
    long request = desk.text.request(bookingId);
    if (desk.rides.find(request).isEmpty()) {
      throw Refusal.conflict("booking " + bookingId + " is " + view.state());
    }
    return request;
  }

  @Override
  public BookingView cancel(String bookingId) {
    desk.advance();
    long request = request(bookingId);
    refuseConflict(() -> desk.dispatcher().cancel(request, desk.now()));
    return booking(bookingId);
  }

  @Override
  public BookingView board(String bookingId, BoardInput who) {
    desk.advance();
    long request = request(bookingId);
    Party booked = desk.rides.find(request).orElseThrow().offer().request().party();
    int riders = who.passengerCount() == null ? booked.riders() : who.passengerCount();
    int wheelchairs = who.wheelchairs() == null ? booked.wheelchairs() : who.wheelchairs();
    if (riders + wheelchairs == 0) {
      throw Refusal.invalid("passenger_count", "somebody must board, was 0; use no_show");
    }
    refuseConflict(
        () -> desk.dispatcher().board(request, new Party(riders, wheelchairs), desk.now()));
    return live(request);
  }

  @Override
  public BookingView alight(String bookingId) {
    desk.advance();
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
  private static void refuseConflict(Runnable command) {
    try {
      command.run();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw Refusal.conflict(String.valueOf(e.getMessage()));
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
    return desk.fleetViews.routePlan(v, desk.dispatcher(), desk.times(), desk.routeVersion(v));
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
    return desk.fleetViews.report(index(vehicleId), input, desk.times(), desk.now());
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
  public int liveBookings() {
    return desk.dispatcher().liveBookings();
  }
}
