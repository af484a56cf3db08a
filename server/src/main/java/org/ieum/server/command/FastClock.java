package org.ieum.server.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs faster than another from now on. */
final class FastClock extends Clock {
  private final Clock real;
  private final double speed;
  private final long start;

  FastClock(Clock real, double speed) {
    this.real = real;
    this.speed = speed;
    start = real.millis();
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new FastClock(real.withZone(zone), speed);
  }

  @Override
  public long millis() {
    return start + (long) ((real.millis() - start) * speed);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }
}
