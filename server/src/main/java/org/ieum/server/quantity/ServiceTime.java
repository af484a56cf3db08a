package org.ieum.server.quantity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of the service day, counted from its midnight. As in GTFS it may exceed 24 hours: {@code
 * 25:10} is ten past one in the morning after.
 *
 * @param millis since midnight, 0 to 47:59:59
 */
public record ServiceTime(int millis) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?");
  private static final int END_MILLIS = 48 * 3_600_000;

  public ServiceTime {
    if (millis < 0 || millis >= END_MILLIS) {
      throw new IllegalArgumentException(
          "time must be from 0 to " + (END_MILLIS - 1) + " ms, was " + millis);
    }
  }

  /**
   * Reads {@code HH:MM} or {@code HH:MM:SS}.
   *
   * @throws IllegalArgumentException when the text is no such time; the message tells the text
   */
  public static ServiceTime parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      int hours = Integer.parseInt(matcher.group(1));
      int minutes = Integer.parseInt(matcher.group(2));
      int seconds = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
      int millis = ((hours * 60 + minutes) * 60 + seconds) * 1000;
      if (millis < END_MILLIS) {
        return new ServiceTime(millis);
      }
    }
    throw new IllegalArgumentException(
        "must be a time such as 07:30 or 25:10:00 (up to 47:59:59), was '" + text + "'");
  }

  /** As {@code HH:MM}, with seconds when there are any. */
  @Override
  public String toString() {
    int seconds = millis / 1000;
    String minutes = String.format(Locale.ROOT, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0
        ? minutes
        : minutes + String.format(Locale.ROOT, ":%02d", seconds % 60);
  }
}
