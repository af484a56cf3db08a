package org.ieum.road;

import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.RideRules;

/**
 * Makes riding times from a profile and the rules of places. The rules are asked every few metres
 * along an edge: a lower limit slows down the part where it holds, and an edge with one place at
 * which scooters must not be is closed as a whole, since nobody can turn round on it in time.
 */
final class RideTimes {
  /** Rules are asked at least once in so many metres. */
  private static final double STEP = 20;

  private final RideWays ways;
  private final RoadGeometry geometry;
  private final RideProfile profile;
  private final RideRules rules;

  RideTimes(RideWays ways, RoadGeometry geometry, RideProfile profile, RideRules rules) {
    this.ways = ways;
    this.geometry = geometry;
    this.profile = profile;
    this.rules = rules;
  }

  /** Riding times on the same edges as others. */
  EdgeTimes on(EdgeTimes edges) {
    int[] forward = new int[edges.edgeCount()];
    int[] backward = new int[edges.edgeCount()];
    for (int edge = 0; edge < forward.length; edge++) {
      forward[edge] = millis(edge, /* back= */ false);
      backward[edge] = millis(edge, /* back= */ true);
    }
    return edges.withTimes(forward, backward);
  }

  private int millis(int edge, boolean back) {
    double speed = 0;
    if (ways.rides(edge, back)) {
      speed = profile.speed(ways.incline(edge, back));
    } else if (ways.isPushed(edge)) {
      speed = profile.pushingSpeed();
    }
    if (speed == 0) {
      return EdgeTimes.CLOSED;
    }
    double seconds = rules == RideRules.NONE ? geometry.length(edge) / speed : seconds(edge, speed);
    // Rounded up, so that no ride by the usual speed is longer than its time says.
    double millis = Math.max(1, Math.ceil(seconds * 1000));
    return millis < EdgeTimes.CLOSED ? (int) millis : EdgeTimes.CLOSED;
  }

  private double seconds(int edge, double speed) {
    List<LatLon> points = geometry.shape(edge);
    double seconds = 0;
    for (int i = 1; i < points.size(); i++) {
      LatLon from = points.get(i - 1);
      LatLon to = points.get(i);
      double metres = from.metresTo(to);
      int steps = Math.max(1, (int) Math.ceil(metres / STEP));
      for (int step = 0; step < steps; step++) {
        double limit = rules.speedLimit(between(from, to, (step + 0.5) / steps));
        if (!(limit >= 0)) {
          throw new IllegalArgumentException("speed limit must be >= 0 m/s, was " + limit);
        }
        seconds += metres / steps / Math.min(speed, limit);
      }
    }
    // Where no rides are allowed the time is infinite, or not a number on an edge without length.
    return seconds >= 0 ? seconds : Double.POSITIVE_INFINITY;
  }

  private static LatLon between(LatLon from, LatLon to, double share) {
    return new LatLon(
        from.lat() + share * (to.lat() - from.lat()), from.lon() + share * (to.lon() - from.lon()));
  }
}
