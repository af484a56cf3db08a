package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.DRIVER;
import static org.ieum.server.http.Role.PLANNER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ieum.server.api.AreaList;
import org.ieum.server.api.FareList;
import org.ieum.server.api.ImprovementInput;
import org.ieum.server.api.ImprovementView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ServiceList;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.ShiftList;
import org.ieum.server.api.ShiftView;
import org.ieum.server.api.StopList;
import org.ieum.server.api.StopView;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaDesk;

/** What an area offers: its stops, its service, its shifts. */
final class AreaEndpoints {
  /** How long routes are improved on demand, s. */
  private static final int USUAL_SEARCH = 2;

  private static final String STOP = "stop_id";
  private static final String STOP_PATH = "/v1/stops/{stop_id}";
  private static final Role[] ALL = Role.values();

  private final Areas areas;
  private final Commands commands;

  /** What is done to a stop. */
  private interface Change {
    StopView of(AreaDesk desk, String stopId);
  }

  AreaEndpoints(Areas areas, Commands commands) {
    this.areas = areas;
    this.commands = commands;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get("/v1/areas", "Lists the service areas")
            .roles(ALL)
            .gives(AreaList.class)
            .does(
                call ->
                    Answer.now(new AreaList(areas.all(call).stream().map(Area::view).toList()))),
        Endpoint.get("/v1/services", "Lists what riders may expect")
            .roles(ALL)
            .gives(ServiceList.class)
            .does(
                call ->
                    Answer.now(
                        new ServiceList(areas.all(call).stream().map(Area::service).toList()))),
        Endpoint.get("/v1/fares", "Lists what rides cost")
            .roles(ALL)
            .gives(FareList.class)
            .does(
                call ->
                    Answer.now(
                        new FareList(
                            areas.all(call).stream()
                                .flatMap(area -> area.findFares().stream())
                                .toList()))),
        Endpoint.get("/v1/stops", "Lists the stop points of an area")
            .roles(ALL)
            .area()
            .gives(StopList.class)
            .does(call -> Answer.now(new StopList(areas.of(call).stops()))),
        Endpoint.get(STOP_PATH, "Reads a stop point")
            .roles(ALL)
            .path(STOP, "of the stop point")
            .area()
            .gives(StopView.class)
            .does(this::stop),
        change("close", "Closes a stop point to new rides", AreaDesk::closeStop),
        change("reopen", "Opens a closed stop point again", AreaDesk::reopenStop),
        Endpoint.get("/v1/shifts", "Lists shifts; for a driver only theirs")
            .roles(DRIVER, CALL_AGENT, DISPATCHER, PLANNER, ADMIN)
            .area()
            .gives(ShiftList.class)
            .does(this::shifts),
        Endpoint.post("/v1/shifts", "Adds a shift")
            .roles(DISPATCHER, PLANNER, ADMIN)
            .area()
            .takes(ShiftInput.class)
            .gives(201, ShiftView.class)
            .does(this::addShift),
        Endpoint.post("/v1/improvements", "Improves the routes now, before the next look")
            .roles(DISPATCHER, PLANNER, ADMIN)
            .area()
            .takes(ImprovementInput.class)
            .gives(ImprovementView.class)
            .does(this::improve));
  }

  private Endpoint change(String verb, String summary, Change change) {
    return Endpoint.post(STOP_PATH + "/" + verb, summary)
        .roles(DISPATCHER, ADMIN)
        .path(STOP, "of the stop point")
        .area()
        .gives(StopView.class)
        .does(
            call ->
                commands.order(call, areas.of(call), 200, desk -> change.of(desk, call.get(STOP))));
  }

  private CompletableFuture<Answer> stop(Call call) {
    String id = call.get(STOP);
    return Answer.now(
        areas.of(call).stops().stream()
            .filter(stop -> stop.stopId().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("there is no stop " + id)));
  }

  private CompletableFuture<Answer> shifts(Call call) {
    Caller caller = call.caller();
    return areas
        .of(call)
        .ask(AreaDesk::shifts)
        .thenApply(
            shifts ->
                shifts.stream()
                    .filter(
                        shift ->
                            caller.role() != DRIVER || shift.vehicleId().equals(caller.subject()))
                    .toList())
        .thenApply(shifts -> Answer.of(200, new ShiftList(shifts)));
  }

  /** Not a command of its own: whatever it changes is told as what any look changes. */
  private CompletableFuture<Answer> improve(Call call) {
    Integer seconds = call.input(ImprovementInput.class).longestSearch();
    return areas
        .of(call)
        .improve(TimeUnit.SECONDS.toNanos(seconds == null ? USUAL_SEARCH : seconds))
        .thenApply(view -> Answer.of(200, view));
  }

  private CompletableFuture<Answer> addShift(Call call) {
    ShiftInput input = call.input(ShiftInput.class);
    if (!input.startTime().isBefore(input.endTime())) {
      throw Refused.of("end_time", input.endTime().toString(), "must be after start_time");
    }
    return commands.order(call, areas.of(call), 201, desk -> desk.addShift(input));
  }
}
