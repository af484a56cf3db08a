package org.ieum.osmdata.stops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ieum.model.StopPoint;
import org.ieum.osmdata.clip.BusStopNode;

/**
 * The bus stops of OpenStreetMap, each physical place once. The map often has up to three nodes for
 * one place (pole, platform, halting position): places where riders wait come first, then the
 * smaller id; a later node within {@value #SAME_PLACE_METRES} m of an earlier one is the same place
 * when it has the same name or none. Ids are {@code n} and the number of the node.
 */
final class OsmStops {
  private static final int SAME_PLACE_METRES = 25;

  private OsmStops() {}

  /** The stops in the order of their nodes; what is dropped is told to {@code dropped}. */
  static List<StopPoint> choose(List<BusStopNode> nodes, DroppedStops dropped) {
    List<BusStopNode> ordered = new ArrayList<>(nodes);
    ordered.sort(
        Comparator.comparing(BusStopNode::isWaitingPlace)
            .reversed()
            .thenComparing(BusStopNode::id));
    List<BusStopNode> chosen = new ArrayList<>();
    PlaceGrid places = new PlaceGrid();
    for (BusStopNode node : ordered) {
      int near =
          places.nearest(node.location(), SAME_PLACE_METRES, i -> isSame(chosen.get(i), node));
      if (near >= 0) {
        dropped.add(id(node), "the same place as another bus stop of the map");
      } else {
        places.add(node.location());
        chosen.add(node);
      }
    }
    chosen.sort(Comparator.comparing(BusStopNode::id));
    List<StopPoint> stops = new ArrayList<>();
    for (BusStopNode node : chosen) {
      String name = node.name().isBlank() ? "Bus stop " + node.id() : node.name();
      stops.add(new StopPoint(id(node), name, node.location()));
    }
    return stops;
  }

  private static boolean isSame(BusStopNode earlier, BusStopNode later) {
    return later.name().isBlank() || later.name().equals(earlier.name());
  }

  private static String id(BusStopNode node) {
    return "n" + node.id();
  }
}
