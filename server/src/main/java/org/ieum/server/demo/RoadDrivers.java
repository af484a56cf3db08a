package org.ieum.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.ieum.model.LatLon;
import org.ieum.road.ServiceArea;
import org.ieum.server.api.VehicleView;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.jspecify.annotations.Nullable;

/** Drivers who take the quickest way to the stop that the server tells, as fast as roads allow. */
public final class RoadDrivers implements Drivers {
  private final ToDoubleFunction<String> pace;
  private final RoadTravelTimes times;
  private final PathGeometry geometry;
  private final Map<String, RoadPosition> stops = new HashMap<>();
  private final Map<String, Integer> indices = new HashMap<>();
  private final Map<String, Trip> trips = new HashMap<>();
  private final AtomicReference<@Nullable RoadMetric> news = new AtomicReference<>();

  /** Where a vehicle stands, or by what path and since when it drives to a stop. */
  private record Trip(
      RoadPosition from, @Nullable String stop, @Nullable DrivePath path, Instant since) {}

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
      stops.put(map.stopPoints().get(i).id(), map.drivingPositions().get(i));
      indices.put(map.stopPoints().get(i).id(), i);
    }
  }

  /** Roads are closed or driven at other speeds from now on; from any thread. */
  public void heed(RoadMetric roads) {
    news.set(roads);
  }

  private void takeNews(Instant now) {
    RoadMetric roads = news.getAndSet(null);
    if (roads != null) {
      times.adopt(roads);
      trips.replaceAll(
          (id, trip) -> trip.path() == null ? trip : begin(where(id, trip, now), trip.stop(), now));
    }
  }

  @Override
  public Optional<LatLon> drive(VehicleView vehicle, Instant now) {
    takeNews(now);
    String id = vehicle.vehicleId();
    Trip trip = trips.get(id);
    RoadPosition standing = position(vehicle.stopId());
    if (standing != null) {
      trips.put(id, new Trip(standing, vehicle.stopId(), null, now));
      return Optional.of(geometry.locate(standing));
    }
    if (trip == null) {
      return Optional.empty();
    }
    String next = vehicle.towardsStopId() == null ? vehicle.nextStopId() : vehicle.towardsStopId();
    if (position(next) != null && !Objects.equals(next, trip.stop())) {
      trip = begin(where(id, trip, now), next, now);
      trips.put(id, trip);
    }
    return Optional.of(geometry.locate(where(id, trip, now)));
  }

  private @Nullable RoadPosition position(@Nullable String stop) {
    return stop == null ? null : stops.get(stop);
  }

  private Trip begin(RoadPosition from, @Nullable String stop, Instant now) {
    int place = times.acquire(from);
    try {
      return new Trip(from, stop, times.path(place, indices.getOrDefault(stop, 0)), now);
    } finally {
      times.release(place);
    }
  }

  private RoadPosition where(String vehicle, Trip trip, Instant now) {
    DrivePath path = trip.path();
    if (path == null || path.size() == 0) {
      return trip.from();
    }
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
    RoadPosition end = position(trip.stop());
    return end == null ? trip.from() : end;
  }
}
