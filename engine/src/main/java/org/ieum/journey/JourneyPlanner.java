package org.ieum.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.fare.Mode;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.transit.RidePrices;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Finds journeys from door to door. Belongs to one thread.
 *
 * <p>Design note. Which stops an on-demand ride could feed, and how long it takes at most, is known
 * without asking the dispatcher, since its promise bounds the trip by a rule. So transit is
 * searched once with all ways to and from its stops: those to a stop by their longest duration,
 * which holds the connection, those from a stop by their shortest when nothing is to be caught
 * behind them. Only the rides of journeys that are best so far are then asked for, at the times at
 * which they are needed. A ride that cannot be had is left out, and what remains is searched again,
 * a few times.
 */
public final class JourneyPlanner {
  private static final int MOST_SEARCHES = 3;

  /** Scooters to which an on-demand ride is asked for. */
  private static final int MOST_SCOOTERS = 3;

  private final WalkingMap walking;
  private final WalkingMap.Reach ways;
  private final @Nullable OnDemandArea rides;
  private final @Nullable TransitMap transit;
  private final @Nullable ScooterRides scooters;
  private final JourneyFares fares;

  /**
   * Plans by what there is.
   *
   * @param rides null when there are none
   * @param transit null when there is none
   * @param scooters null when there are none
   * @param fares of whole journeys
   */
  public JourneyPlanner(
      WalkingMap walking,
      @Nullable OnDemandArea rides,
      @Nullable TransitMap transit,
      @Nullable ScooterRides scooters,
      JourneyFares fares) {
    this.fares = fares;
    this.walking = walking;
    this.rides = rides;
    this.transit = transit;
    this.scooters = scooters;
    ways = walking.reach(List.of());
  }

  /** The best journeys, see {@link JourneySet}; the one of the best time first. */
  public List<Journey> plan(JourneyRequest request, RideQuotes quotes) {
    Optional<Snap> origin = walking.snap(request.origin());
    Optional<Snap> destination = walking.snap(request.destination());
    if (origin.isEmpty() || destination.isEmpty()) {
      return List.of();
    }
    JourneySet best = new JourneySet(request, journey -> fares.price(journey, request.payer()));
    addWalk(request, origin.get(), destination.get(), best);
    boolean asks = rides != null && request.allows(Mode.DRT);
    OnDemandArea area = asks ? rides : null;
    List<CandidatePoint> pickups = near(area, request.origin(), request);
    List<CandidatePoint> dropoffs = near(area, request.destination(), request);
    Asked asked = new Asked(quotes);
    if (area != null && !pickups.isEmpty() && !dropoffs.isEmpty()) {
      addRide(request, area, pickups, dropoffs, asked, best);
    }
    boolean rolls = request.allows(Mode.SCOOTER) && request.party().equals(Party.of(1));
    ScooterRides hops = rolls ? scooters : null;
    if (hops != null) {
      addScooters(request, hops, origin.get(), destination.get(), best);
      if (area != null && !pickups.isEmpty()) {
        addRidesAndScooters(request, area, hops, pickups, destination.get(), asked, best);
      }
    }
    TransitMap network = transit;
    if (network != null && request.allows(Mode.TRANSIT)) {
      Feeders feeders = new Feeders(network, area, hops, request);
      List<Way> access = feeders.access(origin.get(), pickups);
      List<Way> egress = feeders.egress(destination.get(), dropoffs);
      addTransit(request, network, area, access, egress, asked, best);
    }
    return best.sorted();
  }

  /** The stop points of on-demand rides within the longest walk. */
  private static List<CandidatePoint> near(
      @Nullable OnDemandArea area, LatLon place, JourneyRequest request) {
    return area == null
        ? List.of()
        : area.around(place).stream()
            .filter(point -> point.walkDuration() <= request.rules().longestWalk())
            .toList();
  }

  private void addWalk(JourneyRequest request, Snap origin, Snap destination, JourneySet best) {
    int limit = request.rules().longestWayOnFoot();
    int walk = ways.duration(origin, destination, limit);
    if (walk < TravelTimes.UNREACHABLE) {
      long start = request.isDepartAt() ? request.time() : request.time() - walk;
      Leg leg = new WalkLeg(request.origin(), request.destination(), start, start + walk);
      best.add(Journey.of(List.of(leg), 0, true));
    }
  }

  private static void addRide(
      JourneyRequest request,
      OnDemandArea area,
      List<CandidatePoint> pickups,
      List<CandidatePoint> dropoffs,
      Asked asked,
      JourneySet best) {
    RideWish wish =
        new RideWish(request.timeType(), request.time(), request.party(), pickups, dropoffs);
    asked.ask(List.of(wish));
    asked
        .find(wish)
        .map(offer -> area.legs(request.origin(), request.destination(), offer))
        .ifPresent(legs -> best.add(Journey.of(legs, 0, true)));
  }

  private static void addScooters(
      JourneyRequest request,
      ScooterRides scooters,
      Snap origin,
      Snap destination,
      JourneySet best) {
    for (Way way : scooters.whole(request, origin, destination)) {
      List<Leg> legs = new ArrayList<>();
      long start = request.isDepartAt() ? request.time() : request.time() - way.duration();
      Draft.addWay(legs, way, request.origin(), request.destination(), start);
      best.add(Journey.of(legs, 0, true));
    }
  }

  /** An on-demand ride to a scooter, and on with that. */
  private static void addRidesAndScooters(
      JourneyRequest request,
      OnDemandArea area,
      ScooterRides scooters,
      List<CandidatePoint> pickups,
      Snap destination,
      Asked asked,
      JourneySet best) {
    List<RideAndScooter> all = new ArrayList<>();
    for (Way.ByScooter way : scooters.afterRides(request, destination)) {
      RideAndScooter.find(request, area, pickups, way).ifPresent(all::add);
    }
    all.sort(Comparator.comparingInt(RideAndScooter::longest));
    List<RideAndScooter> nearest = all.subList(0, Math.min(MOST_SCOOTERS, all.size()));
    asked.ask(nearest.stream().map(RideAndScooter::wish).toList());
    for (RideAndScooter one : nearest) {
      asked
          .find(one.wish())
          .ifPresent(offer -> best.add(Journey.of(one.legs(area, offer), 0, true)));
    }
  }

  private void addTransit(
      JourneyRequest request,
      TransitMap network,
      @Nullable OnDemandArea area,
      List<Way> access,
      List<Way> egress,
      Asked asked,
      JourneySet best) {
    List<Way> to = new ArrayList<>(access);
    List<Way> from = new ArrayList<>(egress);
    RidePrices.Tariff tariff = fares.transit(request.payer());
    boolean again = true;
    for (int search = 0; again && search < MOST_SEARCHES; search++) {
      List<Draft> drafts = new ArrayList<>();
      List<RideWish> wishes = new ArrayList<>();
      List<TransitPart> parts = network.search(request, tariff, to, from);
      for (TransitPart part : parts) {
        Draft draft = new Draft(request, part, area);
        drafts.add(draft);
        draft.findAccessWish().ifPresent(wishes::add);
        draft.findEgressWish().ifPresent(wishes::add);
      }
      asked.ask(wishes);
      again = false;
      for (int i = 0; i < drafts.size(); i++) {
        Draft draft = drafts.get(i);
        Optional<RideOffer> first = draft.findAccessWish().flatMap(asked::find);
        Optional<RideOffer> last = draft.findEgressWish().flatMap(asked::find);
        boolean lacksFirst = draft.findAccessWish().isPresent() && first.isEmpty();
        boolean lacksLast = draft.findEgressWish().isPresent() && last.isEmpty();
        if (lacksFirst || lacksLast) {
          again = true;
          if (lacksFirst) {
            to.remove(parts.get(i).access());
          }
          if (lacksLast) {
            from.remove(parts.get(i).egress());
          }
        } else {
          first.ifPresent(draft::setAccess);
          last.ifPresent(draft::setEgress);
          best.add(draft.toJourney());
        }
      }
    }
  }

  /** What has been asked for, so that nothing is asked for twice. */
  private static final class Asked {
    private final RideQuotes quotes;
    private final Map<RideWish, Optional<RideOffer>> answers = new LinkedHashMap<>();

    Asked(RideQuotes quotes) {
      this.quotes = quotes;
    }

    void ask(List<RideWish> wishes) {
      List<RideWish> open =
          wishes.stream().distinct().filter(wish -> !answers.containsKey(wish)).toList();
      List<RideWish> possible =
          open.stream()
              .filter(wish -> !wish.pickups().isEmpty() && !wish.dropoffs().isEmpty())
              .toList();
      open.forEach(wish -> answers.put(wish, Optional.empty()));
      List<Optional<RideOffer>> found = possible.isEmpty() ? List.of() : quotes.quote(possible);
      for (int i = 0; i < possible.size(); i++) {
        answers.put(possible.get(i), found.get(i));
      }
    }

    Optional<RideOffer> find(RideWish wish) {
      return answers.getOrDefault(wish, Optional.empty());
    }
  }
}
