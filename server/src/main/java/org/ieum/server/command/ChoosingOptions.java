package org.ieum.server.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ieum.fare.FareTable;
import org.ieum.fare.Mode;
import org.ieum.journey.JourneyRules;
import org.ieum.journey.RideFares;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.ServiceRules;
import org.ieum.model.StopPoint;
import org.ieum.progress.InputException;
import org.ieum.road.ServiceArea;
import org.ieum.server.config.AreaMap;
import org.ieum.server.journeys.JourneyMap;
import org.ieum.simulation.JourneyDay;
import org.ieum.simulation.MadeUpScooters;
import org.ieum.simulation.ModeChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether riders choose among journeys, and among which. */
@OptionGroup("Journeys")
final class ChoosingOptions {
  /** The options below; without the first the others mean nothing. */
  static final Set<String> NAMES = Set.of("journeys", "gtfs", "scooters", "fares");

  private static final int MOST = 10_000;

  @Option(
      names = "--journeys",
      description =
          "Riders choose among journeys by walking, on-demand bus, transit and scooter; else all"
              + " ask for the bus.")
  boolean isOn;

  @Option(
      names = "--gtfs",
      paramLabel = "FILE",
      description =
          "Timetable, zip or folder; several times for several feeds. With the embedded area an"
              + " invented one, else none.")
  @Nullable List<Path> gtfs;

  @Option(
      names = "--scooters",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description =
          "How many made-up scooters stand at the stop points in the morning, 0 to 10,000.")
  int scooters;

  @Option(
      names = "--fares",
      paramLabel = "FILE",
      description = "YAML with the fares of an area; rides are free without.")
  @Nullable Path fares;

  /** Refuses what has no effect. */
  void check() {
    if (!isOn && (gtfs != null || scooters != 0 || fares != null)) {
      throw new InputException("--gtfs, --scooters and --fares need --journeys");
    }
    if (scooters < 0 || scooters > MOST) {
      throw new InputException("--scooters must be from 0 to " + MOST + ", was " + scooters);
    }
  }

  /**
   * What riders choose among, if they do.
   *
   * @param longestWalk to or from a stop point, ms
   */
  Optional<JourneyDay> findJourneys(
      AreaMap map,
      ServiceArea area,
      ServiceRules rules,
      int longestWalk,
      LocalDate date,
      long seed) {
    if (!isOn) {
      return Optional.empty();
    }
    OpenedTimetable timetable = OpenedTimetable.read(gtfs, map);
    FareTable table = TableRides.read(fares);
    Currency currency = table == null ? timetable.currency() : table.currency();
    long epoch = timetable.epoch(date);
    RideFares rides = TableRides.of(table, area);
    JourneyMap journeys =
        new JourneyMap(
            area,
            rules.promise(),
            longestWalk,
            rides,
            table,
            timetable.timetable(),
            timetable.transfers());
    ScooterSupply supply =
        MadeUpScooters.of(
            area.stopPoints().stream().map(StopPoint::location).toList(),
            scooters,
            seed,
            epoch,
            hasScooterTariff(table) ? null : currency);
    return Optional.of(
        new JourneyDay(
            new MapJourneys(journeys),
            ModeChoice.standard(seed),
            JourneyRules.DEFAULT,
            supply,
            rides,
            epoch));
  }

  /** Then scooters have no prices of their own. */
  private static boolean hasScooterTariff(@Nullable FareTable table) {
    return table != null && table.findTariff(Mode.SCOOTER, Mode.SCOOTER.code()).isPresent();
  }
}
