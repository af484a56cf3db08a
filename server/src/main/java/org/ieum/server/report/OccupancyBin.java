package org.ieum.server.report;

import java.util.List;

/**
 * What the fleet was doing in a span of time. Numbers of vehicles are means over the span, so they
 * may be fractions, and a vehicle is in exactly one of them.
 *
 * @param start milliseconds since the epoch
 * @param end milliseconds since the epoch, later than the start
 * @param onBreak vehicles whose driver had a break
 * @param idle vehicles standing with nobody aboard and nothing to do
 * @param byRiders element i: vehicles at work with i riders aboard; element 0 is driving empty
 */
public record OccupancyBin(int start, int end, double onBreak, double idle, List<Double> byRiders) {
  public OccupancyBin {
    if (start >= end) {
      throw new IllegalArgumentException("start must be < end, was " + start + " >= " + end);
    }
    byRiders = List.copyOf(byRiders);
  }
}
