package org.ieum.benchmarks;

import java.util.Locale;
import org.ieum.model.LatLon;
import org.ieum.road.RoadNetwork;
import org.ieum.road.ServiceArea;
import org.ieum.road.SpeedFactors;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;

/** The road that most drives between stop points take, to be closed. */
final class BusyRoad {
  private static final int DRIVES = 3_000;

  private final ServiceArea map;
  private final int edge;
  private final int drives;

  /** Looks for it. */
  BusyRoad(ServiceArea map) {
    this.map = map;
    RoadTravelTimes times = map.travelTimes();
    // Cell i: how many of the drives take edge i.
    int[] taken = new int[map.network().edgeCount()];
    int stops = map.stopPoints().size();
    for (int i = 0; i < DRIVES; i++) {
      int from = (int) (i * 37L % stops);
      int to = (int) ((i * 101L + 7) % stops);
      DrivePath path = times.path(from, to);
      // Not the roads of the two stops, else they would be cut off.
      for (int piece = 1; piece < path.size() - 1; piece++) {
        taken[path.edge(piece)]++;
      }
    }
    int most = 0;
    for (int one = 1; one < taken.length; one++) {
      most = taken[one] > taken[most] ? one : most;
    }
    edge = most;
    drives = taken[most];
  }

  /** Its number. */
  int edge() {
    return edge;
  }

  /** The request that closes it in both directions. */
  String closing() {
    LatLon middle = map.network().geometry().locate(new RoadPosition(edge, 0.5));
    return String.format(
        Locale.ROOT,
        "{\"speeds\":[{\"lat\":%s,\"lon\":%s,\"speed_factor\":0}],\"reason\":\"burst pipe\"}",
        middle.lat(),
        middle.lon());
  }

  /** The roads without it, for those who drive. */
  RoadMetric closed() {
    RoadNetwork network = map.network();
    SpeedFactors factors = SpeedFactors.on(network).edge(edge, 0).build();
    return RoadMetric.of(
        network.customization(1).customize(factors.applyTo(network.driving())),
        map.drivingPositions());
  }

  /** All roads. */
  RoadMetric open() {
    return map.travelTimes().metric();
  }

  /** All speeds as usual again. */
  static String opening() {
    return "{\"speeds\":[],\"reason\":\"repaired\"}";
  }

  @Override
  public String toString() {
    return map.network().roadClass(edge).text()
        + " road "
        + edge
        + ", which "
        + drives
        + " of "
        + DRIVES
        + " drives between stop points take";
  }
}
