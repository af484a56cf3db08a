package org.ieum.server.area;

/**
 * What becomes of riders who do not come or call off late, and how far ahead rides of series are
 * booked.
 *
 * @param strikes so many no-shows and late cancellations restrict a rider,
 * @param percent when they are at least this share of what they had booked, %
 * @param windowDays days that count, today included
 * @param restrictedFor how long a rider may not book then, ms
 * @param lateBefore a ride called off later than so long before its pickup window is called off
 *     late, ms
 * @param grace but never so soon after it was booked, ms
 * @param prebookAhead how far ahead rides of series are booked, ms; never farther than the service
 *     takes rides
 */
public record RiderPolicy(
    int strikes,
    int percent,
    int windowDays,
    int restrictedFor,
    int lateBefore,
    int grace,
    int prebookAhead) {
  /** Four in 30 days and 40 %, a week; half an hour, three minutes; a week ahead. */
  public static final RiderPolicy DEFAULT =
      new RiderPolicy(4, 40, 30, 7 * 86_400_000, 30 * 60_000, 3 * 60_000, 7 * 86_400_000);

  public RiderPolicy {
    check("strikes", strikes, 1, 1_000);
    check("percent", percent, 0, 100);
    check("window", windowDays, 1, 366);
    check("restriction", restrictedFor, 0, 14 * 86_400_000);
    check("late cancellation", lateBefore, 0, 14 * 86_400_000);
    check("grace", grace, 0, 14 * 86_400_000);
    check("prebooking", prebookAhead, 3_600_000, 14 * 86_400_000);
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be from " + least + " to " + most + ", was " + value);
    }
  }
}
