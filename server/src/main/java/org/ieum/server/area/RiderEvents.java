package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ieum.fare.MonthlyPass;
import org.ieum.server.api.OccurrenceView;
import org.ieum.server.journal.JournalEvent;

/**
 * Decisions about riders, their passes and series: each changes the state of the area and tells its
 * event, the first time and again when the journal is replayed.
 */
final class RiderEvents {
  /** Follows from how rides end; all others are decided. */
  static final String RESTRICTED = "rider_restricted";

  private static final String LIFTED = "restriction_lifted";
  private static final String PASS_GIVEN = "pass_given";
  private static final String SERIES_CREATED = "series_created";
  private static final String SERIES_CANCELLED = "series_cancelled";
  private static final String OCCURRENCE_CANCELLED = "occurrence_cancelled";
  private static final String OCCURRENCE_REFUSED = "occurrence_refused";

  private static final String RIDER = "rider_id";
  private static final String SERIES = "series_id";
  private static final String DATE = "occurrence_date";
  private static final String VALID_FROM = "valid_from";
  private static final String EXCEPTIONS = "exceptions";

  private final Desk desk;

  RiderEvents(Desk desk) {
    this.desk = desk;
  }

  private SeriesBook series() {
    return desk.riderBook.series();
  }

  private void note(String type, ObjectNode data) {
    desk.scribe.note(type, null, data);
  }

  /** The id of a series by its number. */
  String seriesId(long number) {
    return desk.setup.id() + "-s" + number;
  }

  /** The number of a series by its id, or -1. */
  long number(String seriesId) {
    String prefix = desk.setup.id() + "-s";
    boolean isId = seriesId.startsWith(prefix) && seriesId.length() <= prefix.length() + 18;
    String digits = isId ? seriesId.substring(prefix.length()) : "";
    return digits.matches("[0-9]+") ? Long.parseLong(digits) : -1;
  }

  /** Lets a rider book again. */
  void lift(String rider, String reasonCode) {
    desk.advance();
    desk.riderBook.standings().lift(rider);
    note(LIFTED, EventText.object().put(RIDER, rider).put("reason_code", reasonCode));
  }

  /** Gives a rider a pass. */
  void givePass(String rider, MonthlyPass terms, LocalDate first) {
    desk.advance();
    desk.riderBook.passes().add(GivenPass.of(rider, terms, first, desk.setup.zone()));
    ObjectNode data = EventText.object().put(RIDER, rider).put(VALID_FROM, first.toString());
    GivenPass.writeTerms(terms, data);
    note(PASS_GIVEN, data);
  }

  /** Takes up a series; refuses a rule that is none, before anything has changed. */
  void create(SeriesPlan plan, Collection<LocalDate> exceptions) {
    desk.advance();
    series().add(plan, number(plan.id()), exceptions);
    ObjectNode data = EventText.object();
    plan.write(data);
    ArrayNode days = data.putArray(EXCEPTIONS);
    exceptions.forEach(day -> days.add(day.toString()));
    note(SERIES_CREATED, data);
  }

  /** Books no more rides of a series. */
  void cancel(Series one) {
    desk.advance();
    one.cancel(desk.times().toUtc(desk.now()));
    series().findEarliest();
    note(SERIES_CANCELLED, EventText.object().put(SERIES, one.plan().id()));
  }

  /** Takes a day out of a series. */
  void except(Series one, LocalDate date) {
    desk.advance();
    one.except(date);
    series().findEarliest();
    note(OCCURRENCE_CANCELLED, of(one, date));
  }

  /** Records that there is no ride on a day of a series. */
  void refuse(Series one, LocalDate date, String reason, String detail) {
    desk.advance();
    series().note(one.number(), date, OccurrenceView.refused(date, reason, detail));
    ObjectNode data = of(one, date).put("rejection_reason", reason);
    note(OCCURRENCE_REFUSED, data.put("rejection_detail", detail));
  }

  private static ObjectNode of(Series one, LocalDate date) {
    return EventText.object()
        .put(SERIES, one.plan().id())
        .put(RIDER, one.plan().rider())
        .put(DATE, date.toString());
  }

  /** Notes that a ride of a series has been confirmed; its own event tells that. */
  void confirmed(Occasion how, String bookingId) {
    if (!how.series().isEmpty()) {
      series().booked(number(how.series()), LocalDate.parse(how.occurrence()), bookingId);
    }
  }

  /** Carries out again what an event tells; false when it is none of these decisions. */
  boolean replay(JournalEvent event, JsonNode data) {
    switch (event.type()) {
      case LIFTED,
          PASS_GIVEN,
          SERIES_CREATED,
          SERIES_CANCELLED,
          OCCURRENCE_CANCELLED,
          OCCURRENCE_REFUSED ->
          desk.begin(event.time());
      default -> {
        return false;
      }
    }
    switch (event.type()) {
      case LIFTED -> lift(data.path(RIDER).asText(), data.path("reason_code").asText());
      case PASS_GIVEN ->
          givePass(
              data.path(RIDER).asText(),
              GivenPass.readTerms(data),
              LocalDate.parse(data.path(VALID_FROM).asText()));
      case SERIES_CREATED -> {
        List<LocalDate> exceptions = new ArrayList<>();
        data.path(EXCEPTIONS).forEach(day -> exceptions.add(LocalDate.parse(day.asText())));
        create(SeriesPlan.read(data), exceptions);
      }
      case SERIES_CANCELLED -> cancel(one(data));
      case OCCURRENCE_CANCELLED -> except(one(data), date(data));
      default ->
          refuse(
              one(data),
              date(data),
              data.path("rejection_reason").asText(),
              data.path("rejection_detail").asText());
    }
    return true;
  }

  private Series one(JsonNode data) {
    return series().find(number(data.path(SERIES).asText())).orElseThrow();
  }

  private static LocalDate date(JsonNode data) {
    return LocalDate.parse(data.path(DATE).asText());
  }
}
