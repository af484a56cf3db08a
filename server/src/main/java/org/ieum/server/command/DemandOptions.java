package org.ieum.server.command;

import java.nio.file.Path;
import java.util.List;
import org.ieum.demand.Attractor;
import org.ieum.demand.DemandSettings;
import org.ieum.demand.RequestedTrip;
import org.ieum.demand.SyntheticDemand;
import org.ieum.model.TimeWindow;
import org.ieum.progress.InputException;
import org.ieum.server.feeds.AttractorsFile;
import org.ieum.server.feeds.Region;
import org.ieum.server.feeds.RequestsFile;
import org.ieum.server.quantity.Distance;
import org.ieum.simulation.RiderBehaviour;
import org.ieum.traveltime.PathGeometry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who wants to ride. */
@OptionGroup("Demand")
final class DemandOptions {
  private static final int MOST = 1_000_000;

  @Option(
      names = "--requests",
      paramLabel = "NUMBER",
      defaultValue = "3000",
      description = "How many requests to make up from the map, 1 to 1,000,000.")
  int count;

  @Option(
      names = "--demand",
      paramLabel = "FILE",
      description =
          "Requests instead: CSV with request_time, pickup_lat, pickup_lon, drop_off_lat,"
              + " drop_off_lon, and if you like requested_time, time_type (depart_at, arrive_by),"
              + " passenger_count, wheelchairs, request_id, rider_id.")
  @Nullable Path file;

  @Option(
      names = "--attractors",
      paramLabel = "FILE",
      description =
          "Places that draw more trips: CSV with lat, lon, weight (1 = as much as all the map),"
              + " radius_m.")
  @Nullable Path attractors;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Of everything drawn at random; the same seed gives the same day.")
  long seed;

  @Option(
      names = "--prebooked-share",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description = "Requests made half an hour to four hours ahead, 0 to 1.")
  double prebookedShare;

  @Option(
      names = "--arrive-by-share",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description = "Requests with a time of arrival, 0 to 1.")
  double arriveByShare;

  @Option(
      names = "--wheelchair-share",
      paramLabel = "SHARE",
      defaultValue = "0.015",
      description = "Parties with a wheelchair, 0 to 1.")
  double wheelchairShare;

  @Option(
      names = "--shortest-trip",
      paramLabel = "DISTANCE",
      defaultValue = "800m",
      description = "Shortest straight line between the ends of a trip.")
  Distance shortestTrip;

  @Option(
      names = "--trip-decay",
      paramLabel = "DISTANCE",
      defaultValue = "3km",
      description = "Distance at which a trip is e times rarer.")
  Distance tripDecay;

  @Option(
      names = "--cancel-share",
      paramLabel = "SHARE",
      defaultValue = "0.03",
      description = "Bookings called off before boarding, 0 to 1.")
  double cancelShare;

  @Option(
      names = "--no-show-share",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "Parties that never come to their pickup, 0 to 1.")
  double noShowShare;

  @Option(
      names = "--incomplete-share",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "Parties of two or more of which one stays away, 0 to 1.")
  double incompleteShare;

  /**
   * The day's trips, in the order in which they are asked for.
   *
   * @param region where the service runs, to recognise swapped coordinates
   * @param service when made-up trips are asked for
   */
  List<RequestedTrip> toTrips(PathGeometry geometry, Region region, TimeWindow service) {
    if (file != null) {
      return RequestsFile.read(file, region);
    }
    if (count < 1 || count > MOST) {
      throw new InputException("--requests must be from 1 to " + MOST + ", was " + count);
    }
    SyntheticDemand model = toModel(geometry, region);
    try {
      return model.trips(count, service.earliest(), service.latest(), seed);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }

  /** What trips are made up of. */
  SyntheticDemand toModel(PathGeometry geometry, Region region) {
    List<Attractor> places =
        attractors == null ? List.of() : AttractorsFile.read(attractors, region);
    try {
      DemandSettings settings =
          new DemandSettings(
              prebookedShare,
              arriveByShare,
              wheelchairShare,
              shortestTrip.metres(),
              tripDecay.metres());
      return new SyntheticDemand(settings, geometry, places);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }

  RiderBehaviour toBehaviour() {
    try {
      return new RiderBehaviour(cancelShare, noShowShare, incompleteShare, seed);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }
}
