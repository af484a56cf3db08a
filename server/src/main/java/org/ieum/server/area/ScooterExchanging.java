package org.ieum.server.area;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ieum.journey.ScooterExchanges.Exchange;
import org.ieum.journey.ScooterExchanges.Waiting;

/**
 * Gives riders who are on their way to a scooter a better one when one has come free, again and
 * again, on a thread beside the writer's: a question to the writer notes who waits for what, the
 * matching looks for exchanges, and a command puts those in place that still fit. The area does not
 * depend on it: whatever goes wrong here is logged, once for each kind.
 */
final class ScooterExchanging implements AutoCloseable {
  private static final int INTERVAL_SECONDS = 10;

  /** Who alights sooner is not told of another scooter any more, ms. */
  private static final long TOO_LATE = 60_000;

  private final AreaWriter writer;
  private final Desk desk;
  private final JourneyDesk journeys;
  private final InstantSource clock;
  private final ScheduledExecutorService timer;
  private final OnceLog log;

  /** Looks from now on. */
  ScooterExchanging(AreaWriter writer, JourneyDesk journeys, InstantSource clock) {
    this.writer = writer;
    this.journeys = journeys;
    this.clock = clock;
    desk = writer.desk;
    log = new OnceLog(desk.setup.id(), "its scooters are not exchanged");
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
      log.note(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException | Error e) {
      log.note(e);
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
    desk.scooterWays.keySet().removeIf(id -> findHold(id).isEmpty());
    desk.scooterWays.forEach(
        (id, way) -> {
          ScooterHold hold = findHold(id).orElseThrow();
          Optional<Ride> ride = desk.rides.find(desk.text.request(hold.booking()));
          long alights = ride.map(one -> ScooterClock.dropOff(desk, one)).orElse(0L);
          if (alights >= now + TOO_LATE) {
            waiting.add(
                new Waiting(
                    id, hold.key(), way.alighting(), alights, way.destination(), way.walk()));
          }
        });
    return new Noted(
        waiting, new JourneyFacts("", null, desk.shelf.supplies(), desk.shelf.taken(), now));
  }

  /** A reservation whose scooter has not been taken yet. */
  private Optional<ScooterHold> findHold(String id) {
    return desk.scooters
        .find(new ScooterEvents(desk).number(id))
        .filter(hold -> hold.state() == ScooterHold.State.RESERVED);
  }

  /** On the writer's thread; leaves out what does not fit any more. */
  private int exchange(List<Exchange> found) {
    desk.advance();
    Map<String, Exchange> fitting = new TreeMap<>();
    found.forEach(one -> fitting.put(one.who().id(), one));
    boolean hasChanged = true;
    while (hasChanged) {
      hasChanged = fitting.values().removeIf(one -> !fits(one, fitting));
    }
    ScooterEvents events = new ScooterEvents(desk);
    fitting.forEach(
        (id, one) -> {
          ScooterHold hold = findHold(id).orElseThrow();
          ScooterPlaces.Known other = known(hold, one).orElseThrow();
          String station = other.scooter().stationId();
          events.exchange(hold, other.id(), one.place(), station, one.who().walk() - one.walk());
          desk.scooterWays.computeIfPresent(id, (unused, way) -> way.with(one.walk()));
        });
    return fitting.size();
  }

  private Optional<ScooterPlaces.Known> known(ScooterHold hold, Exchange one) {
    return desk.shelf.find(desk.shelf.id(hold.system(), true, one.scooterId()));
  }

  /** Whether all is as it was noted, and the other scooter is free or given back with the rest. */
  private boolean fits(Exchange one, Map<String, Exchange> all) {
    Optional<ScooterHold> hold =
        findHold(one.who().id()).filter(now -> now.key().equals(one.who().scooter()));
    Optional<ScooterPlaces.Known> other = hold.flatMap(now -> known(now, one));
    if (other.isEmpty() || !other.get().scooter().position().equals(one.place())) {
      return false;
    }
    Optional<ScooterHold> holder = desk.scooters.findOf(other.get().key());
    return holder.isPresent()
        ? all.containsKey(new ScooterEvents(desk).reservationId(holder.get().number()))
        : desk.shelf.isFree(other.get());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
