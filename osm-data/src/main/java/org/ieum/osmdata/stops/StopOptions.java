package org.ieum.osmdata.stops;

import java.nio.file.Path;
import java.util.Optional;
import org.ieum.progress.InputException;

/**
 * How an area gets its stop points.
 *
 * @param file the operator's own stops, CSV or GTFS; when there, {@code choice} does not matter
 * @param choice which others to take
 * @param fillsGaps whether virtual stops are added where given ones or those of OpenStreetMap are
 *     too far away
 * @param walkMetres walking distance within which a street counts as covered, 50 to 5,000
 * @param spacingMetres walking distance that a virtual stop keeps from any other, 1 to 5,000
 * @param minGainMetres length of streets that a virtual stop must newly cover, at least 1
 * @param maxStops no virtual stop is added when there are so many stops, 2 to 20,000
 */
public record StopOptions(
    Optional<Path> file,
    StopChoice choice,
    boolean fillsGaps,
    int walkMetres,
    int spacingMetres,
    int minGainMetres,
    int maxStops) {
  /** Virtual stops or those of the map, 300 m walk, 200 m apart. */
  public static final StopOptions DEFAULT =
      new StopOptions(Optional.empty(), StopChoice.AUTO, false, 300, 200, 100, 2000);

  public StopOptions {
    check("walk in metres", walkMetres, 50, 5000);
    check("stop spacing in metres", spacingMetres, 1, 5000);
    check("minimum gain in metres", minGainMetres, 1, 1_000_000);
    check("maximum number of stops", maxStops, 2, 20_000);
  }

  private static void check(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InputException(name + " must be from " + min + " to " + max + ", was " + value);
    }
  }

  /** The same with stops from a file. */
  public StopOptions withFile(Path given) {
    return new StopOptions(
        Optional.of(given), choice, fillsGaps, walkMetres, spacingMetres, minGainMetres, maxStops);
  }

  /** The same with another choice. */
  public StopOptions withChoice(StopChoice other) {
    return new StopOptions(
        file, other, fillsGaps, walkMetres, spacingMetres, minGainMetres, maxStops);
  }

  /** The same with gaps filled or not. */
  public StopOptions withGapsFilled(boolean fills) {
    return new StopOptions(file, choice, fills, walkMetres, spacingMetres, minGainMetres, maxStops);
  }
}
