package org.ieum.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ieum.model.LatLon;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.VehicleView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The devices of an area's vehicles: now and then each tells where it is. */
public final class DemoVehicles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoVehicles.class);
  private static final int IN_FLIGHT = 16;
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** Every so many rounds vehicles that stand still tell it. */
  private static final int REMINDER = 4;

  private final DemoServer server;
  private final ApiClient client;
  private final long interval;
  private final DemoThread thread = new DemoThread("demo-vehicles");
  private final Drivers drivers;
  private final Map<String, LatLon> places = new HashMap<>();

  /** Vehicles whose last position has not been answered. */
  private final Set<String> sending = new HashSet<>();

  private boolean asking;
  private long round;
  private long sequence;
  private int sent;
  private int failed;

  /**
   * Vehicles that are still silent.
   *
   * @param interval between two positions, real time
   */
  public DemoVehicles(DemoServer server, Duration interval, Drivers drivers) {
    this.server = server;
    this.drivers = drivers;
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
    thread.then(client.get("/v1/vehicles?area_id=" + server.areaId()), this::hear);
  }

  private void hear(Reply reply) {
    asking = false;
    if (!reply.isGood()) {
      failed++;
    } else {
      round++;
      reply.body().path("vehicles").forEach(node -> move(DemoJson.read(node, VehicleView.class)));
    }
  }

  private void move(VehicleView vehicle) {
    String id = vehicle.vehicleId();
    Instant now = server.now();
    LatLon at = drivers.drive(vehicle, now).orElse(null);
    boolean isNews = at != null && !at.equals(places.get(id));
    if (at == null || sending.contains(id) || !(isNews || round % REMINDER == 0)) {
      return;
    }
    places.put(id, at);
    sending.add(id);
    sent++;
    PositionInput position =
        new PositionInput(++sequence, at.lat(), at.lon(), server.time(drivers.clock(id, now)));
    thread.then(
        client.post("/v1/vehicles/" + id + "/positions?area_id=" + server.areaId(), position),
        reply -> {
          sending.remove(id);
          failed += reply.isGood() ? 0 : 1;
        });
  }

  /** They fall silent. */
  @Override
  public void close() {
    thread.close();
  }
}
