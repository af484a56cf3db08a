package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.PLANNER;
import static org.ieum.server.http.Role.RIDER;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.ieum.model.LatLon;
import org.ieum.server.api.ScooterList;
import org.ieum.server.api.ScooterReservationInput;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.ScooterReturnInput;
import org.ieum.server.api.ScooterView;
import org.ieum.server.area.ScooterDesk;

/** Shared scooters, and keeping them for riders. */
final class ScooterEndpoints {
  private static final String SCOOTER = "scooter_id";
  private static final String ID = "reservation_id";
  private static final String PATH = "/v1/scooter_reservations/{reservation_id}";
  private static final Role[] ALL = Role.values();
  private static final Role[] RIDES = {RIDER, CALL_AGENT, DISPATCHER, ADMIN};

  private final Areas areas;
  private final Commands commands;

  /** What is done with a reservation. */
  private interface Change {
    ScooterReservationView of(ScooterDesk desk, String reservationId);
  }

  ScooterEndpoints(Areas areas, Commands commands) {
    this.areas = areas;
    this.commands = commands;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get("/v1/scooters", "Lists shared scooters by their ids, or the nearest ones")
            .roles(ALL)
            .area()
            .query("bbox", "only those within: west,south,east,north in degrees")
            .query("lat", "with lon: the nearest to there first, on one page")
            .query("lon", "with lat: the nearest to there first, on one page")
            .query("cursor", "as the page before said")
            .query("limit", "so many at most, 100 when not said")
            .gives(ScooterList.class)
            .does(this::list),
        Endpoint.get("/v1/scooters/{scooter_id}", "Reads a shared scooter")
            .roles(ALL)
            .path(SCOOTER, "of the scooter")
            .area()
            .gives(ScooterView.class)
            .does(this::scooter),
        Endpoint.post("/v1/scooters/{scooter_id}/reservations", "Keeps a scooter for a rider")
            .roles(RIDES)
            .path(SCOOTER, "of the scooter")
            .area()
            .needsKey()
            .takes(ScooterReservationInput.class)
            .gives(201, ScooterReservationView.class)
            .does(this::reserve),
        Endpoint.get(PATH, "Reads a reservation of a scooter")
            .roles(RIDER, CALL_AGENT, DISPATCHER, PLANNER, ADMIN)
            .path(ID, "of the reservation")
            .gives(ScooterReservationView.class)
            .does(this::read),
        change("cancel", "Keeps a scooter no longer")
            .needsKey()
            .does(call -> change(call, ScooterDesk::cancel)),
        change("take", "Begins the ride").does(call -> change(call, ScooterDesk::take)),
        change("return", "Ends the ride where the scooter is left")
            .takes(ScooterReturnInput.class)
            .does(
                call ->
                    change(
                        call,
                        (desk, id) -> desk.bringBack(id, call.input(ScooterReturnInput.class)))));
  }

  private static Endpoint.Draft change(String verb, String summary) {
    return Endpoint.post(PATH + "/" + verb, summary)
        .roles(RIDES)
        .path(ID, "of the reservation")
        .gives(ScooterReservationView.class);
  }

  private CompletableFuture<Answer> list(Call call) {
    Predicate<LatLon> region = call.find("bbox").map(ScooterEndpoints::region).orElse(at -> true);
    Optional<String> lat = call.find("lat");
    Optional<String> lon = call.find("lon");
    if (lat.isPresent() != lon.isPresent()) {
      throw Refused.missing(lat.isPresent() ? "lon" : "lat");
    }
    boolean isNear = lat.isPresent() && lon.isPresent();
    LatLon near =
        isNear ? new LatLon(Double.parseDouble(lat.get()), Double.parseDouble(lon.get())) : null;
    String after = call.find("cursor").orElse("");
    if (isNear && !after.isEmpty()) {
      throw Refused.of("cursor", after, "is not to be had with lat and lon");
    }
    int limit = Pages.limit(call);
    return areas
        .of(call)
        .ask(desk -> desk.scooters().scooters(after, limit, region, near))
        .thenApply(
            page -> {
              boolean isLast = isNear || page.size() < limit;
              String next = isLast ? null : page.get(page.size() - 1).scooterId();
              return Answer.of(200, new ScooterList(page, next));
            });
  }

  private static Predicate<LatLon> region(String box) {
    String[] sides = box.split(",", -1);
    double west = Double.parseDouble(sides[0]);
    double south = Double.parseDouble(sides[1]);
    double east = Double.parseDouble(sides[2]);
    double north = Double.parseDouble(sides[3]);
    if (west > east || south > north || Math.abs(south) > 90 || Math.abs(north) > 90) {
      throw Refused.of("bbox", box, "must be west,south,east,north in degrees");
    }
    return at -> at.lon() >= west && at.lon() <= east && at.lat() >= south && at.lat() <= north;
  }

  private CompletableFuture<Answer> scooter(Call call) {
    String id = call.get(SCOOTER);
    return areas
        .of(call)
        .ask(desk -> desk.scooters().scooter(id))
        .thenApply(view -> Answer.of(200, view));
  }

  private CompletableFuture<Answer> reserve(Call call) {
    String id = call.get(SCOOTER);
    ScooterReservationInput input = call.input(ScooterReservationInput.class);
    String rider = rider(call.caller(), input);
    return commands.order(
        call, areas.of(call), 201, desk -> desk.scooters().reserve(id, rider, input));
  }

  /** A rider reserves for themselves, whether they say so or not. */
  private static String rider(Caller caller, ScooterReservationInput input) {
    String named = input.riderId();
    if (named == null) {
      if (caller.role() != RIDER) {
        throw Refused.missing("rider_id");
      }
      return caller.subject();
    }
    Guard.rider(caller, named);
    return named;
  }

  private CompletableFuture<Answer> read(Call call) {
    String id = call.get(ID);
    return areas
        .ofId(call, id)
        .ask(desk -> Guard.own(call.caller(), desk.scooters().reservation(id)))
        .thenApply(view -> Answer.of(200, view));
  }

  private CompletableFuture<Answer> change(Call call, Change change) {
    String id = call.get(ID);
    return commands.order(
        call,
        areas.ofId(call, id),
        200,
        desk -> {
          Guard.own(call.caller(), desk.scooters().reservation(id));
          return change.of(desk.scooters(), id);
        });
  }
}
