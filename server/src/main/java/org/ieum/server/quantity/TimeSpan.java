package org.ieum.server.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration.
 *
 * @param millis 0 to 14 days
 */
public record TimeSpan(int millis) {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,7}");
  private static final Pattern PARTS =
      Pattern.compile("(?:(\\d{1,7})h)?(?:(\\d{1,7})m)?(?:(\\d{1,7})s)?");
  private static final int MAX_MILLIS = 14 * 24 * 3_600_000;

  public TimeSpan {
    if (millis < 0 || millis > MAX_MILLIS) {
      throw new IllegalArgumentException(
          "duration must be from 0 to " + MAX_MILLIS + " ms, was " + millis);
    }
  }

  /**
   * Reads {@code 90s}, {@code 10m}, {@code 1h30m}, or a number of seconds.
   *
   * @throws IllegalArgumentException when the text is no such duration; the message tells the text
   */
  public static TimeSpan parse(String text) {
    String stripped = text.strip();
    long seconds = -1;
    if (SECONDS.matcher(stripped).matches()) {
      seconds = Long.parseLong(stripped);
    } else if (!stripped.isEmpty()) {
      Matcher matcher = PARTS.matcher(stripped);
      if (matcher.matches()) {
        seconds = 3600 * part(matcher, 1) + 60 * part(matcher, 2) + part(matcher, 3);
      }
    }
    if (seconds < 0 || seconds * 1000 > MAX_MILLIS) {
      throw new IllegalArgumentException(
          "must be a duration such as 90s, 10m or 1h30m (up to 336h), was '" + text + "'");
    }
    return new TimeSpan((int) (seconds * 1000));
  }

  private static long part(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }

  /** Rounded to whole seconds, e.g. {@code 1h30m}. */
  @Override
  public String toString() {
    int seconds = (millis + 500) / 1000;
    StringBuilder text = new StringBuilder();
    append(text, seconds / 3600, 'h');
    append(text, seconds / 60 % 60, 'm');
    append(text, seconds % 60, 's');
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, int value, char unit) {
    if (value > 0) {
      text.append(value).append(unit);
    }
  }
}
