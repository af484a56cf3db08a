package org.ieum.fare;

import java.util.List;

/**
 * A ticket for many rides of one rider.
 *
 * @param id unique in its table
 * @param name what riders read
 * @param price minor units
 * @param services ids of services or codes of modes that it covers
 * @param rides how many it covers, or {@link #UNLIMITED}
 * @param days how long it is good, from the midnight that begins its first day
 */
public record MonthlyPass(
    String id, String name, long price, List<String> services, int rides, int days) {
  /** As many as one likes. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public MonthlyPass {
    services = List.copyOf(services);
    if (id.isBlank()) {
      throw new IllegalArgumentException("id of a pass must not be blank, was '" + id + "'");
    }
    if (services.isEmpty()) {
      throw new IllegalArgumentException("pass " + id + " must cover a service, covers none");
    }
    Exact.requireAtLeast("price of a pass", 0, price);
    Exact.requireAtLeast("rides", 1, rides);
    Exact.requireAtLeast("days", 1, days);
  }

  boolean covers(FareLeg leg) {
    return services.contains(leg.service()) || services.contains(leg.mode().code());
  }
}
