package org.ieum.server.http;

import java.time.Clock;
import java.time.Duration;

/**
 * How the server listens and what bounds it.
 *
 * @param host address to bind to
 * @param port 0 for any free one
 * @param threads at most so many work on requests
 * @param requestTimeout an answer takes at most so long, then it is a 503
 * @param drainTimeout running requests may take so long to end when the server closes
 * @param heartbeat time between signs of life to those who listen to events
 * @param maxStreams at most so many listen to events
 * @param streamBuffer batches of events that may wait for a slow listener before it is cut off
 * @param clock for the time of kept answers
 * @param rates how often a caller may ask
 */
public record HttpSettings(
    String host,
    int port,
    int threads,
    Duration requestTimeout,
    Duration drainTimeout,
    Duration heartbeat,
    int maxStreams,
    int streamBuffer,
    Clock clock,
    RateLimits rates) {
  public HttpSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 0 to 65535, was " + port);
    }
    if (threads < 4) {
      throw new IllegalArgumentException("threads must be at least 4, was " + threads);
    }
    if (maxStreams < 0 || streamBuffer < 1) {
      throw new IllegalArgumentException(
          "streams must be >= 0 with a buffer >= 1, were " + maxStreams + " and " + streamBuffer);
    }
  }

  /** Without limits to how often a caller may ask. */
  public HttpSettings(
      String host,
      int port,
      int threads,
      Duration requestTimeout,
      Duration drainTimeout,
      Duration heartbeat,
      int maxStreams,
      int streamBuffer,
      Clock clock) {
    this(
        host,
        port,
        threads,
        requestTimeout,
        drainTimeout,
        heartbeat,
        maxStreams,
        streamBuffer,
        clock,
        RateLimits.NONE);
  }

  /** The usual ones, without limits to how often a caller may ask. */
  public static HttpSettings of(String host, int port) {
    return new HttpSettings(
        host,
        port,
        16,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        256,
        1_000,
        Clock.systemUTC());
  }

  /** The same with another clock. */
  public HttpSettings withClock(Clock other) {
    return new HttpSettings(
        host,
        port,
        threads,
        requestTimeout,
        drainTimeout,
        heartbeat,
        maxStreams,
        streamBuffer,
        other,
        rates);
  }

  /** The same with other limits to how often a caller may ask. */
  public HttpSettings withRates(RateLimits other) {
    return new HttpSettings(
        host,
        port,
        threads,
        requestTimeout,
        drainTimeout,
        heartbeat,
        maxStreams,
        streamBuffer,
        clock,
        other);
  }
}
