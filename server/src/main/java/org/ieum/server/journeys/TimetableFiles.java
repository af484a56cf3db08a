package org.ieum.server.journeys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ieum.server.feeds.GtfsFeed;
import org.ieum.transit.Timetable;
import org.ieum.transit.TimetableBuilder;
import org.ieum.transit.TransferRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timetables as they were read.
 *
 * @param timetable of all files
 * @param transfers rules of changing
 */
public record TimetableFiles(Timetable timetable, List<TransferRule> transfers) {
  private static final Logger LOG = LoggerFactory.getLogger(TimetableFiles.class);

  public TimetableFiles {
    transfers = List.copyOf(transfers);
  }

  /**
   * Reads feeds into one timetable; what is wrong with single rows is logged.
   *
   * @param files zip files or folders; ids of the timetable begin with the name of theirs
   * @throws org.ieum.progress.InputException when one of them cannot be used
   */
  public static TimetableFiles read(List<Path> files) {
    TimetableBuilder builder = new TimetableBuilder();
    List<TransferRule> transfers = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.toAbsolutePath().normalize().getFileName());
      GtfsFeed feed = GtfsFeed.read(name.replaceFirst("[.]zip$", ""), file, builder);
      LOG.info(
          "timetable  {}: {} stops, {} routes, {} trips, {} rows left out",
          name,
          feed.stops(),
          feed.routes(),
          feed.trips(),
          feed.faultCount());
      feed.faults().forEach(fault -> LOG.warn("{}", fault));
      transfers.addAll(feed.transferRules());
    }
    return new TimetableFiles(builder.build(), transfers);
  }
}
