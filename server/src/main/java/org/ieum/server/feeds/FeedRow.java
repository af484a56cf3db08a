package org.ieum.server.feeds;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ieum.model.LatLon;
import org.ieum.osmdata.csv.CsvRow;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.server.quantity.TimeSpan;

/**
 * One row of a file. A value that is wrong is told to the table as a fault, and the method that
 * asked for it returns nothing.
 */
final class FeedRow {
  private static final int MAX_DIGITS = 15;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,30})?");

  private final FeedTable table;
  private final CsvRow row;
  private final int faultsBefore;

  FeedRow(FeedTable table, CsvRow row) {
    this.table = table;
    this.row = row;
    this.faultsBefore = table.faultCount();
  }

  int line() {
    return row.line();
  }

  void fault(String what) {
    table.fault(row.line(), what);
  }

  /** What is there, blank when nothing is. */
  String text(String column) {
    return table.text(row, column);
  }

  boolean has(String column) {
    return !text(column).isBlank();
  }

  /** A text that must be there. */
  Optional<String> findText(String column) {
    String text = text(column);
    if (text.isBlank()) {
      fault(column + " is missing");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A whole number that must be there. */
  OptionalLong findWholeNumber(String column, long min, long max) {
    String text = text(column);
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= MAX_DIGITS
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    if (isNumber) {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return OptionalLong.of(value);
      }
    }
    fault(column + " must be a whole number from " + min + " to " + max + ", was '" + text + "'");
    return OptionalLong.empty();
  }

  /** A whole number, or its default when there is nothing. */
  OptionalLong findWholeNumber(String column, long min, long max, long whenBlank) {
    return has(column) ? findWholeNumber(column, min, max) : OptionalLong.of(whenBlank);
  }

  /** A decimal number that must be there. */
  OptionalDouble findNumber(String column) {
    String text = text(column);
    if (NUMBER.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    fault(column + " must be a number, was '" + text + "'");
    return OptionalDouble.empty();
  }

  /** A time of the service day that must be there. */
  Optional<ServiceTime> findTime(String column) {
    return find(column, ServiceTime::parse);
  }

  /** A duration that must be there. */
  Optional<TimeSpan> findTimeSpan(String column) {
    return find(column, TimeSpan::parse);
  }

  /**
   * A value of some other kind that must be there.
   *
   * @param parser throws IllegalArgumentException with what must be and what was
   */
  <T> Optional<T> find(String column, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text(column)));
    } catch (IllegalArgumentException e) {
      fault(column + " " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A place that must be there, in two columns, degrees. */
  Optional<LatLon> findPlace(String latColumn, String lonColumn, Region region) {
    OptionalDouble lat = findNumber(latColumn);
    OptionalDouble lon = findNumber(lonColumn);
    if (lat.isEmpty() || lon.isEmpty()) {
      return Optional.empty();
    }
    double north = lat.getAsDouble();
    double east = lon.getAsDouble();
    String was = latColumn + " " + north + " and " + lonColumn + " " + east;
    if (!region.contains(north, east) && region.contains(east, north)) {
      fault(was + " are swapped");
    } else if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180)) {
      fault(was + " are off the earth, must be from -90 to 90 and from -180 to 180");
    } else {
      return Optional.of(new LatLon(north, east));
    }
    return Optional.empty();
  }

  /** Whether nothing of this row has been found wrong; ask before the next row is read. */
  boolean isSound() {
    return table.faultCount() == faultsBefore;
  }
}
