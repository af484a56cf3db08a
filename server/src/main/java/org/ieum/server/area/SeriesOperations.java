package org.ieum.server.area;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ieum.dispatch.Booking;
import org.ieum.model.BookingState;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RiderIds;
import org.ieum.server.api.SeriesInput;
import org.ieum.server.api.SeriesView;
import org.jspecify.annotations.Nullable;

/** What clients do with series, on the writer's thread. */
final class SeriesOperations implements SeriesDesk {
  /** Farthest start of a series, ms from now. */
  private static final long FARTHEST = 366L * 86_400_000;

  private static final int MOST_EXCEPTIONS = 366;

  private final Desk desk;
  private final SeriesBook book;
  private final RiderEvents events;

  SeriesOperations(Desk desk) {
    this.desk = desk;
    book = desk.riderBook.series();
    events = new RiderEvents(desk);
  }

  private ZoneId zone() {
    return desk.setup.zone();
  }

  @Override
  public SeriesView create(SeriesInput input) {
    desk.advance();
    Asked asked = desk.quoteDesk.prepare(input.quote());
    SeriesPlan plan =
        new SeriesPlan(
            events.seriesId(book.newNumber()),
            rider(input.riderId()),
            input.rrule(),
            start(input.start()),
            asked.timeType(),
            asked.party(),
            SeriesPlan.reach(asked.pickups(), desk.text),
            SeriesPlan.reach(asked.dropoffs(), desk.text),
            asked.origin(),
            asked.kind());
    checkReach("pickup_lat", plan.pickups());
    checkReach("drop_off_lat", plan.dropoffs());
    events.create(plan, exceptions(input.exceptions()));
    new Prebooking(desk).run(desk.times().toUtc(desk.now()));
    return get(plan.id());
  }

  private String rider(String id) {
    RiderIds.checkNoGuest(id);
    if (book.countOf(id) >= SeriesBook.MOST_OF_A_RIDER) {
      throw Refusal.conflict(
          "rider " + id + " has " + SeriesBook.MOST_OF_A_RIDER + " series, which is the most");
    }
    return id;
  }

  private LocalDateTime start(OffsetDateTime start) {
    long utc = start.toInstant().toEpochMilli();
    long now = desk.times().toUtc(desk.now());
    if (utc < now || utc > now + FARTHEST) {
      throw Refusal.invalid("start", "must be within the year to come, was " + start);
    }
    return start.atZoneSameInstant(zone()).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
  }

  private static void checkReach(String field, List<SeriesPlan.Reach> reach) {
    if (reach.isEmpty()) {
      throw Refusal.invalid(field, "must have a stop within walking distance, had none");
    }
  }

  private static Set<LocalDate> exceptions(@Nullable List<String> texts) {
    Set<LocalDate> days = new TreeSet<>();
    for (String text : texts == null ? List.<String>of() : texts) {
      days.add(date("exceptions", text));
    }
    return days;
  }

  private static LocalDate date(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.invalid(field, "must be a day such as 2026-05-06, was '" + text + "'");
    }
  }

  private Series one(String seriesId) {
    return book.find(events.number(seriesId))
        .orElseThrow(() -> Refusal.notFound("series " + seriesId + " is not known"));
  }

  @Override
  public SeriesView get(String seriesId) {
    return view(one(seriesId));
  }

  @Override
  public List<SeriesView> list(String afterId, int limit, String riderId) {
    long after = afterId.isEmpty() ? -1 : events.number(afterId);
    if (!afterId.isEmpty() && after < 0) {
      throw Refusal.invalid("cursor", "is none of this list, was '" + afterId + "'");
    }
    return book.behind(after).stream()
        .filter(series -> riderId.isEmpty() || series.plan().rider().equals(riderId))
        .limit(limit)
        .map(this::view)
        .toList();
  }

  @Override
  public SeriesView cancel(String seriesId, boolean byOperator) {
    desk.advance();
    Series series = one(seriesId);
    if (series.isCancelled()) {
      throw Refusal.conflict("series " + seriesId + " is cancelled");
    }
    events.cancel(series);
    for (Ride ride : rides(seriesId)) {
      if (!isAboard(ride)) {
        callOff(ride, byOperator);
      }
    }
    return view(series);
  }

  @Override
  public SeriesView cancelOccurrence(String seriesId, String text, boolean byOperator) {
    Series series = one(seriesId);
    LocalDate date = date("occurrence_date", text);
    desk.advance();
    List<Ride> booked =
        rides(seriesId).stream()
            .filter(ride -> ride.occasion().occurrence().equals(date.toString()))
            .toList();
    if (booked.isEmpty() && !series.isToCome(date)) {
      throw Refusal.conflict("series " + seriesId + " has no ride to come on " + date);
    }
    if (booked.stream().anyMatch(this::isAboard)) {
      throw Refusal.conflict("the party of series " + seriesId + " is aboard");
    }
    if (series.exceptions().size() >= MOST_EXCEPTIONS) {
      throw Refusal.conflict("series " + seriesId + " has " + MOST_EXCEPTIONS + " exceptions");
    }
    events.except(series, date);
    booked.forEach(ride -> callOff(ride, byOperator));
    return view(series);
  }

  private void callOff(Ride ride, boolean byOperator) {
    desk.cancel(ride.offer().request().id(), byOperator ? Desk.BY_OPERATOR : Desk.BY_RIDER);
  }

  /** Rides of a series that are not over. */
  private List<Ride> rides(String seriesId) {
    List<Ride> rides = new ArrayList<>();
    for (Ride ride : desk.rides.live().values()) {
      if (ride.occasion().series().equals(seriesId)) {
        rides.add(ride);
      }
    }
    return rides;
  }

  private boolean isAboard(Ride ride) {
    return desk.dispatcher()
        .findBooking(ride.offer().request().id())
        .map(Booking::state)
        .filter(state -> state == BookingState.ONBOARD)
        .isPresent();
  }

  private SeriesView view(Series series) {
    SeriesPlan plan = series.plan();
    String state = series.next().isPresent() ? "active" : "ended";
    return new SeriesView(
        plan.id(),
        desk.setup.id(),
        plan.rider(),
        series.isCancelled() ? "cancelled" : state,
        plan.rrule(),
        plan.start().atZone(zone()).toOffsetDateTime(),
        EventText.code(plan.timeType()),
        plan.party().riders(),
        plan.party().wheelchairs(),
        plan.pickups().stream().map(SeriesPlan.Reach::stopId).toList(),
        plan.dropoffs().stream().map(SeriesPlan.Reach::stopId).toList(),
        series.exceptions().stream().map(LocalDate::toString).toList(),
        book.ahead() / 1000,
        series.next().map(ZonedDateTime::toOffsetDateTime).orElse(null),
        series.shown());
  }
}
