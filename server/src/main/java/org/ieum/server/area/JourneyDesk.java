package org.ieum.server.area;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.ieum.fare.Mode;
import org.ieum.fare.Payer;
import org.ieum.journey.Journey;
import org.ieum.journey.JourneyRequest;
import org.ieum.journey.JourneyRules;
import org.ieum.journey.Leg;
import org.ieum.journey.RideLeg;
import org.ieum.journey.ScooterExchanges.Exchange;
import org.ieum.journey.ScooterExchanges.Waiting;
import org.ieum.journey.ScooterLeg;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.LatLon;
import org.ieum.model.TimeType;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.JourneyView;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.journeys.JourneyMap;
import org.ieum.server.journeys.JourneyViews;
import org.jspecify.annotations.Nullable;

/**
 * Finds journeys on threads of its own, so that neither those of the server nor the writer are
 * kept; only for rides the writer is asked. For any thread.
 */
final class JourneyDesk implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 200;
  private static final int USUAL_LIMIT = 10;

  /** Clocks differ a little, ms. */
  private static final long SLACK = 60_000;

  /** Between the answer and setting out, ms. */
  private static final long THINKING = 30_000;

  /** Who comes sooner than the map of journeys waits so long for it, ms. */
  private static final long PATIENCE = 10_000;

  /** The map of scooters is made anew so often at most, ms. */
  private static final long LOOK_EVERY = 5_000;

  private final AreaSetup setup;
  private final AreaWriter writer;
  private final JourneyMapMaking map;
  private final QuoteDesk quotes;
  private final InstantSource clock;
  private final JourneyViews views;
  private final ThreadPoolExecutor threads;
  private final ThreadLocal<JourneyMap.Planning> planning;
  private final Map<Long, CompletableFuture<JourneyList>> open = new ConcurrentHashMap<>();
  private final AtomicLong searches = new AtomicLong();
  private List<ScooterSupply> seen = List.of();
  private long lookedAt;

  JourneyDesk(
      AreaSetup setup,
      AreaWriter writer,
      Supplier<JourneyMap> map,
      QuoteDesk quotes,
      InstantSource clock) {
    this.setup = setup;
    this.writer = writer;
    this.map = new JourneyMapMaking(setup.id(), map);
    this.quotes = quotes;
    this.clock = clock;
    views = new JourneyViews(setup.zone(), setup.scooterRules().ids());
    planning = ThreadLocal.withInitial(() -> this.map.await(0).planning());
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            AreaWriter.named("journeys-" + setup.id()));
  }

  /** Makes ready for the first rider, without waiting. */
  void prepare() {
    map.begin();
  }

  /** Finds the best journeys; the future fails with a refusal. */
  CompletableFuture<JourneyList> find(JourneyInput input) {
    Asked asked = quotes.prepare(quote(input));
    Set<Mode> modes = modes(input.modes());
    checkTime(asked);
    CompletableFuture<JourneyList> answer = new CompletableFuture<>();
    Long number = searches.incrementAndGet();
    open.put(number, answer);
    long end = System.nanoTime() / 1_000_000 + PATIENCE;
    var unused = answer.whenComplete((done, fault) -> open.remove(number));
    try {
      threads.execute(
          () -> {
            try {
              JourneyMap known = map.await(end - System.nanoTime() / 1_000_000);
              answer.complete(find(known, input, asked, modes));
            } catch (CompletionException e) {
              answer.completeExceptionally(e.getCause() == null ? e : e.getCause());
            } catch (RuntimeException | Error e) {
              answer.completeExceptionally(e);
            }
          });
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(
          Refusal.unavailable(
              "area " + setup.id() + " has " + MOST_WAITING + " journeys to find, or closes"));
    }
    return answer;
  }

  private JourneyList find(JourneyMap known, JourneyInput input, Asked asked, Set<Mode> modes) {
    long now = clock.millis();
    JourneyFacts facts = writer.journeyFacts(asked).join();
    JourneyRequest request =
        new JourneyRequest(
            new LatLon(input.originLat(), input.originLon()),
            new LatLon(input.destinationLat(), input.destinationLon()),
            asked.timeType(),
            time(asked, now),
            asked.party(),
            new Payer(Pricing.kind(asked.kind()), asked.party().size(), facts.pass()),
            canReserve(asked, now) ? modes : without(modes, Mode.SCOOTER),
            rules(input));
    look(known, facts);
    String rider = facts.rider();
    List<Journey> found =
        planning
            .get()
            .planner(facts.taken()::contains)
            .plan(request, wishes -> writer.offerRides(rider, asked, wishes).join());
    int limit = input.limit() == null ? USUAL_LIMIT : input.limit();
    List<Journey> shown =
        found.stream().filter(journey -> journey.departure() >= now).limit(limit).toList();
    List<HeldJourneys.Held> held = new ArrayList<>();
    for (Journey journey : shown) {
      held.add(new HeldJourneys.Held(journey, input, rider, request.payer(), expiry(journey, now)));
    }
    List<String> ids = writer.holdJourneys(held).join();
    List<JourneyView> result = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      boolean confirms = canBeConfirmed(shown.get(i));
      result.add(views.view(shown.get(i), ids.get(i), confirms ? held.get(i).expiresAt() : null));
    }
    return new JourneyList(
        setup.id(),
        known.currency().map(Currency::getCurrencyCode).orElse(null),
        result,
        result.isEmpty() ? "no way leads there by what was allowed" : null);
  }

  /**
   * Puts scooters on the map where they stand now, but not all the time. While nothing moves, the
   * lists are one object, and comparing them takes no time.
   */
  private synchronized void look(JourneyMap known, JourneyFacts facts) {
    if (facts.now() - lookedAt >= LOOK_EVERY && !facts.scooters().equals(seen)) {
      known.setScooters(facts.scooters());
      seen = facts.scooters();
      lookedAt = facts.now();
    }
  }

  /**
   * Better scooters for riders on their way; nothing before there is a map.
   *
   * @param facts of the moment in which they waited
   */
  List<Exchange> exchanges(List<Waiting> waiting, JourneyFacts facts) {
    JourneyMap known = map.find();
    if (known == null) {
      return List.of();
    }
    look(known, facts);
    return planning.get().exchanges().find(waiting, facts.taken()::contains, facts.now());
  }

  private static boolean canBeConfirmed(Journey journey) {
    return journey.legs().stream()
        .anyMatch(leg -> leg instanceof RideLeg || (leg instanceof ScooterLeg s && s.reservable()));
  }

  /** As long as all offers hold; without any, as long as offers usually do. */
  private long expiry(Journey journey, long now) {
    long end = now + setup.rules().booking().offerLifetime();
    for (Leg leg : journey.legs()) {
      if (leg instanceof RideLeg ride) {
        end = Math.min(end, ride.offer().expiresAt());
      }
    }
    // Who sets out later than by half of what is left at the stop misses it.
    return journey.uses(Mode.TRANSIT)
        ? Math.min(end, journey.departure() + JourneyRules.DEFAULT.boardingSlack() / 2)
        : end;
  }

  private void checkTime(Asked asked) {
    if (asked.time() >= 0 && asked.time() < clock.millis() - SLACK) {
      throw Refusal.invalid("requested_time", "must not be in the past");
    }
  }

  /** Who wants to set out now thinks for a moment before. */
  private static long time(Asked asked, long now) {
    return asked.timeType() == TimeType.DEPART_AT
        ? Math.max(asked.time(), now + THINKING)
        : Math.max(asked.time(), now);
  }

  /** Guests cannot reserve scooters, and nobody can long before. */
  private boolean canReserve(Asked asked, long now) {
    ScooterRules scooters = setup.scooters();
    return !asked.rider().isEmpty()
        && scooters != null
        && asked.time() <= now + scooters.maxAhead();
  }

  private static Set<Mode> without(Set<Mode> modes, Mode one) {
    Set<Mode> others = EnumSet.noneOf(Mode.class);
    others.addAll(modes);
    others.remove(one);
    return others;
  }

  private JourneyRules rules(JourneyInput input) {
    return Optional.ofNullable(input.maxWalkDistance())
        .map(metres -> (int) Math.round(metres / setup.walkSpeed() * 1000))
        .map(JourneyRules.DEFAULT::withLongestWalk)
        .orElse(JourneyRules.DEFAULT);
  }

  private static Set<Mode> modes(@Nullable List<String> names) {
    if (names == null) {
      return EnumSet.allOf(Mode.class);
    }
    Set<Mode> modes = EnumSet.noneOf(Mode.class);
    for (String name : names) {
      modes.add(
          switch (name) {
            case "drt" -> Mode.DRT;
            case "transit" -> Mode.TRANSIT;
            case "scooter" -> Mode.SCOOTER;
            default ->
                throw Refusal.invalid(
                    "modes",
                    "must be of drt, transit, scooter, was '"
                        + name.toLowerCase(Locale.ROOT)
                        + "'");
          });
    }
    return modes;
  }

  /** What the two have in common is checked in one place. */
  private static QuoteInput quote(JourneyInput input) {
    return new QuoteInput(
        input.areaId(),
        input.riderId(),
        input.originLat(),
        input.originLon(),
        input.destinationLat(),
        input.destinationLon(),
        input.requestedTime(),
        input.timeType(),
        input.passengerCount(),
        input.wheelchairs(),
        null,
        null,
        input.maxWalkDistance(),
        null,
        input.riderKind(),
        null);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    for (CompletableFuture<JourneyList> waiting : open.values()) {
      waiting.completeExceptionally(Refusal.unavailable("area " + setup.id() + " closes"));
    }
  }
}
