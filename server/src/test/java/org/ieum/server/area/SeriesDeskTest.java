package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.OccurrenceView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.SeriesInput;
import org.ieum.server.api.SeriesView;
import org.ieum.server.api.StopView;
import org.junit.jupiter.api.Test;

/** Series in a real area over some days, also after restarts. */
final class SeriesDeskTest extends AreaLife {
  private SeriesInput daily(String rider, String start, String rule, String... exceptions) {
    StopView from = area.stops().get(0);
    StopView to = area.stops().get(400);
    return new SeriesInput(
        null,
        rider,
        from.stopLat(),
        from.stopLon(),
        to.stopLat(),
        to.stopLon(),
        OffsetDateTime.parse(start),
        null,
        null,
        null,
        null,
        "phone",
        null,
        rule,
        List.of(exceptions));
  }

  private SeriesView create(SeriesInput input) throws Exception {
    return order(desk -> desk.series().create(input));
  }

  private SeriesView series(String id) throws Exception {
    return ask(desk -> desk.series().get(id));
  }

  @Test
  void ridesAreBookedADayAhead() throws Exception {
    SeriesView created =
        create(daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY", "2026-05-09"));
    assertEquals("test-s1", created.seriesId());
    assertEquals(86_400, created.prebookAhead(), "within what the service takes");
    assertEquals(1, created.occurrences().size());
    String first = String.valueOf(created.occurrences().get(0).bookingId());
    assertEquals(created.seriesId(), booking(first).seriesId());
    assertEquals("phone", booking(first).requestOrigin());
    assertEquals(OffsetDateTime.parse("2026-05-08T08:00:00+02:00"), created.nextTime());

    pass(10 * HOUR);
    SeriesView then = series(created.seriesId());
    assertEquals(2, then.occurrences().size());
    assertNotNull(then.occurrences().get(1).bookingId());
    assertEquals(OffsetDateTime.parse("2026-05-10T08:00:00+02:00"), then.nextTime());
    assertTrue(
        events("ride_confirmed").get(1).startsWith("2026-05-07T06:00:01Z"),
        "at its moment, whenever the server looked");
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(then, series(created.seriesId()));
    }
  }

  @Test
  void aRefusedDayIsRecordedAndTheNextIsTried() throws Exception {
    // A ride of their own stands in the way of the first day.
    String own = book("anna", 20, 300, 9 * HOUR).bookingId();
    SeriesView created = create(daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY;COUNT=2"));
    OccurrenceView refused = created.occurrences().get(0);
    assertNull(refused.bookingId());
    assertEquals("booking_rule", refused.rejectionReason());
    assertEquals("assigned", booking(own).state());
    pass(10 * HOUR);
    SeriesView then = series(created.seriesId());
    assertNotNull(then.occurrences().get(1).bookingId());
    assertEquals("ended", then.state());
    assertEquals(1, events("occurrence_refused").size());
    restart(false);
    assertEquals(then, series(created.seriesId()));
  }

  @Test
  void oneDayOrAllAreCalledOff() throws Exception {
    SeriesView created = create(daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY"));
    String id = created.seriesId();
    String first = String.valueOf(created.occurrences().get(0).bookingId());
    order(desk -> desk.series().cancelOccurrence(id, "2026-05-07", false));
    assertEquals("cancelled", booking(first).state());
    SeriesView without = order(desk -> desk.series().cancelOccurrence(id, "2026-05-08", false));
    assertEquals(List.of("2026-05-07", "2026-05-08"), without.exceptions());
    assertEquals(OffsetDateTime.parse("2026-05-09T08:00:00+02:00"), without.nextTime());
    assertEquals(
        Refusal.Kind.CONFLICT,
        refusal(desk -> desk.series().cancelOccurrence(id, "2026-05-08", false)).kind());
    assertEquals(
        "occurrence_date",
        refusal(desk -> desk.series().cancelOccurrence(id, "soon", false)).field());

    pass(34 * HOUR);
    String third = String.valueOf(series(id).occurrences().get(1).bookingId());
    assertEquals("assigned", booking(third).state());
    SeriesView ended = order(desk -> desk.series().cancel(id, false));
    assertEquals("cancelled", ended.state());
    assertEquals("cancelled", booking(third).state());
    assertNull(ended.nextTime());
    assertEquals(Refusal.Kind.CONFLICT, refusal(desk -> desk.series().cancel(id, false)).kind());
    for (boolean hasSnapshot : List.of(false, true)) {
      restart(hasSnapshot);
      assertEquals(ended, series(id));
    }
    pass(40 * DAY);
    assertEquals(Refusal.Kind.NOT_FOUND, refusal(desk -> desk.series().get(id)).kind());
  }

  private int lateCancellations(String rider) throws Exception {
    return ask(desk -> desk.riders().standing(rider)).lateCancellations();
  }

  @Test
  void aChangedRideStaysInItsSeries() throws Exception {
    create(daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY"));
    pass(10 * HOUR - 2 * HOUR);
    SeriesView before = series("test-s1");
    String first = String.valueOf(before.occurrences().get(0).bookingId());
    String offer = offer("anna", 0, 400, 90 * MINUTE, first);
    BookingView changed = order(desk -> desk.riders().change(first, offer, false));
    assertEquals("test-s1", changed.seriesId());
    SeriesView after = series("test-s1");
    assertEquals(
        List.of(OccurrenceView.booked(LocalDate.parse("2026-05-07"), changed.bookingId())),
        after.occurrences());
    assertEquals(before.nextTime(), after.nextTime());
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(after, series("test-s1"));
      assertEquals(changed.seriesId(), booking(changed.bookingId()).seriesId());
    }
    order(desk -> desk.series().cancelOccurrence("test-s1", "2026-05-07", false));
    assertEquals("cancelled", booking(changed.bookingId()).state());
  }

  @Test
  void whoCallsOffDecidesWhetherThatCounts() throws Exception {
    for (String rider : List.of("anna", "ben", "carla", "dora")) {
      create(daily(rider, "2026-05-07T08:00:00+02:00", "FREQ=DAILY"));
    }
    pass(9 * HOUR - 20 * MINUTE);
    order(desk -> desk.series().cancel("test-s1", true));
    order(desk -> desk.series().cancelOccurrence("test-s2", "2026-05-07", true));
    order(desk -> desk.series().cancel("test-s3", false));
    order(desk -> desk.series().cancelOccurrence("test-s4", "2026-05-07", false));
    for (int life = 0; life < 2; life++) {
      assertEquals(0, lateCancellations("anna"));
      assertEquals(0, lateCancellations("ben"));
      assertEquals(1, lateCancellations("carla"));
      assertEquals(1, lateCancellations("dora"));
      restart(false);
    }
  }

  @Test
  void whatAServerMissedIsRefused() throws Exception {
    SeriesView created = create(daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY"));
    now.addAndGet(3 * DAY);
    restart(true);
    pass(MINUTE);
    List<OccurrenceView> days = series(created.seriesId()).occurrences();
    assertEquals(4, days.size());
    assertEquals("booking_rule", days.get(1).rejectionReason());
    assertEquals("booking_rule", days.get(2).rejectionReason());
    assertEquals("2026-05-10", days.get(3).occurrenceDate());
    assertNotNull(days.get(3).bookingId());
    restart(false);
    assertEquals(days, series(created.seriesId()).occurrences());
  }

  @Test
  void aRestrictedRidersDaysAreRefused() throws Exception {
    for (int i = 0; i < 4; i++) {
      book("anna", 0, 400, 0);
      pass(30 * MINUTE);
    }
    SeriesView created = create(daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY"));
    assertEquals("rider_restricted", created.occurrences().get(0).rejectionReason());
  }

  @Test
  void theJournalKnowsStopsAndNoPlaces() throws Exception {
    create(daily("anna", "2026-05-08T08:00:00+02:00", "FREQ=WEEKLY;BYDAY=MO,WE"));
    String event = events("series_created").get(0);
    StopView from = area.stops().get(0);
    assertTrue(!event.contains(Double.toString(from.stopLat())), event);
    assertTrue(event.contains("\"stop_id\":\"" + from.stopId() + "\""), event);
    assertTrue(event.matches(".*\"walk_ms\":[0-9]*0000[^0-9].*"), event);
  }

  @Test
  void whatIsWrongIsRefused() throws Exception {
    SeriesInput past = daily("anna", "2026-05-06T08:00:00+02:00", "FREQ=DAILY");
    assertEquals("start", refusal(desk -> desk.series().create(past)).field());
    SeriesInput rule = daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=HOURLY");
    assertEquals("rrule", refusal(desk -> desk.series().create(rule)).field());
    SeriesInput day = daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY", "2026-02-30");
    assertEquals("exceptions", refusal(desk -> desk.series().create(day)).field());
    SeriesInput guest = daily("guest-7", "2026-05-07T08:00:00+02:00", "FREQ=DAILY");
    assertEquals("rider_id", refusal(desk -> desk.series().create(guest)).field());
    assertEquals(List.of(), ask(desk -> desk.series().list("", 10, "")));
    assertEquals(List.of(), events("series_created"));
    SeriesInput good = daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY");
    assertEquals("test-s1", create(good).seriesId(), "no number was used up");
  }

  /** Lives through three days of two series; with pauses in which the writer looks by itself. */
  private List<String> days(boolean isSlow) throws Exception {
    create(daily("anna", "2026-05-07T08:00:00+02:00", "FREQ=DAILY"));
    create(daily("ben", "2026-05-07T08:00:00+02:00", "FREQ=DAILY;INTERVAL=2"));
    for (int i = 0; i < 144; i++) {
      pass(HOUR / 2);
      if (isSlow && i % 12 == 0) {
        Thread.sleep(450);
      }
    }
    return events("ride_confirmed");
  }

  @Test
  void theSameWhenTheWriterLooksMoreOften() throws Exception {
    List<String> one = days(false);
    assertEquals(6, one.size());
    end();
    now.set(START);
    java.nio.file.Files.delete(file());
    begin();
    assertEquals(one, days(true));
  }
}
