package org.ieum.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ieum.road.RoadNetwork;
import org.ieum.road.SpeedChange;
import org.ieum.server.feeds.Region;
import org.ieum.server.feeds.SpeedFactorsFile;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.traveltime.EdgeTimes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How quickly roads are driven. */
@OptionGroup("Traffic")
final class TrafficOptions {
  private static final Logger LOG = LoggerFactory.getLogger(TrafficOptions.class);

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
    if (file == null) {
      return List.of();
    }
    List<SpeedChange> changes = SpeedFactorsFile.read(file, network, region);
    for (SpeedChange change : changes) {
      LOG.info("{}", text(change, network.driving()));
    }
    return changes;
  }

  /** How many roads for cars are driven in another way than usual from then on. */
  private static String text(SpeedChange change, EdgeTimes driving) {
    int closed = 0;
    int slower = 0;
    int faster = 0;
    for (int edge = 0; edge < driving.edgeCount(); edge++) {
      if (driving.usable(edge)) {
        double factor = change.factors().forward(edge);
        closed += factor == 0 ? 1 : 0;
        slower += factor > 0 && factor < 1 ? 1 : 0;
        faster += factor > 1 ? 1 : 0;
      }
    }
    return String.format(
        Locale.ROOT,
        "from %s on, %,d road edges are closed, %,d slower and %,d faster than usual",
        new ServiceTime(change.time()),
        closed,
        slower,
        faster);
  }
}
