package org.ieum.server.demo;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.ieum.demand.RequestedTrip;
import org.ieum.server.api.EventView;
import org.ieum.server.api.RoutePlanView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Simulated riders: they come at random times, ask for a ride, and each goes its way ({@link
 * DemoRider}). Events of the server tell when vehicles are there; those whose time has come and who
 * have heard nothing look for themselves.
 */
public final class DemoRiders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoRiders.class);
  private static final int IN_FLIGHT = 32;
  private static final int MOST_RIDERS = 20_000;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final DemoServer server;
  private final TripSource trips;
  private final RiderHabits habits;
  private final ZoneId zone;
  private final SplittableRandom random;
  private final ApiClient client;
  private final DemoThread thread = new DemoThread("demo-riders");
  private final EventFeed feed;
  private final Tally tally = new Tally();

  /** Riders with a booking that is not over, by its id. */
  private final Map<String, DemoRider> booked = new HashMap<>();

  /**
   * Riders who have not come yet.
   *
   * @param zone of the area, for the hours of the day
   * @param seed of everything that they do
   */
  public DemoRiders(
      DemoServer server, TripSource trips, RiderHabits habits, ZoneId zone, long seed) {
    this.server = server;
    this.trips = trips;
    this.habits = habits;
    this.zone = zone;
    random = new SplittableRandom(seed);
    client = new ApiClient(server, IN_FLIGHT);
    feed = new EventFeed(client, event -> thread.execute(() -> hear(event)));
  }

  /** From now on they come. */
  public void start() {
    feed.start();
    thread.every(5 * SECOND_NANOS, () -> booked.values().forEach(DemoRider::lookIfDue));
    thread.every(60 * SECOND_NANOS, this::log);
    if (habits.ridersPerHour() > 0) {
      thread.after(pause(), this::come);
    }
  }

  private void log() {
    LOG.info("Simulated riders: {}; {} have a booking", tally.takeLine(), booked.size());
  }

  /** Time to the next rider, ns; riders know nothing of each other. */
  private long pause() {
    double hours = -Math.log(1 - random.nextDouble()) / habits.ridersPerHour();
    return server.nanos(Duration.ofNanos((long) (hours * 3600 * SECOND_NANOS)));
  }

  private void come() {
    thread.after(pause(), this::come);
    if (client.isBusy() || booked.size() >= MOST_RIDERS) {
      tally.add(Tally.Step.NOT_ASKED);
      return;
    }
    RequestedTrip trip = trips.next(server.now().atZone(zone).toLocalTime());
    new DemoRider(this, trip, random.split()).ask();
  }

  private void hear(EventView event) {
    String type = event.type();
    String bookingId = event.bookingId();
    if (type.equals("vehicle_arrived") && event.vehicleId() != null && !booked.isEmpty()) {
      String path = "/v1/vehicles/" + event.vehicleId() + "/route_plan?area_id=" + server.areaId();
      thread.then(client.get(path), this::letBoard);
    } else if (bookingId != null && booked.containsKey(bookingId)) {
      endIfOver(type, bookingId);
    }
  }

  private void endIfOver(String type, String bookingId) {
    switch (type) {
      case "rider_alighted" -> end(bookingId, Tally.Step.ARRIVED);
      case "rider_no_show" -> end(bookingId, Tally.Step.NO_SHOW);
      case "ride_cancelled" -> end(bookingId, Tally.Step.CANCELLED);
      case "ride_failed" -> end(bookingId, Tally.Step.FAILED);
      case "ride_interrupted" -> {
        DemoRider rider = booked.get(bookingId);
        if (rider != null) {
          rider.waitAgain();
        }
      }
      default -> {}
    }
  }

  private void letBoard(Reply reply) {
    if (!reply.isGood()) {
      return;
    }
    RoutePlanView plan = reply.as(RoutePlanView.class);
    if (plan.departed() || plan.stops().isEmpty()) {
      return;
    }
    for (String bookingId : plan.stops().get(0).boarding()) {
      DemoRider rider = booked.get(bookingId);
      if (rider != null) {
        rider.meetVehicle();
      }
    }
  }

  ApiClient client() {
    return client;
  }

  DemoThread thread() {
    return thread;
  }

  RiderHabits habits() {
    return habits;
  }

  Tally tally() {
    return tally;
  }

  void hold(String bookingId, DemoRider rider) {
    booked.put(bookingId, rider);
  }

  void end(String bookingId, Tally.Step how) {
    if (booked.remove(bookingId) != null) {
      tally.add(how);
    }
  }

  /** No more riders come, and those who are here do nothing any more. */
  @Override
  public void close() {
    feed.close();
    thread.close();
  }
}
