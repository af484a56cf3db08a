package org.ieum.server.feeds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.ieum.model.LatLon;
import org.ieum.model.Money;
import org.ieum.transit.Footpaths;
import org.ieum.transit.StraightPaths;
import org.ieum.transit.Timetable;
import org.ieum.transit.TimetableBuilder;
import org.ieum.transit.TransitAccess;
import org.junit.jupiter.api.Assumptions;

/** Both feeds of a real city in one timetable, and made-up trips across it. */
final class PortoAlegre {
  private static final double WALKING = 1.2;
  private static final double DETOUR = 1.3;

  final GtfsFeed buses;
  final GtfsFeed trains;
  final Timetable timetable;
  final Footpaths footpaths;

  PortoAlegre() {
    TimetableBuilder builder = new TimetableBuilder();
    buses = GtfsFeed.read("eptc", file("poa_eptc.zip"), builder);
    trains = GtfsFeed.read("trensurb", file("poa_trensurb.zip"), builder);
    builder.flatFare(1, Money.of(420, "BRL"));
    timetable = builder.build();
    footpaths = StraightPaths.within(timetable, 400, WALKING).build();
  }

  static Path file(String name) {
    String set = System.getProperty("ieum.shared");
    Path shared = set == null ? search() : Path.of(set);
    Path file = shared.resolve("data").resolve("gtfs").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped, needs " + file);
    return file;
  }

  private static Path search() {
    Path folder = Path.of("").toAbsolutePath();
    for (Path up = folder; up != null; up = up.getParent()) {
      Path shared = up.resolveSibling("shared");
      if (Files.isDirectory(shared)) {
        return shared;
      }
    }
    return folder.resolve("../shared");
  }

  /** A place near a stop, any with the same chance. */
  LatLon place(Random random) {
    LatLon stop = timetable.stop(random.nextInt(timetable.stopCount())).position();
    return new LatLon(
        stop.lat() + (random.nextDouble() - 0.5) / 200,
        stop.lon() + (random.nextDouble() - 0.5) / 200);
  }

  /**
   * Walks between a place and the stops that are nearest.
   *
   * @param time that is added to how long they take, seconds
   */
  List<TransitAccess> walks(LatLon place, long time, int count) {
    List<Integer> stops = new ArrayList<>();
    for (int i = 0; i < timetable.stopCount(); i++) {
      stops.add(i);
    }
    stops.sort(Comparator.comparingInt(stop -> seconds(place, stop)));
    List<TransitAccess> ways = new ArrayList<>();
    for (int stop : stops.subList(0, count)) {
      int walk = seconds(place, stop);
      ways.add(new TransitAccess(stop, time + walk, walk, 0, 0, ways.size()));
    }
    return ways;
  }

  /** The same walks, each of which one has to begin in time to be there by the given time. */
  static List<TransitAccess> by(List<TransitAccess> walks, long time) {
    List<TransitAccess> ways = new ArrayList<>();
    for (TransitAccess w : walks) {
      ways.add(
          new TransitAccess(
              w.stop(), time - w.walking(), w.walking(), w.fare(), w.vehicles(), w.key()));
    }
    return ways;
  }

  private int seconds(LatLon place, int stop) {
    return (int) Math.ceil(place.metresTo(timetable.stop(stop).position()) * DETOUR / WALKING);
  }
}
