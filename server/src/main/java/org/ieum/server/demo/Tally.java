package org.ieum.server.demo;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what became of riders. Used by one thread. */
final class Tally {
  /** What may become of a rider. */
  enum Step {
    ASKED,
    NOT_ASKED,
    REFUSED,
    DECLINED,
    BOOKED,
    LOST,
    CANCELLED,
    BOARDED,
    NO_SHOW,
    ARRIVED,
    FAILED
  }

  private final Map<Step, Integer> counts = new EnumMap<>(Step.class);

  void add(Step step) {
    counts.merge(step, 1, Integer::sum);
  }

  int count(Step step) {
    return counts.getOrDefault(step, 0);
  }

  /** All that has been counted, on one line; then counts anew. */
  String takeLine() {
    StringBuilder line = new StringBuilder();
    counts.forEach(
        (step, count) ->
            line.append(line.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(step.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    counts.clear();
    return line.isEmpty() ? "nothing" : line.toString();
  }
}
