package org.ieum.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.EmbeddedArea;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.stops.StopOptions;
import org.ieum.progress.InputException;
import org.ieum.road.AreaCache;

/** Opens maps, wherever they come from, with one folder for all that can be made again. */
public final class AreaMaps {
  private final Path folder;
  private final AreaCache areas;

  /**
   * Opens maps.
   *
   * @param cache the folder for what can be made again; made when missing
   */
  public AreaMaps(Path cache) {
    folder = cache;
    areas = new AreaCache(cache.resolve("areas"));
  }

  /** The map that is part of the program. */
  public AreaMap embedded() throws IOException {
    return new AreaMap(EmbeddedArea.copyTo(folder.resolve(EmbeddedArea.NAME)), areas);
  }

  /**
   * A map that {@code ieum prepare} wrote.
   *
   * @param source how people named it, begins the message
   * @throws InputException when the folder does not hold one
   */
  public AreaMap prepared(String source, Path prepared) {
    for (String file : new String[] {AreaPreparation.ROADS, AreaPreparation.STOPS}) {
      if (!Files.isRegularFile(prepared.resolve(file))) {
        throw new InputException(source + ": has no " + file);
      }
    }
    return new AreaMap(prepared, areas);
  }

  /**
   * An OpenStreetMap extract, prepared now unless it has been before.
   *
   * @param outline of the area; the whole extract when empty
   * @param stops how stop points are placed
   * @throws InputException see {@link AreaPreparation#run}
   */
  public AreaMap extract(Path extract, Optional<AreaOutline> outline, StopOptions stops) {
    return new AreaMap(new PreparedExtracts(folder).open(extract, outline, stops), areas);
  }
}
