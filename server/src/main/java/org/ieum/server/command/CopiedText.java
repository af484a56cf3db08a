package org.ieum.server.command;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which journals are in a copy. */
final class CopiedText {
  private CopiedText() {}

  /**
   * A line for each area.
   *
   * @param events number of the last event by area
   */
  static String lines(Map<String, Long> events) {
    StringBuilder text = new StringBuilder();
    events.forEach(
        (area, last) ->
            text.append(
                String.format(Locale.ROOT, "%-32s %,12d events, chain intact%n", area, last)));
    return text.toString();
  }

  /** The same as a JSON object. */
  static String json(Map<String, Long> events) {
    return events.entrySet().stream()
        .map(area -> '"' + area.getKey() + "\": " + area.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
