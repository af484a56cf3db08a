package org.ieum.dispatch;

import java.util.List;
import java.util.Optional;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.insertion.Insertion;
import org.ieum.insertion.InsertionPlanner;
import org.ieum.insertion.InsertionSearch;
import org.ieum.insertion.RequestLimits;
import org.ieum.model.Offer;
import org.ieum.model.Promise;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in the routes a party fits: one that asks, one that accepted an offer, one that an
 * operator puts somewhere. Reads the fleet and changes nothing.
 */
final class RideFinder {
  private final ServiceRules rules;
  private final FleetState fleet;
  private final TravelTimes times;
  private final Bookings bookings;
  private final ClosedStops closedStops;
  private final Admission admission;
  private final InsertionPlanner planner;
  private final InsertionSearch search;

  private final RequestLimits limits = new RequestLimits();
  private final Insertion insertion = new Insertion();
  private final RoutePlan plan = new RoutePlan();

  /** The offer of the last command, if that was a quote; where it fits is in {@link #insertion}. */
  private @Nullable Offer quoted;

  /** Request of a ride that does not count as overlapping, or -1. */
  private long replaced = -1;

  private int quotedAt;
  private long quotedChanges;

  RideFinder(
      ServiceRules rules,
      List<Vehicle> vehicles,
      FleetState fleet,
      RouteEvaluator evaluator,
      TravelTimes times,
      Bookings bookings,
      ClosedStops closedStops) {
    this.rules = rules;
    this.fleet = fleet;
    this.times = times;
    this.bookings = bookings;
    this.closedStops = closedStops;
    admission = new Admission(rules.booking(), vehicles);
    planner = new InsertionPlanner(evaluator, times, rules.weights(), rules.dwell());
    search = new InsertionSearch(rules, fleet, evaluator, planner, times);
  }

  /** The best ride that can be had. */
  QuoteAnswer quote(RideRequest request, int now) {
    Optional<Rejection> objection = admission.findObjection(request, now);
    if (objection.isEmpty()) {
      limits.set(request, rules.promise(), times, now + rules.booking().minLead());
      objection =
          closedStops.findObjection(limits).or(() -> admission.findObjection(request, limits));
    }
    if (objection.isPresent()) {
      return objection.get();
    }
    search.findBest(limits, now, insertion);
    if (!insertion.isFound()) {
      return new Rejection(RejectionReason.NO_CAPACITY, "no vehicle can take the party in time");
    }
    return offer(request, now);
  }

  private QuoteAnswer offer(RideRequest request, int now) {
    int i = insertion.pickup();
    int j = insertion.dropoff();
    Promise promise =
        new Promise(
            limits.pickupPoint(i),
            limits.dropoffPoint(j),
            new TimeWindow(limits.earliest(i, j), limits.latestPickup(i, j)),
            limits.latestDropoff(i, j),
            limits.maxRide(i, j));
    TimeWindow span = new TimeWindow(limits.earliest(i, j), limits.latestDropoff(i, j));
    Optional<Booking> overlap = bookings.findOverlap(request.rider(), span, replaced);
    if (overlap.isPresent()) {
      return new Rejection(
          RejectionReason.BOOKING_RULE,
          "rider " + request.rider() + " rides then by request " + overlap.get().request());
    }
    planner.plan(fleet, limits, insertion, now, plan);
    int ride = plan.rideCount() - 1;
    quoted =
        new Offer(
            request,
            promise,
            limits.accessWalk(i),
            limits.egressWalk(j),
            limits.direct(i, j),
            insertion.vehicle(),
            plan.departure(plan.pickup(ride)),
            plan.arrival(plan.dropoff(ride)),
            insertion.cost(),
            now + rules.booking().offerLifetime());
    quotedAt = now;
    quotedChanges = fleet.changes();
    return quoted;
  }

  /** Lets a rider have another ride at the time of one of theirs; -1 for none. */
  void replace(long request) {
    replaced = request;
  }

  /** Says that the fleet or what it drives by is no longer what the last quote saw. */
  void forgetQuoted() {
    quoted = null;
  }

  /**
   * Finds the place of least cost that keeps the promise of an offer.
   *
   * @return whether there is one; then it is {@link #insertion} and {@link #plan}
   */
  boolean place(Offer offer, int now) {
    checkNew(offer.request());
    if (!isOpen(offer, now)) {
      return false;
    }
    limits.set(offer, times);
    boolean isFresh = offer.equals(quoted) && now == quotedAt && fleet.changes() == quotedChanges;
    quoted = null;
    if (isFresh) {
      insertion.choose(offer.vehicle(), insertion.pickupIndex(), insertion.dropoffIndex());
    } else {
      search.findBest(limits, now, insertion);
    }
    return insertion.isFound() && planner.plan(fleet, limits, insertion, now, plan);
  }

  /**
   * Takes the place that somebody chose.
   *
   * @param vehicle its index
   * @param pickupIndex stop behind which, or at which, the party is picked up
   * @param dropoffIndex stop behind which, or at which, it is dropped off, counted before
   * @return whether every promise is kept; then it is {@link #insertion} and {@link #plan}
   */
  boolean place(Offer offer, int vehicle, int pickupIndex, int dropoffIndex, int now) {
    checkNew(offer.request());
    if (!isOpen(offer, now)) {
      return false;
    }
    if (pickupIndex < 0
        || dropoffIndex < pickupIndex
        || dropoffIndex >= fleet.stopCount(vehicle) - 1) {
      throw new IllegalArgumentException(
          "vehicle "
              + vehicle
              + " has no stops "
              + pickupIndex
              + " and "
              + dropoffIndex
              + " to insert behind");
    }
    return choose(offer, vehicle, pickupIndex, dropoffIndex, now);
  }

  /** Finds the place of least cost that keeps the promise of a ride that is confirmed already. */
  boolean find(Offer offer, int now) {
    quoted = null;
    limits.set(offer, times);
    search.findBest(limits, now, insertion);
    return insertion.isFound() && planner.plan(fleet, limits, insertion, now, plan);
  }

  /** The same within one vehicle, where it operates the least. */
  boolean findIn(int vehicle, Offer offer, int now) {
    quoted = null;
    limits.set(offer, times);
    int least = Integer.MAX_VALUE;
    int bestPickup = 0;
    int bestDropoff = 0;
    for (int p = 0; p < fleet.stopCount(vehicle) - 1; p++) {
      for (int q = p; q < fleet.stopCount(vehicle) - 1; q++) {
        insertion.choose(vehicle, p, q);
        if (planner.plan(fleet, limits, insertion, now, plan) && plan.operatingTime() < least) {
          least = plan.operatingTime();
          bestPickup = p;
          bestDropoff = q;
        }
      }
    }
    return least < Integer.MAX_VALUE && choose(offer, vehicle, bestPickup, bestDropoff, now);
  }

  /** Takes the place that was found for a ride that is confirmed already. */
  boolean choose(Offer offer, int vehicle, int pickupIndex, int dropoffIndex, int now) {
    quoted = null;
    limits.set(offer, times);
    insertion.choose(vehicle, pickupIndex, dropoffIndex);
    return planner.plan(fleet, limits, insertion, now, plan);
  }

  /** Where the last quoted or placed party goes. */
  Insertion insertion() {
    return insertion;
  }

  /** The route with it. */
  RoutePlan plan() {
    return plan;
  }

  private void checkNew(RideRequest request) {
    if (bookings.find(request.id()).isPresent()) {
      throw new IllegalArgumentException("request " + request.id() + " is confirmed already");
    }
  }

  /** Whether an offer has not expired, its stops are open and its rider does not ride otherwise. */
  private boolean isOpen(Offer offer, int now) {
    TimeWindow span =
        new TimeWindow(offer.promise().pickupWindow().earliest(), offer.promise().latestDropoff());
    return now <= offer.expiresAt()
        && !closedStops.concerns(offer.promise())
        && bookings.findOverlap(offer.request().rider(), span, replaced).isEmpty();
  }
}
