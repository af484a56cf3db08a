package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ieum.osmdata.clip.JsonFile;
import org.ieum.progress.InputException;

/**
 * Figures of an earlier run of the short form, to which later runs are compared: times as multiples
 * of the yardstick, and allocations in bytes. Its file is one that the short form has written.
 *
 * <p>Design note. A time is clearly worse beyond {@value #TIME_FACTOR} times the old ratio: in 25
 * runs on two cores that three to nine other threads wanted as well, no ratio was more than 1.42
 * times its median over the runs, most stayed within 1.1. What goes by the clock doubled and is
 * left out. Allocations did not vary at all: they are clearly worse beyond {@value #BYTES_FACTOR}
 * times the old bytes, or beyond {@value #BYTES_MORE} bytes more where that is more. Under {@link
 * Slowdown} by 2 every time but those of yardsticks is found to be worse, and every allocation of
 * more than those bytes. Single operations have got a yardstick of their own since; in ten runs
 * beside builds they stayed within 1.22 of their medians, which are what the file has of them.
 */
final class Baseline {
  static final double TIME_FACTOR = 1.6;
  static final double BYTES_FACTOR = 1.2;
  static final double BYTES_MORE = 64;

  /**
   * A comparison.
   *
   * @param faults what is clearly worse, or missing
   * @param notes what is new, or clearly better
   */
  record Comparison(List<String> faults, List<String> notes) {}

  /** Ratio of a row, by its name. */
  private final Map<String, Double> ratios = new LinkedHashMap<>();

  /** Bytes of a row, by its name. */
  private final Map<String, Double> bytes = new LinkedHashMap<>();

  private Baseline() {}

  /**
   * Reads a file of results.
   *
   * @throws InputException when it is none
   */
  static Baseline read(Path file) {
    JsonNode rows = JsonFile.read(file);
    if (!rows.isArray() || rows.isEmpty()) {
      throw new InputException(file + ": must be a list of results, as --out writes it");
    }
    Baseline baseline = new Baseline();
    for (int i = 0; i < rows.size(); i++) {
      baseline.add(file + ": row " + (i + 1), rows.get(i));
    }
    return baseline;
  }

  private void add(String where, JsonNode row) {
    JsonNode name = row.path("name");
    if (!name.isTextual()) {
      throw new InputException(where + ": must have a name");
    }
    if (ratios.containsKey(name.asText()) || bytes.containsKey(name.asText())) {
      throw new InputException(where + ": '" + name.asText() + "' is there twice");
    }
    if (row.path("unit").asText().equals("B")) {
      bytes.put(name.asText(), number(where, row, "value"));
    } else if (!row.path("ratio").isNull()) {
      ratios.put(name.asText(), number(where, row, "ratio"));
    }
  }

  private static double number(String where, JsonNode row, String key) {
    JsonNode value = row.path(key);
    if (!value.isNumber() || value.asDouble() < 0) {
      throw new InputException(where + ": " + key + " must be a number >= 0, was " + value);
    }
    return value.asDouble();
  }

  /** Compares a run of the same form. */
  Comparison compare(List<Result> results) {
    List<String> faults = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Set<String> measured = new HashSet<>();
    for (Result result : results) {
      measured.add(result.name());
      Double oldBytes = bytes.get(result.name());
      Double oldRatio = ratios.get(result.name());
      if (oldBytes != null) {
        double most = Math.max(BYTES_FACTOR * oldBytes, oldBytes + BYTES_MORE);
        compare(result.name(), result.value(), oldBytes, most, "B", faults, notes);
      } else if (oldRatio != null) {
        double most = TIME_FACTOR * oldRatio;
        compare(result.name(), result.ratio(), oldRatio, most, "q", faults, notes);
      } else if (!Double.isNaN(result.ratio()) || result.unit().equals("B")) {
        notes.add(result.name() + ": is not in the baseline");
      }
    }
    for (Map<String, Double> rows : List.of(ratios, bytes)) {
      for (String name : rows.keySet()) {
        if (!measured.contains(name)) {
          faults.add(name + ": is in the baseline and was not measured");
        }
      }
    }
    return new Comparison(List.copyOf(faults), List.copyOf(notes));
  }

  /** Notes one figure; it is clearly better when the old one is clearly worse than it. */
  private static void compare(
      String name,
      double now,
      double old,
      double most,
      String unit,
      List<String> faults,
      List<String> notes) {
    if (!(now <= most)) {
      faults.add(
          String.format(
              Locale.ROOT,
              "%s: %s %s is clearly worse than %s %s of the baseline (at most %s)",
              name,
              number(now),
              unit,
              number(old),
              unit,
              number(most)));
    } else if (old > 0 && now < old * old / most) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: %s %s is clearly better than %s %s of the baseline",
              name,
              number(now),
              unit,
              number(old),
              unit));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.3g", value);
  }
}
