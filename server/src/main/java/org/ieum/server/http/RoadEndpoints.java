package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.DRIVER;
import static org.ieum.server.http.Role.PLANNER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ieum.server.api.RoadSpeedsInput;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.area.AreaDesk;

/** Which roads are closed, and how fast the others are driven. */
final class RoadEndpoints {
  private static final String PATH = "/v1/road_speeds";

  private final Areas areas;

  RoadEndpoints(Areas areas) {
    this.areas = areas;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get(PATH, "Says which roads are closed or driven at another speed than usual")
            .roles(DRIVER, CALL_AGENT, DISPATCHER, PLANNER, ADMIN)
            .area()
            .gives(RoadSpeedsView.class)
            .does(this::read),
        Endpoint.put(PATH, "Closes roads and changes speeds; all other roads are as usual then")
            .roles(DISPATCHER, ADMIN)
            .area()
            .takes(RoadSpeedsInput.class)
            .gives(RoadSpeedsView.class)
            .does(this::put));
  }

  private CompletableFuture<Answer> read(Call call) {
    return areas.of(call).ask(AreaDesk::roadSpeeds).thenApply(view -> Answer.of(200, view));
  }

  private CompletableFuture<Answer> put(Call call) {
    return areas
        .of(call)
        .setRoadSpeeds(call.input(RoadSpeedsInput.class))
        .thenApply(view -> Answer.of(200, view));
  }
}
