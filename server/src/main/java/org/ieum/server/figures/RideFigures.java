package org.ieum.server.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ieum.server.api.VehicleView;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.JournalUnavailable;
import org.ieum.server.journal.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Promises, riders and estimates of an area, from its events as they come to disk. Knows nothing
 * but their types and data, so it counts what was written and not what somebody meant to do. After
 * a start the last events are read again, uncounted, to know the rides under way.
 *
 * <p>A ride counts once: kept when its riders alight and no promise was broken, broken at the first
 * promise that was, whatever comes after.
 */
public final class RideFigures {
  private static final Logger LOG = LoggerFactory.getLogger(RideFigures.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Events that are read at the start. */
  private static final int LOOK_BACK = 50_000;

  private static final int PAGE = 2_000;

  /** A ride that nothing is heard of so long after it should be over is forgotten, ms. */
  private static final long FORGET = 86_400_000;

  /** Those that are shown from the start, so that the first one is an increase. */
  private static final List<String> CAUSES =
      List.of("roads", "delay", "no_contact", "breakdown", "driver", "operator", "shift");

  private static final String UNKNOWN = "unknown";

  private final String area;
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Counter kept;
  private final Drift pickups;
  private final Drift dropOffs;
  private final Drift arrivals;
  private final Map<String, UnderWay> rides = new HashMap<>();

  /** Vehicles on their way: what was first said about their next arrival, by their ids. */
  private final Map<String, Expected> expected = new HashMap<>();

  private long lastSeq;
  private boolean counts;

  private record Expected(String stop, long time) {}

  /** Registers the figures and begins to hear the events of an area. */
  public RideFigures(String area, Journal journal, MeterRegistry registry, InstantSource clock) {
    this.area = area;
    this.registry = registry;
    this.clock = clock;
    kept =
        Counter.builder("ieum.promises.kept")
            .description("Rides that ended with every promise kept")
            .tags("area", area)
            .register(registry);
    pickups = new Drift(area, "pickup", "booking", registry);
    dropOffs = new Drift(area, "drop_off", "booking", registry);
    arrivals = new Drift(area, "arrival", "departure", registry);
    CAUSES.forEach(cause -> broken(cause).increment(0));
    CAUSES.forEach(cause -> atRisk(cause).increment(0));
    gauge("booked", "Riders of booked rides, by whether their pickup window has begun");
    gauge("waiting", "Riders of booked rides, by whether their pickup window has begun");
    gauge("aboard", "Riders of booked rides, by whether their pickup window has begun");
    Gauge.builder("ieum.rides.at.risk", this, RideFigures::ridesAtRisk)
        .description("Rides of which a promise cannot be kept as things stand")
        .tags("area", area)
        .register(registry);
    listen(journal);
  }

  private void gauge(String state, String description) {
    Gauge.builder("ieum.riders", this, of -> of.riders(state))
        .description(description)
        .tags("area", area, "state", state)
        .register(registry);
  }

  private Counter broken(String cause) {
    return Counter.builder("ieum.promises.broken")
        .description("Rides of which a promise was broken, by the cause of the first")
        .tags(Tags.of("area", area, "cause", cause))
        .register(registry);
  }

  private Counter atRisk(String cause) {
    return Counter.builder("ieum.promises.at.risk")
        .description("Rides of which a promise came to be at risk, by cause")
        .tags(Tags.of("area", area, "cause", cause))
        .register(registry);
  }

  /** The committer waits for this lock while the last events are read. */
  private synchronized void listen(Journal journal) {
    journal.onCommitted(this::hear);
    long after = Math.max(0, journal.lastSeq() - LOOK_BACK);
    try {
      List<StoredEvent> page;
      do {
        page = journal.read(EventFilter.after(after), PAGE);
        hear(page);
        after = Math.max(after, lastSeq);
      } while (page.size() == PAGE);
    } catch (JournalUnavailable e) {
      LOG.warn("area {}: figures do not know the rides under way: {}", area, e.getMessage());
    }
    counts = true;
  }

  /** Hears events that are on disk; those that were heard before change nothing. */
  private synchronized void hear(List<StoredEvent> committed) {
    for (StoredEvent stored : committed) {
      if (stored.event().seq() > lastSeq) {
        lastSeq = stored.event().seq();
        hear(stored.event());
      }
    }
  }

  private void hear(JournalEvent event) {
    String booking = event.booking();
    if (booking != null) {
      hear(event, booking);
    } else if (event.type().equals("vehicle_arrived")) {
      Expected told = expected.remove(String.valueOf(event.vehicle()));
      if (told != null && told.stop().equals(parse(event).path("stop_id").asText())) {
        arrivals.note(told.time(), event.time());
      }
    } else if (event.type().equals("vehicle_departed")) {
      expected.remove(String.valueOf(event.vehicle()));
    } else if (event.type().equals("day_begun")) {
      rides.values().removeIf(ride -> ride.latestDropOff + FORGET < event.time());
    }
  }

  private void hear(JournalEvent event, String booking) {
    @Nullable UnderWay ride = rides.get(booking);
    switch (event.type()) {
      case "ride_confirmed" -> rides.put(booking, new UnderWay(parse(event)));
      case "rider_boarded" -> {
        if (ride != null) {
          board(ride, event);
        }
      }
      case "rider_alighted" -> {
        rides.remove(booking);
        if (ride != null && counts) {
          end(ride, event);
        }
      }
      case "ride_cancelled", "rider_no_show" -> rides.remove(booking);
      case "ride_failed" -> {
        breakPromise(ride, parse(event));
        rides.remove(booking);
      }
      case "ride_interrupted" -> {
        if (ride != null) {
          ride.isAboard = false;
        }
      }
      case "promise_at_risk" -> risk(ride, parse(event));
      case "promise_broken" -> breakPromise(ride, parse(event));
      case "promise_restored" -> {
        if (ride != null) {
          ride.atRisk.remove(parse(event).path("limit").asText());
        }
      }
      default -> {
        // Says nothing about promises.
      }
    }
  }

  private void board(UnderWay ride, JournalEvent event) {
    boolean isFirst = !ride.hasBoarded;
    ride.isAboard = true;
    ride.hasBoarded = true;
    int aboard = UnderWay.riders(parse(event));
    ride.riders = aboard == 0 ? ride.riders : aboard;
    if (isFirst && counts && ride.toldPickup != 0) {
      pickups.note(ride.toldPickup, event.time());
    }
  }

  private void end(UnderWay ride, JournalEvent event) {
    if (!ride.isBroken) {
      kept.increment();
    }
    if (ride.toldDropOff != 0) {
      dropOffs.note(ride.toldDropOff, event.time());
    }
  }

  private void risk(@Nullable UnderWay ride, JsonNode data) {
    boolean isNew = ride == null || (ride.atRisk.isEmpty() && !ride.isBroken);
    if (ride != null && !ride.isBroken) {
      ride.atRisk.add(data.path("limit").asText());
    }
    if (isNew && counts) {
      atRisk(data.path("cause").asText(UNKNOWN)).increment();
    }
  }

  private void breakPromise(@Nullable UnderWay ride, JsonNode data) {
    boolean isNew = ride == null || !ride.isBroken;
    if (ride != null) {
      ride.isBroken = true;
      ride.atRisk.clear();
    }
    if (isNew && counts) {
      broken(data.path("cause").asText(UNKNOWN)).increment();
    }
  }

  /**
   * Notes where vehicles say that they will be next, to be compared with when they are there. What
   * counts is what they said at the first look after they set out for it: later estimates follow
   * the vehicle, and the last one is always right.
   */
  public synchronized void note(List<VehicleView> vehicles) {
    for (VehicleView vehicle : vehicles) {
      OffsetDateTime time = vehicle.nextArrivalTime();
      String stop = vehicle.nextStopId();
      if (vehicle.stopId() == null && time != null && stop != null) {
        Expected now = new Expected(stop, time.toInstant().toEpochMilli());
        expected.merge(vehicle.vehicleId(), now, (was, is) -> was.stop().equals(stop) ? was : is);
      }
    }
  }

  private synchronized double riders(String state) {
    long now = clock.millis();
    int riders = 0;
    for (UnderWay ride : rides.values()) {
      String of = ride.isAboard ? "aboard" : ride.windowStart <= now ? "waiting" : "booked";
      riders += of.equals(state) ? ride.riders : 0;
    }
    return riders;
  }

  private synchronized double ridesAtRisk() {
    return rides.values().stream().filter(ride -> !ride.atRisk.isEmpty()).count();
  }

  private static JsonNode parse(JournalEvent event) {
    try {
      return JSON.readTree(event.data());
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
