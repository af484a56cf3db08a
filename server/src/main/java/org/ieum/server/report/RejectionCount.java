package org.ieum.server.report;

/**
 * Requests refused in one hour for one reason. Counts of the same hour and reason are added up.
 *
 * @param hour the hour since the epoch in which the rider asked: 0 is its first hour
 * @param reason why, e.g. {@code no_capacity}
 * @param count how many
 */
public record RejectionCount(int hour, String reason, int count) {
  public RejectionCount {
    if (hour < 0 || count < 0) {
      throw new IllegalArgumentException(
          "hour and count must be >= 0, were " + hour + " and " + count);
    }
  }
}
