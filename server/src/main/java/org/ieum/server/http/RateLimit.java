package org.ieum.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A token bucket for each caller: it holds what may come at once, each request takes one, and it
 * fills up with time. A bucket that nobody has drawn from for long is full, so forgetting it costs
 * nothing; therefore only the buckets that were used last are kept, and memory is bounded. For any
 * thread.
 */
final class RateLimit {
  static final int BURST_SECONDS = 10;
  static final int MOST_BUCKETS = 100_000;

  private final RateLimits rates;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_BUCKETS;
        }
      };

  /** What a caller has left. */
  private static final class Bucket {
    private double tokens;
    private long at;

    Bucket(double tokens, long at) {
      this.tokens = tokens;
      this.at = at;
    }
  }

  /**
   * All buckets are full.
   *
   * @param nanos a clock that never goes back
   */
  RateLimit(RateLimits rates, LongSupplier nanos) {
    this.rates = rates;
    this.nanos = nanos;
  }

  /**
   * Lets one request of a caller pass.
   *
   * @throws Refused with 429, saying when to ask again
   */
  void take(Caller caller) {
    int rate = rates.of(caller.role());
    if (rate == 0) {
      return;
    }
    double missing = take(caller.id(), rate);
    if (missing > 0) {
      long seconds = Math.max(1, (long) Math.ceil(missing / rate));
      throw Refused.of(
          429,
          "at most " + rate + " requests a second on average",
          "Retry-After",
          Long.toString(seconds));
    }
  }

  /** How much is missing in the bucket, 0 when one was taken. */
  private synchronized double take(String id, int rate) {
    long now = nanos.getAsLong();
    double full = (double) rate * BURST_SECONDS;
    Bucket bucket = buckets.computeIfAbsent(id, name -> new Bucket(full, now));
    bucket.tokens = Math.min(full, bucket.tokens + (now - bucket.at) / 1e9 * rate);
    bucket.at = now;
    if (bucket.tokens < 1) {
      return 1 - bucket.tokens;
    }
    bucket.tokens--;
    return 0;
  }

  synchronized int size() {
    return buckets.size();
  }
}
