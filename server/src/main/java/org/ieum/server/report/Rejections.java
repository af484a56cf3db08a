package org.ieum.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rejections added up by hour and reason, the most frequent reason first, ties by its name.
 *
 * @param reasons in the order of the columns
 * @param byHour counts of each hour with a rejection, element i for reason i
 */
record Rejections(List<String> reasons, SortedMap<Integer, List<Integer>> byHour) {
  static Rejections of(List<RejectionCount> counts) {
    SortedMap<String, Integer> totals = new TreeMap<>();
    for (RejectionCount count : counts) {
      if (count.count() > 0) {
        totals.merge(count.reason(), count.count(), Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> ranked = new ArrayList<>(totals.entrySet());
    ranked.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    List<String> reasons = ranked.stream().map(Map.Entry::getKey).toList();
    SortedMap<Integer, List<Integer>> byHour = new TreeMap<>();
    for (RejectionCount count : counts) {
      if (count.count() > 0) {
        List<Integer> row = byHour.computeIfAbsent(count.hour(), hour -> zeros(reasons.size()));
        int column = reasons.indexOf(count.reason());
        row.set(column, row.get(column) + count.count());
      }
    }
    return new Rejections(reasons, byHour);
  }

  private static List<Integer> zeros(int size) {
    List<Integer> zeros = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      zeros.add(0);
    }
    return zeros;
  }
}
