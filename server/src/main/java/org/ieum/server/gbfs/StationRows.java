package org.ieum.server.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ieum.micromobility.ScooterStation;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code station_information} and {@code station_status}. A station without a status gives
 * out nothing and takes nothing back.
 */
final class StationRows {
  private final FeedRows rows;
  private final Optional<FeedRows> statusRows;
  private final Dialect dialect;
  private final Map<String, Status> status = new TreeMap<>();
  private final Map<String, ScooterStation> stations = new TreeMap<>();

  StationRows(GbfsFile information, @Nullable GbfsFile statuses, FeedFaults faults) {
    rows = new FeedRows(information, "stations", "station_id", faults);
    statusRows =
        Optional.ofNullable(statuses)
            .map(file -> new FeedRows(file, "stations", "station_id", faults));
    dialect = information.dialect();
  }

  private record Status(
      int available, int docksAvailable, boolean isRenting, boolean isReturning) {}

  private static final Status UNKNOWN = new Status(0, ScooterStation.UNBOUNDED, false, false);

  /** All stations in order of their ids. */
  List<ScooterStation> read() {
    rows.read(this::station).forEach(station -> stations.put(station.id(), station));
    statusRows.ifPresent(list -> list.read(row -> status(list, row)));
    List<ScooterStation> all = new ArrayList<>();
    for (ScooterStation station : stations.values()) {
      Status its = status.getOrDefault(station.id(), UNKNOWN);
      all.add(
          new ScooterStation(
              station.id(),
              station.name(),
              station.location(),
              station.capacity(),
              its.available,
              its.docksAvailable,
              its.isRenting,
              its.isReturning));
    }
    return all;
  }

  private ScooterStation station(JsonNode row) throws BadRow {
    String[] fields = {"lat", "lon", "capacity"};
    Double lat;
    Double lon;
    Integer capacity;
    if (dialect == Dialect.TWO) {
      var station =
          rows.typed(row, org.mobilitydata.gbfs.v2_3.station_information.GBFSStation.class, fields);
      lat = station.getLat();
      lon = station.getLon();
      capacity = station.getCapacity();
    } else {
      var station =
          rows.typed(row, org.mobilitydata.gbfs.v3_0.station_information.GBFSStation.class, fields);
      lat = station.getLat();
      lon = station.getLon();
      capacity = station.getCapacity();
    }
    return new ScooterStation(
        row.path("station_id").asText(),
        FeedRows.text(row.path("name")),
        FeedRows.place(lat, lon),
        FeedRows.amount("capacity", capacity, ScooterStation.UNBOUNDED),
        0,
        ScooterStation.UNBOUNDED,
        false,
        false);
  }

  private Status status(FeedRows list, JsonNode row) throws BadRow {
    String[] fields = {
      dialect.available, "num_docks_available", "is_installed", "is_renting", "is_returning"
    };
    String id = row.path("station_id").asText();
    if (!stations.containsKey(id)) {
      throw new BadRow("station_id is unknown in station_information, was '" + id + "'");
    }
    Integer available;
    Integer docks;
    boolean isInstalled;
    boolean isRenting;
    boolean isReturning;
    if (dialect == Dialect.TWO) {
      var its =
          list.typed(row, org.mobilitydata.gbfs.v2_3.station_status.GBFSStation.class, fields);
      available = its.getNumBikesAvailable();
      docks = its.getNumDocksAvailable();
      isInstalled = FeedRows.required("is_installed", its.getIsInstalled());
      isRenting = FeedRows.required("is_renting", its.getIsRenting());
      isReturning = FeedRows.required("is_returning", its.getIsReturning());
    } else {
      var its =
          list.typed(row, org.mobilitydata.gbfs.v3_0.station_status.GBFSStation.class, fields);
      available = its.getNumVehiclesAvailable();
      docks = its.getNumDocksAvailable();
      isInstalled = FeedRows.required("is_installed", its.getIsInstalled());
      isRenting = FeedRows.required("is_renting", its.getIsRenting());
      isReturning = FeedRows.required("is_returning", its.getIsReturning());
    }
    Status read =
        new Status(
            FeedRows.amount(dialect.available, FeedRows.required(dialect.available, available), 0),
            FeedRows.amount("num_docks_available", docks, ScooterStation.UNBOUNDED),
            isInstalled && isRenting,
            isInstalled && isReturning);
    status.put(id, read);
    return read;
  }
}
