package org.ieum.server.config;

import java.util.List;
import org.ieum.fare.MonthlyPass;
import org.jspecify.annotations.Nullable;

/**
 * A ticket for many rides.
 *
 * @param id of its own
 * @param name what riders read; the id if not given
 * @param price minor units
 * @param services ids of services, or modes, that it covers
 * @param rides how many; as many as one likes if not given
 * @param days how long it is good; 30 if not given
 */
public record PassConfig(
    String id,
    @Nullable String name,
    Long price,
    List<String> services,
    @Nullable Integer rides,
    @Nullable Integer days) {
  public PassConfig {
    Given.require("id", id);
    Given.require("price", price);
    Given.amount("price", price);
    Given.require("services", services);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("services must have one at least, has none");
    }
    Given.range("rides", rides, 1, 10_000);
    Given.range("days", days, 1, 366);
  }

  /** The same as what prices rides. */
  MonthlyPass pass() {
    return new MonthlyPass(
        id,
        name == null ? id : name,
        price,
        services,
        rides == null ? MonthlyPass.UNLIMITED : rides,
        days == null ? 30 : days);
  }
}
