package org.ieum.server.simulate;

import java.math.BigDecimal;
import java.util.Locale;

/** Times of the engine as people and files read them. */
final class Clock {
  private Clock() {}

  /** Time of the service day, {@code HH:MM:SS} or {@code HH:MM:SS.mmm}; hours go on after 24. */
  static String time(int millis) {
    int seconds = Math.floorDiv(millis, 1000);
    int rest = Math.floorMod(millis, 1000);
    String text =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return rest == 0 ? text : text + String.format(Locale.ROOT, ".%03d", rest);
  }

  /** Milliseconds as seconds, without a trailing zero. */
  static BigDecimal seconds(long millis) {
    BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }
}
