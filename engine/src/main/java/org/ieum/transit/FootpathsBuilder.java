package org.ieum.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts footpaths together: walking times first, the rules of {@code transfers.txt} on top. */
public final class FootpathsBuilder {
  private final List<TreeMap<Integer, Integer>> walking = new ArrayList<>();
  private final Map<Long, Integer> least = new TreeMap<>();

  /** No ways yet but changing at one stop, which takes no time. */
  public FootpathsBuilder(int stopCount) {
    for (int stop = 0; stop < stopCount; stop++) {
      TreeMap<Integer, Integer> ways = new TreeMap<>();
      ways.put(stop, 0);
      walking.add(ways);
    }
  }

  /**
   * A way between two stops, replacing what was there.
   *
   * @param seconds how long one walks
   */
  public FootpathsBuilder walk(int from, int to, int seconds) {
    if (seconds < 0) {
      throw new IllegalArgumentException("walking must be >= 0 s, was " + seconds);
    }
    walking.get(from).put(to, seconds);
    return this;
  }

  /**
   * Rules between stops, once all ways are there. A rule that allows changing where there is no way
   * makes one on which one walks as long as the rule says; a rule that forbids it takes the way
   * away.
   */
  public FootpathsBuilder rules(List<TransferRule> rules) {
    for (TransferRule rule : rules) {
      TreeMap<Integer, Integer> ways = walking.get(rule.from());
      if (rule.isForbidden()) {
        ways.remove(rule.to());
        continue;
      }
      if (rule.least() > 0) {
        ways.putIfAbsent(rule.to(), rule.least());
        least.put(key(rule.from(), rule.to()), rule.least());
      }
    }
    return this;
  }

  public Footpaths build() {
    int n = walking.size();
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      start[i + 1] = start[i] + walking.get(i).size();
    }
    int[] to = new int[start[n]];
    int[] walks = new int[start[n]];
    int[] leasts = new int[start[n]];
    int at = 0;
    for (int from = 0; from < n; from++) {
      for (Map.Entry<Integer, Integer> way : walking.get(from).entrySet()) {
        to[at] = way.getKey();
        walks[at] = way.getValue();
        leasts[at++] = least.getOrDefault(key(from, way.getKey()), 0);
      }
    }
    return new Footpaths(start, to, walks, leasts);
  }

  private static long key(int from, int to) {
    return (long) from << 32 | to;
  }
}
