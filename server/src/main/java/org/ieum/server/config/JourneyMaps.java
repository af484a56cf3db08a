package org.ieum.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ieum.fare.FareTable;
import org.ieum.fare.Mode;
import org.ieum.fare.Tariff;
import org.ieum.journey.RideFares;
import org.ieum.model.StopPoint;
import org.ieum.road.ServiceArea;
import org.ieum.server.journeys.JourneyMap;
import org.ieum.server.journeys.TimetableFiles;
import org.jspecify.annotations.Nullable;

/** Makes the map of the journeys of an area when it is first asked for, and keeps it. */
final class JourneyMaps implements Supplier<JourneyMap> {
  /** How much longer than the straight line a drive is taken to be before its path is known. */
  private static final double DETOUR = 1.3;

  private final AreaConfig config;
  private final ServiceArea area;
  private final @Nullable TimetableFiles files;
  private @Nullable JourneyMap made;

  /**
   * Reads the timetables, so that what is wrong with them is told at the start.
   *
   * @param timetables zip files or folders, none for no transit
   */
  JourneyMaps(AreaConfig config, ServiceArea area, List<Path> timetables) {
    this.config = config;
    this.area = area;
    files = timetables.isEmpty() ? null : TimetableFiles.read(timetables);
  }

  @Override
  public synchronized JourneyMap get() {
    JourneyMap map = made;
    if (map == null) {
      FareTable fares = config.findFares().orElse(null);
      map =
          new JourneyMap(
              area,
              config.service().rules().promise(),
              config.service().longestWalk(),
              estimate(fares),
              fares,
              files == null ? null : files.timetable(),
              files == null ? List.of() : files.transfers());
      made = map;
    }
    return map;
  }

  /** What rides will cost about, to choose those that are asked for; offers tell the price. */
  private RideFares estimate(@Nullable FareTable fares) {
    Optional<Tariff> tariff =
        Optional.ofNullable(fares)
            .flatMap(table -> table.findTariff(Mode.DRT, FareTable.ON_DEMAND));
    if (fares == null || tariff.isEmpty()) {
      return RideFares.FREE;
    }
    List<StopPoint> stops = area.stopPoints();
    return (pickup, dropoff, direct, kind, party) -> {
      double metres = stops.get(pickup).location().metresTo(stops.get(dropoff).location());
      return tariff
          .get()
          .price((int) (metres * DETOUR), direct / 1000, kind, party.size(), fares.rounding());
    };
  }
}
