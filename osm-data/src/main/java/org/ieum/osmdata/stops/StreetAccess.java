package org.ieum.osmdata.stops;

import java.util.Map;
import java.util.Set;

/**
 * Who may use a street, read from its tags. Stricter than the router where they differ, so that a
 * stop placed by these rules is one that the router can serve; ferries count for nobody.
 */
final class StreetAccess {
  private static final Set<String> DRIVE =
      Set.of(
          "motorway",
          "motorway_link",
          "trunk",
          "trunk_link",
          "primary",
          "primary_link",
          "secondary",
          "secondary_link",
          "tertiary",
          "tertiary_link",
          "unclassified",
          "residential",
          "living_street",
          "service",
          "road");

  private static final Set<String> WALK =
      Set.of(
          "trunk",
          "trunk_link",
          "primary",
          "primary_link",
          "secondary",
          "secondary_link",
          "tertiary",
          "tertiary_link",
          "unclassified",
          "residential",
          "living_street",
          "service",
          "road",
          "track",
          "footway",
          "path",
          "pedestrian",
          "steps",
          "cycleway",
          "platform",
          "corridor");

  // How big a road is where a bus may stop.
  private static final Map<String, Integer> STOP_RANK =
      Map.of(
          "primary", 6,
          "secondary", 5,
          "tertiary", 4,
          "unclassified", 3,
          "residential", 2,
          "living_street", 1,
          "service", 1);

  private static final Set<String> CLOSED =
      Set.of(
          "no",
          "private",
          "restricted",
          "military",
          "emergency",
          "permit",
          "agricultural",
          "forestry",
          "delivery");

  private static final Set<String> CAR_BARRIERS =
      Set.of(
          "block",
          "bollard",
          "bus_trap",
          "cycle_barrier",
          "fence",
          "jersey_barrier",
          "kissing_gate",
          "motorcycle_barrier",
          "stile",
          "sump_buster",
          "turnstile");

  private static final Set<String> YES = Set.of("yes", "designated", "official", "permissive");

  private StreetAccess() {}

  /** Whether people may walk along the way. */
  static boolean mayWalk(Map<String, String> way) {
    String highway = way.getOrDefault("highway", "");
    if ("yes".equals(way.get("motorroad")) && !YES.contains(way.getOrDefault("foot", ""))) {
      return false;
    }
    boolean isStreet =
        WALK.contains(highway)
            || "platform".equals(way.get("railway"))
            || "pier".equals(way.get("man_made"));
    return isStreet && isOpen(way, "foot", "access");
  }

  /** Whether cars may drive along the way, in at least one direction. */
  static boolean mayDrive(Map<String, String> way) {
    return DRIVE.contains(way.getOrDefault("highway", ""))
        && !"emergency_access".equals(way.get("service"))
        && isOpen(way, "motorcar", "motor_vehicle", "vehicle", "access");
  }

  /** 1 when cars may only drive in the order of the nodes, -1 when only against it, else 0. */
  static int direction(Map<String, String> way) {
    String oneway = way.getOrDefault("oneway", "");
    if (Set.of("-1", "reverse").contains(oneway) || "no".equals(way.get("vehicle:forward"))) {
      return -1;
    }
    if (Set.of("yes", "true", "1").contains(oneway) || "no".equals(way.get("vehicle:backward"))) {
      return 1;
    }
    boolean implied =
        Set.of("roundabout", "circular").contains(way.getOrDefault("junction", ""))
            || Set.of("motorway", "motorway_link").contains(way.getOrDefault("highway", ""));
    return implied && !oneway.equals("no") ? 1 : 0;
  }

  /**
   * How well a bus may stop along a way that can be driven and walked: the bigger the road, the
   * higher, 0 where it should not (fast roads, ramps, tunnels, bridges, roundabouts, private and
   * parking roads).
   */
  static int stopRank(Map<String, String> way) {
    if (!mayDrive(way) || !mayWalk(way)) {
      return 0;
    }
    boolean unfit =
        isSet(way, "tunnel")
            || isSet(way, "bridge")
            || way.containsKey("junction")
            || way.containsKey("ford")
            || isSet(way, "motorroad");
    String highway = way.getOrDefault("highway", "");
    boolean forBuses =
        YES.contains(way.getOrDefault("bus", "")) || YES.contains(way.getOrDefault("psv", ""));
    if (unfit || (highway.equals("service") && !forBuses)) {
      return 0;
    }
    return STOP_RANK.getOrDefault(highway, 0);
  }

  /** Whether a node stops cars. */
  static boolean blocksCars(Map<String, String> node) {
    String barrier = node.get("barrier");
    if (barrier == null) {
      return false;
    }
    for (String key : new String[] {"motorcar", "motor_vehicle", "vehicle", "access"}) {
      String value = node.get(key);
      if (value != null) {
        return CLOSED.contains(value);
      }
    }
    return CAR_BARRIERS.contains(barrier);
  }

  /** Whether a node stops walkers. */
  static boolean blocksWalkers(Map<String, String> node) {
    String barrier = node.get("barrier");
    if (barrier == null) {
      return false;
    }
    boolean unsaid = !node.containsKey("foot") && !node.containsKey("access");
    return !isOpen(node, "foot", "access") || (unsaid && barrier.equals("fence"));
  }

  /** The first key that is there decides; none means open. */
  private static boolean isOpen(Map<String, String> tags, String... keys) {
    for (String key : keys) {
      String value = tags.get(key);
      if (value != null) {
        return !CLOSED.contains(value);
      }
    }
    return true;
  }

  private static boolean isSet(Map<String, String> way, String key) {
    String value = way.get(key);
    return value != null && !value.equals("no");
  }
}
