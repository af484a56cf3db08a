package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a ride came to be booked, beside what dispatch keeps of it; nothing of it is personal. A text
 * is "" where there is nothing to tell.
 *
 * @param origin by which way it was asked for, such as {@code phone}
 * @param replaces id of the booking whose place it takes
 * @param outbound id of the booking of which it is the return trip
 * @param series id of the series that it is of
 * @param occurrence its day in that series, such as {@code 2026-05-06}
 */
record Occasion(String origin, String replaces, String outbound, String series, String occurrence) {
  static final Occasion NONE = new Occasion("", "", "", "", "");

  private static final String ORIGIN = "request_origin";
  private static final String REPLACES = "replaces_booking_id";
  private static final String OUTBOUND = "outbound_booking_id";
  private static final String SERIES = "series_id";
  private static final String OCCURRENCE = "occurrence_date";

  /** A ride that somebody asked for by itself. */
  static Occasion asked(String origin) {
    return new Occasion(origin, "", "", "", "");
  }

  /** A ride in place of this one: still of its series, and still the trip back. */
  Occasion replacedBy(String newOrigin, String bookingId) {
    return new Occasion(newOrigin, bookingId, outbound, series, occurrence);
  }

  Occasion asReturnOf(String bookingId) {
    return new Occasion(origin, replaces, bookingId, series, occurrence);
  }

  /** Adds what there is to tell to the event of the confirmation. */
  void write(ObjectNode data) {
    put(data, ORIGIN, origin);
    put(data, REPLACES, replaces);
    put(data, OUTBOUND, outbound);
    put(data, SERIES, series);
    put(data, OCCURRENCE, occurrence);
  }

  private static void put(ObjectNode data, String field, String text) {
    if (!text.isEmpty()) {
      data.put(field, text);
    }
  }

  static Occasion read(JsonNode data) {
    return new Occasion(
        data.path(ORIGIN).asText(),
        data.path(REPLACES).asText(),
        data.path(OUTBOUND).asText(),
        data.path(SERIES).asText(),
        data.path(OCCURRENCE).asText());
  }
}
