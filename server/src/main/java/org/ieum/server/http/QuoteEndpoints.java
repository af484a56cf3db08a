package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.RIDER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;

/** Asking for a ride. */
final class QuoteEndpoints {
  private final Areas areas;
  private final Commands commands;

  QuoteEndpoints(Areas areas, Commands commands) {
    this.areas = areas;
    this.commands = commands;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.post("/v1/quotes", "Asks for a ride; the answer has offers, or says why not")
            .roles(RIDER, CALL_AGENT, DISPATCHER, ADMIN)
            .takes(QuoteInput.class)
            .gives(QuoteView.class)
            .refuses(404)
            .does(this::quote));
  }

  private CompletableFuture<Answer> quote(Call call) {
    QuoteInput input = ownRider(call.caller(), call.input(QuoteInput.class));
    return commands.ask(
        call, () -> areas.of(call, input).quote(input).thenApply(quote -> Answer.of(200, quote)));
  }

  /** A rider asks for themselves, whether they say so or not. */
  private static QuoteInput ownRider(Caller caller, QuoteInput input) {
    if (caller.role() != RIDER) {
      return input;
    }
    String riderId = input.riderId();
    if (riderId != null) {
      Guard.rider(caller, riderId);
    }
    return new QuoteInput(
        input.areaId(),
        caller.subject(),
        input.pickupLat(),
        input.pickupLon(),
        input.dropOffLat(),
        input.dropOffLon(),
        input.requestedTime(),
        input.timeType(),
        input.passengerCount(),
        input.wheelchairs(),
        input.luggage(),
        input.serviceId(),
        input.maxWalkDistance(),
        input.requestOrigin(),
        input.riderKind(),
        input.replacesBookingId());
  }
}
