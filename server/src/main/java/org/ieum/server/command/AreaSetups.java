package org.ieum.server.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ieum.model.StopPoint;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.EmbeddedArea;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.stops.PlacedStop;
import org.ieum.osmdata.stops.StopsFile;
import org.ieum.progress.InputException;
import org.ieum.road.AreaCache;
import org.ieum.road.AreaSettings;
import org.ieum.road.ServiceArea;
import org.ieum.server.area.AreaConfig;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.FleetVehicle;

/** Opens the maps that areas are configured with. */
final class AreaSetups {
  private final Path cache;

  /**
   * Opens maps with a folder for what can be made again.
   *
   * @param cache of prepared areas
   */
  AreaSetups(Path cache) {
    this.cache = cache;
  }

  /**
   * Opens the map of an area.
   *
   * @param folder to which the configuration's paths are relative
   */
  AreaSetup open(AreaConfig config, Path folder) throws IOException {
    Path prepared = prepared(config, folder);
    List<StopPoint> stopPoints = new ArrayList<>();
    for (PlacedStop stop : StopsFile.read(prepared.resolve(AreaPreparation.STOPS))) {
      stopPoints.add(stop.point());
    }
    AreaSettings settings =
        new AreaSettings(
            config.walkSpeed(),
            AreaSettings.DEFAULT.stopPointRadius(),
            AreaSettings.DEFAULT.placeRadius(),
            Optional.empty());
    Path roads = prepared.resolve(AreaPreparation.ROADS);
    ServiceArea area = new AreaCache(cache.resolve("areas")).area(roads, stopPoints, settings);
    if (area.stopPoints().size() < 2) {
      throw new InputException(prepared + ": has only one stop that can be served, rides need two");
    }
    AreaOutline edge = AreaOutline.read(prepared.resolve(AreaPreparation.AREA));
    List<FleetVehicle> fleet = config.fleet(area.stopPoints().size());
    String map = AreaCache.fingerprint(roads, stopPoints, settings);
    return new AreaSetup(
        config.areaId(),
        config.title(),
        config.zone(),
        area,
        fingerprint(map + config.rules() + fleet + config.zone()),
        config.rules(),
        config.serviceName(),
        config.walkSpeed(),
        config.longestWalk(),
        edge::contains,
        fleet,
        config.queueLength());
  }

  private Path prepared(AreaConfig config, Path folder) throws IOException {
    if (config.mapFolder().equals(AreaConfig.EMBEDDED)) {
      return EmbeddedArea.copyTo(cache.resolve(EmbeddedArea.NAME));
    }
    Path prepared = folder.resolve(config.mapFolder());
    for (String file : new String[] {AreaPreparation.ROADS, AreaPreparation.STOPS}) {
      if (!Files.isRegularFile(prepared.resolve(file))) {
        throw new InputException(
            "area " + config.areaId() + ": map " + prepared + " has no " + file);
      }
    }
    return prepared;
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
