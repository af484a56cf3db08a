package org.ieum.server.command;

import java.nio.file.Path;
import java.util.Optional;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a map is the service area. */
@OptionGroup("Map")
final class OutlineOptions {
  @Option(
      names = "--area",
      paramLabel = "FILE",
      description =
          "Outline of the service area, GeoJSON polygon, holes allowed; the whole extract without"
              + " --area and --bbox.")
  @Nullable Path area;

  @Option(
      names = "--bbox",
      paramLabel = "BOX",
      description = "Outline as minLon,minLat,maxLon,maxLat in degrees, instead of --area.")
  @Nullable String box;

  /** Whether an outline is given. */
  boolean isGiven() {
    return area != null || box != null;
  }

  /**
   * The outline, if one is given.
   *
   * @throws InputException when it is wrong, or given twice
   */
  Optional<AreaOutline> findOutline() {
    if (area != null && box != null) {
      throw new InputException(
          "--area and --bbox exclude each other, were '" + area + "' and '" + box + "'");
    }
    if (area != null) {
      return Optional.of(AreaOutline.read(area));
    }
    return Optional.ofNullable(box).map(AreaOutline::parseBox);
  }
}
