package org.ieum.server.config;

import org.ieum.server.area.RiderPolicy;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of riders who do not come or call off late, and how far ahead rides of series are
 * booked. What is not given has the value of {@link RiderPolicy#DEFAULT}.
 *
 * @param strikes so many no-shows and late cancellations restrict a rider; 4 if not given
 * @param share when they are at least this part of what they had booked, 0 to 1; 0.4 if not given
 * @param windowDays days that count, today included; 30 if not given
 * @param restrictedFor how long a rider may not book then; 168h if not given
 * @param lateCancellation a ride called off later than so long before its pickup window is called
 *     off late; 30m if not given
 * @param grace but never so soon after it was booked; 3m if not given
 * @param prebookAhead how far ahead rides of series are booked, within {@code max_ahead}; 168h if
 *     not given
 */
public record RiderConfig(
    @Nullable Integer strikes,
    @Nullable Double share,
    @Nullable Integer windowDays,
    @Nullable TimeSpan restrictedFor,
    @Nullable TimeSpan lateCancellation,
    @Nullable TimeSpan grace,
    @Nullable TimeSpan prebookAhead) {
  static final RiderConfig DEFAULT = new RiderConfig(null, null, null, null, null, null, null);

  private static final TimeSpan SHORTEST_AHEAD = TimeSpan.parse("1h");

  public RiderConfig {
    check("strikes", strikes, 1, 1_000);
    check("window_days", windowDays, 1, 366);
    if (share != null && !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1, was " + share);
    }
    if (prebookAhead != null && prebookAhead.millis() < SHORTEST_AHEAD.millis()) {
      throw new IllegalArgumentException(
          "prebook_ahead must be at least " + SHORTEST_AHEAD + ", was " + prebookAhead);
    }
  }

  private static void check(String key, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw new IllegalArgumentException(
          key + " must be from " + least + " to " + most + ", was " + value);
    }
  }

  /** The same with all values. */
  RiderPolicy policy() {
    RiderPolicy usual = RiderPolicy.DEFAULT;
    return new RiderPolicy(
        strikes == null ? usual.strikes() : strikes,
        share == null ? usual.percent() : (int) Math.round(share * 100),
        windowDays == null ? usual.windowDays() : windowDays,
        millis(restrictedFor, usual.restrictedFor()),
        millis(lateCancellation, usual.lateBefore()),
        millis(grace, usual.grace()),
        millis(prebookAhead, usual.prebookAhead()));
  }

  private static int millis(@Nullable TimeSpan given, int otherwise) {
    return given == null ? otherwise : given.millis();
  }
}
