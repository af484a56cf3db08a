package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.DRIVER;
import static org.ieum.server.http.Role.PLANNER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.OutageView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.PositionView;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.ShiftEndView;
import org.ieum.server.api.VehicleList;
import org.ieum.server.api.VehicleView;
import org.ieum.server.area.Area;

/** Vehicles: where they are, where they go, where they went. */
final class VehicleEndpoints {
  private static final String ID = "vehicle_id";
  private static final String PATH = "/v1/vehicles/{vehicle_id}";
  private static final Role[] SEES = {DRIVER, CALL_AGENT, DISPATCHER, PLANNER, ADMIN};

  private final Areas areas;
  private final Commands commands;

  VehicleEndpoints(Areas areas, Commands commands) {
    this.areas = areas;
    this.commands = commands;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get("/v1/vehicles", "Lists vehicles; for a driver only theirs")
            .roles(SEES)
            .area()
            .gives(VehicleList.class)
            .does(this::list),
        one(Endpoint.get(PATH, "Reads a vehicle"))
            .gives(VehicleView.class)
            .does(call -> in(call, area -> read(call, area))),
        one(Endpoint.get(PATH + "/route_plan", "Says what a vehicle is going to do"))
            .versioned()
            .gives(RoutePlanView.class)
            .does(call -> in(call, area -> plan(call, area))),
        Endpoint.post(PATH + "/positions", "Notes where a vehicle is; an older one is ignored")
            .roles(DRIVER, DISPATCHER, ADMIN)
            .path(ID, "of the vehicle")
            .area()
            .takes(PositionInput.class)
            .gives(PositionView.class)
            .does(call -> in(call, area -> report(call, area))),
        Endpoint.post(
                PATH + "/breakdown",
                "Takes a vehicle out of service; its rides get others, or fail")
            .roles(DRIVER, DISPATCHER, ADMIN)
            .path(ID, "of the vehicle")
            .area()
            .takes(OutageInput.class)
            .gives(OutageView.class)
            .does(call -> in(call, area -> takeOut(call, area))),
        Endpoint.post(
                PATH + "/end_shift",
                "Ends a shift earlier; rides that it cannot serve before get other vehicles")
            .roles(DISPATCHER, ADMIN)
            .path(ID, "of the vehicle")
            .area()
            .takes(ShiftEndInput.class)
            .gives(ShiftEndView.class)
            .does(call -> in(call, area -> endShift(call, area))),
        Endpoint.get(PATH + "/driving_record.csv", "Gives the tamper-evident driving record")
            .roles(DRIVER, DISPATCHER, PLANNER, ADMIN)
            .path(ID, "of the vehicle")
            .area()
            .gives(DrivingRecord.TYPE)
            .does(call -> in(call, area -> record(call, area))));
  }

  private static Endpoint.Draft one(Endpoint.Draft draft) {
    return draft.roles(SEES).path(ID, "of the vehicle").area();
  }

  private CompletableFuture<Answer> in(
      Call call, Function<Area, CompletableFuture<Answer>> action) {
    Guard.vehicle(call.caller(), call.get(ID));
    return areas.ofVehicle(call, call.get(ID)).thenCompose(action);
  }

  private CompletableFuture<Answer> list(Call call) {
    Caller caller = call.caller();
    return areas
        .of(call)
        .ask(
            desk ->
                caller.role() == DRIVER ? List.of(desk.vehicle(caller.subject())) : desk.vehicles())
        .thenApply(vehicles -> Answer.of(200, new VehicleList(vehicles)));
  }

  private static CompletableFuture<Answer> read(Call call, Area area) {
    return area.ask(desk -> desk.vehicle(call.get(ID)))
        .thenApply(vehicle -> Answer.of(200, vehicle));
  }

  private static CompletableFuture<Answer> plan(Call call, Area area) {
    return area.ask(desk -> desk.routePlan(call.get(ID)))
        .thenApply(plan -> Etag.answer(call, plan, plan.version()));
  }

  private CompletableFuture<Answer> report(Call call, Area area) {
    PositionInput input = call.input(PositionInput.class);
    return commands.order(call, area, 200, desk -> desk.report(call.get(ID), input));
  }

  private CompletableFuture<Answer> takeOut(Call call, Area area) {
    OutageInput input = call.input(OutageInput.class);
    return commands.order(call, area, 200, desk -> desk.takeOut(call.get(ID), input));
  }

  private CompletableFuture<Answer> endShift(Call call, Area area) {
    ShiftEndInput input = call.input(ShiftEndInput.class);
    return commands.order(call, area, 200, desk -> desk.endShift(call.get(ID), input));
  }

  private static CompletableFuture<Answer> record(Call call, Area area) {
    String id = call.get(ID);
    return area.ask(desk -> desk.vehicle(id))
        .thenApply(vehicle -> Answer.record(new DrivingRecord(area, id)));
  }
}
