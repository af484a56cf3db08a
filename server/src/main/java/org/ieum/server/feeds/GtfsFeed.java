package org.ieum.server.feeds;

import java.nio.file.Path;
import java.util.List;
import org.ieum.progress.InputException;
import org.ieum.transit.TimetableBuilder;
import org.ieum.transit.TransferRule;

/**
 * A feed of timetables (GTFS Schedule) as it was read.
 *
 * <p>Rows that are wrong are left out and counted; what they take with them (the times of a trip
 * whose service is unknown, say) is not counted again. Not read are shapes, translations, fares of
 * version 2, zones to be booked, blocks (riders change even where they could stay seated), and
 * rules for transfers between certain routes or trips. Calls for which one has to phone or to tell
 * the driver cannot be booked here, so nobody boards or alights there.
 *
 * @param id what its ids begin with in the timetable
 * @param stops how many stops can be used
 * @param routes how many routes
 * @param services how many services
 * @param trips how many trips, one that runs again and again once
 * @param fares how many kinds of tickets; none means that fares are unknown, unless told otherwise
 * @param transferRules rules for footpaths, by the stops' indices in the timetable
 * @param faultCount how many faults there are
 * @param faults the first of them, each a sentence with file, line or id, and value
 */
public record GtfsFeed(
    String id,
    int stops,
    int routes,
    int services,
    int trips,
    int fares,
    List<TransferRule> transferRules,
    int faultCount,
    List<String> faults) {
  public GtfsFeed {
    transferRules = List.copyOf(transferRules);
    faults = List.copyOf(faults);
  }

  /**
   * Reads a feed and adds it to a timetable.
   *
   * @param id what its ids shall begin with
   * @param path a zip file or a folder
   * @throws InputException when files or columns are missing, no trip can be used, or its fares are
   *     in another currency than those before
   */
  public static GtfsFeed read(String id, Path path, TimetableBuilder builder) {
    try (GtfsFiles files = GtfsFiles.open(path)) {
      return new GtfsReading(id, path.toString(), files, builder).read();
    }
  }
}
