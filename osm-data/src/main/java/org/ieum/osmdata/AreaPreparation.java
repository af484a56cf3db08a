package org.ieum.osmdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.clip.ClippedRoads;
import org.ieum.osmdata.clip.ExtractClipper;
import org.ieum.osmdata.clip.PbfWriter;
import org.ieum.osmdata.stops.StopPlan;
import org.ieum.osmdata.stops.StopPlanner;
import org.ieum.osmdata.stops.StopsFile;
import org.ieum.progress.InputException;

/**
 * Makes a service area of an extract: {@link #ROADS}, {@link #STOPS}, {@link #AREA} and {@link
 * #REPORT} in one folder. The same input gives the same files byte for byte. The files appear only
 * when all of them are done.
 */
public final class AreaPreparation {
  /** The roads, an OpenStreetMap pbf. */
  public static final String ROADS = "area.osm.pbf";

  /** The stop points, GeoJSON; see {@link StopsFile}. */
  public static final String STOPS = "stops.geojson";

  /** The outline, GeoJSON. */
  public static final String AREA = "area.geojson";

  /** What was kept and dropped, JSON. */
  public static final String REPORT = "report.json";

  private AreaPreparation() {}

  /**
   * Prepares the area.
   *
   * @throws InputException when the extract, the area or the stops cannot be used, or the folder
   *     cannot be written; the folder is as it was then
   */
  public static PreparationReport run(PreparationOptions options) {
    try (OutputFolder folder = OutputFolder.open(options.folder())) {
      ClippedRoads roads =
          new ExtractClipper(options.extract(), options.area().orElse(null)).clip();
      AreaOutline area = options.area().orElseGet(roads::bounds);
      StopPlan plan = new StopPlanner(options.extract(), roads, area, options.stops()).plan();
      PreparationReport report =
          new PreparationReport(
              String.valueOf(options.extract().getFileName()),
              area.toString(),
              roads.nodeCounts(),
              roads.wayCounts(),
              roads.relationCounts(),
              plan);
      write(folder.partial(), roads, area, plan, report);
      folder.publish();
      return report;
    } catch (IOException e) {
      throw new InputException(options.folder() + ": cannot be written: " + e.getMessage());
    }
  }

  private static void write(
      Path folder, ClippedRoads roads, AreaOutline area, StopPlan plan, PreparationReport report)
      throws IOException {
    PbfWriter.write(roads, folder.resolve(ROADS));
    StopsFile.write(plan.stops(), folder.resolve(STOPS));
    area.write(folder.resolve(AREA));
    Files.writeString(folder.resolve(REPORT), report.toJson(), StandardCharsets.UTF_8);
  }
}
