package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.DRIVER;
import static org.ieum.server.http.Role.RIDER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingInput;
import org.ieum.server.api.BookingList;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.ChangeInput;
import org.ieum.server.api.EventList;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaDesk;
import org.ieum.server.journal.EventFilter;

/** Bookings and their life. */
final class BookingEndpoints {
  private static final String ID = "booking_id";
  private static final String PATH = "/v1/bookings/{booking_id}";
  private static final Role[] BOOKS = {RIDER, CALL_AGENT, DISPATCHER, ADMIN};
  private static final Role[] DRIVES = {DRIVER, DISPATCHER, ADMIN};
  private static final Role[] ALL = Role.values();
  private static final int READERS = 2;

  private final Areas areas;
  private final Commands commands;

  /** Read the journal for those whose booking must be looked up first. */
  private final Executor readers;

  /** What is done to a booking. */
  private interface Change {
    BookingView of(AreaDesk desk, String bookingId);
  }

  BookingEndpoints(Areas areas, Commands commands) {
    this.areas = areas;
    this.commands = commands;
    readers =
        Executors.newFixedThreadPool(
            READERS,
            work -> {
              Thread thread = new Thread(work, "booking-events");
              thread.setDaemon(true);
              return thread;
            });
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.post("/v1/bookings", "Accepts an offer, or one and that of the trip back")
            .roles(BOOKS)
            .needsKey()
            .takes(BookingInput.class)
            .gives(201, BookingView.class)
            .refuses(404, 410)
            .does(this::book),
        Endpoint.get("/v1/bookings", "Lists live bookings by their ids")
            .roles(ALL)
            .area()
            .query("rider_id", "only those of a rider")
            .query("vehicle_id", "only those in a vehicle")
            .query("cursor", "as the page before said")
            .query("limit", "so many at most, 100 when not said")
            .gives(BookingList.class)
            .does(this::list),
        Endpoint.get(PATH, "Reads a booking")
            .roles(ALL)
            .path(ID, "of the booking")
            .versioned()
            .gives(BookingView.class)
            .does(this::read),
        Endpoint.patch(PATH, "Takes another offer in place of a booking, or changes nothing")
            .roles(BOOKS)
            .path(ID, "of the booking")
            .guarded()
            .needsKey()
            .takes(ChangeInput.class)
            .gives(BookingView.class)
            .refuses(410)
            .does(this::replace),
        Endpoint.get(PATH + "/events", "Lists what happened to a booking")
            .roles(ALL)
            .path(ID, "of the booking")
            .query("cursor", "as the page before said")
            .query("limit", "so many at most, 100 when not said")
            .gives(EventList.class)
            .does(this::events),
        change("cancel", "Calls a booking off", BOOKS).needsKey().does(this::cancel),
        change("board", "Lets the party board, or part of it", DRIVES)
            .takes(BoardInput.class)
            .does(call -> change(call, (desk, id) -> desk.board(id, call.input(BoardInput.class)))),
        change("alight", "Lets the party alight", DRIVES).does(changing(AreaDesk::alight)),
        change("reassign", "Gives a ride to another vehicle", DISPATCHER, ADMIN)
            .takes(ReassignInput.class)
            .does(
                call ->
                    change(call, (desk, id) -> desk.reassign(id, call.input(ReassignInput.class)))),
        change("no_show", "Notes that the party did not come", DRIVES)
            .does(changing(AreaDesk::noShow)));
  }

  private static Endpoint.Draft change(String verb, String summary, Role... roles) {
    return Endpoint.post(PATH + "/" + verb, summary)
        .roles(roles)
        .path(ID, "of the booking")
        .guarded()
        .gives(BookingView.class);
  }

  private Action changing(Change change) {
    return call -> change(call, change);
  }

  private CompletableFuture<Answer> change(Call call, Change change) {
    String id = call.get(ID);
    return commands.order(
        call,
        areas.ofId(call, id),
        200,
        desk -> {
          Guard.version(call, Guard.own(call.caller(), desk.booking(id)));
          return Guard.seen(call.caller(), change.of(desk, id));
        });
  }

  private CompletableFuture<Answer> book(Call call) {
    String offerId = call.input(BookingInput.class).offerId();
    String returnOfferId = call.input(BookingInput.class).returnOfferId();
    Caller caller = call.caller();
    return commands.order(
        call,
        areas.ofId(call, offerId),
        201,
        desk -> {
          checkOwn(caller, desk, offerId);
          if (returnOfferId == null) {
            return Guard.seen(caller, desk.book(offerId));
          }
          checkOwn(caller, desk, returnOfferId);
          return Guard.seen(caller, desk.riders().bookWithReturn(offerId, returnOfferId));
        });
  }

  private static void checkOwn(Caller caller, AreaDesk desk, String offerId) {
    if (caller.role() == RIDER && !desk.offerRider(offerId).equals(caller.subject())) {
      throw Refusal.conflict("offer " + offerId + " is not yours", Guard.NOT_YOURS);
    }
  }

  private CompletableFuture<Answer> replace(Call call) {
    String offerId = call.input(ChangeInput.class).offerId();
    return change(
        call,
        (desk, id) -> {
          checkOwn(call.caller(), desk, offerId);
          return desk.riders().change(id, offerId, call.caller().role().isOperator());
        });
  }

  /** Who serves rides calls them off for reasons of their own, which do not count. */
  private CompletableFuture<Answer> cancel(Call call) {
    boolean isOperator = call.caller().role().isOperator();
    return change(call, (desk, id) -> isOperator ? desk.riders().callOff(id) : desk.cancel(id));
  }

  private CompletableFuture<Answer> list(Call call) {
    Caller caller = call.caller();
    String rider = call.find("rider_id").orElse("");
    String vehicle = call.find("vehicle_id").orElse("");
    if (caller.role() == RIDER) {
      rider = rider.isEmpty() ? caller.subject() : rider;
      Guard.rider(caller, rider);
    }
    if (caller.role() == DRIVER) {
      vehicle = vehicle.isEmpty() ? caller.subject() : vehicle;
      Guard.vehicle(caller, vehicle);
    }
    int limit = Pages.limit(call);
    String after = call.find("cursor").orElse("");
    String riderId = rider;
    String vehicleId = vehicle;
    // Who may not know a vehicle must not find it by asking for those in it either.
    String asked = caller.role() == RIDER ? "" : vehicleId;
    return areas
        .of(call)
        .ask(desk -> desk.bookings(after, limit, riderId, asked))
        .thenApply(
            page -> {
              String next = page.size() < limit ? null : page.get(page.size() - 1).bookingId();
              List<BookingView> seen =
                  page.stream()
                      .map(booking -> Guard.seen(caller, booking))
                      .filter(one -> vehicleId.isEmpty() || vehicleId.equals(one.vehicleId()))
                      .toList();
              return Answer.of(200, new BookingList(seen, next));
            });
  }

  private CompletableFuture<Answer> read(Call call) {
    String id = call.get(ID);
    return areas
        .ofId(call, id)
        .ask(desk -> Guard.own(call.caller(), desk.booking(id)))
        .thenApply(booking -> Guard.seen(call.caller(), booking))
        .thenApply(booking -> Etag.answer(call, booking, booking.version()));
  }

  private CompletableFuture<Answer> events(Call call) {
    String id = call.get(ID);
    Area area = areas.ofId(call, id);
    EventFilter filter = new EventFilter(Pages.cursor(call), id, null, null);
    if (!call.caller().subject().isEmpty()) {
      return area.ask(desk -> Guard.own(call.caller(), desk.booking(id)))
          .thenApplyAsync(booking -> Answer.of(200, events(call, area, filter, booking)), readers);
    }
    EventList events = Pages.history(area, filter, Pages.limit(call));
    if (events.events().isEmpty() && filter.after() == 0) {
      throw Refusal.notFound("there is no booking " + id);
    }
    return Answer.now(events);
  }

  private static EventList events(Call call, Area area, EventFilter filter, BookingView booking) {
    if (call.caller().role() != RIDER) {
      return Pages.history(area, filter, Pages.limit(call));
    }
    EventList events = Pages.events(area, filter, Pages.limit(call));
    return booking.vehicleAnnounced() ? events : events.withoutVehicles();
  }
}
