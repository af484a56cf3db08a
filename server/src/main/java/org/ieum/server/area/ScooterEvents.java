package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.ieum.model.LatLon;
import org.ieum.server.journal.JournalEvent;

/**
 * Decisions about scooters: each changes the book and tells its event, the first time and again
 * when the journal is replayed. What the clock decides is an event, too, so a replay needs neither
 * feeds nor a clock.
 */
final class ScooterEvents {
  static final String RESERVED = "scooter_reserved";
  static final String MOVED = "scooter_moved";
  static final String EXCHANGED = "scooter_exchanged";
  static final String RELEASED = "scooter_released";
  static final String TAKEN = "scooter_taken";
  static final String RETURNED = "scooter_returned";
  private static final Set<String> ALL =
      Set.of(RESERVED, MOVED, EXCHANGED, RELEASED, TAKEN, RETURNED);

  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String STATION = "station_id";
  private static final String RESERVATION = "reservation_id";
  private static final String REASON = "reason";
  private static final String BOOKING = "booking_id";
  private static final String SYSTEM = "system_id";
  private static final String LEAD = "lead_ms";
  private static final String SOONER = "sooner_ms";
  private static final String INSTEAD = "fallback_scooter_id";

  private final Desk desk;

  ScooterEvents(Desk desk) {
    this.desk = desk;
  }

  /** The id of a reservation by its number. */
  String reservationId(long number) {
    return desk.setup.id() + "-r" + number;
  }

  /** The number of a reservation by its id, or -1. */
  long number(String reservationId) {
    String prefix = desk.setup.id() + "-r";
    boolean isId =
        reservationId.startsWith(prefix) && reservationId.length() <= prefix.length() + 18;
    String digits = isId ? reservationId.substring(prefix.length()) : "";
    return digits.matches("[0-9]+") ? Long.parseLong(digits) : -1;
  }

  /** Keeps a scooter for a rider; the version is that of the event. */
  ScooterHold reserve(ScooterHold hold) {
    desk.advance();
    ObjectNode data = of(hold).put("rider_id", hold.rider());
    data.put(FROM, text(hold.from())).put(UNTIL, text(hold.until()));
    place(data, hold.place(), hold.station());
    if (!hold.booking().isEmpty()) {
      data.put(BOOKING, hold.booking());
    }
    if (!hold.system().equals(desk.setup.id())) {
      data.put(SYSTEM, hold.system());
    }
    if (hold.lead() > 0) {
      data.put(LEAD, hold.lead());
    }
    return note(RESERVED, data, hold.moved(hold.from(), hold.until(), nextEvent()));
  }

  /** Keeps a scooter for later, since its rider comes later. */
  ScooterHold move(ScooterHold hold, long from, long until) {
    desk.advance();
    ObjectNode data = of(hold).put(FROM, text(from)).put(UNTIL, text(until));
    return note(MOVED, data.put(REASON, "delay"), hold.moved(from, until, nextEvent()));
  }

  /**
   * Keeps another scooter of the same system instead. Of several exchanges, in any order, one may
   * give what another gives back.
   *
   * @param sooner by how much less the rider walks to it, ms
   */
  ScooterHold exchange(ScooterHold hold, String other, LatLon place, String station, long sooner) {
    desk.advance();
    ScooterHold better = hold.exchanged(other, place, station, sooner, nextEvent());
    ObjectNode data = of(better).put(SOONER, sooner);
    data.put(FROM, text(better.from())).put(UNTIL, text(better.until()));
    place(data, place, station);
    return note(EXCHANGED, data, better);
  }

  /**
   * Keeps a scooter no longer.
   *
   * @param instead id of one that could be had instead, "" for none
   */
  ScooterHold release(ScooterHold hold, String reason, String instead) {
    desk.advance();
    ObjectNode data = of(hold).put(REASON, reason);
    if (!instead.isEmpty()) {
      data.put(INSTEAD, instead);
    }
    return note(RELEASED, data, hold.released(reason, instead, nextEvent()));
  }

  ScooterHold take(ScooterHold hold) {
    desk.advance();
    return note(TAKEN, of(hold), hold.taken(nextEvent()));
  }

  /**
   * A scooter has been left.
   *
   * @param range how far it still goes, metres, or that nobody knows
   */
  ScooterHold bringBack(ScooterHold hold, LatLon place, String station, int range) {
    desk.advance();
    ObjectNode data = of(hold);
    place(data, place, station);
    data.put("range_m", range);
    desk.scooters.leave(
        new ScooterBook.Left(
            hold.system(), hold.scooter(), place, station, range, desk.times().toUtc(desk.now())));
    return note(RETURNED, data, hold.returned(place, station, nextEvent()));
  }

  private long nextEvent() {
    return desk.told.lastSeq() + 1;
  }

  private ScooterHold note(String type, ObjectNode data, ScooterHold hold) {
    desk.scooters.put(hold);
    String booking = hold.booking().isEmpty() ? null : hold.booking();
    desk.scribe.note(type, booking, null, data);
    return hold;
  }

  private ObjectNode of(ScooterHold hold) {
    return EventText.object()
        .put(RESERVATION, reservationId(hold.number()))
        .put("scooter_id", hold.scooter());
  }

  private static void place(ObjectNode data, LatLon place, String station) {
    data.put("lat", place.lat()).put("lon", place.lon());
    if (!station.isEmpty()) {
      data.put(STATION, station);
    }
  }

  private static String text(long utc) {
    return Instant.ofEpochMilli(utc).toString();
  }

  /** Carries out again what an event tells; false when it is none of these decisions. */
  boolean replay(JournalEvent event, JsonNode data) {
    if (!ALL.contains(event.type())) {
      return false;
    }
    desk.begin(event.time());
    long number = number(data.path(RESERVATION).asText());
    if (event.type().equals(RESERVED)) {
      reserve(read(number, event, data));
      return true;
    }
    ScooterHold hold = desk.scooters.find(number).orElseThrow();
    switch (event.type()) {
      case MOVED -> move(hold, time(data, FROM), time(data, UNTIL));
      case EXCHANGED ->
          exchange(
              hold,
              data.path("scooter_id").asText(),
              readPlace(data),
              data.path(STATION).asText(),
              data.path(SOONER).asLong());
      case RELEASED -> release(hold, data.path(REASON).asText(), data.path(INSTEAD).asText());
      case TAKEN -> take(hold);
      default ->
          bringBack(
              hold, readPlace(data), data.path(STATION).asText(), data.path("range_m").asInt());
    }
    return true;
  }

  private ScooterHold read(long number, JournalEvent event, JsonNode data) {
    return new ScooterHold(
        number,
        data.path(SYSTEM).asText(desk.setup.id()),
        data.path("scooter_id").asText(),
        data.path("rider_id").asText(),
        data.path(BOOKING).asText(),
        time(data, FROM),
        time(data, UNTIL),
        data.path(LEAD).asLong(),
        event.time(),
        readPlace(data),
        data.path(STATION).asText(),
        ScooterHold.State.RESERVED,
        "",
        "",
        event.seq());
  }

  private static LatLon readPlace(JsonNode data) {
    return new LatLon(data.path("lat").asDouble(), data.path("lon").asDouble());
  }

  private static long time(JsonNode data, String field) {
    return Instant.parse(data.path(field).asText()).toEpochMilli();
  }
}
