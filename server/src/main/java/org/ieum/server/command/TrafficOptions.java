package org.ieum.server.command;

import java.nio.file.Path;
import java.util.List;
import org.ieum.road.RoadNetwork;
import org.ieum.road.SpeedChange;
import org.ieum.server.feeds.Region;
import org.ieum.server.feeds.SpeedFactorsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How quickly roads are driven. */
@OptionGroup("Traffic")
final class TrafficOptions {
  @Option(
      names = "--speed-factors",
      paramLabel = "FILE",
      description =
          "Rush hours and closed roads: CSV with factor (1 = usual speed, 0.5 = half of it, closed)"
              + " and road_class, edge, or lat and lon; and if you like from (HH:MM, when it takes"
              + " over; from the start of the day when blank).")
  @Nullable Path file;

  /** The changes of speed in the course of the day, in order. */
  List<SpeedChange> toChanges(RoadNetwork network, Region region) {
    return file == null ? List.of() : SpeedFactorsFile.read(file, network, region);
  }
}
