package org.ieum.server.gbfs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ieum.micromobility.GeofencingZone;
import org.ieum.micromobility.PricingPlan;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;

/** Makes a supply of the files of one system. */
public final class GbfsReader {
  private GbfsReader() {}

  /**
   * Reads files as they are, however old.
   *
   * @param path a folder, or a {@code gbfs.json} in it
   * @param managed whether Ieum manages the fleet
   * @throws InputException when a file is missing or no GBFS, or most rows of one are bad
   */
  public static GbfsReading read(Path path, boolean managed) {
    GbfsFiles files =
        new GbfsFiles(new FolderSource(path), Duration.ofDays(1), Duration.ofDays(365_000));
    try {
      files.refresh(Instant.EPOCH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException(path + ": reading was interrupted");
    }
    InputFaults faults = new InputFaults();
    files.failures().forEach(faults::add);
    faults.throwIfAny();
    Map<String, GbfsFile> good = files.good();
    return read(good, managed, asOf(good));
  }

  /** When the vehicles, or else the stations, were as the files say. */
  static Instant asOf(Map<String, GbfsFile> files) {
    for (String name : List.of("vehicle_status", "free_bike_status", "station_status")) {
      GbfsFile file = files.get(name);
      if (file != null) {
        return file.lastUpdated();
      }
    }
    throw new IllegalStateException("there must be vehicles or stations");
  }

  /**
   * Makes a supply.
   *
   * @param files by their feeds
   * @param now decides which zones are in force
   * @throws InputException when most rows of a file are bad, or versions do not fit
   */
  static GbfsReading read(Map<String, GbfsFile> files, boolean managed, Instant now) {
    FeedFaults faults = new FeedFaults();
    checkVersions(files);
    GbfsFile information = need(files, "system_information");
    String system = information.data().path("system_id").asText("");
    if (system.isBlank()) {
      throw new InputException(information.label() + ": system_id is missing");
    }
    List<PricingPlan> plans = new ArrayList<>();
    if (files.containsKey("system_pricing_plans")) {
      plans.addAll(new PlanRows(need(files, "system_pricing_plans"), faults).read());
    }
    plans.sort(Comparator.comparing(PricingPlan::id));
    Set<String> planIds = new TreeSet<>(plans.stream().map(PricingPlan::id).toList());
    List<ScooterType> types = new ArrayList<>();
    if (files.containsKey("vehicle_types")) {
      types.addAll(new TypeRows(need(files, "vehicle_types"), planIds, faults).read());
    }
    types.sort(Comparator.comparing(ScooterType::id));
    Set<String> typeIds = new TreeSet<>(types.stream().map(ScooterType::id).toList());
    Map<String, ScooterStation> stations = new TreeMap<>();
    if (files.containsKey("station_information")) {
      GbfsFile places = need(files, "station_information");
      new StationRows(places, files.get("station_status"), faults)
          .read()
          .forEach(station -> stations.put(station.id(), station));
    }
    List<Scooter> scooters = new ArrayList<>();
    for (String name : List.of("free_bike_status", "vehicle_status")) {
      if (files.containsKey(name)) {
        GbfsFile file = need(files, name);
        scooters.addAll(new ScooterRows(file, typeIds, planIds, stations, faults).read());
      }
    }
    scooters.sort(Comparator.comparing(Scooter::id));
    List<GeofencingZone> zones = List.of();
    if (files.containsKey("geofencing_zones")) {
      zones = new ZoneRows(need(files, "geofencing_zones"), typeIds, faults).read(now);
    }
    ScooterSupply supply =
        new ScooterSupply(
            system,
            managed,
            asOf(files),
            scooters,
            List.copyOf(stations.values()),
            types,
            plans,
            zones);
    return new GbfsReading(supply, faults.badRows(), faults.count(), faults.first());
  }

  private static GbfsFile need(Map<String, GbfsFile> files, String name) {
    GbfsFile file = files.get(name);
    if (file == null) {
      throw new InputException(name + " is missing");
    }
    return file;
  }

  /** Files of one system belong to one dialect, or they would be misread. */
  private static void checkVersions(Map<String, GbfsFile> files) {
    Dialect dialect = need(files, "gbfs").dialect();
    for (GbfsFile file : files.values()) {
      if (file.dialect() != dialect) {
        throw new InputException(
            file.label() + ": version must be " + dialect.versions + " like that of gbfs.json");
      }
    }
  }
}
