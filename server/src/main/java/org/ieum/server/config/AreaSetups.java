package org.ieum.server.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ieum.model.ServiceRules;
import org.ieum.osmdata.stops.StopOptions;
import org.ieum.progress.InputException;
import org.ieum.road.AreaSettings;
import org.ieum.road.ServiceArea;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.FleetVehicle;
import org.ieum.server.area.RiderPolicy;

/** Makes areas of their configurations. */
public final class AreaSetups {
  private static final String EXTRACT = ".pbf";

  private final AreaMaps maps;
  private final ReoptimizationConfig reoptimization;
  private final RepositioningConfig repositioning;

  /**
   * Makes areas whose routes are improved, and whose idle vehicles are moved, only where they say
   * so themselves.
   *
   * @param maps opens theirs
   */
  public AreaSetups(AreaMaps maps) {
    this(maps, ReoptimizationConfig.OFF, RepositioningConfig.DEFAULT);
  }

  /**
   * Makes areas.
   *
   * @param maps opens theirs
   * @param reoptimization of those that do not say themselves
   * @param repositioning of those that do not say themselves
   */
  public AreaSetups(
      AreaMaps maps, ReoptimizationConfig reoptimization, RepositioningConfig repositioning) {
    this.maps = maps;
    this.reoptimization = reoptimization;
    this.repositioning = repositioning;
  }

  /**
   * The areas of some files.
   *
   * @throws InputException when a file or its map is wrong, or two areas have one id
   */
  public List<AreaSetup> open(List<Path> files) throws IOException {
    List<AreaConfig> configs = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path file : files) {
      AreaConfig config = AreaFile.read(file);
      if (!ids.add(config.id())) {
        throw new InputException(file + ": area " + config.id() + " is configured twice");
      }
      configs.add(config);
    }
    List<AreaSetup> setups = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      Path folder = file.toAbsolutePath().resolveSibling("");
      setups.add(open(configs.get(i), folder, file.toString()));
    }
    return setups;
  }

  /**
   * An area.
   *
   * @param folder to which the path of its map is relative
   */
  public AreaSetup open(AreaConfig config, Path folder) throws IOException {
    return open(config, folder, "area " + config.id());
  }

  private AreaSetup open(AreaConfig config, Path folder, String source) throws IOException {
    AreaMap map = map(config, folder, source);
    ServiceConfig service = config.service();
    AreaSettings settings = AreaMap.settings(service.walkSpeed(), config.turns().findRules());
    ServiceArea area = map.area(settings);
    ServiceRules rules = service.rules();
    List<FleetVehicle> fleet = config.fleet().spread(area.stopPoints().size(), service.hours());
    RiderPolicy riders = config.riders().policy();
    return new AreaSetup(
        config.id(),
        config.name(),
        config.timeZone(),
        area,
        fingerprint(map.fingerprint(settings) + rules + fleet + config.timeZone() + riders),
        rules,
        service.name(),
        service.walkSpeed(),
        service.longestWalk(),
        map.outline()::contains,
        fleet,
        riders,
        config.reoptimization().or(reoptimization).findImprovement().orElse(null),
        config.repositioning().or(repositioning).findRules().orElse(null),
        config.findFares().orElse(null),
        config.findScooters(folder).orElse(null),
        new JourneyMaps(config, area, timetables(config, map, folder, source)),
        config.queue());
  }

  /** Those of the configuration, or else what came with the map. */
  private static List<Path> timetables(AreaConfig config, AreaMap map, Path folder, String source) {
    if (config.timetables().isEmpty()) {
      return map.findTimetable().map(List::of).orElse(List.of());
    }
    List<Path> files = config.timetables().stream().map(folder::resolve).toList();
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new InputException(source + ": timetables has a file that is not there, " + file);
      }
    }
    return files;
  }

  private AreaMap map(AreaConfig config, Path folder, String source) throws IOException {
    if (config.map().equals(AreaConfig.EMBEDDED)) {
      return maps.embedded();
    }
    Path map = folder.resolve(config.map());
    if (!Files.exists(map)) {
      throw new InputException(source + ": map is not there, was " + map);
    }
    return config.map().endsWith(EXTRACT)
        ? maps.extract(map, Optional.empty(), StopOptions.DEFAULT)
        : maps.prepared(source + ": map " + map, map);
  }

  private static String fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
