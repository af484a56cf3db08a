package org.ieum.server.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.ieum.server.config.AreaMap;
import org.ieum.server.journeys.TimetableFiles;
import org.ieum.transit.Timetable;
import org.ieum.transit.TransferRule;
import org.jspecify.annotations.Nullable;

/**
 * The timetable on which a command plans journeys.
 *
 * @param timetable of all feeds; null when there are none
 * @param transfers of all feeds
 */
record OpenedTimetable(@Nullable Timetable timetable, List<TransferRule> transfers) {
  OpenedTimetable {
    transfers = List.copyOf(transfers);
  }

  /**
   * Reads feeds and tells what was left out.
   *
   * @param gtfs zips or folders; null for what comes with the map
   */
  static OpenedTimetable read(@Nullable List<Path> gtfs, AreaMap map) {
    List<Path> feeds = gtfs != null ? gtfs : map.findTimetable().map(List::of).orElse(List.of());
    if (feeds.isEmpty()) {
      return new OpenedTimetable(null, List.of());
    }
    TimetableFiles files = TimetableFiles.read(feeds);
    return new OpenedTimetable(files.timetable(), files.transfers());
  }

  /** That of the first feed. */
  ZoneId zone() {
    return timetable == null ? ZoneOffset.UTC : timetable.feeds().get(0).zone();
  }

  /** Twelve hours before noon of a day, as GTFS counts times, Unix ms. */
  long epoch(LocalDate date) {
    return date.atTime(12, 0).atZone(zone()).toInstant().toEpochMilli() - 12 * 3_600_000L;
  }

  /** Of its fares, if they name one. */
  @Nullable Currency currency() {
    return timetable == null ? null : timetable.fares().currency().orElse(null);
  }
}
