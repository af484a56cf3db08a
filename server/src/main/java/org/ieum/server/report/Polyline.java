package org.ieum.server.report;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.server.report.VehicleDay.TrackPoint;

/**
 * Leaves out points of a line that nobody would miss.
 *
 * <p>This is the algorithm of Douglas and Peucker (1973), "Algorithms for the reduction of the
 * number of points required to represent a digitized line or its caricature": keep both ends, then
 * the point farthest from the line between them if it is farther than the tolerance, and go on with
 * both halves. For a vehicle's track the distance is taken to where the vehicle would be at the
 * same time (Meratnia and de By 2004, "Spatiotemporal compression techniques for moving point
 * objects"), so that stands and changes of speed stay. The halves wait on a stack, as a day's track
 * is too long to recurse into.
 */
final class Polyline {
  private static final double METRES_PER_DEGREE = 111_195;

  private Polyline() {}

  /** How far point i is from the straight line between two others, in metres. */
  private interface Deviation {
    double metres(int from, int to, int i);
  }

  /** Indexes of the points of a line that keep its shape within the tolerance in metres. */
  static BitSet shape(List<LatLon> points, double tolerance) {
    return simplify(
        points.size(),
        tolerance,
        (from, to, i) -> toSegment(points.get(from), points.get(to), points.get(i)));
  }

  /** Indexes of the points of a track that keep every position within the tolerance in metres. */
  static BitSet motion(List<TrackPoint> track, double tolerance) {
    return simplify(
        track.size(),
        tolerance,
        (from, to, i) -> toMotion(track.get(from), track.get(to), track.get(i)));
  }

  private static BitSet simplify(int size, double tolerance, Deviation deviation) {
    BitSet kept = new BitSet(size);
    if (size == 0) {
      return kept;
    }
    kept.set(0);
    kept.set(size - 1);
    Deque<Integer> ends = new ArrayDeque<>();
    ends.push(size - 1);
    int from = 0;
    while (!ends.isEmpty()) {
      int to = ends.peek();
      int farthest = -1;
      double most = tolerance;
      for (int i = from + 1; i < to; i++) {
        double metres = deviation.metres(from, to, i);
        if (metres > most) {
          most = metres;
          farthest = i;
        }
      }
      if (farthest < 0) {
        from = ends.pop();
      } else {
        kept.set(farthest);
        ends.push(farthest);
      }
    }
    return kept;
  }

  private static double toSegment(LatLon from, LatLon to, LatLon point) {
    double scale = StrictMath.cos(StrictMath.toRadians(from.lat()));
    double x = (to.lon() - from.lon()) * scale;
    double y = to.lat() - from.lat();
    double px = (point.lon() - from.lon()) * scale;
    double py = point.lat() - from.lat();
    double square = x * x + y * y;
    double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * x + py * y) / square));
    return metres(px - along * x, py - along * y);
  }

  private static double toMotion(TrackPoint from, TrackPoint to, TrackPoint point) {
    double span = (double) to.time() - from.time();
    double share = span == 0 ? 0 : (point.time() - from.time()) / span;
    LatLon a = from.place();
    LatLon b = to.place();
    double lat = a.lat() + share * (b.lat() - a.lat());
    double lon = a.lon() + share * (b.lon() - a.lon());
    double scale = StrictMath.cos(StrictMath.toRadians(lat));
    return metres((point.place().lon() - lon) * scale, point.place().lat() - lat);
  }

  /** Length of a vector in degrees; a plain root, as hypot guards against what cannot be here. */
  private static double metres(double x, double y) {
    return METRES_PER_DEGREE * Math.sqrt(x * x + y * y);
  }
}
