package org.ieum.server.feeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ieum.model.LatLon;
import org.ieum.progress.InputException;
import org.ieum.road.RoadClass;
import org.ieum.road.RoadNetwork;
import org.ieum.road.SpeedChange;
import org.ieum.road.SpeedFactors;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.traveltime.Snapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much faster or slower than usual roads are driven, and which are closed, as CSV, one class of
 * roads or one road a row. The first line names the columns, in any order:
 *
 * <ul>
 *   <li>{@code factor}: 0.5 for half the usual speed, 1 for the usual one; 0 or {@code closed}
 *       closes
 *   <li>{@code road_class}: all roads of a class of OpenStreetMap, e.g. {@code primary}
 *   <li>{@code edge}: one road between two junctions by its number, as {@code events.ndjson} gives
 *       it; or {@code lat} and {@code lon}: the road nearest to a place (WGS 84 degrees). Both
 *       directions of it; goes before the factor of its class
 *   <li>{@code from}, optional: when the row begins to hold, {@code HH:MM} or {@code HH:MM:SS} of
 *       the service day; from its start when blank. It holds until a later row for the same roads
 * </ul>
 */
public final class SpeedFactorsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SpeedFactorsFile.class);

  static final List<String> REQUIRED = List.of("factor");
  static final List<String> OPTIONAL = List.of("road_class", "edge", "lat", "lon", "from");

  /** A place names the nearest road no farther than this, metres. */
  private static final double RADIUS = 50;

  private static final double LEAST = 0.01;
  private static final double GREATEST = 10;

  private final FeedTable table;
  private final RoadNetwork network;
  private final Region region;
  private final Snapper snapper;

  /** Classes of which the area has a road for cars. */
  private final Set<RoadClass> present = EnumSet.noneOf(RoadClass.class);

  /** Line of each row by what it is about and when. */
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /** Rows by when they begin to hold. */
  private final Map<Integer, List<Row>> rows = new TreeMap<>();

  /** A sound row; one of class and edge is there. */
  private record Row(Optional<RoadClass> roadClass, OptionalInt edge, double factor) {}

  private SpeedFactorsFile(FeedTable table, RoadNetwork network, Region region) {
    this.table = table;
    this.network = network;
    this.region = region;
    snapper = network.drivingSnapper(RADIUS);
    for (int edge = 0; edge < network.edgeCount(); edge++) {
      if (network.driving().usable(edge)) {
        present.add(network.roadClass(edge));
      }
    }
  }

  /**
   * Reads all factors.
   *
   * @param region where the service runs, only to recognise swapped coordinates
   * @return the changes in the order of their times
   * @throws InputException when the file or any row is wrong
   */
  public static List<SpeedChange> read(Path file, RoadNetwork network, Region region) {
    return new SpeedFactorsFile(FeedTable.read(file, REQUIRED, OPTIONAL), network, region).read();
  }

  private List<SpeedChange> read() {
    table.forEach(this::add);
    table.finish("speed factors");
    Map<RoadClass, Double> byClass = new TreeMap<>();
    Map<Integer, Double> byEdge = new TreeMap<>();
    List<SpeedChange> changes = new ArrayList<>();
    for (Map.Entry<Integer, List<Row>> entry : rows.entrySet()) {
      for (Row row : entry.getValue()) {
        row.roadClass.ifPresent(roadClass -> byClass.put(roadClass, row.factor));
        row.edge.ifPresent(edge -> byEdge.put(edge, row.factor));
      }
      SpeedFactors.Builder factors = SpeedFactors.on(network);
      byClass.forEach(factors::roadClass);
      byEdge.forEach(factors::edge);
      changes.add(new SpeedChange(entry.getKey(), factors.build()));
    }
    return changes;
  }

  private void add(FeedRow row) {
    OptionalDouble factor = factor(row);
    boolean isPlace = row.has("lat") || row.has("lon");
    int named = (row.has("road_class") ? 1 : 0) + (row.has("edge") ? 1 : 0) + (isPlace ? 1 : 0);
    if (named != 1) {
      row.fault("must name one of road_class, edge, lat and lon; " + named + " are named");
    }
    Optional<RoadClass> roadClass = row.has("road_class") ? roadClass(row) : Optional.empty();
    OptionalInt edge = OptionalInt.empty();
    if (row.has("edge")) {
      edge = edge(row);
    } else if (isPlace) {
      edge = nearest(row);
    }
    Optional<ServiceTime> from =
        row.has("from") ? row.findTime("from") : Optional.of(new ServiceTime(0));
    if (row.isSound()) {
      checkFirst(row, roadClass, edge, from.orElseThrow());
      rows.computeIfAbsent(from.orElseThrow().millis(), time -> new ArrayList<>())
          .add(new Row(roadClass, edge, factor.orElseThrow()));
    }
  }

  private void checkFirst(
      FeedRow row, Optional<RoadClass> roadClass, OptionalInt edge, ServiceTime from) {
    String what = roadClass.isPresent() ? roadClass.get().text() : "edge " + edge.orElseThrow();
    Integer first = lines.putIfAbsent(what + " from " + from, row.line());
    if (first != null) {
      row.fault(what + " has a factor from " + from + " on line " + first + " already");
    }
  }

  private static OptionalDouble factor(FeedRow row) {
    if (row.text("factor").equals("closed")) {
      return OptionalDouble.of(0);
    }
    OptionalDouble factor = row.findNumber("factor");
    if (factor.isPresent()) {
      double value = factor.getAsDouble();
      if (value != 0 && !(value >= LEAST && value <= GREATEST)) {
        row.fault(
            "factor must be closed, 0 or from "
                + LEAST
                + " to "
                + GREATEST
                + ", was '"
                + row.text("factor")
                + "'");
      }
    }
    return factor;
  }

  private Optional<RoadClass> roadClass(FeedRow row) {
    Optional<RoadClass> found = RoadClass.find(row.text("road_class"));
    if (found.isEmpty()) {
      row.fault(
          "road_class '"
              + row.text("road_class")
              + "' is unknown; known are "
              + Arrays.stream(RoadClass.values())
                  .map(RoadClass::text)
                  .collect(Collectors.joining(", ")));
    } else if (!present.contains(found.get())) {
      LOG.warn(
          "speed factors line {}: the area has no road of class {}",
          row.line(),
          found.get().text());
    }
    return found;
  }

  private OptionalInt edge(FeedRow row) {
    OptionalLong number = row.findWholeNumber("edge", 0, network.edgeCount() - 1L);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    int edge = (int) number.getAsLong();
    if (!network.driving().usable(edge)) {
      row.fault("edge " + edge + " is no road for cars");
    }
    return OptionalInt.of(edge);
  }

  private OptionalInt nearest(FeedRow row) {
    Optional<LatLon> place = row.findPlace("lat", "lon", region);
    if (place.isEmpty()) {
      return OptionalInt.empty();
    }
    var snap = snapper.snap(place.get());
    if (snap.isEmpty()) {
      row.fault(
          "lat "
              + place.get().lat()
              + " and lon "
              + place.get().lon()
              + " are farther than "
              + (int) RADIUS
              + " m from any road for cars");
      return OptionalInt.empty();
    }
    return OptionalInt.of(snap.get().position().edge());
  }
}
