package org.ieum.fare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ieum.model.Money;

/**
 * All prices of an area, in one currency. A price depends on its arguments only, and these on what
 * is known when a ride is offered; so it can be kept with the offer and holds.
 *
 * @param currency of all amounts
 * @param rounding of parts of prices
 * @param tariffs by the ids of services or the codes of modes, in order of these
 * @param transfers of those that fit, the one that takes most off holds
 * @param passes that can be bought
 */
public record FareTable(
    Currency currency,
    Rounding rounding,
    Map<String, Tariff> tariffs,
    List<TransferDiscount> transfers,
    List<MonthlyPass> passes) {
  /** Id of the service of on-demand rides. */
  public static final String ON_DEMAND = "on_demand";

  public FareTable {
    tariffs = Collections.unmodifiableMap(new TreeMap<>(tariffs));
    transfers = List.copyOf(transfers);
    passes = List.copyOf(passes);
    if (passes.stream().map(MonthlyPass::id).distinct().count() < passes.size()) {
      throw new IllegalArgumentException(
          "passes must have ids of their own, were "
              + passes.stream().map(MonthlyPass::id).toList());
    }
  }

  /** The tariff of a service, or else of its mode. */
  public Optional<Tariff> findTariff(Mode mode, String service) {
    Tariff own = tariffs.get(service);
    return Optional.ofNullable(own == null ? tariffs.get(mode.code()) : own);
  }

  /** The pass of an id. */
  public Optional<MonthlyPass> findPass(String id) {
    return passes.stream().filter(pass -> pass.id().equals(id)).findFirst();
  }

  /**
   * What a journey costs. A pass takes off the part of the one rider who has it, and is not used
   * for a leg of which there is nothing to take off.
   *
   * @param legs in order; walks are free and may be there
   * @throws IllegalArgumentException for a service without a tariff, or a price in another currency
   * @throws ArithmeticException naming amounts that are too large
   */
  public Fare price(List<FareLeg> legs, Payer payer) {
    List<FareItem> items = new ArrayList<>();
    HeldPass pass = payer.pass();
    int left = pass == null ? 0 : pass.left();
    FareLeg before = null;
    for (int i = 0; i < legs.size(); i++) {
      FareLeg leg = legs.get(i);
      if (leg.mode() == Mode.WALK) {
        continue;
      }
      int paying = payer.riders();
      long price = price(leg, payer);
      add(items, i, FareItem.Type.RIDE, leg.service(), price);
      long part = rounding.part(price, paying);
      if (pass != null && left > 0 && part > 0 && pass.covers(leg)) {
        left--;
        paying--;
        price -= part;
        add(items, i, FareItem.Type.PASS, pass.pass().id(), -part);
      }
      long off = before == null ? 0 : transfer(before, leg, price, paying);
      if (before != null && off > 0) {
        add(items, i, FareItem.Type.TRANSFER, before.mode().code(), -off);
      }
      before = leg;
    }
    return new Fare(currency, items);
  }

  private void add(List<FareItem> items, int leg, FareItem.Type type, String label, long amount) {
    items.add(new FareItem(leg, type, label, new Money(amount, currency)));
  }

  private long price(FareLeg leg, Payer payer) {
    Money known = leg.price();
    if (known == null) {
      Tariff tariff =
          findTariff(leg.mode(), leg.service())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "service must have a tariff, was '" + leg.service() + "'"));
      return tariff.price(leg.metres(), leg.seconds(), payer.kind(), payer.riders(), rounding);
    }
    if (!known.currency().equals(currency)) {
      throw new IllegalArgumentException(
          "price must be in " + currency + ", was in " + known.currency());
    }
    return known.minorUnits();
  }

  private long transfer(FareLeg before, FareLeg leg, long price, int riders) {
    long most = 0;
    for (TransferDiscount discount : transfers) {
      if (discount.applies(before, leg)) {
        most = Math.max(most, discount.off(price, riders, rounding));
      }
    }
    return most;
  }
}
