package org.ieum.server.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ieum.server.report.Reading;
import org.ieum.simulation.KeyFigure;

/** The key figures as aligned lines with units, for a terminal. */
public final class FigureTable {
  private FigureTable() {}

  /** One line for each figure, under the headings of their groups. */
  public static String text(List<KeyFigure> figures) {
    int labels = 0;
    int numbers = 0;
    int units = 0;
    for (KeyFigure figure : figures) {
      labels = Math.max(labels, figure.label().length());
      Reading reading = Reading.of(figure.value(), figure.unit());
      numbers = Math.max(numbers, reading.number().length());
      units = Math.max(units, reading.unit().length());
    }
    String format = "  %-" + labels + "s  %" + numbers + "s %-" + units + "s %s";
    StringBuilder text = new StringBuilder();
    String group = "";
    for (KeyFigure figure : figures) {
      if (!figure.group().equals(group)) {
        group = figure.group();
        text.append(String.format("%s%n", group));
      }
      Reading reading = Reading.of(figure.value(), figure.unit());
      String line =
          String.format(
              Locale.ROOT, format, figure.label(), reading.number(), reading.unit(), figure.name());
      text.append(String.format("%s%n", line));
    }
    return text.toString();
  }

  /** How many requests were rejected for which reason, the most frequent first. */
  public static String rejections(Day day) {
    Map<String, Integer> counts = DayFiles.rejections(day);
    if (counts.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(String.format("Rejected for%n"));
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            reason ->
                text.append(
                    String.format(
                        Locale.ROOT, "  %-24s %,6d%n", reason.getKey(), reason.getValue())));
    return text.toString();
  }
}
