package org.ieum.server.command;

import java.io.IOException;
import java.nio.file.Path;
import org.ieum.osmdata.EmbeddedArea;
import org.ieum.progress.InputException;
import org.ieum.server.config.AreaMap;
import org.ieum.server.config.AreaMaps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a service runs: the embedded area, a prepared one, or an extract. */
@OptionGroup("Map")
final class ScenarioMapOptions {
  @Option(
      names = "--prepared",
      paramLabel = "DIR",
      description =
          "Folder that 'ieum prepare' wrote; the embedded area, central Gothenburg, without"
              + " --prepared and --osm.")
  @Nullable Path prepared;

  @Option(
      names = "--osm",
      paramLabel = "FILE",
      description = "OpenStreetMap extract, .osm.pbf, prepared on the way.")
  @Nullable Path extract;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Folder in which prepared areas are kept; $XDG_CACHE_HOME/ieum or ~/.cache/ieum if not"
              + " given.")
  @Nullable Path cache;

  /** What to call the area. */
  String name() {
    Path source = extract != null ? extract : prepared;
    if (source == null) {
      return EmbeddedArea.TITLE;
    }
    String file = String.valueOf(source.toAbsolutePath().normalize().getFileName());
    return file.replaceFirst("\\.osm\\.pbf$|\\.pbf$", "");
  }

  /**
   * The map, opened.
   *
   * @throws InputException when the options contradict each other or name no prepared area
   */
  AreaMap open(OutlineOptions outline, StopPlacementOptions stops) throws IOException {
    if (extract != null && prepared != null) {
      throw new InputException(
          "--osm and --prepared exclude each other, were '" + extract + "' and '" + prepared + "'");
    }
    AreaMaps maps = new AreaMaps(cache == null ? UserFolders.cache() : cache);
    if (extract != null) {
      return maps.extract(extract, outline.findOutline(), stops.toStopOptions());
    }
    if (outline.isGiven() || stops.isGiven()) {
      throw new InputException("--area, --bbox and the options of stop points need --osm");
    }
    return prepared == null ? maps.embedded() : maps.prepared("--prepared " + prepared, prepared);
  }
}
