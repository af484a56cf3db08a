package org.ieum.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ieum.fare.Fare;
import org.ieum.fare.FareLeg;
import org.ieum.fare.FareTable;
import org.ieum.fare.Mode;
import org.ieum.fare.Payer;
import org.ieum.fare.Tariff;
import org.ieum.model.Money;
import org.ieum.transit.RidePrices;
import org.jspecify.annotations.Nullable;

/**
 * What whole journeys cost: the prices of the legs as they were told, less what the area takes off
 * who changes between modes or has a pass. Where neither a timetable nor a pricing plan of scooters
 * names a price in its currency, the area's tariff of that mode is the price.
 */
public final class JourneyFares {
  private final @Nullable FareTable table;

  /**
   * Prices by a table.
   *
   * @param table null when nothing is taken off
   */
  public JourneyFares(@Nullable FareTable table) {
    this.table = table;
  }

  /** What rides by timetable without a ticket cost those who travel; null if nobody says. */
  RidePrices.@Nullable Tariff transit(Payer payer) {
    FareTable prices = table;
    Optional<Tariff> tariff = findTariff(Mode.TRANSIT);
    return prices == null || tariff.isEmpty()
        ? null
        : metres -> tariff.get().price(metres, 0, payer.kind(), payer.riders(), prices.rounding());
  }

  /** What a ride on a scooter without a pricing plan costs, if the area says that. */
  OptionalLong findScooterFare(int metres, int millis, Payer payer) {
    FareTable prices = table;
    Optional<Tariff> tariff = findTariff(Mode.SCOOTER);
    if (prices == null || tariff.isEmpty()) {
      return OptionalLong.empty();
    }
    int seconds = millis / 1000;
    return OptionalLong.of(
        tariff.get().price(metres, seconds, payer.kind(), payer.riders(), prices.rounding()));
  }

  private Optional<Tariff> findTariff(Mode mode) {
    return Optional.ofNullable(table).flatMap(prices -> prices.findTariff(mode, mode.code()));
  }

  /** The journey at its price. */
  Journey price(Journey journey, Payer payer) {
    FareTable prices = table;
    return prices == null
        ? journey
        : journey.withFare(prices.price(legs(journey, prices), payer).total().minorUnits());
  }

  /**
   * The bill of a journey, with items by the index of their leg.
   *
   * @throws IllegalStateException when there are no prices
   */
  public Fare bill(Journey journey, Payer payer) {
    if (table == null) {
      throw new IllegalStateException("there are no prices");
    }
    return table.price(legs(journey, table), payer);
  }

  /** By which passes know a leg; of on-demand rides there is one service. */
  private static String service(Mode mode) {
    return mode == Mode.DRT ? FareTable.ON_DEMAND : mode.code();
  }

  /** The tickets for rides by timetable have one price together, which stands at the first. */
  private static List<FareLeg> legs(Journey journey, FareTable table) {
    List<FareLeg> legs = new ArrayList<>();
    long tickets = journey.transitFare();
    for (Leg leg : journey.legs()) {
      boolean needsTicket = leg instanceof TransitLeg ride && ride.ownFare().isEmpty();
      Money price = new Money(needsTicket ? tickets : leg.fare(), table.currency());
      tickets = needsTicket ? 0 : tickets;
      legs.add(
          new FareLeg(
              leg.mode(),
              service(leg.mode()),
              0,
              0,
              leg.start(),
              Math.max(leg.start(), leg.end()),
              price));
    }
    return legs;
  }
}
