package org.ieum.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ieum.model.LatLon;
import org.ieum.road.ServiceArea;
import org.ieum.server.api.VehicleView;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;

/** Drivers who take the quickest way to the stop that the server tells, as fast as roads allow. */
public final class RoadDrivers implements Drivers {
  private final ToDoubleFunction<String> pace;
  private final RoadTravelTimes times;
  private final PathGeometry geometry;
  private final Map<String, Integer> stops = new HashMap<>();
  private final Map<String, Trip> trips = new HashMap<>();

  /** Where a vehicle stands, or by what path and since when it drives to a stop. */
  private record Trip(RoadPosition from, String stop, DrivePath path, Instant since) {}

  /** Drivers who keep to the times of the roads. */
  public RoadDrivers(ServiceArea map) {
    this(map, vehicle -> 1);
  }

  /**
   * Drivers of all kinds.
   *
   * @param pace how fast a vehicle drives, 1 as fast as roads allow
   */
  public RoadDrivers(ServiceArea map, ToDoubleFunction<String> pace) {
    this.pace = pace;
    times = map.travelTimes();
    geometry = map.network().geometry();
    for (int i = 0; i < map.stopPoints().size(); i++) {
      stops.put(map.stopPoints().get(i).id(), i);
    }
  }

  @Override
  public Optional<LatLon> drive(VehicleView vehicle, Instant now) {
    String id = vehicle.vehicleId();
    Trip trip = trips.get(id);
    String at = vehicle.stopId();
    if (at != null && stops.containsKey(at)) {
      RoadPosition place = times.position(stops.get(at));
      trips.put(id, stand(place, at, now));
      return Optional.of(geometry.locate(place));
    }
    String next = vehicle.nextStopId();
    if (trip == null) {
      return Optional.empty();
    }
    if (next != null && stops.containsKey(next) && !next.equals(trip.stop())) {
      trip = begin(where(id, trip, now), next, now);
      trips.put(id, trip);
    }
    return Optional.of(geometry.locate(where(id, trip, now)));
  }

  private Trip stand(RoadPosition place, String stop, Instant now) {
    int index = stops.get(stop);
    return new Trip(place, stop, times.path(index, index), now);
  }

  private Trip begin(RoadPosition from, String stop, Instant now) {
    int place = times.acquire(from);
    try {
      return new Trip(from, stop, times.path(place, stops.get(stop)), now);
    } finally {
      times.release(place);
    }
  }

  private RoadPosition where(String vehicle, Trip trip, Instant now) {
    DrivePath path = trip.path();
    long elapsed =
        (long) (Duration.between(trip.since(), now).toMillis() * pace.applyAsDouble(vehicle));
    int before = 0;
    for (int i = 0; i < path.size(); i++) {
      int end = path.endMillis(i);
      if (elapsed < end) {
        double share = (double) Math.max(0, elapsed - before) / (end - before);
        double fraction =
            path.fromFraction(i) + share * (path.toFraction(i) - path.fromFraction(i));
        return new RoadPosition(path.edge(i), fraction);
      }
      before = end;
    }
    return path.size() == 0 ? trip.from() : times.position(stops.get(trip.stop()));
  }
}
