package org.ieum.server.feeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ieum.demand.Attractor;
import org.ieum.model.LatLon;
import org.ieum.progress.InputException;

/**
 * Places that draw more trips than their streets suggest, as CSV with the columns {@code lat, lon}
 * (WGS 84 degrees), {@code weight} (trips that end there, relative to 1 for the whole map) and,
 * optional, {@code radius_m} (200 when blank).
 */
public final class AttractorsFile {
  static final List<String> REQUIRED = List.of("lat", "lon", "weight");
  static final List<String> OPTIONAL = List.of("radius_m");
  private static final double RADIUS = 200;

  private AttractorsFile() {}

  /**
   * Reads all places.
   *
   * @param region where the service runs, only to recognise swapped coordinates
   * @throws InputException when the file or any row is wrong
   */
  public static List<Attractor> read(Path file, Region region) {
    FeedTable table = FeedTable.read(file, REQUIRED, OPTIONAL);
    List<Attractor> attractors = new ArrayList<>();
    table.forEach(row -> add(row, region, attractors));
    table.finish("places");
    return attractors;
  }

  private static void add(FeedRow row, Region region, List<Attractor> attractors) {
    Optional<LatLon> place = row.findPlace("lat", "lon", region);
    OptionalDouble weight = row.findNumber("weight");
    OptionalDouble radius =
        row.has("radius_m") ? row.findNumber("radius_m") : OptionalDouble.of(RADIUS);
    if (row.isSound()) {
      try {
        attractors.add(
            new Attractor(place.orElseThrow(), radius.orElseThrow(), weight.orElseThrow()));
      } catch (IllegalArgumentException e) {
        row.fault(String.valueOf(e.getMessage()));
      }
    }
  }
}
