package org.ieum.server.gbfs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geojson.GeoJsonObject;
import org.geojson.LngLatAlt;
import org.geojson.MultiPolygon;
import org.ieum.micromobility.GeofencingZone;
import org.ieum.micromobility.GeofencingZone.Polygon;
import org.ieum.micromobility.GeofencingZone.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code geofencing_zones}: a zone for each rule, in their order, and behind them those that
 * hold everywhere else. In 2.x a ride that is not allowed neither begins nor ends there. Types of
 * vehicles are found under both names that are in use. Zones of another time are passed over.
 */
final class ZoneRows {
  private final FeedRows rows;
  private final FeedRows globalRows;
  private final GbfsFile file;

  /** None if the system tells no types. */
  private final Set<String> types;

  ZoneRows(GbfsFile file, Set<String> types, FeedFaults faults) {
    rows = new FeedRows(file, "geofencing_zones.features", "", faults);
    globalRows = new FeedRows(file, "global_rules", "", faults);
    this.file = file;
    this.types = types;
  }

  /** Zones of a time. */
  List<GeofencingZone> read(Instant now) {
    List<GeofencingZone> zones = new ArrayList<>();
    JsonNode features = file.data().path("geofencing_zones").path("features");
    rows.read(features, row -> zones(row, now)).forEach(zones::addAll);
    JsonNode everywhere = file.data().path("global_rules");
    if (!everywhere.isMissingNode() && !everywhere.isNull()) {
      globalRows
          .read(everywhere, rule -> zones(globalRows, "", List.of(), rule))
          .forEach(zones::addAll);
    }
    return zones;
  }

  private List<GeofencingZone> zones(JsonNode row, Instant now) throws BadRow {
    JsonNode properties = row.path("properties");
    if (!isIn(properties, now)) {
      return List.of();
    }
    List<Polygon> polygons = polygons(row.path("geometry"));
    List<GeofencingZone> zones = new ArrayList<>();
    for (JsonNode rule : properties.path("rules")) {
      zones.addAll(zones(rows, FeedRows.text(properties.path("name")), polygons, rule));
    }
    return zones;
  }

  private boolean isIn(JsonNode properties, Instant now) throws BadRow {
    if (file.dialect() == Dialect.TWO) {
      var its =
          rows.typed(
              object("properties", properties),
              org.mobilitydata.gbfs.v2_3.geofencing_zones.GBFSProperties.class,
              "start",
              "end");
      long second = now.getEpochSecond();
      return (its.getStart() == null || its.getStart() <= second)
          && (its.getEnd() == null || second < its.getEnd());
    }
    var its =
        rows.typed(
            object("properties", properties),
            org.mobilitydata.gbfs.v3_0.geofencing_zones.GBFSProperties.class,
            "start",
            "end");
    return (its.getStart() == null || !its.getStart().toInstant().isAfter(now))
        && (its.getEnd() == null || now.isBefore(its.getEnd().toInstant()));
  }

  private static JsonNode object(String name, JsonNode value) throws BadRow {
    if (!value.isObject()) {
      throw new BadRow(name + " must be an object, was " + GbfsFile.shown(value));
    }
    return value;
  }

  /** One zone, or none if it is only about types that do not exist. */
  private List<GeofencingZone> zones(
      FeedRows list, String name, List<Polygon> polygons, JsonNode rule) throws BadRow {
    object("rule", rule);
    List<String> known = new ArrayList<>();
    JsonNode named =
        rule.has("vehicle_type_ids") ? rule.get("vehicle_type_ids") : rule.path("vehicle_type_id");
    for (JsonNode type : named) {
      if (types.contains(type.asText())) {
        known.add(type.asText());
      } else {
        list.note("vehicle_type_ids has an unknown one, '" + type.asText() + "'");
      }
    }
    Rules rules = rules(list, rule);
    boolean isForNobody = known.isEmpty() && named.size() > 0;
    return isForNobody ? List.of() : List.of(new GeofencingZone(name, polygons, rules, known));
  }

  private Rules rules(FeedRows list, JsonNode rule) throws BadRow {
    boolean start;
    boolean end;
    boolean through;
    Integer speed;
    Boolean parking;
    if (file.dialect() == Dialect.TWO) {
      var its =
          list.typed(
              rule,
              org.mobilitydata.gbfs.v2_3.geofencing_zones.GBFSRule.class,
              "ride_allowed",
              "ride_through_allowed",
              "maximum_speed_kph",
              "station_parking");
      start = FeedRows.required("ride_allowed", its.getRideAllowed());
      end = start;
      through = FeedRows.required("ride_through_allowed", its.getRideThroughAllowed());
      speed = its.getMaximumSpeedKph();
      parking = its.getStationParking();
    } else {
      var its =
          list.typed(
              rule,
              org.mobilitydata.gbfs.v3_0.geofencing_zones.GBFSRule.class,
              "ride_start_allowed",
              "ride_end_allowed",
              "ride_through_allowed",
              "maximum_speed_kph",
              "station_parking");
      start = FeedRows.required("ride_start_allowed", its.getRideStartAllowed());
      end = FeedRows.required("ride_end_allowed", its.getRideEndAllowed());
      through = FeedRows.required("ride_through_allowed", its.getRideThroughAllowed());
      speed = its.getMaximumSpeedKph();
      parking = its.getStationParking();
    }
    return new Rules(
        start,
        end,
        through,
        parking != null && parking,
        FeedRows.amount("maximum_speed_kph", speed, Rules.NO_LIMIT));
  }

  private static List<Polygon> polygons(JsonNode geometry) throws BadRow {
    GeoJsonObject shape = geometry(geometry);
    List<List<List<LngLatAlt>>> all;
    if (shape instanceof MultiPolygon many) {
      all = many.getCoordinates();
    } else if (shape instanceof org.geojson.Polygon one) {
      all = List.of(one.getCoordinates());
    } else {
      throw new BadRow("geometry must be a MultiPolygon, was " + GbfsFile.shown(geometry));
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      polygons.add(ZonePolygon.checked(i, all.get(i)));
    }
    if (polygons.isEmpty()) {
      throw new BadRow("geometry has no polygon");
    }
    return polygons;
  }

  private static @Nullable GeoJsonObject geometry(JsonNode geometry) throws BadRow {
    try {
      return GbfsFile.MAPPER.treeToValue(geometry, GeoJsonObject.class);
    } catch (JsonProcessingException e) {
      throw new BadRow("geometry cannot be understood, was " + GbfsFile.shown(geometry));
    }
  }
}
