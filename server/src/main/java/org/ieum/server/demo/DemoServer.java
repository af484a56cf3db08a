package org.ieum.server.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The server that a demonstration talks to.
 *
 * @param base such as {@code http://127.0.0.1:8080}
 * @param key that is sent with each request, if the server asks for one
 * @param areaId the area in which riders ride
 * @param clock the server's own time, in which requests are made
 * @param speed how much faster than real time it runs, &gt; 0
 */
public record DemoServer(
    URI base, Optional<String> key, String areaId, InstantSource clock, double speed) {
  public DemoServer {
    if (!(speed > 0 && speed <= 1000)) {
      throw new IllegalArgumentException("speed must be > 0 and <= 1000, was " + speed);
    }
  }

  Instant now() {
    return clock.instant();
  }

  OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** How long something takes that takes so long on the server's clock, ns. */
  long nanos(Duration served) {
    return (long) (Math.max(0, served.toNanos()) / speed);
  }

  /** How long it is until a time on the server's clock, ns; 0 when it has passed. */
  long nanosUntil(Instant at) {
    return nanos(Duration.between(now(), at));
  }
}
