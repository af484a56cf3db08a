package org.ieum.osmdata.stops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stop points of an area and how well they cover it.
 *
 * @param stops in the order of their file, virtual ones last and those first that cover most
 * @param dropped ids of stops that could not be used, by reason
 * @param walkMetres walking distance within which a street counts as covered
 * @param walkableMetres length of the streets in the area that can be walked
 * @param coveredBeforeMetres of these, near a stop that was there before (given, or else those of
 *     OpenStreetMap, whether they are used or not)
 * @param coveredAfterMetres of these, near one of {@code stops}
 * @param isLimitReached whether there are as many stops as may be, so that more could cover more
 */
public record StopPlan(
    List<PlacedStop> stops,
    SortedMap<String, List<String>> dropped,
    int walkMetres,
    long walkableMetres,
    long coveredBeforeMetres,
    long coveredAfterMetres,
    boolean isLimitReached) {
  public StopPlan {
    stops = List.copyOf(stops);
    SortedMap<String, List<String>> copy = new TreeMap<>();
    dropped.forEach(
        (reason, ids) -> copy.put(reason, Collections.unmodifiableList(new ArrayList<>(ids))));
    dropped = Collections.unmodifiableSortedMap(copy);
  }

  /** How many stops come from there. */
  public int count(StopSource source) {
    int count = 0;
    for (PlacedStop stop : stops) {
      count += stop.source() == source ? 1 : 0;
    }
    return count;
  }
}
