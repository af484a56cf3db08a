package org.ieum.osmdata.clip;

import crosby.binary.osmosis.OsmosisReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.ieum.progress.InputException;
import org.ieum.progress.ProgressLine;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.openstreetmap.osmosis.core.OsmosisRuntimeException;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts the roads of one area out of an extract. Everything runs in the caller's thread, so a fault
 * in the middle of the chain comes out here.
 *
 * <p>Memory: the nodes of the extract lie in a temporary file while the area is cut; only what is
 * kept is held.
 */
public final class ExtractClipper {
  private static final Logger LOG = LoggerFactory.getLogger(ExtractClipper.class);

  private final Path extract;
  private final @Nullable AreaOutline area;

  /**
   * A clipper for one extract.
   *
   * @param extract an {@code .osm.pbf} file
   * @param area what to cut out, null for all of it
   */
  public ExtractClipper(Path extract, @Nullable AreaOutline area) {
    this.extract = extract;
    this.area = area;
  }

  /**
   * Reads the extract and keeps what routing needs.
   *
   * @throws InputException when the file is missing, empty, truncated, no pbf or wrong inside, when
   *     the area is outside of it, and when no road is left
   */
  public ClippedRoads clip() {
    QuietOsmosis.apply();
    PbfStructure.check(extract);
    KindCounts nodes = new KindCounts();
    KindCounts ways = new KindCounts();
    KindCounts relations = new KindCounts();
    RoadCollector collector = new RoadCollector(area);
    Sink cut = collector;
    if (area != null) {
      AreaCut areaCut = new AreaCut(area);
      areaCut.setSink(collector);
      cut = areaCut;
    }
    RoadSelection selection = new RoadSelection(cut, nodes, ways, relations);
    Envelope extent;
    try (ProgressLine progress = new ProgressLine("clip", "map objects", 0)) {
      ExtractCheck check = new ExtractCheck(extract, selection, progress);
      run(check);
      extent = check.extent();
    }
    if (area != null && collector.nodeCount() == 0) {
      throw new InputException(outside(area, extent));
    }
    ClippedRoads roads = collector.finish(nodes, ways, relations);
    if (roads.ways().isEmpty()) {
      throw new InputException(
          extract
              + ": no roads left"
              + (area == null ? "" : " in the area " + area)
              + ": "
              + ways.readCount()
              + " ways read, none usable "
              + ways.dropped());
    }
    return roads;
  }

  private void run(Sink first) {
    OsmosisReader reader = new OsmosisReader(extract.toFile());
    reader.setSink(first);
    try {
      reader.run();
    } catch (OsmosisRuntimeException
        | UncheckedIOException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException e) {
      // The reader trusts the file: a wrong index or a block packed in an unknown way ends so.
      LOG.debug("{} cannot be read", extract, e);
      throw new InputException(extract + ": is corrupt: " + e.getMessage());
    }
  }

  private String outside(AreaOutline wanted, Envelope extent) {
    if (extent.isNull()) {
      return extract + ": has no nodes";
    }
    Envelope box = wanted.bounds();
    Envelope swapped = new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
    return extract
        + ": the area "
        + wanted
        + " has nothing of the extract, which covers "
        + AreaOutline.text(extent)
        + (swapped.intersects(extent) ? "; longitude and latitude of the area look swapped" : "");
  }
}
