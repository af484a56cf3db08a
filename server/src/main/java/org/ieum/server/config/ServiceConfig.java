package org.ieum.server.config;

import org.ieum.model.BookingRules;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.model.LimitsFrom;
import org.ieum.model.PromiseRules;
import org.ieum.model.ServiceRules;
import org.ieum.model.TimeWindow;
import org.ieum.server.quantity.Distance;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a service; names, units and meaning as in {@code ieum simulate}. What is not given
 * has the value that stands in {@link #rules()}, {@link #hours()} and the accessors.
 *
 * @param name for people
 * @param start of service on each day
 * @param end of service, perhaps after midnight
 * @param maxWait longest wait until the vehicle comes
 * @param limitsFrom from when on the longest wait and the longest trip run
 * @param tripFactor the longest trip is so many times the direct drive,
 * @param tripExtra and this
 * @param rideFactor the same of the time aboard
 * @param rideExtra the same of the time aboard
 * @param maxWalk longest walk to or from a stop
 * @param walkSpeed m/s
 * @param dwell how long vehicles stand at a stop
 * @param wheelchairDwell how much longer for each wheelchair
 * @param noShowWait how long a vehicle waits for a missing party
 * @param minLead shortest time between request and departure
 * @param maxAhead longest time between request and departure
 * @param offerLifetime how long an offer can be confirmed
 */
public record ServiceConfig(
    @Nullable String name,
    @Nullable ServiceTime start,
    @Nullable ServiceTime end,
    @Nullable TimeSpan maxWait,
    @Nullable LimitsFrom limitsFrom,
    @Nullable Double tripFactor,
    @Nullable TimeSpan tripExtra,
    @Nullable Double rideFactor,
    @Nullable TimeSpan rideExtra,
    @Nullable Distance maxWalk,
    @Nullable Double walkSpeed,
    @Nullable TimeSpan dwell,
    @Nullable TimeSpan wheelchairDwell,
    @Nullable TimeSpan noShowWait,
    @Nullable TimeSpan minLead,
    @Nullable TimeSpan maxAhead,
    @Nullable TimeSpan offerLifetime) {
  static final ServiceConfig DEFAULT =
      new ServiceConfig(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null);

  private static final int DAY = 86_400_000;

  public ServiceConfig {
    requireFactor("trip_factor", tripFactor);
    requireFactor("ride_factor", rideFactor);
    if (walkSpeed != null && !(walkSpeed >= 0.1 && walkSpeed < 10)) {
      throw new IllegalArgumentException(
          "walk_speed must be at least 0.1 and below 10 m/s, was " + walkSpeed);
    }
    if (walk(maxWalk, walkSpeed) > DAY) {
      throw new IllegalArgumentException(
          "max_walk must take a day at most, was " + maxWalk + " at " + walkSpeed + " m/s");
    }
    hours(start, end);
    int lead = millis(minLead, "0s");
    if (lead > millis(maxAhead, "24h")) {
      throw new IllegalArgumentException(
          "min_lead must be <= max_ahead, was "
              + minLead
              + " > "
              + (maxAhead == null ? "24h" : maxAhead));
    }
  }

  private static void requireFactor(String key, @Nullable Double factor) {
    if (factor != null && !(factor >= 1 && factor <= 100)) {
      throw new IllegalArgumentException(key + " must be from 1 to 100, was " + factor);
    }
  }

  @Override
  public String name() {
    return name == null ? "On-demand bus" : name;
  }

  @Override
  public Double walkSpeed() {
    return walkSpeed == null ? Double.valueOf(1.25) : walkSpeed;
  }

  /** Longest walk at either end, ms. */
  int longestWalk() {
    return (int) walk(maxWalk, walkSpeed);
  }

  private static long walk(@Nullable Distance most, @Nullable Double speed) {
    return Math.round((most == null ? 400 : most.metres()) / (speed == null ? 1.25 : speed) * 1000);
  }

  /** When the service runs, ms after midnight; round the clock if not given. */
  TimeWindow hours() {
    return hours(start, end);
  }

  private static TimeWindow hours(@Nullable ServiceTime start, @Nullable ServiceTime end) {
    int earliest = start == null ? 0 : start.millis();
    int latest = end == null ? DAY : end.millis();
    if (earliest >= latest || latest - earliest > DAY) {
      throw new IllegalArgumentException(
          "start must be before end, by a day at most, was "
              + new ServiceTime(earliest)
              + " and "
              + new ServiceTime(latest));
    }
    return new TimeWindow(earliest, latest);
  }

  /** What dispatch has to keep. */
  ServiceRules rules() {
    return new ServiceRules(
        new PromiseRules(
            limitsFrom == null ? LimitsFrom.STOP : limitsFrom,
            millis(maxWait, "10m"),
            tripFactor == null ? 1.5 : tripFactor,
            millis(tripExtra, "15m"),
            rideFactor == null ? 1.5 : rideFactor,
            millis(rideExtra, "5m")),
        new DwellRules(
            millis(dwell, "30s"), millis(wheelchairDwell, "2m"), millis(noShowWait, "2m")),
        new BookingRules(
            millis(minLead, "0s"), millis(maxAhead, "24h"), millis(offerLifetime, "60s")),
        CostWeights.DEFAULT);
  }

  private static int millis(@Nullable TimeSpan given, String otherwise) {
    return (given == null ? TimeSpan.parse(otherwise) : given).millis();
  }
}
