package org.ieum.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ieum.journey.Journey;
import org.ieum.journey.Leg;
import org.ieum.journey.RideLeg;
import org.ieum.journey.ScooterExchanges.Exchange;
import org.ieum.journey.ScooterExchanges.Waiting;
import org.ieum.journey.ScooterLeg;
import org.ieum.journey.TransitLeg;
import org.ieum.journey.WalkLeg;
import org.ieum.model.LatLon;

/**
 * Makes one confirmed journey to its end, leg by leg, at the times at which its rider really is
 * where each begins: vehicles are driven by the dispatcher, buses and trains leave as planned and
 * wait for nobody, and a scooter is taken where it stands. Nothing of what was planned is believed
 * but the timetable and how long walks and scooter rides take; and each leg must begin where the
 * one before ended.
 */
final class Traveller {
  /** So long after the latest time at which its rider comes a scooter is kept, ms. */
  private static final int KEPT = 600_000;

  /** So far places may lie from the ways on which people walk, at both ends of a leg, metres. */
  private static final int GAP = 400;

  private final Travellers all;
  private final Travellers.Stage stage;
  private final SimulatedScooters scooters;
  private final JourneyLog log;
  private final int trip;
  private List<Leg> legs;

  /** What the rider has been told. */
  private Lapse told = Lapse.NONE;

  /** By how much rides were told to be late, ms, since that was looked at. */
  private int delay;

  /** By how much at most, ms. */
  private int latest;

  /** Index of the leg that is being made. */
  private int next;

  /** How many on-demand rides the rider has come to. */
  private int rides;

  /** Where the rider is when that leg begins. */
  private LatLon place;

  Traveller(
      Travellers all,
      Travellers.Stage stage,
      SimulatedScooters scooters,
      JourneyLog log,
      int trip,
      Journey journey) {
    this.all = all;
    this.stage = stage;
    this.scooters = scooters;
    this.log = log;
    this.trip = trip;
    legs = journey.legs();
    place = log.trip().origin();
    log.journey = journey;
    log.outcome = JourneyOutcome.UNDER_WAY;
    log.departedAt = all.time(departure(journey));
    log.plannedArrival = all.time(journey.arrival());
  }

  /** When the rider sets out: whoever does not walk to a pickup is there when its window opens. */
  private static long departure(Journey journey) {
    return journey.legs().get(0) instanceof RideLeg ride
        ? ride.offer().earliestPickup()
        : journey.departure();
  }

  /** Sets out when the first leg begins, and lets holds run out that are not needed in time. */
  void start(int now) {
    log.departedAt = Math.max(now, log.departedAt);
    stage.at(log.departedAt, () -> proceed(log.departedAt));
    long spread = 0;
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      int number = i;
      if (leg instanceof RideLeg) {
        spread += leg.latestEnd() - leg.end();
      } else if (leg instanceof ScooterLeg) {
        int until = all.time(leg.start() + spread) + KEPT;
        stage.at(until, () -> expire(number, until));
      }
    }
  }

  private boolean isOver() {
    return log.outcome != JourneyOutcome.UNDER_WAY;
  }

  /** Walks on from where the rider is to the next leg that is not walked. */
  private void proceed(int time) {
    int at = time;
    while (next < legs.size() && legs.get(next) instanceof WalkLeg walk && isAt(walk.from())) {
      at += (int) (walk.end() - walk.start());
      place = walk.to();
      next++;
    }
    int there = at;
    stage.at(there, () -> begin(there));
  }

  private void begin(int time) {
    if (isOver()) {
      return;
    }
    LatLon from = next == legs.size() ? log.trip().destination() : legs.get(next).from();
    if (!isAt(from)) {
      told = Lapse.NONE;
      strand(time);
      return;
    }
    if (next == legs.size()) {
      arrive(time);
      return;
    }
    Leg leg = legs.get(next);
    if (leg instanceof RideLeg) {
      stage.present(log.requests.get(rides++), time);
    } else if (leg instanceof TransitLeg) {
      if (time > all.time(leg.start())) {
        strand(time);
      } else {
        ended(all.time(leg.end()));
      }
    } else if (leg instanceof ScooterLeg scooter) {
      int end = time + (int) (leg.end() - leg.start());
      if (scooters.take(scooter, trip, time, end)) {
        stage.at(end, () -> scooters.leave(scooter, trip));
        ended(end);
      } else {
        strand(time);
      }
    }
  }

  private boolean isAt(LatLon other) {
    return place.metresTo(other) <= GAP;
  }

  /** The leg ends at a time, which may be later than now. */
  private void ended(int time) {
    place = legs.get(next).to();
    next++;
    proceed(time);
  }

  /** The rider has left the vehicle. */
  void alighted(int time) {
    if (!isOver()) {
      ended(time);
    }
  }

  private void arrive(int time) {
    log.outcome = JourneyOutcome.ARRIVED;
    log.arrivedAt = time;
    for (int request : log.requests) {
      if (!stage.log(request).isPromiseKept()) {
        log.lapse = told;
      }
    }
  }

  /** Something is later than promised, or will not come. */
  void told(Lapse why, int late) {
    told = why;
    delay = Math.max(delay, late);
    latest = Math.max(latest, late);
  }

  /** A leg cannot be had. */
  void strand(int time) {
    if (!isOver()) {
      log.lapse = told;
      end(JourneyOutcome.STRANDED, time);
    }
  }

  /** The rider does not want it any more. */
  void giveUp(int time) {
    if (!isOver()) {
      end(JourneyOutcome.GIVEN_UP, time);
    }
  }

  private void end(JourneyOutcome how, int time) {
    log.outcome = how;
    for (Leg leg : legs) {
      if (leg instanceof ScooterLeg scooter) {
        scooters.release(scooter, trip);
      }
    }
    for (int request : new ArrayList<>(log.requests)) {
      stage.cancel(request, time);
    }
  }

  /** The next scooter, if the rider does not walk to it yet. */
  private OptionalInt nextScooter() {
    for (int i = next + 1; !isOver() && i < legs.size(); i++) {
      if (legs.get(i) instanceof ScooterLeg && legs.get(i - 1) instanceof WalkLeg) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** What the rider has, if a better scooter than the next could still be given. */
  Optional<Waiting> waiting() {
    OptionalInt number = nextScooter();
    if (number.isEmpty() || !(legs.get(number.getAsInt()) instanceof ScooterLeg scooter)) {
      return Optional.empty();
    }
    Leg walk = legs.get(number.getAsInt() - 1);
    return Optional.of(
        new Waiting(
            String.valueOf(trip),
            scooter.systemId() + ":" + scooter.scooterId(),
            walk.from(),
            walk.start() + latest,
            scooter.to(),
            (int) (walk.end() - walk.start())));
  }

  /** Nobody holds the next scooter for the rider any more, who gets another one at once. */
  void giveBack() {
    if (!scooters.release((ScooterLeg) legs.get(nextScooter().orElseThrow()), trip)) {
      throw new IllegalStateException("trip " + trip + " does not hold what it is to exchange");
    }
  }

  /** Takes a scooter instead of one that was given back. */
  void get(Exchange better) {
    int number = nextScooter().orElseThrow();
    Journey journey = better.in(log.getJourney(), number);
    log.journey = journey;
    legs = journey.legs();
    if (!scooters.hold((ScooterLeg) legs.get(number), trip)) {
      throw new IllegalStateException("scooter " + better.scooterId() + " cannot be had");
    }
  }

  private void expire(int number, int until) {
    if (isOver() || !(legs.get(number) instanceof ScooterLeg leg)) {
      return;
    }
    if (delay > 0) {
      int later = until + delay;
      delay = 0;
      stage.at(later, () -> expire(number, later));
    } else if (scooters.release(leg, trip)) {
      all.countExpired();
    }
  }
}
