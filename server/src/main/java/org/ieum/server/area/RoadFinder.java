package org.ieum.server.area;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.model.LatLon;
import org.ieum.road.RoadClass;
import org.ieum.road.RoadNetwork;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoadSpeedInput;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the roads that clients name by a place or a class; for any thread. */
final class RoadFinder {
  private static final Logger LOG = LoggerFactory.getLogger(RoadFinder.class);

  /** A place names the nearest road no farther than this, metres. */
  private static final double RADIUS = 50;

  private static final double LEAST_FACTOR = 0.01;

  /** A heading may differ so much from that of the road, degrees. */
  private static final double TURNED = 60;

  private final RoadNetwork network;

  RoadFinder(RoadNetwork network) {
    this.network = network;
  }

  /**
   * Finds all of them.
   *
   * @throws Refusal naming the entry that makes no sense
   */
  List<RoadSpeed> find(List<RoadSpeedInput> asked) {
    Map<String, Integer> seen = new HashMap<>();
    List<RoadSpeed> found = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      found.add(find(asked.get(i), i, seen));
    }
    return found;
  }

  /** Finds roads of before on a map that may be another one; leaves out those that are gone. */
  List<RoadSpeed> findAgain(List<RoadSpeed> before) {
    Map<String, Integer> seen = new HashMap<>();
    List<RoadSpeed> found = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      try {
        found.add(find(before.get(i).asked(), i, seen));
      } catch (Refusal e) {
        LOG.warn(
            "a road speed does not fit the map any more and is left out: {} {}",
            e.field(),
            e.getMessage());
      }
    }
    return found;
  }

  private RoadSpeed find(RoadSpeedInput asked, int index, Map<String, Integer> seen) {
    double factor = asked.speedFactor();
    if (!(factor == 0 || (factor >= LEAST_FACTOR && factor <= 10))) {
      throw wrong(index, "speed_factor", "must be 0 or from 0.01 to 10, was " + factor);
    }
    boolean isPlace = asked.lat() != null || asked.lon() != null || asked.heading() != null;
    if (isPlace == (asked.roadClass() != null)) {
      throw wrong(
          index,
          "road_class",
          "must be there, or else lat and lon, was "
              + (isPlace ? "'" + asked.roadClass() + "'" : null));
    }
    RoadSpeed speed = isPlace ? road(asked, index) : roadClass(asked, index);
    String field = isPlace ? "lat" : "road_class";
    String what = isPlace ? "edge " + speed.edge() : "class " + asked.roadClass();
    if (speed.forward() || !isPlace) {
      checkFirst(what + (isPlace ? " forward" : ""), index, field, seen);
    }
    if (speed.backward()) {
      checkFirst(what + " backward", index, field, seen);
    }
    return speed;
  }

  private static void checkFirst(String what, int index, String field, Map<String, Integer> seen) {
    Integer first = seen.putIfAbsent(what, index);
    if (first != null) {
      throw wrong(index, field, "names " + what + ", as speeds[" + first + "] does");
    }
  }

  private static RoadSpeed roadClass(RoadSpeedInput asked, int index) {
    if (RoadClass.find(String.valueOf(asked.roadClass())).isEmpty()) {
      throw wrong(index, "road_class", "is not known, was '" + asked.roadClass() + "'");
    }
    return new RoadSpeed(normal(asked), RoadSpeed.NONE, false, false);
  }

  private RoadSpeed road(RoadSpeedInput asked, int index) {
    Double lat = asked.lat();
    Double lon = asked.lon();
    if (lat == null || lon == null) {
      throw wrong(index, lat == null ? "lat" : "lon", "is missing");
    }
    Optional<Snap> snap = network.drivingSnapper(RADIUS).snap(new LatLon(lat, lon));
    if (snap.isEmpty()) {
      throw wrong(
          index,
          "lat",
          "must be within " + (int) RADIUS + " m of a road for cars, was " + lat + ", " + lon);
    }
    RoadPosition position = snap.get().position();
    Integer heading = asked.heading();
    if (heading == null) {
      return new RoadSpeed(normal(asked), position.edge(), true, true);
    }
    boolean isForward = isForward(position, heading, index);
    return new RoadSpeed(normal(asked), position.edge(), isForward, !isForward);
  }

  private boolean isForward(RoadPosition position, int heading, int index) {
    double there = bearing(position);
    double off = Math.abs((heading - there + 540) % 360 - 180);
    boolean isForward = off < 90;
    String road = "the road there leads to " + degrees(there) + " and " + degrees(there + 180);
    if (Math.min(off, 180 - off) > TURNED) {
      throw wrong(index, "heading", "must be along the road, was " + heading + "; " + road);
    }
    int edge = position.edge();
    int millis = isForward ? network.driving().forward(edge) : network.driving().backward(edge);
    if (millis >= EdgeTimes.CLOSED) {
      throw wrong(index, "heading", "is against a one-way road, was " + heading + "; " + road);
    }
    return isForward;
  }

  private static String degrees(double bearing) {
    return (int) Math.round(bearing + 360) % 360 + "°";
  }

  /** Where an edge leads to at a position, from its base node on, degrees from north. */
  private double bearing(RoadPosition position) {
    List<LatLon> shape = network.geometry().shape(position.edge());
    double rest = position.fraction() * network.geometry().length(position.edge());
    int i = 0;
    while (i < shape.size() - 2 && rest > shape.get(i).metresTo(shape.get(i + 1))) {
      rest -= shape.get(i).metresTo(shape.get(i + 1));
      i++;
    }
    LatLon from = shape.get(i);
    LatLon to = shape.get(i + 1);
    double east = (to.lon() - from.lon()) * Math.cos(Math.toRadians(from.lat()));
    return Math.toDegrees(Math.atan2(east, to.lat() - from.lat()));
  }

  /** With no zero that is negative. */
  private static RoadSpeedInput normal(RoadSpeedInput asked) {
    return new RoadSpeedInput(
        asked.roadClass(), asked.lat(), asked.lon(), asked.heading(), asked.speedFactor() + 0.0);
  }

  private static Refusal wrong(int index, String field, String message) {
    return Refusal.invalid("speeds[" + index + "]." + field, message);
  }
}
