package org.ieum.server.command;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Optional;
import org.ieum.demand.SyntheticDemand;
import org.ieum.dispatch.StopReach;
import org.ieum.model.TimeWindow;
import org.ieum.progress.InputException;
import org.ieum.reposition.RepositionRules;
import org.ieum.road.ServiceArea;
import org.ieum.server.feeds.Region;
import org.ieum.server.feeds.RequestsFile;
import org.ieum.simulation.Simulation.Positioning;
import org.ieum.simulation.TripForecast;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how idle vehicles are moved to where riders are expected. */
@OptionGroup("Idle vehicles")
final class RepositionOptions {
  /** Where to expect riders. */
  enum Choice {
    /** Nowhere: idle vehicles wait where they are. */
    OFF,
    /** Where made-up trips begin. */
    MODEL,
    /** Where they were before. */
    HISTORY
  }

  /** Made-up trips of the forecast; enough for each zone in each hour. */
  private static final int SAMPLE = 20_000;

  /** Takes the forecast's trips apart from those of the day, whose seeds are small. */
  private static final long OTHER_SEED = 0x5bd1e995_00000000L;

  @Option(
      names = "--reposition",
      paramLabel = "WHICH",
      defaultValue = "off",
      description =
          "model: idle vehicles drive to where the made-up demand, drawn anew, expects riders of"
              + " that hour. history: to where --reposition-history expects them. off: they wait"
              + " where they are.")
  Choice choice;

  @Option(
      names = "--reposition-history",
      paramLabel = "FILE",
      description = "Requests of an earlier day: CSV like --demand; with --reposition history.")
  @Nullable Path history;

  /** Says what does not go together, before anything slow is done. */
  void check() {
    if (choice == Choice.HISTORY && history == null) {
      throw new InputException("--reposition history needs --reposition-history");
    }
    if (choice != Choice.HISTORY && history != null) {
      throw new InputException("--reposition-history needs --reposition history");
    }
  }

  /** How idle vehicles are moved, if they are. */
  Optional<Positioning> findPositioning(
      DemandOptions demand,
      ServiceArea area,
      Region region,
      TimeWindow hours,
      int longestWalk,
      DayOfWeek day) {
    if (choice == Choice.OFF) {
      return Optional.empty();
    }
    StopReach reach = new StopReach(area.placeSnapper(), area.walkAccess(), longestWalk);
    TripForecast forecast = new TripForecast(area.stopPoints().size(), reach);
    if (history == null) {
      SyntheticDemand model = demand.toModel(area.network().geometry(), region);
      long seed = demand.seed ^ OTHER_SEED;
      for (int trips = 0; trips < SAMPLE; trips += demand.count) {
        forecast.add(day, model.trips(demand.count, hours.earliest(), hours.latest(), seed++));
      }
    } else {
      forecast.add(day, RequestsFile.read(history, region));
    }
    return Optional.of(new Positioning(forecast.forecast(), RepositionRules.DEFAULT, day));
  }
}
