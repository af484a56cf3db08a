package org.ieum.server.config;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ieum.fare.FareTable;
import org.ieum.fare.MonthlyPass;
import org.ieum.fare.Rounding;
import org.ieum.fare.Tariff;
import org.ieum.fare.TransferDiscount;
import org.jspecify.annotations.Nullable;

/**
 * What rides cost. All amounts are whole minor units of the currency (won, cents).
 *
 * @param currency of all amounts, ISO 4217
 * @param rounding of percentages; half-up if not given
 * @param roundTo amounts made of percentages are multiples of it; 1 if not given
 * @param tariffs at least one, each of another service
 * @param transfers discounts for going on with another mode
 * @param passes that can be bought
 */
public record FareConfig(
    Currency currency,
    Rounding.@Nullable Direction rounding,
    @Nullable Long roundTo,
    List<TariffConfig> tariffs,
    @Nullable List<TransferConfig> transfers,
    @Nullable List<PassConfig> passes) {
  public FareConfig {
    Given.require("currency", currency);
    Given.require("tariffs", tariffs);
    if (tariffs.isEmpty()) {
      throw new IllegalArgumentException("tariffs must have one at least, has none");
    }
    Given.range("round_to", roundTo, 1, 1_000_000);
    List<String> services = tariffs.stream().map(TariffConfig::service).toList();
    findTwice(services).ifPresent(id -> twice("tariffs", "service", id));
    List<String> ids = passes == null ? List.of() : passes.stream().map(PassConfig::id).toList();
    findTwice(ids).ifPresent(id -> twice("passes", "id", id));
  }

  private static Optional<String> findTwice(List<String> ids) {
    return ids.stream().filter(id -> ids.indexOf(id) < ids.lastIndexOf(id)).findFirst();
  }

  private static void twice(String list, String key, String id) {
    throw new IllegalArgumentException(list + " has two of " + key + " '" + id + "'");
  }

  /** The same as what prices rides. */
  public FareTable table() {
    Map<String, Tariff> byService = new TreeMap<>();
    tariffs.forEach(one -> byService.put(one.service(), one.tariff()));
    List<TransferDiscount> discounts = new ArrayList<>();
    if (transfers != null) {
      transfers.forEach(one -> discounts.add(one.discount()));
    }
    List<MonthlyPass> tickets = new ArrayList<>();
    if (passes != null) {
      passes.forEach(one -> tickets.add(one.pass()));
    }
    Rounding.Direction direction = rounding == null ? Rounding.Direction.HALF_UP : rounding;
    return new FareTable(
        currency,
        new Rounding(roundTo == null ? 1 : roundTo, direction),
        byService,
        discounts,
        tickets);
  }
}
