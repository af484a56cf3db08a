package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.RIDER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.ieum.server.api.GivenPassInput;
import org.ieum.server.api.GivenPassList;
import org.ieum.server.api.GivenPassView;
import org.ieum.server.api.LiftInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RiderIds;
import org.ieum.server.api.RiderInput;
import org.ieum.server.api.RiderList;
import org.ieum.server.api.RiderView;
import org.ieum.server.api.StandingView;
import org.ieum.server.area.Area;
import org.ieum.server.area.RiderDesk;

/** How to reach riders, how reliable they are, and their passes. */
final class RiderEndpoints {
  private static final String ID = "rider_id";
  private static final String PATH = "/v1/riders/{rider_id}";
  private static final Role[] SERVES = {CALL_AGENT, DISPATCHER, ADMIN};

  private final Areas areas;
  private final Commands commands;
  private final Riders riders;

  RiderEndpoints(Areas areas, Commands commands, Riders riders) {
    this.areas = areas;
    this.commands = commands;
    this.riders = riders;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get("/v1/riders", "Finds riders by their telephone number")
            .roles(SERVES)
            .query("phone", "with its country or without; needed")
            .gives(RiderList.class)
            .does(this::find),
        one(Endpoint.get(PATH, "Reads how to reach a rider, and how reliable they are"))
            .gives(RiderView.class)
            .does(this::read),
        one(Endpoint.put(PATH, "Says how to reach a rider"))
            .takes(RiderInput.class)
            .gives(RiderView.class)
            .does(this::put),
        one(Endpoint.delete(PATH, "Deletes all that is known of a rider but their id"))
            .empty()
            .does(this::delete),
        Endpoint.post(PATH + "/lift_restriction", "Lets a restricted rider book again")
            .roles(SERVES)
            .path(ID, "of the rider")
            .area()
            .takes(LiftInput.class)
            .gives(StandingView.class)
            .does(this::lift),
        one(Endpoint.get(PATH + "/passes", "Lists the passes of a rider that are not over"))
            .gives(GivenPassList.class)
            .does(this::passes),
        Endpoint.post(PATH + "/passes", "Gives a rider a pass")
            .roles(SERVES)
            .path(ID, "of the rider")
            .area()
            .takes(GivenPassInput.class)
            .gives(201, GivenPassView.class)
            .does(this::givePass));
  }

  private static Endpoint.Draft one(Endpoint.Draft draft) {
    return draft.roles(RIDER, CALL_AGENT, DISPATCHER, ADMIN).path(ID, "of the rider");
  }

  private String own(Call call) {
    Guard.rider(call.caller(), call.get(ID));
    ofAllAreas(call);
    return call.get(ID);
  }

  /** Riders stand for all areas; who may use only some of them gets at nobody but themselves. */
  private void ofAllAreas(Call call) {
    if (call.caller().role() != RIDER && areas.all(call).size() < areas.all().size()) {
      throw Refused.of(403, "riders are of all areas, and your token is for some of them");
    }
  }

  private CompletableFuture<Answer> find(Call call) {
    ofAllAreas(call);
    return Answer.now(new RiderList(riders.findByPhone(call.get("phone"))));
  }

  private CompletableFuture<Answer> read(Call call) {
    String id = own(call);
    return standings(call, id)
        .thenApply(
            standings -> {
              if (standings.isEmpty()) {
                return Answer.of(200, riders.find(id).orElseThrow(() -> unknown(id)));
              }
              RiderView bare = new RiderView(id, null, null, List.of(), List.of());
              return Answer.of(200, riders.find(id).orElse(bare).with(standings));
            });
  }

  /** Of the areas in which the rider has done something. */
  private CompletableFuture<List<StandingView>> standings(Call call, String id) {
    return ask(call, desk -> desk.standing(id))
        .thenApply(all -> all.stream().filter(RiderEndpoints::saysSomething).toList());
  }

  /** The answers of all areas that answer now. */
  private <T> CompletableFuture<List<T>> ask(Call call, Function<RiderDesk, T> question) {
    List<CompletableFuture<T>> asked = new ArrayList<>();
    for (Area area : areas.allReady(call)) {
      asked.add(area.ask(desk -> question.apply(desk.riders())));
    }
    return CompletableFuture.allOf(asked.toArray(new CompletableFuture<?>[0]))
        .thenApply(all -> asked.stream().map(CompletableFuture::join).toList());
  }

  private static boolean saysSomething(StandingView standing) {
    return standing.bookings() > 0 || standing.restrictedUntil() != null;
  }

  private CompletableFuture<Answer> put(Call call) {
    String id = own(call);
    RiderIds.checkNoGuest(id);
    return Answer.now(riders.put(id, call.input(RiderInput.class)));
  }

  private CompletableFuture<Answer> delete(Call call) {
    String id = own(call);
    if (!riders.delete(id)) {
      throw unknown(id);
    }
    return CompletableFuture.completedFuture(Answer.empty(204));
  }

  private CompletableFuture<Answer> lift(Call call) {
    String id = call.get(ID);
    String reason = call.input(LiftInput.class).reasonCode();
    return commands.order(call, areas.of(call), 200, desk -> desk.riders().lift(id, reason));
  }

  private CompletableFuture<Answer> passes(Call call) {
    String id = own(call);
    return ask(call, desk -> desk.passes(id))
        .thenApply(all -> all.stream().flatMap(List::stream).toList())
        .thenApply(passes -> Answer.of(200, new GivenPassList(passes)));
  }

  private CompletableFuture<Answer> givePass(Call call) {
    String id = call.get(ID);
    GivenPassInput input = call.input(GivenPassInput.class);
    return commands.order(call, areas.of(call), 201, desk -> desk.riders().givePass(id, input));
  }

  private static Refusal unknown(String id) {
    return Refusal.notFound("nothing is known of rider " + id);
  }
}
