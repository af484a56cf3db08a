package org.ieum.server.feeds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ieum.model.LatLon;

/**
 * One row of a feed's file; done with when the next one is read. A value that is wrong is told as a
 * fault, and the method that asked for it returns nothing.
 */
final class GtfsRow {
  private static final int MOST_HOURS = 200;

  private final GtfsTable table;
  private final int line;
  private final List<String> values;

  GtfsRow(GtfsTable table, int line, List<String> values) {
    this.table = table;
    this.line = line;
    this.values = values;
  }

  int line() {
    return line;
  }

  void fault(String what) {
    table.fault(line, what);
  }

  /** What is there, blank when nothing is. */
  String text(String column) {
    int index = table.column(column);
    return index < 0 ? "" : values.get(index);
  }

  boolean has(String column) {
    return !text(column).isEmpty();
  }

  /** A text that must be there. */
  Optional<String> findText(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      fault(column + " is missing");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A whole number, or what holds if none is there. */
  OptionalInt findNumber(String column, int otherwise, int min, int max) {
    String text = text(column);
    if (text.isEmpty()) {
      return OptionalInt.of(otherwise);
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      // Told below, as one out of range.
    }
    fault(column + " must be from " + min + " to " + max + ", was '" + text + "'");
    return OptionalInt.empty();
  }

  /** A day such as 20260131. */
  Optional<LocalDate> findDate(String column) {
    try {
      return Optional.of(LocalDate.parse(text(column), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException e) {
      fault(column + " must be a day such as 20260131, was '" + text(column) + "'");
      return Optional.empty();
    }
  }

  /** A time such as 25:10:00, seconds after the service day's start. */
  OptionalInt findTime(String column) {
    String text = text(column);
    int seconds = seconds(text);
    if (seconds < 0) {
      fault(column + " must be a time such as 25:10:00, was '" + text + "'");
      return OptionalInt.empty();
    }
    return OptionalInt.of(seconds);
  }

  private static int seconds(String text) {
    int first = text.indexOf(':');
    int second = text.indexOf(':', first + 1);
    if (first < 1 || first > 3 || second != first + 3 || text.length() != second + 3) {
      return -1;
    }
    int hours = number(text, 0, first);
    int minutes = number(text, first + 1, second);
    int seconds = number(text, second + 1, text.length());
    if (hours < 0 || hours > MOST_HOURS || minutes < 0 || minutes > 59 || seconds < 0) {
      return -1;
    }
    return seconds > 59 ? -1 : (hours * 60 + minutes) * 60 + seconds;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  /** A place, which is not 0,0. */
  Optional<LatLon> findPosition(String latitude, String longitude) {
    String shown = text(latitude) + "," + text(longitude);
    try {
      double lat = Double.parseDouble(text(latitude));
      double lon = Double.parseDouble(text(longitude));
      if (lat == 0 && lon == 0) {
        fault("position must not be 0,0, was " + shown);
        return Optional.empty();
      }
      return Optional.of(new LatLon(lat, lon));
    } catch (IllegalArgumentException e) {
      fault("position must be degrees within -90 to 90 and -180 to 180, was " + shown);
      return Optional.empty();
    }
  }
}
