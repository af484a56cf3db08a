package org.ieum.server.area;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ieum.journey.ScooterExchanges.Exchange;
import org.ieum.journey.ScooterExchanges.Waiting;
import org.ieum.model.LatLon;
import org.ieum.server.api.Refusal;
import org.ieum.server.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives riders who are on their way to a scooter a better one when one has come free, again and
 * again, on a thread beside the writer's: a question to the writer notes who waits for what, the
 * matching looks for exchanges, and a command puts those in place that still fit. The area does not
 * depend on it: whatever goes wrong here is logged, once for each kind.
 */
final class ScooterExchanging implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScooterExchanging.class);
  private static final int INTERVAL_SECONDS = 10;

  /** Who alights sooner is not told of another scooter any more, ms. */
  private static final long TOO_LATE = 60_000;

  private final AreaWriter writer;
  private final Desk desk;
  private final JourneyDesk journeys;
  private final InstantSource clock;
  private final ScheduledExecutorService timer;
  private final Set<Class<?>> logged = new HashSet<>();

  /** Looks from now on. */
  ScooterExchanging(AreaWriter writer, JourneyDesk journeys, InstantSource clock) {
    this.writer = writer;
    this.journeys = journeys;
    this.clock = clock;
    desk = writer.desk;
    timer =
        Executors.newSingleThreadScheduledExecutor(AreaWriter.named("scooters-" + desk.setup.id()));
    var unused =
        timer.scheduleWithFixedDelay(
            this::run, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  private void run() {
    try {
      if (writer.isReady()) {
        int unused = look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      note(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException | Error e) {
      note(e);
    }
  }

  private void note(Throwable fault) {
    // The journal is away, or too many wait: no time for this.
    boolean isUsual = fault instanceof Refusal || fault instanceof JournalUnavailable;
    if (!isUsual && logged.add(fault.getClass())) {
      LOG.error(
          "area {}: its scooters are not exchanged now, and this is told once: {}",
          desk.setup.id(),
          fault.toString(),
          fault);
    }
  }

  /** Looks once; returns how many scooters were exchanged. */
  int look() throws InterruptedException, ExecutionException {
    Noted noted = writer.ask(unused -> note()).get();
    if (noted.waiting().isEmpty()) {
      return 0;
    }
    List<Exchange> found = journeys.exchanges(noted.waiting(), noted.facts());
    return found.isEmpty() ? 0 : writer.order(unused -> exchange(found), null).get();
  }

  /** Who waits, and what is known of scooters then. */
  private record Noted(List<Waiting> waiting, JourneyFacts facts) {}

  /** On the writer's thread. */
  private Noted note() {
    long now = clock.millis();
    List<Waiting> waiting = new ArrayList<>();
    for (ScooterHold hold : desk.scooters.live()) {
      LatLon destination = hold.destination();
      Optional<Ride> ride = desk.rides.find(desk.text.request(hold.booking()));
      if (hold.state() == ScooterHold.State.RESERVED
          && destination != null
          && hold.lead() > 0
          && ride.isPresent()) {
        long alights = ScooterClock.dropOff(desk, ride.get());
        int stop = ride.get().offer().promise().dropoffStopPoint();
        if (alights >= now + TOO_LATE) {
          waiting.add(
              new Waiting(
                  String.valueOf(hold.number()),
                  hold.key(),
                  desk.setup.map().stopPoints().get(stop).location(),
                  alights,
                  destination,
                  Math.toIntExact(hold.lead())));
        }
      }
    }
    return new Noted(
        waiting, new JourneyFacts("", null, desk.shelf.supplies(), desk.shelf.taken(), now));
  }

  /** On the writer's thread; leaves out what does not fit any more. */
  private int exchange(List<Exchange> found) {
    desk.advance();
    Map<Long, Exchange> fitting = new TreeMap<>();
    for (Exchange one : found) {
      fitting.put(Long.parseLong(one.who().id()), one);
    }
    boolean hasChanged = true;
    while (hasChanged) {
      hasChanged = fitting.entrySet().removeIf(one -> !fits(one.getKey(), one.getValue(), fitting));
    }
    ScooterEvents events = new ScooterEvents(desk);
    fitting.forEach(
        (number, one) -> {
          ScooterHold hold = desk.scooters.find(number).orElseThrow();
          ScooterPlaces.Known other = known(hold, one).orElseThrow();
          String station = other.scooter().stationId();
          events.exchange(hold, other.id(), one.place(), station, one.walk());
        });
    return fitting.size();
  }

  private Optional<ScooterPlaces.Known> known(ScooterHold hold, Exchange one) {
    return desk.shelf.find(desk.shelf.id(hold.system(), true, one.scooterId()));
  }

  /** Whether all is as it was noted, and the other scooter is free or given back with the rest. */
  private boolean fits(long number, Exchange one, Map<Long, Exchange> all) {
    Optional<ScooterHold> hold = desk.scooters.find(number);
    boolean isSame =
        hold.filter(now -> now.state() == ScooterHold.State.RESERVED)
            .filter(now -> now.key().equals(one.who().scooter()))
            .filter(now -> now.lead() == one.who().walk())
            .isPresent();
    Optional<ScooterPlaces.Known> other = isSame ? known(hold.get(), one) : Optional.empty();
    if (other.isEmpty() || !other.get().scooter().position().equals(one.place())) {
      return false;
    }
    Optional<ScooterHold> holder = desk.scooters.findOf(other.get().key());
    return holder.isPresent()
        ? all.containsKey(holder.get().number())
        : desk.shelf.isFree(other.get());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
