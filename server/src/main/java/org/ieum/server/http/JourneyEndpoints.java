package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.RIDER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ieum.model.LatLon;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.Refusal;
import org.ieum.server.area.Area;

/** Journeys from door to door. */
final class JourneyEndpoints {
  private static final String ID = "journey_id";
  private static final Role[] ASKS = {RIDER, CALL_AGENT, DISPATCHER, ADMIN};

  private final Areas areas;
  private final Commands commands;

  JourneyEndpoints(Areas areas, Commands commands) {
    this.areas = areas;
    this.commands = commands;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.post("/v1/journeys", "Finds the best journeys from door to door")
            .roles(ASKS)
            .takes(JourneyInput.class)
            .gives(JourneyList.class)
            .refuses(404)
            .does(this::find),
        Endpoint.post(
                "/v1/journeys/{journey_id}/confirm", "Confirms all legs of a journey, or none")
            .roles(ASKS)
            .path(ID, "of the journey")
            .needsKey()
            .gives(201, JourneyConfirmation.class)
            .refuses(410)
            .does(this::confirm));
  }

  private CompletableFuture<Answer> find(Call call) {
    JourneyInput input = ownRider(call.caller(), call.input(JourneyInput.class));
    LatLon origin = new LatLon(input.originLat(), input.originLon());
    return commands.ask(
        call,
        () ->
            areas
                .of(call, input.areaId(), origin)
                .journeys(input)
                .thenApply(found -> Answer.of(200, found)));
  }

  private CompletableFuture<Answer> confirm(Call call) {
    String id = call.get(ID);
    Area area = areas.ofId(call, id);
    return commands
        .order(
            call,
            area,
            201,
            desk -> {
              if (call.caller().role() == RIDER
                  && !call.caller().subject().equals(desk.journeyRider(id))) {
                throw Refusal.conflict("journey " + id + " is not yours", Guard.NOT_YOURS);
              }
              return seen(call.caller(), desk.confirmJourney(id));
            })
        .exceptionallyCompose(fault -> again(area, id, fault));
  }

  /** What was refused comes back with the journeys that can be had now. */
  private static CompletableFuture<Answer> again(Area area, String id, Throwable fault) {
    if (!(Problems.cause(fault) instanceof Refusal refusal)
        || refusal.kind() != Refusal.Kind.CONFLICT
        || refusal.instead() instanceof Guard) {
      return CompletableFuture.failedFuture(fault);
    }
    return area.ask(desk -> desk.journeyInput(id))
        .thenCompose(area::journeys)
        .handle((found, other) -> found == null ? refusal : refuse(refusal, found))
        .thenCompose(CompletableFuture::failedFuture);
  }

  private static Refusal refuse(Refusal refusal, JourneyList instead) {
    return Refusal.conflict(String.valueOf(refusal.getMessage()), instead);
  }

  private static JourneyConfirmation seen(Caller caller, JourneyConfirmation whole) {
    List<BookingView> bookings =
        whole.bookings().stream().map(booking -> Guard.seen(caller, booking)).toList();
    return new JourneyConfirmation(whole.journeyId(), bookings, whole.reservations());
  }

  /** A rider asks for themselves, whether they say so or not. */
  private static JourneyInput ownRider(Caller caller, JourneyInput input) {
    if (caller.role() != RIDER) {
      return input;
    }
    String riderId = input.riderId();
    if (riderId != null) {
      Guard.rider(caller, riderId);
    }
    return input.of(caller.subject());
  }
}
