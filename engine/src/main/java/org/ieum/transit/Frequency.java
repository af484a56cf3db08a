package org.ieum.transit;

/**
 * A trip that runs again and again. The first departure is at the start, the last one before the
 * end.
 *
 * @param start seconds after the service day's start
 * @param end seconds after the service day's start
 * @param headway seconds between departures
 * @param exact whether it departs at just these times; otherwise only about every headway, which
 *     rides tell ({@link Timetable#headway})
 */
public record Frequency(int start, int end, int headway, boolean exact) {
  public Frequency {
    if (headway <= 0) {
      throw new IllegalArgumentException("headway must be > 0 s, was " + headway);
    }
    if (start < 0 || start > end) {
      throw new IllegalArgumentException("start must be from 0 to end, was " + start + " > " + end);
    }
  }
}
