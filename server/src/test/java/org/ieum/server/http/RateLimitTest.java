package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How often callers may ask. */
final class RateLimitTest {
  private static final Caller RIDER = new Caller("r", Role.RIDER, "anna");
  private static final Caller OTHER = new Caller("o", Role.RIDER, "berta");
  private static final Caller STAFF = new Caller("s", Role.CALL_AGENT, "");

  private long now;
  private final RateLimit limit = new RateLimit(new RateLimits(2, 5), () -> now);

  /** How many of so many requests pass. */
  private int passing(Caller caller, int requests) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      try {
        limit.take(caller);
        passed++;
      } catch (Refused refused) {
        assertEquals(429, refused.status());
      }
    }
    return passed;
  }

  @Test
  void tenSecondsWorthAtOnceAndThenTheRate() {
    assertEquals(20, passing(RIDER, 100));
    assertEquals(50, passing(STAFF, 100));
    assertEquals(20, passing(OTHER, 100), "each caller has a bucket");
    now += 1_500_000_000;
    assertEquals(3, passing(RIDER, 100));
    assertEquals(7, passing(STAFF, 100));
    now += 3_600_000_000_000L;
    assertEquals(20, passing(RIDER, 100), "no more than ten seconds' worth is saved");
  }

  @Test
  void saysWhenToAskAgain() {
    passing(RIDER, 20);
    Refused refused = assertThrows(Refused.class, () -> limit.take(RIDER));
    assertEquals("1", refused.headers().get("Retry-After"));
    assertEquals("at most 2 requests a second on average", refused.detail());
    now += 1_000_000_000;
    limit.take(RIDER);
  }

  @Test
  void noLimit() {
    RateLimit none = new RateLimit(RateLimits.NONE, () -> now);
    for (int i = 0; i < 10_000; i++) {
      none.take(RIDER);
    }
    assertEquals(0, none.size());
  }

  @Test
  void memoryIsBounded() {
    passing(RIDER, 100);
    for (int i = 0; i < RateLimit.MOST_BUCKETS + 1000; i++) {
      limit.take(new Caller("k" + i, Role.RIDER, "r" + i));
      if (i % 1000 == 0) {
        assertEquals(0, passing(RIDER, 1), "who goes on asking is not forgotten");
      }
    }
    assertTrue(limit.size() == RateLimit.MOST_BUCKETS, "buckets: " + limit.size());
    assertThrows(IllegalArgumentException.class, () -> new RateLimits(-1, 0));
  }
}
