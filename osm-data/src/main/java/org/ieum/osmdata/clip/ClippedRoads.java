package org.ieum.osmdata.clip;

import java.util.ArrayList;
import java.util.List;
import org.ieum.model.LatLon;
import org.locationtech.jts.geom.Envelope;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;

/**
 * What an extract has for routing in one area, each list in the order of ids, and how much of it
 * was dropped and why.
 */
public record ClippedRoads(
    List<Node> nodes,
    List<Way> ways,
    List<Relation> relations,
    KindCounts nodeCounts,
    KindCounts wayCounts,
    KindCounts relationCounts) {
  private static final double MARGIN_DEGREES = 0.0001;

  public ClippedRoads {
    nodes = List.copyOf(nodes);
    ways = List.copyOf(ways);
    relations = List.copyOf(relations);
  }

  /** A box around all nodes, wider than they by some 10 m. */
  public AreaOutline bounds() {
    Envelope box = new Envelope();
    for (Node node : nodes) {
      box.expandToInclude(node.getLongitude(), node.getLatitude());
    }
    box.expandBy(MARGIN_DEGREES);
    return AreaOutline.box(
        sevenDigits(box.getMinX()),
        sevenDigits(box.getMinY()),
        sevenDigits(box.getMaxX()),
        sevenDigits(box.getMaxY()));
  }

  private static double sevenDigits(double degrees) {
    return Math.rint(degrees * 1e7) / 1e7;
  }

  /** The nodes where buses stop. */
  public List<BusStopNode> busStops() {
    List<BusStopNode> stops = new ArrayList<>();
    for (Node node : nodes) {
      if (RoutingTags.isBusStop(node.getTags())) {
        stops.add(
            new BusStopNode(
                node.getId(),
                tag(node, "name"),
                new LatLon(node.getLatitude(), node.getLongitude()),
                tag(node, "highway").equals("bus_stop")
                    || tag(node, "public_transport").equals("platform")));
      }
    }
    return stops;
  }

  private static String tag(Node node, String key) {
    for (Tag tag : node.getTags()) {
      if (tag.getKey().equals(key)) {
        return tag.getValue();
      }
    }
    return "";
  }
}
