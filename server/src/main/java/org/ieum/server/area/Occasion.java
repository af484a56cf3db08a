package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ieum.server.api.FareItemView;
import org.ieum.server.api.FareView;
import org.jspecify.annotations.Nullable;

/**
 * How a ride came to be booked, and at what price, beside what dispatch keeps of it; nothing of it
 * is personal. A text is "" where there is nothing to tell.
 *
 * @param origin by which way it was asked for, such as {@code phone}
 * @param replaces id of the booking whose place it takes
 * @param outbound id of the booking of which it is the return trip
 * @param series id of the series that it is of
 * @param occurrence its day in that series, such as {@code 2026-05-06}
 * @param kind code of the kind of riders by whose prices they pay
 * @param fare what was agreed that it costs; null when nothing is said of that
 */
record Occasion(
    String origin,
    String replaces,
    String outbound,
    String series,
    String occurrence,
    String kind,
    @Nullable FareView fare) {
  static final Occasion NONE = new Occasion("", "", "", "", "", "", null);

  private static final String ORIGIN = "request_origin";
  private static final String REPLACES = "replaces_booking_id";
  private static final String OUTBOUND = "outbound_booking_id";
  private static final String SERIES = "series_id";
  private static final String OCCURRENCE = "occurrence_date";
  private static final String KIND = "rider_kind";
  private static final String FARE = "fare";

  Occasion {
    // Snapshots that were written before there were fares do not have it.
    kind = kind == null ? "" : kind;
  }

  /** A ride that somebody asked for by itself. */
  static Occasion asked(String origin, String kind) {
    return new Occasion(origin, "", "", "", "", kind, null);
  }

  /** A ride in place of this one: still of its series, and still the trip back. */
  Occasion replacedBy(String newOrigin, String newKind, String bookingId) {
    return new Occasion(newOrigin, bookingId, outbound, series, occurrence, newKind, null);
  }

  /** The same at a price; null for none. */
  Occasion at(@Nullable FareView price) {
    return new Occasion(origin, replaces, outbound, series, occurrence, kind, price);
  }

  Occasion asReturnOf(String bookingId) {
    return new Occasion(origin, replaces, bookingId, series, occurrence, kind, fare);
  }

  /** Adds what there is to tell to the event of the confirmation. */
  void write(ObjectNode data) {
    put(data, ORIGIN, origin);
    put(data, REPLACES, replaces);
    put(data, OUTBOUND, outbound);
    put(data, SERIES, series);
    put(data, OCCURRENCE, occurrence);
    put(data, KIND, kind);
    FareView agreed = fare;
    if (agreed != null) {
      writeFare(agreed, data.putObject(FARE));
    }
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
        data.path(OCCURRENCE).asText(),
        data.path(KIND).asText(),
        data.has(FARE) ? readFare(data.path(FARE)) : null);
  }

  private static void writeFare(FareView fare, ObjectNode data) {
    data.put("amount", fare.amount()).put("currency", fare.currency());
    data.put(KIND, fare.riderKind());
    ArrayNode items = data.putArray("items");
    for (FareItemView item : fare.items()) {
      items
          .addObject()
          .put("type", item.type())
          .put("label", item.label())
          .put("amount", item.amount());
    }
  }

  private static FareView readFare(JsonNode data) {
    List<FareItemView> items = new ArrayList<>();
    for (JsonNode item : data.path("items")) {
      items.add(
          new FareItemView(
              item.path("type").asText(),
              item.path("label").asText(),
              item.path("amount").asLong()));
    }
    return new FareView(
        data.path("amount").asLong(),
        data.path("currency").asText(),
        data.path(KIND).asText(),
        items);
  }
}
