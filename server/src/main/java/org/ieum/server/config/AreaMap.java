package org.ieum.server.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.ieum.road.TurnRules;

/** A prepared map: roads, stop points and outline in a folder. See {@link AreaMaps}. */
public final class AreaMap {
  private final Path folder;
  private final AreaCache areas;
  private final List<StopPoint> stopPoints = new ArrayList<>();

  AreaMap(Path folder, AreaCache areas) {
    this.folder = folder;
    this.areas = areas;
    for (PlacedStop stop : StopsFile.read(folder.resolve(AreaPreparation.STOPS))) {
      stopPoints.add(stop.point());
    }
  }

  /**
   * What areas that differ in walking speed and turns only are made with.
   *
   * @param walkSpeed m/s
   * @param turns if they count
   * @throws IllegalArgumentException when the speed is out of range
   */
  public static AreaSettings settings(double walkSpeed, Optional<TurnRules> turns) {
    AreaSettings usual = AreaSettings.DEFAULT;
    return new AreaSettings(walkSpeed, usual.stopPointRadius(), usual.placeRadius(), turns);
  }

  /**
   * Roads and stop points as dispatch needs them: from the cache, or made now.
   *
   * @throws InputException when the files cannot be used or only one stop can be served
   */
  public ServiceArea area(AreaSettings settings) {
    ServiceArea area = areas.area(roads(), stopPoints, settings);
    if (area.stopPoints().size() < 2) {
      throw new InputException(folder + ": has only one stop that can be served, rides need two");
    }
    return area;
  }

  /** SHA-256 of all that an area is made from, in hexadecimal digits. */
  String fingerprint(AreaSettings settings) {
    return AreaCache.fingerprint(roads(), stopPoints, settings);
  }

  /** The edge of the area, from its file. */
  public AreaOutline outline() {
    return AreaOutline.read(folder.resolve(AreaPreparation.AREA));
  }

  /** The timetable that came with the map, if any: that of the embedded area is invented. */
  public Optional<Path> findTimetable() {
    Path gtfs = folder.resolve(EmbeddedArea.GTFS);
    return Files.isDirectory(gtfs) ? Optional.of(gtfs) : Optional.empty();
  }

  private Path roads() {
    return folder.resolve(AreaPreparation.ROADS);
  }
}
