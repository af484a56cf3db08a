package org.ieum.osmdata.clip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;

/**
 * Which objects and tags the car, the walker and the scooter (which rides where bicycles may) need.
 * A key counts with its subkeys: {@code maxspeed} also keeps {@code maxspeed:forward}.
 */
final class RoutingTags {
  /** Why a way was dropped that is no road, path or ferry at all. */
  static final String NO_ROAD = "no road, path or ferry";

  // Values of highway that are not there (yet, any more) or that no mode of travel may use.
  private static final Set<String> UNUSABLE =
      Set.of(
          "abandoned",
          "bus_guideway",
          "construction",
          "demolished",
          "dismantled",
          "disused",
          "emergency_bay",
          "escape",
          "no",
          "none",
          "planned",
          "proposed",
          "raceway",
          "razed",
          "removed",
          "rest_area",
          "services",
          "street_lamp");

  private static final Set<String> WAY_KEYS =
      Set.of(
          "access",
          "area",
          "barrier",
          "bicycle",
          "bicycle_road",
          "bridge",
          "bus",
          "crossing",
          "cycleway",
          "cyclestreet",
          "destination",
          "duration",
          "ferry",
          "foot",
          "footway",
          "ford",
          "hgv",
          "highway",
          "impassable",
          "incline",
          "junction",
          "lanes",
          "layer",
          "man_made",
          "maxheight",
          "maxspeed",
          "maxweight",
          "maxwidth",
          "motor_vehicle",
          "motorcar",
          "motorroad",
          "mtb",
          "oneway",
          "psv",
          "railway",
          "ref",
          "route",
          "sac_scale",
          "segregated",
          "service",
          "sidewalk",
          "smoothness",
          "status",
          "surface",
          "toll",
          "tracktype",
          "traffic_calming",
          "trail_visibility",
          "tunnel",
          "vehicle",
          "width");

  private static final Set<String> NODE_KEYS =
      Set.of(
          "access",
          "barrier",
          "bicycle",
          "bollard",
          "bus",
          "crossing",
          "foot",
          "ford",
          "highway",
          "junction",
          "locked",
          "motor_vehicle",
          "motorcar",
          "psv",
          "public_transport",
          "railway",
          "traffic_calming",
          "vehicle");

  private static final Set<String> RELATION_KEYS =
      Set.of(
          "type",
          "restriction",
          "except",
          "restriction:motorcar",
          "restriction:motor_vehicle",
          "restriction:vehicle");

  private RoutingTags() {}

  /** Why the way is of no use, empty when it is kept. */
  static Optional<String> findWayFault(Collection<Tag> tags) {
    Map<String, String> map = map(tags);
    String highway = map.get("highway");
    if (highway != null) {
      return UNUSABLE.contains(highway)
          ? Optional.of("highway=" + highway + ": not usable")
          : Optional.empty();
    }
    boolean kept =
        "ferry".equals(map.get("route"))
            || "pier".equals(map.get("man_made"))
            || "platform".equals(map.get("railway"));
    return kept ? Optional.empty() : Optional.of(NO_ROAD);
  }

  /** Whether the relation forbids or demands a turn. */
  static boolean isTurnRestriction(Collection<Tag> tags) {
    return "restriction".equals(map(tags).get("type"));
  }

  /** Whether a bus stops at the node. */
  static boolean isBusStop(Collection<Tag> tags) {
    Map<String, String> map = map(tags);
    if ("bus_stop".equals(map.get("highway"))) {
      return true;
    }
    String transport = map.get("public_transport");
    return "yes".equals(map.get("bus"))
        && ("platform".equals(transport) || "stop_position".equals(transport));
  }

  static List<Tag> wayTags(Collection<Tag> tags) {
    return keep(tags, WAY_KEYS, true);
  }

  /** Names are kept where buses stop only. */
  static List<Tag> nodeTags(Collection<Tag> tags) {
    return keep(tags, NODE_KEYS, isBusStop(tags));
  }

  static List<Tag> relationTags(Collection<Tag> tags) {
    return keep(tags, RELATION_KEYS, false);
  }

  private static List<Tag> keep(Collection<Tag> tags, Set<String> keys, boolean name) {
    List<Tag> kept = new ArrayList<>();
    for (Tag tag : tags) {
      String key = tag.getKey();
      int colon = key.indexOf(':');
      boolean wanted = keys.contains(colon < 0 ? key : key.substring(0, colon));
      if (wanted || (name && key.equals("name"))) {
        kept.add(tag);
      }
    }
    kept.sort(Comparator.comparing(Tag::getKey).thenComparing(Tag::getValue));
    return kept;
  }

  private static Map<String, String> map(Collection<Tag> tags) {
    Map<String, String> map = new TreeMap<>();
    for (Tag tag : tags) {
      map.put(tag.getKey(), tag.getValue());
    }
    return map;
  }
}
