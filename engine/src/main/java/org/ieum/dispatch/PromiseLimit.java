package org.ieum.dispatch;

import java.util.Locale;
import org.ieum.model.Promise;

/** What a promise limits, and what the world may break. */
public enum PromiseLimit {
  /** Latest arrival at the pickup, a time. */
  LATEST_PICKUP,
  /** Latest arrival at the dropoff, a time. */
  LATEST_DROPOFF,
  /** Longest time aboard, a duration. */
  LONGEST_RIDE;

  /** What a promise says, ms. */
  public int of(Promise promise) {
    return switch (this) {
      case LATEST_PICKUP -> promise.pickupWindow().latest();
      case LATEST_DROPOFF -> promise.latestDropoff();
      case LONGEST_RIDE -> promise.maxRideDuration();
    };
  }

  /** The name in files and feeds, e.g. {@code latest_dropoff}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
