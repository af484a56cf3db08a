package org.ieum.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ieum.demand.RequestedTrip;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fare.Mode;
import org.ieum.fare.Payer;
import org.ieum.fare.RiderKind;
import org.ieum.journey.DispatcherQuotes;
import org.ieum.journey.Journey;
import org.ieum.journey.JourneyRequest;
import org.ieum.journey.Leg;
import org.ieum.journey.RideLeg;
import org.ieum.journey.ScooterExchanges.Exchange;
import org.ieum.journey.ScooterExchanges.Waiting;
import org.ieum.journey.ScooterLeg;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.TimeType;

/**
 * Riders who choose among journeys. Each asks, takes the journey that its {@link ModeChoice} puts
 * first, and confirms all of its legs or none; when one is refused, the next. {@link Traveller}
 * then makes it.
 */
final class Travellers {
  /** Scooters are put on the map anew at most so often, ms. */
  private static final int LOOK = 60_000;

  /** Nobody holds a scooter for a trip that begins later than so, ms. */
  private static final int HOLD_AHEAD = 3_600_000;

  private final JourneyDay day;
  private final Stage stage;
  private final DispatcherQuotes quotes;
  private final SimulatedScooters scooters;
  private final List<JourneyLog> logs = new ArrayList<>();

  /** Who travels with a request. */
  private final Map<Long, Traveller> riders = new TreeMap<>();

  private int lastLook;
  private int expiredHolds;

  /** Those who are to take a scooter, as far as they may. */
  private final List<Traveller> awaiting = new ArrayList<>();

  private boolean isLookPlanned;
  private int exchanges;

  /** What travellers need of the day. */
  interface Stage {
    /** Confirms an offer as a request of its own; its number, or nothing when it is refused. */
    OptionalInt confirm(Offer offer, RequestedTrip trip, int time);

    /** Calls a ride off, unless it is over or under way. */
    void cancel(int request, int time);

    /** The party is at its pickup. */
    void present(int request, int time);

    /** Whether the rider of a request meant not to ride. */
    boolean isGivenUp(long request);

    RequestLog log(int request);

    /** Does something at a time that has not passed. */
    void at(int time, Runnable action);
  }

  Travellers(JourneyDay day, Dispatcher dispatcher, Stage stage) {
    this.day = day;
    this.stage = stage;
    quotes =
        new DispatcherQuotes(
            dispatcher, day.epoch(), new AtomicLong()::getAndIncrement, day.fares());
    scooters = new SimulatedScooters(day.scooters());
    day.finder().setScooters(List.of(day.scooters()));
  }

  /** A rider asks, and decides a little later. */
  void ask(RequestedTrip trip) {
    int now = trip.submitted();
    JourneyLog log = new JourneyLog(trip);
    int number = logs.size();
    logs.add(log);
    if (trip.origin().equals(trip.destination())) {
      return;
    }
    look(now);
    quotes.begin(trip.rider(), now);
    int decided = now + day.choice().thinks(number);
    JourneyRequest request = request(trip, decided);
    List<Journey> found =
        day.finder().find(request, quotes, scooters::isTaken).stream()
            .filter(journey -> journey.departure() >= day.epoch() + decided)
            .toList();
    log.choices = found.size();
    Map<String, Offer> offers = new TreeMap<>();
    for (Journey journey : found) {
      for (Leg leg : journey.legs()) {
        if (leg instanceof RideLeg ride) {
          String id = ride.offer().offerId();
          quotes.findOffer(id).ifPresent(offer -> offers.put(id, offer));
        }
      }
    }
    List<Journey> ordered = day.choice().order(request, found, number);
    stage.at(decided, () -> decide(log, number, ordered, offers, decided));
  }

  private void look(int now) {
    if (scooters.isOutdated() && now - lastLook >= LOOK) {
      day.finder().setScooters(List.of(scooters.supply(Instant.ofEpochMilli(day.epoch() + now))));
      lastLook = now;
    }
  }

  private void planLook(int now) {
    if (!isLookPlanned && !awaiting.isEmpty()) {
      isLookPlanned = true;
      stage.at(now + LOOK, () -> exchange(now + LOOK));
    }
  }

  /** Gives better scooters to those who have one, all at once, and looks again later. */
  private void exchange(int now) {
    isLookPlanned = false;
    look(now);
    Map<String, Traveller> byTrip = new TreeMap<>();
    List<Waiting> waiting = new ArrayList<>();
    awaiting.removeIf(who -> who.waiting().isEmpty());
    for (Traveller who : awaiting) {
      Waiting has = who.waiting().orElseThrow();
      waiting.add(has);
      byTrip.put(has.id(), who);
    }
    List<Exchange> found = day.finder().exchange(waiting, scooters::isTaken, day.epoch() + now);
    for (Exchange better : found) {
      Objects.requireNonNull(byTrip.get(better.who().id())).giveBack();
    }
    for (Exchange better : found) {
      Objects.requireNonNull(byTrip.get(better.who().id())).get(better);
    }
    exchanges += found.size();
    planLook(now);
  }

  /** Takes the first journey that can still be had. */
  private void decide(
      JourneyLog log, int number, List<Journey> ordered, Map<String, Offer> offers, int time) {
    for (Journey journey : ordered) {
      if (confirm(log, number, journey, offers, time)) {
        return;
      }
      log.refusals++;
    }
  }

  /** Whoever wants to set out at once does so after having decided. */
  private JourneyRequest request(RequestedTrip trip, int decided) {
    Set<Mode> modes = EnumSet.of(Mode.DRT, Mode.TRANSIT);
    if (scooters.count() > 0 && trip.time() - trip.submitted() <= HOLD_AHEAD) {
      modes.add(Mode.SCOOTER);
    }
    Party party = trip.party();
    boolean departs = trip.timeType() == TimeType.DEPART_AT;
    int time = departs ? Math.max(trip.time(), decided) : trip.time();
    return new JourneyRequest(
        trip.origin(),
        trip.destination(),
        trip.timeType(),
        day.epoch() + time,
        party,
        new Payer(RiderKind.ADULT, party.size()),
        modes,
        day.rules());
  }

  /** Confirms all legs, or takes back those that were. */
  private boolean confirm(
      JourneyLog log, int number, Journey journey, Map<String, Offer> offers, int time) {
    RequestedTrip trip = log.trip();
    List<ScooterLeg> held = new ArrayList<>();
    boolean isConfirmed = true;
    for (Leg leg : journey.legs()) {
      if (leg instanceof ScooterLeg scooter) {
        isConfirmed = scooters.hold(scooter, number);
        if (isConfirmed) {
          held.add(scooter);
        }
      }
      if (!isConfirmed) {
        break;
      }
    }
    List<Integer> rides = new ArrayList<>();
    for (Leg leg : journey.legs()) {
      if (isConfirmed && leg instanceof RideLeg ride) {
        OptionalInt request = confirm(ride, trip, offers, time);
        isConfirmed = request.isPresent();
        if (isConfirmed) {
          rides.add(request.getAsInt());
        }
      }
    }
    if (!isConfirmed) {
      rides.forEach(request -> stage.cancel(request, time));
      held.forEach(scooter -> scooters.release(scooter, number));
      return false;
    }
    log.requests.addAll(rides);
    Traveller traveller = new Traveller(this, stage, scooters, log, number, journey);
    rides.forEach(request -> riders.put((long) request, traveller));
    traveller.start(time);
    if (traveller.waiting().isPresent()) {
      awaiting.add(traveller);
      planLook(time);
    }
    return true;
  }

  private OptionalInt confirm(
      RideLeg ride, RequestedTrip trip, Map<String, Offer> offers, int time) {
    Offer offer = offers.get(ride.offer().offerId());
    if (offer == null) {
      throw new IllegalStateException("there is no offer " + ride.offer().offerId());
    }
    return stage.confirm(offer, trip, time);
  }

  /** Tells the traveller whom it concerns; nothing is decided before the dispatcher is done. */
  void hear(DispatchEvent event) {
    if (event instanceof DispatchEvent.RiderAlighted alighted) {
      find(alighted.request())
          .ifPresent(who -> stage.at(event.time(), () -> who.alighted(event.time())));
    } else if (event instanceof DispatchEvent.RideCancelled cancelled) {
      end(cancelled.request(), event.time());
    } else if (event instanceof DispatchEvent.RiderNoShow noShow) {
      end(noShow.request(), event.time());
    } else if (event instanceof DispatchEvent.RideFailed failed) {
      find(failed.request()).ifPresent(who -> who.told(Lapse.of(failed.cause()), 0));
      end(failed.request(), event.time());
    } else if (event instanceof DispatchEvent.RideInterrupted interrupted) {
      find(interrupted.request()).ifPresent(who -> who.told(Lapse.BREAKDOWN, 0));
    } else if (event instanceof DispatchEvent.PromiseAtRisk risk) {
      find(risk.request())
          .ifPresent(
              who ->
                  who.told(Lapse.of(risk.cause()), Math.max(0, risk.expected() - risk.promised())));
    }
  }

  private void end(long request, int time) {
    boolean isGivenUp = stage.isGivenUp(request);
    find(request)
        .ifPresent(
            who ->
                stage.at(
                    time,
                    () -> {
                      if (isGivenUp) {
                        who.giveUp(time);
                      } else {
                        who.strand(time);
                      }
                    }));
  }

  private Optional<Traveller> find(long request) {
    return Optional.ofNullable(riders.get(request));
  }

  /** A time of a journey as ms since the epoch. */
  int time(long unixMillis) {
    return Math.toIntExact(unixMillis - day.epoch());
  }

  void countExpired() {
    expiredHolds++;
  }

  /** What became of all; whoever is still under way has been forgotten, which is a fault. */
  JourneyResult result() {
    for (JourneyLog log : logs) {
      if (log.outcome == JourneyOutcome.UNDER_WAY) {
        log.outcome = JourneyOutcome.STRANDED;
        log.lapse = Lapse.NONE;
      }
    }
    return new JourneyResult(logs, scooters.trips(), scooters.count(), expiredHolds, exchanges);
  }
}
