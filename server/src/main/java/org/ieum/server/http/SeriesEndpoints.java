package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.CALL_AGENT;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.RIDER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.SeriesInput;
import org.ieum.server.api.SeriesList;
import org.ieum.server.api.SeriesView;
import org.ieum.server.area.AreaDesk;

/** Rides that come again by a rule. */
final class SeriesEndpoints {
  private static final String ALL = "/v1/booking_series";
  private static final String ID = "series_id";
  private static final String ONE = ALL + "/{series_id}";
  private static final String DATE = "occurrence_date";
  private static final Role[] BOOKS = {RIDER, CALL_AGENT, DISPATCHER, ADMIN};

  private final Areas areas;
  private final Commands commands;

  /** What is done to a series. */
  private interface Change {
    SeriesView of(AreaDesk desk, String seriesId);
  }

  SeriesEndpoints(Areas areas, Commands commands) {
    this.areas = areas;
    this.commands = commands;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.post(ALL, "Takes up a series, whose rides are booked as they come near")
            .roles(BOOKS)
            .needsKey()
            .takes(SeriesInput.class)
            .gives(201, SeriesView.class)
            .refuses(404)
            .does(this::create),
        Endpoint.get(ALL, "Lists series by their ids")
            .roles(BOOKS)
            .area()
            .query("rider_id", "only those of a rider")
            .query("cursor", "as the page before said")
            .query("limit", "so many at most, 100 when not said")
            .gives(SeriesList.class)
            .does(this::list),
        Endpoint.get(ONE, "Reads a series and what became of its last days")
            .roles(BOOKS)
            .path(ID, "of the series")
            .gives(SeriesView.class)
            .does(this::read),
        Endpoint.post(ONE + "/cancel", "Ends a series and calls off its rides")
            .roles(BOOKS)
            .path(ID, "of the series")
            .needsKey()
            .gives(SeriesView.class)
            .does(call -> change(call, (desk, id) -> desk.series().cancel(id, byOperator(call)))),
        Endpoint.post(ONE + "/occurrences/{occurrence_date}/cancel", "Takes one day out")
            .roles(BOOKS)
            .path(ID, "of the series")
            .path(DATE, "the day, in the area")
            .needsKey()
            .gives(SeriesView.class)
            .does(
                call ->
                    change(
                        call,
                        (desk, id) ->
                            desk.series().cancelOccurrence(id, call.get(DATE), byOperator(call)))));
  }

  private static boolean byOperator(Call call) {
    return call.caller().role().isOperator();
  }

  private CompletableFuture<Answer> create(Call call) {
    SeriesInput input = call.input(SeriesInput.class);
    Guard.rider(call.caller(), input.riderId());
    return commands.order(
        call, areas.of(call, input.quote()), 201, desk -> desk.series().create(input));
  }

  private CompletableFuture<Answer> list(Call call) {
    Caller caller = call.caller();
    String own = caller.role() == RIDER ? caller.subject() : "";
    String rider = call.find("rider_id").orElse(own);
    Guard.rider(caller, rider);
    int limit = Pages.limit(call);
    String after = call.find("cursor").orElse("");
    return areas
        .of(call)
        .ask(desk -> desk.series().list(after, limit, rider))
        .thenApply(
            page -> {
              String next = page.size() < limit ? null : page.get(page.size() - 1).seriesId();
              return Answer.of(200, new SeriesList(page, next));
            });
  }

  private CompletableFuture<Answer> read(Call call) {
    String id = call.get(ID);
    return areas
        .ofId(call, id)
        .ask(desk -> own(call.caller(), desk.series().get(id)))
        .thenApply(series -> Answer.of(200, series));
  }

  private CompletableFuture<Answer> change(Call call, Change change) {
    String id = call.get(ID);
    return commands.order(
        call,
        areas.ofId(call, id),
        200,
        desk -> {
          own(call.caller(), desk.series().get(id));
          return change.of(desk, id);
        });
  }

  /** A rider has their own series. */
  private static SeriesView own(Caller caller, SeriesView series) {
    if (caller.role() == RIDER && !series.riderId().equals(caller.subject())) {
      throw Refusal.conflict("series " + series.seriesId() + " is not yours", Guard.NOT_YOURS);
    }
    return series;
  }
}
