package org.ieum.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ieum.model.LatLon;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.StopView;
import org.ieum.server.api.VehicleView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of an area's vehicles: now and then each tells where it is. A vehicle moves on the
 * straight line from where it was last to its next stop, so fast that it comes there in time.
 */
public final class DemoVehicles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoVehicles.class);
  private static final int IN_FLIGHT = 16;
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** Every so many rounds vehicles that stand still tell it. */
  private static final int REMINDER = 12;

  private final DemoServer server;
  private final ApiClient client;
  private final long interval;
  private final DemoThread thread = new DemoThread("demo-vehicles");
  private final Map<String, LatLon> stops = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /** Vehicles whose last position has not been answered. */
  private final Set<String> sending = new HashSet<>();

  private boolean asking;
  private long round;
  private long sequence;
  private int sent;
  private int failed;

  /** Where a vehicle was, on the server's clock. */
  private record Place(LatLon at, Instant time) {}

  /**
   * Vehicles that are still silent.
   *
   * @param interval between two positions, real time
   */
  public DemoVehicles(DemoServer server, Duration interval) {
    this.server = server;
    client = new ApiClient(server, IN_FLIGHT);
    this.interval = interval.toNanos();
    sequence = server.now().toEpochMilli();
  }

  /** From now on they tell where they are. */
  public void start() {
    thread.every(interval, this::tell);
    thread.every(60 * SECOND_NANOS, this::log);
  }

  private void log() {
    LOG.info("Simulated vehicles: {} positions sent, {} failed", sent, failed);
    sent = 0;
    failed = 0;
  }

  /** A round, unless the last one still waits for the server. */
  private void tell() {
    if (asking) {
      return;
    }
    asking = true;
    String what = stops.isEmpty() ? "/v1/stops" : "/v1/vehicles";
    thread.then(client.get(what + "?area_id=" + server.areaId()), this::hear);
  }

  private void hear(Reply reply) {
    asking = false;
    if (!reply.isGood()) {
      failed++;
    } else if (stops.isEmpty()) {
      reply.body().path("stops").forEach(node -> learn(DemoJson.read(node, StopView.class)));
    } else {
      round++;
      reply.body().path("vehicles").forEach(node -> move(DemoJson.read(node, VehicleView.class)));
    }
  }

  private void learn(StopView stop) {
    stops.put(stop.stopId(), new LatLon(stop.stopLat(), stop.stopLon()));
  }

  private void move(VehicleView vehicle) {
    String id = vehicle.vehicleId();
    Place last = places.get(id);
    LatLon at = stops.get(String.valueOf(vehicle.stopId()));
    boolean drives = at == null;
    if (drives && last != null) {
      at = underway(vehicle, last);
    }
    boolean isNews = drives || last == null || !last.at().equals(at);
    if (at == null || sending.contains(id) || !(isNews || round % REMINDER == 0)) {
      return;
    }
    Instant now = server.now();
    places.put(id, new Place(at, now));
    sending.add(id);
    sent++;
    PositionInput position = new PositionInput(++sequence, at.lat(), at.lon(), server.time(now));
    thread.then(
        client.post("/v1/vehicles/" + id + "/positions?area_id=" + server.areaId(), position),
        reply -> {
          sending.remove(id);
          failed += reply.isGood() ? 0 : 1;
        });
  }

  /** Where a vehicle is between its last place and its next stop. */
  private LatLon underway(VehicleView vehicle, Place last) {
    LatLon next = stops.get(String.valueOf(vehicle.nextStopId()));
    if (next == null || vehicle.nextArrivalTime() == null) {
      return last.at();
    }
    Instant now = server.now();
    double total = Duration.between(last.time(), vehicle.nextArrivalTime().toInstant()).toMillis();
    double passed = Duration.between(last.time(), now).toMillis();
    double share = total <= passed ? 1 : Math.max(0, passed / total);
    return new LatLon(
        last.at().lat() + share * (next.lat() - last.at().lat()),
        last.at().lon() + share * (next.lon() - last.at().lon()));
  }

  /** They fall silent. */
  @Override
  public void close() {
    thread.close();
  }
}
