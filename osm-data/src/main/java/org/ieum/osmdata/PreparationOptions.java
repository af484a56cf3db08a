package org.ieum.osmdata;

import java.nio.file.Path;
import java.util.Optional;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.stops.StopOptions;

/**
 * What to prepare.
 *
 * @param extract an {@code .osm.pbf} file
 * @param area what to cut out, empty for all of it
 * @param stops how the area gets its stop points
 * @param folder where the result goes; files of an earlier preparation are replaced
 */
public record PreparationOptions(
    Path extract, Optional<AreaOutline> area, StopOptions stops, Path folder) {}
