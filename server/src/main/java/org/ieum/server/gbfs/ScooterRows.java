package org.ieum.server.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.model.LatLon;
import org.jspecify.annotations.Nullable;

/** Reads {@code free_bike_status} or {@code vehicle_status}. */
final class ScooterRows {
  private final FeedRows rows;
  private final Dialect dialect;

  /** None if the system tells no types. */
  private final Set<String> types;

  private final Set<String> plans;
  private final Map<String, ScooterStation> stations;

  ScooterRows(
      GbfsFile file,
      Set<String> types,
      Set<String> plans,
      Map<String, ScooterStation> stations,
      FeedFaults faults) {
    dialect = file.dialect();
    rows = new FeedRows(file, dialect.vehicleList, dialect.vehicleId, faults);
    this.types = types;
    this.plans = plans;
    this.stations = stations;
  }

  List<Scooter> read() {
    return rows.read(this::scooter);
  }

  /** A row as both dialects have it. */
  private record Raw(
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable Boolean isReserved,
      @Nullable Boolean isDisabled,
      @Nullable String type,
      @Nullable String station,
      @Nullable String plan,
      @Nullable Double range) {}

  private Scooter scooter(JsonNode row) throws BadRow {
    Raw raw = raw(row);
    String station = raw.station == null ? "" : raw.station;
    if (!station.isEmpty() && !stations.containsKey(station)) {
      throw new BadRow("station_id is unknown, was '" + station + "'");
    }
    String type = raw.type == null ? "" : raw.type;
    if (type.isEmpty() ? !types.isEmpty() : !types.contains(type)) {
      throw new BadRow("vehicle_type_id is unknown, was '" + type + "'");
    }
    return new Scooter(
        row.path(dialect.vehicleId).asText(),
        place(raw, station),
        type,
        station,
        TypeRows.known(rows, "pricing_plan_id", raw.plan, plans),
        FeedRows.amount("current_range_meters", raw.range, Scooter.UNKNOWN_RANGE),
        FeedRows.required("is_reserved", raw.isReserved),
        FeedRows.required("is_disabled", raw.isDisabled));
  }

  /** Vehicles at a station need no place of their own. */
  private LatLon place(Raw raw, String station) throws BadRow {
    ScooterStation home = stations.get(station);
    return home != null && raw.lat == null && raw.lon == null
        ? home.location()
        : FeedRows.place(raw.lat, raw.lon);
  }

  private Raw raw(JsonNode row) throws BadRow {
    String[] fields = {
      "lat",
      "lon",
      "is_reserved",
      "is_disabled",
      "vehicle_type_id",
      "station_id",
      "pricing_plan_id",
      "current_range_meters"
    };
    if (dialect == Dialect.TWO) {
      var bike =
          rows.typed(row, org.mobilitydata.gbfs.v2_3.free_bike_status.GBFSBike.class, fields);
      return new Raw(
          bike.getLat(),
          bike.getLon(),
          bike.getIsReserved(),
          bike.getIsDisabled(),
          bike.getVehicleTypeId(),
          bike.getStationId(),
          bike.getPricingPlanId(),
          bike.getCurrentRangeMeters());
    }
    var vehicle =
        rows.typed(row, org.mobilitydata.gbfs.v3_0.vehicle_status.GBFSVehicle.class, fields);
    return new Raw(
        vehicle.getLat(),
        vehicle.getLon(),
        vehicle.getIsReserved(),
        vehicle.getIsDisabled(),
        vehicle.getVehicleTypeId(),
        vehicle.getStationId(),
        vehicle.getPricingPlanId(),
        vehicle.getCurrentRangeMeters());
  }
}
