package org.ieum.osmdata.clip;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many objects of one kind were read and dropped, by reason. Kept is what is left, so the sum
 * always holds.
 */
public final class KindCounts {
  private final SortedMap<String, Integer> dropped = new TreeMap<>();
  private int read;

  void read() {
    read++;
  }

  void drop(String reason) {
    dropped.merge(reason, 1, Integer::sum);
  }

  void drop(String reason, int count) {
    if (count > 0) {
      dropped.merge(reason, count, Integer::sum);
    }
  }

  /** How many the extract holds. */
  public int readCount() {
    return read;
  }

  /** How many are in the result. */
  public int keptCount() {
    return read - dropped.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many were dropped, by reason, in the order of the reasons' names. */
  public SortedMap<String, Integer> dropped() {
    return new TreeMap<>(dropped);
  }
}
