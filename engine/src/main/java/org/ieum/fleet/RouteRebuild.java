package org.ieum.fleet;

import java.util.List;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Makes a route of the visits that somebody wants in its {@link FreePiece}; what else is in the
 * route stays. Visits of one place that follow each other share a stop. Belongs to one thread.
 *
 * <p>A visit is a number: twice the request, one more when its party alights.
 */
public final class RouteRebuild {
  private final TravelTimes times;
  private final int stopDwell;

  /** Stop of visit i of the route under way. */
  private int[] stopOf = new int[16];

  /**
   * Rebuilds with the driving times of now.
   *
   * @param stopDwell of a stop with boarding or alighting, ms
   */
  public RouteRebuild(TravelTimes times, int stopDwell) {
    this.times = times;
    this.stopDwell = stopDwell;
  }

  /** The visit at which a party boards. */
  public static long boarding(long request) {
    return request << 1;
  }

  /** The visit at which a party alights. */
  public static long alighting(long request) {
    return (request << 1) + 1;
  }

  /**
   * Fills a plan; nobody has judged it then.
   *
   * @param routes the present routes of all vehicles among which rides are exchanged
   * @param own which of them is rebuilt
   * @param visits in their order
   * @return false when the visits do not go with the routes: a ride is in none of them or not in
   *     its free piece, is only half there, or alights before it boards; or when no open road leads
   *     along the route
   */
  public boolean build(List<RoutePlan> routes, int own, long[] visits, RoutePlan result) {
    RoutePlan current = routes.get(own);
    FreePiece piece = FreePiece.find(current).orElse(null);
    if (piece == null) {
      return false;
    }
    if (visits.length > stopOf.length) {
      stopOf = new int[2 * visits.length];
    }
    result.beginLike(current, piece.start() + 1);
    if (!addStops(routes, current, visits, result)) {
      return false;
    }
    int shift = result.stopCount() - piece.end();
    result.endLike(current, piece.end());
    if (!keepRides(current, piece, shift, visits, result)
        || !addRides(routes, current, visits, result)) {
      return false;
    }
    result.retime(times);
    return !result.hasCutOffLeg();
  }

  private boolean addStops(
      List<RoutePlan> routes, RoutePlan current, long[] visits, RoutePlan result) {
    for (int i = 0; i < visits.length; i++) {
      long request = visits[i] >> 1;
      RoutePlan from = routeOf(routes, request);
      if (from == null) {
        return false;
      }
      int ride = from.findRide(request);
      boolean boards = (visits[i] & 1) == 0;
      if (!isFree(from, ride, boards, from == current)) {
        return false;
      }
      int place = from.place(boards ? from.pickup(ride) : from.dropoff(ride));
      int last = result.stopCount() - 1;
      if (last == 0 || result.place(last) != place || result.kind(last) != StopKind.SERVICE) {
        result.appendStop(place, stopDwell);
        last++;
      }
      stopOf[i] = last;
    }
    return true;
  }

  /** Whether a visit is in the free piece of its route; of another's ride both must be. */
  private static boolean isFree(RoutePlan from, int ride, boolean boards, boolean isOwn) {
    FreePiece piece = FreePiece.find(from).orElse(null);
    return piece != null
        && ((isOwn && !boards) || piece.hasPickup(from, ride))
        && ((isOwn && boards) || piece.hasDropoff(from, ride));
  }

  private static @Nullable RoutePlan routeOf(List<RoutePlan> routes, long request) {
    for (int i = 0; i < routes.size(); i++) {
      if (routes.get(i).findRide(request) >= 0) {
        return routes.get(i);
      }
    }
    return null;
  }

  /** Adds the rides of the present route that stay, in their order. */
  private boolean keepRides(
      RoutePlan current, FreePiece piece, int shift, long[] visits, RoutePlan result) {
    for (int k = 0; k < current.rideCount(); k++) {
      int pickup = current.pickup(k);
      int dropoff = current.dropoff(k);
      if (piece.hasPickup(current, k)) {
        int visit = find(visits, boarding(current.request(k)));
        if (visit < 0) {
          continue;
        }
        pickup = stopOf[visit];
      } else if (pickup >= piece.end()) {
        pickup += shift;
      }
      if (piece.hasDropoff(current, k)) {
        int visit = find(visits, alighting(current.request(k)));
        if (visit < 0) {
          return false;
        }
        dropoff = stopOf[visit];
      } else if (dropoff >= piece.end()) {
        dropoff += shift;
      }
      if (dropoff <= pickup) {
        return false;
      }
      result.addRideLike(current, k, pickup, dropoff);
    }
    return true;
  }

  /** Adds the rides of other routes, in the order of their boarding. */
  private boolean addRides(
      List<RoutePlan> routes, RoutePlan current, long[] visits, RoutePlan result) {
    for (int i = 0; i < visits.length; i++) {
      long request = visits[i] >> 1;
      if ((visits[i] & 1) == 0 && current.findRide(request) < 0) {
        int alights = find(visits, alighting(request));
        RoutePlan from = routeOf(routes, request);
        if (alights < 0 || from == null || stopOf[alights] <= stopOf[i]) {
          return false;
        }
        result.addRideLike(from, from.findRide(request), stopOf[i], stopOf[alights]);
      }
    }
    return true;
  }

  private static int find(long[] visits, long visit) {
    for (int i = 0; i < visits.length; i++) {
      if (visits[i] == visit) {
        return i;
      }
    }
    return -1;
  }
}
