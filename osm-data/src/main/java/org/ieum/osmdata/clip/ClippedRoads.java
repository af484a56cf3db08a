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
  public ClippedRoads {
    nodes = List.copyOf(nodes);
    ways = List.copyOf(ways);
    relations = List.copyOf(relations);
  }

  /** The smallest box around all nodes. */
  public ServiceArea bounds() {
    Envelope box = new Envelope();
    for (Node node : nodes) {
      box.expandToInclude(node.getLongitude(), node.getLatitude());
    }
    return ServiceArea.box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
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
