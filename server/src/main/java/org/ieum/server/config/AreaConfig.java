package org.ieum.server.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ieum.fare.FareTable;
import org.ieum.server.area.ScooterRules;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one service area. What is not given, {@code null}, has the value that the
 * accessor tells. Messages of faults begin with the key as it stands in the file.
 *
 * @param id letters, digits and underscores
 * @param name for people; the id if not given
 * @param timeZone in which days begin; {@code Europe/Stockholm} if not given
 * @param map {@link #EMBEDDED} if not given, or a folder that {@code ieum prepare} wrote, or an
 *     extract, {@code .osm.pbf}
 * @param turns how vehicles turn and stop
 * @param service its rules
 * @param fleet its vehicles
 * @param riders what becomes of riders who do not come, and of series
 * @param reoptimization of routes while they are driven
 * @param repositioning of idle vehicles
 * @param fares what rides cost; nothing is said of that if not given
 * @param scooters that are shared; none if not given
 * @param timetables of transit, GTFS, zip files or folders beside this file; those that came with
 *     the map if not given
 * @param queue commands that may wait for the writer; 5,000 if not given
 */
public record AreaConfig(
    String id,
    @Nullable String name,
    @Nullable ZoneId timeZone,
    @Nullable String map,
    @Nullable TurnConfig turns,
    @Nullable ServiceConfig service,
    @Nullable FleetConfig fleet,
    @Nullable RiderConfig riders,
    @Nullable ReoptimizationConfig reoptimization,
    @Nullable RepositioningConfig repositioning,
    @Nullable FareConfig fares,
    @Nullable ScooterConfig scooters,
    @Nullable List<String> timetables,
    @Nullable Integer queue) {
  /** The map that is part of the program. */
  public static final String EMBEDDED = "embedded";

  private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,32}");
  private static final int LONGEST_QUEUE = 1_000_000;

  public AreaConfig {
    if (id == null) {
      throw new IllegalArgumentException("id is missing");
    }
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id must be of a to z, 0 to 9 and _, at most 32 of them, was '" + id + "'");
    }
    if (queue != null && (queue < 1 || queue > LONGEST_QUEUE)) {
      throw new IllegalArgumentException(
          "queue must be from 1 to " + LONGEST_QUEUE + ", was " + queue);
    }
  }

  /** Central Gothenburg, 20 vehicles round the clock. */
  public static AreaConfig embedded() {
    return new AreaConfig(
        "gothenburg",
        "Central Gothenburg",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Another fleet on the same map. */
  public static AreaConfig embedded(String id, FleetConfig fleet) {
    return new AreaConfig(
        id, null, null, null, null, null, fleet, null, null, null, null, null, null, null);
  }

  @Override
  public String name() {
    return name == null ? id : name;
  }

  @Override
  public ZoneId timeZone() {
    return timeZone == null ? ZoneId.of("Europe/Stockholm") : timeZone;
  }

  @Override
  public String map() {
    return map == null ? EMBEDDED : map;
  }

  @Override
  public TurnConfig turns() {
    return turns == null ? TurnConfig.DEFAULT : turns;
  }

  @Override
  public ServiceConfig service() {
    return service == null ? ServiceConfig.DEFAULT : service;
  }

  @Override
  public FleetConfig fleet() {
    return fleet == null ? FleetConfig.DEFAULT : fleet;
  }

  @Override
  public RiderConfig riders() {
    return riders == null ? RiderConfig.DEFAULT : riders;
  }

  @Override
  public ReoptimizationConfig reoptimization() {
    return reoptimization == null ? ReoptimizationConfig.DEFAULT : reoptimization;
  }

  @Override
  public RepositioningConfig repositioning() {
    return repositioning == null ? RepositioningConfig.DEFAULT : repositioning;
  }

  /** What rides cost, if that is said. */
  Optional<FareTable> findFares() {
    return Optional.ofNullable(fares).map(FareConfig::table);
  }

  /**
   * How shared scooters are reserved, if there are any; their feeds are followed from then on.
   *
   * @param folder to which paths are relative
   */
  Optional<ScooterRules> findScooters(Path folder) {
    return Optional.ofNullable(scooters).map(given -> given.follow(id, folder));
  }

  @Override
  public List<String> timetables() {
    return timetables == null ? List.of() : timetables;
  }

  @Override
  public Integer queue() {
    return queue == null ? Integer.valueOf(5_000) : queue;
  }
}
