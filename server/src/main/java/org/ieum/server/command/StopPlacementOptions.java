package org.ieum.server.command;

import java.nio.file.Path;
import java.util.Optional;
import org.ieum.osmdata.stops.StopChoice;
import org.ieum.osmdata.stops.StopOptions;
import org.ieum.server.quantity.Distance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an area gets its stop points. */
@OptionGroup("Stop points")
final class StopPlacementOptions {
  @Option(
      names = "--stops",
      paramLabel = "FILE",
      description =
          "Own stop points: CSV with stop_id, stop_name, stop_lat, stop_lon (degrees), a GTFS"
              + " stops.txt, or a GTFS .zip. --stop-source does not matter then.")
  @Nullable Path file;

  @Option(
      names = "--stop-source",
      paramLabel = "SOURCE",
      defaultValue = "auto",
      description =
          "osm: bus stops of the map; virtual: placed to cover the walkable streets; auto: osm when"
              + " these cover half of the streets, else virtual.")
  StopChoice choice;

  @Option(
      names = "--fill-gaps",
      description = "Add virtual stops where those of --stops or of the map are too far away.")
  boolean fillsGaps;

  @Option(
      names = "--walk",
      paramLabel = "DISTANCE",
      defaultValue = "300m",
      description = "Walking distance within which a street counts as covered, 50 m to 5 km.")
  Distance walk;

  @Option(
      names = "--stop-spacing",
      paramLabel = "DISTANCE",
      defaultValue = "200m",
      description = "Walking distance that a virtual stop keeps from any other, 1 m to 5 km.")
  Distance spacing;

  @Option(
      names = "--min-gain",
      paramLabel = "DISTANCE",
      defaultValue = "100m",
      description = "Length of streets that a virtual stop must newly cover, at least 1 m.")
  Distance minGain;

  @Option(
      names = "--max-stops",
      paramLabel = "NUMBER",
      defaultValue = "2000",
      description = "No virtual stop is added when there are so many stops, 2 to 20,000.")
  int maxStops;

  /** Whether any of them differs from its default. */
  boolean isGiven() {
    return !toStopOptions().equals(StopOptions.DEFAULT);
  }

  /**
   * The same for the preparation.
   *
   * @throws org.ieum.progress.InputException when a value is out of its bounds
   */
  StopOptions toStopOptions() {
    return new StopOptions(
        Optional.ofNullable(file),
        choice,
        fillsGaps,
        walk.metres(),
        spacing.metres(),
        minGain.metres(),
        maxStops);
  }
}
