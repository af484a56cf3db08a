package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.RIDER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RiderInput;
import org.ieum.server.api.RiderView;

/** How to reach riders. */
final class RiderEndpoints {
  private static final String ID = "rider_id";
  private static final String PATH = "/v1/riders/{rider_id}";

  private final Riders riders;

  RiderEndpoints(Riders riders) {
    this.riders = riders;
  }

  List<Endpoint> table() {
    return List.of(
        one(Endpoint.get(PATH, "Reads how to reach a rider"))
            .gives(RiderView.class)
            .does(this::read),
        one(Endpoint.put(PATH, "Says how to reach a rider"))
            .takes(RiderInput.class)
            .gives(RiderView.class)
            .does(call -> Answer.now(riders.put(own(call), call.input(RiderInput.class)))),
        one(Endpoint.delete(PATH, "Deletes all that is known of a rider but their id"))
            .empty()
            .does(this::delete));
  }

  private static Endpoint.Draft one(Endpoint.Draft draft) {
    return draft.roles(RIDER, CALL_AGENT, DISPATCHER, ADMIN).path(ID, "of the rider");
  }

  private static String own(Call call) {
    Guard.rider(call.caller(), call.get(ID));
    return call.get(ID);
  }

  private CompletableFuture<Answer> read(Call call) {
    String id = own(call);
    return Answer.now(riders.find(id).orElseThrow(() -> unknown(id)));
  }

  private CompletableFuture<Answer> delete(Call call) {
    String id = own(call);
    if (!riders.delete(id)) {
      throw unknown(id);
    }
    return CompletableFuture.completedFuture(Answer.empty(204));
  }

  private static Refusal unknown(String id) {
    return Refusal.notFound("nothing is known of rider " + id);
  }
}
