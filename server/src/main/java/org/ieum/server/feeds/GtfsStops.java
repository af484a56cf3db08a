package org.ieum.server.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ieum.model.LatLon;
import org.ieum.transit.TimetableBuilder;
import org.ieum.transit.TransitStop;
import org.ieum.transit.Wheelchair;

/** The stops of a feed, and the stations that they belong to. */
final class GtfsStops {
  private final String feedId;
  private final Map<String, Read> read = new LinkedHashMap<>();
  private final Map<String, Wheelchair> stations = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> indices = new HashMap<>();
  private final Map<String, List<Integer>> members = new HashMap<>();
  private final List<LatLon> positions = new ArrayList<>();
  private int firstIndex;

  private record Read(
      String name, LatLon position, String parent, String zone, Wheelchair wheelchair) {}

  GtfsStops(String feedId) {
    this.feedId = feedId;
  }

  /** A row of stops.txt. */
  void row(GtfsRow row) {
    Optional<String> id = row.findText("stop_id");
    if (id.isEmpty()) {
      return;
    }
    if (!known.add(id.get())) {
      row.fault("stop_id '" + id.get() + "' is there twice");
      return;
    }
    OptionalInt type = row.findNumber("location_type", 0, 0, 4);
    Wheelchair wheelchair = GtfsReading.wheelchair(row.text("wheelchair_boarding"));
    if (type.isPresent() && type.getAsInt() == 1) {
      stations.put(id.get(), wheelchair);
    } else if (type.isPresent() && type.getAsInt() == 0) {
      Optional<LatLon> position = row.findPosition("stop_lat", "stop_lon");
      position.ifPresent(
          at ->
              read.put(
                  id.get(),
                  new Read(
                      row.text("stop_name"),
                      at,
                      row.text("parent_station"),
                      row.text("zone_id"),
                      wheelchair)));
    }
  }

  /** Adds all stops; one that says nothing of wheelchairs is as its station. */
  void addTo(TimetableBuilder builder, int feed) {
    for (Map.Entry<String, Read> entry : read.entrySet()) {
      Read stop = entry.getValue();
      boolean inStation = stations.containsKey(stop.parent);
      Wheelchair wheelchair =
          stop.wheelchair == Wheelchair.UNKNOWN
              ? stations.getOrDefault(stop.parent, Wheelchair.UNKNOWN)
              : stop.wheelchair;
      int index =
          builder.addStop(
              new TransitStop(
                  feed,
                  feedId + ":" + entry.getKey(),
                  stop.name,
                  stop.position,
                  inStation ? feedId + ":" + stop.parent : "",
                  stop.zone,
                  wheelchair));
      indices.put(entry.getKey(), index);
      if (positions.isEmpty()) {
        firstIndex = index;
      }
      positions.add(stop.position);
      members.computeIfAbsent(stop.parent, p -> new ArrayList<>()).add(index);
    }
  }

  int count() {
    return indices.size();
  }

  LatLon position(int stop) {
    return positions.get(stop - firstIndex);
  }

  /** The stop that a row names; one left out before is no new fault. */
  OptionalInt find(GtfsRow row, String column) {
    String id = row.text(column);
    Integer index = indices.get(id);
    if (index != null) {
      return OptionalInt.of(index);
    }
    if (!known.contains(id)) {
      row.fault(column + " '" + id + "' is unknown");
    } else if (stations.containsKey(id)) {
      row.fault(column + " '" + id + "' is a station, no stop");
    }
    return OptionalInt.empty();
  }

  /** The stops that a row names, all of them if it names a station. */
  List<Integer> findAll(GtfsRow row, String column) {
    String id = row.text(column);
    if (stations.containsKey(id)) {
      return members.getOrDefault(id, List.of());
    }
    OptionalInt stop = find(row, column);
    return stop.isPresent() ? List.of(stop.getAsInt()) : List.of();
  }
}
