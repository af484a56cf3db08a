package org.ieum.server.http;

/**
 * How often each caller may ask, on average; ten seconds' worth may come at once.
 *
 * @param personal requests a second of a rider or a driver, 0 for any number
 * @param staff requests a second of any other key, behind which may be a whole shop, 0 for any
 *     number
 */
public record RateLimits(int personal, int staff) {
  /** Anybody may ask as often as they like. */
  public static final RateLimits NONE = new RateLimits(0, 0);

  public RateLimits {
    if (personal < 0 || staff < 0) {
      throw new IllegalArgumentException("rates must be >= 0, were " + personal + " and " + staff);
    }
  }

  int of(Role role) {
    return role.isPersonal() ? personal : staff;
  }
}
