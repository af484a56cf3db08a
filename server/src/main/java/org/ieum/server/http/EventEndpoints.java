package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.DRIVER;
import static org.ieum.server.http.Role.PLANNER;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ieum.server.api.EventList;
import org.ieum.server.area.Area;
import org.ieum.server.journal.EventFilter;

/** What happens and what happened. */
final class EventEndpoints {
  private final Areas areas;
  private final EventStreams streams;

  EventEndpoints(Areas areas, EventStreams streams) {
    this.areas = areas;
    this.streams = streams;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get("/v1/audit_log", "Lists all that happened in an area, oldest first")
            .roles(DISPATCHER, PLANNER, ADMIN)
            .area()
            .query("booking_id", "only about a booking")
            .query("vehicle_id", "only about a vehicle")
            .query("type", "only of a type")
            .query("cursor", "as the page before said")
            .query("limit", "so many at most, 100 when not said")
            .gives(EventList.class)
            .does(this::log),
        Endpoint.get("/v1/events", "Tells events as they come; for a driver those of their vehicle")
            .roles(DRIVER, CALL_AGENT, DISPATCHER, PLANNER, ADMIN)
            .area()
            .query("after", "the last event that is known")
            .header("Last-Event-ID", "the last event that is known; goes before the query")
            .gives(Answer.EVENTS)
            .does(this::listen));
  }

  private CompletableFuture<Answer> log(Call call) {
    EventFilter filter =
        new EventFilter(
            Pages.cursor(call),
            call.find("booking_id").orElse(null),
            call.find("vehicle_id").orElse(null),
            call.find("type").orElse(null));
    return Answer.now(Pages.events(areas.of(call), filter, Pages.limit(call)));
  }

  private CompletableFuture<Answer> listen(Call call) {
    Area area = areas.of(call);
    long after = call.number("Last-Event-ID", call.number("after", area.hub().last()));
    String vehicle = call.caller().role() == DRIVER ? call.caller().subject() : "";
    EventStream stream = streams.open(area.hub(), after, vehicle);
    return CompletableFuture.completedFuture(
        new Answer(200, Answer.EVENTS, stream, Map.of("X-Accel-Buffering", "no")));
  }
}
