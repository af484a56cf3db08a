package org.ieum.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The journeys of which none is as good as another in everything and better in something: in
 * arrival (or departure, if one wants to arrive by a time), walking, vehicles and fare. Of equally
 * good ones the first stays.
 */
final class JourneySet {
  private final JourneyRequest request;
  private final UnaryOperator<Journey> pricing;
  private final List<Journey> best = new ArrayList<>();

  /**
   * An empty set.
   *
   * @param request says whether early arrivals count or late departures, and how far one walks
   * @param pricing gives a journey the fare that riders pay
   */
  JourneySet(JourneyRequest request, UnaryOperator<Journey> pricing) {
    this.request = request;
    this.pricing = pricing;
  }

  /** Adds a journey unless one is at least as good; takes out those that it is better than. */
  void add(Journey unpriced) {
    if (walksTooFar(unpriced)) {
      return;
    }
    Journey journey = pricing.apply(unpriced);
    for (Journey other : best) {
      if (isAsGood(other, journey)) {
        return;
      }
    }
    best.removeIf(other -> isAsGood(journey, other));
    best.add(journey);
  }

  private boolean isAsGood(Journey one, Journey other) {
    return time(one) <= time(other)
        && one.walking() <= other.walking()
        && one.vehicles() <= other.vehicles()
        && one.fare() <= other.fare()
        && (one.fareKnown() || !other.fareKnown());
  }

  /**
   * Whether a walk to, from or between vehicles is too long; all the way has a limit of its own.
   */
  private boolean walksTooFar(Journey journey) {
    for (Leg leg : journey.legs()) {
      boolean isLong = leg.end() - leg.start() > request.rules().longestWalk();
      if (journey.vehicles() > 0 && leg instanceof WalkLeg && isLong) {
        return true;
      }
    }
    return false;
  }

  /** Smaller is better. */
  private long time(Journey journey) {
    return request.isDepartAt() ? journey.arrival() : -journey.departure();
  }

  /** The best first: by time, then walking, vehicles and fare. */
  List<Journey> sorted() {
    List<Journey> sorted = new ArrayList<>(best);
    sorted.sort(
        Comparator.comparingLong(this::time)
            .thenComparingLong(Journey::walking)
            .thenComparingInt(Journey::vehicles)
            .thenComparingLong(Journey::fare));
    return sorted;
  }
}
