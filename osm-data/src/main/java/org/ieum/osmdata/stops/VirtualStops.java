package org.ieum.osmdata.stops;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ieum.model.StopPoint;

/** Gives placed stops their ids ({@code v0001} ...) and names (that of the street, numbered). */
final class VirtualStops {
  private VirtualStops() {}

  /**
   * The stop points at the nodes, in their order.
   *
   * @param takenIds ids that other stops have
   */
  static List<StopPoint> name(StreetNetwork network, IntArrayList nodes, Set<String> takenIds) {
    Map<String, Integer> repeats = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      repeats.merge(network.streetName(nodes.getInt(i)), 1, Integer::sum);
    }
    Map<String, Integer> used = new HashMap<>();
    List<StopPoint> stops = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < nodes.size(); i++) {
      String id;
      do {
        id = String.format(Locale.ROOT, "v%04d", ++number);
      } while (takenIds.contains(id));
      String street = network.streetName(nodes.getInt(i));
      String name;
      if (street.isBlank()) {
        name = "Stop " + id;
      } else if (repeats.getOrDefault(street, 0) > 1) {
        name = street + " " + used.merge(street, 1, Integer::sum);
      } else {
        name = street;
      }
      stops.add(new StopPoint(id, name, network.location(nodes.getInt(i))));
    }
    return stops;
  }
}
