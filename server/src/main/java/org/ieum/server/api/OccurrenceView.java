package org.ieum.server.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one day of a series: a booking, or the reason why there is none.
 *
 * @param occurrenceDate in the area, such as {@code 2026-05-06}
 */
public record OccurrenceView(
    String occurrenceDate,
    @Nullable String bookingId,
    @Nullable String rejectionReason,
    @Nullable String rejectionDetail) {
  /** A booked one. */
  public static OccurrenceView booked(LocalDate date, String bookingId) {
    return new OccurrenceView(date.toString(), bookingId, null, null);
  }

  /** One that could not be booked. */
  public static OccurrenceView refused(LocalDate date, String reason, String detail) {
    return new OccurrenceView(date.toString(), null, reason, detail);
  }
}
