package org.ieum.osmdata.stops;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stops that are not used, by reason. */
final class DroppedStops {
  private final SortedMap<String, List<String>> idsByReason = new TreeMap<>();

  void add(String id, String reason) {
    idsByReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(id);
  }

  SortedMap<String, List<String>> byReason() {
    return idsByReason;
  }
}
