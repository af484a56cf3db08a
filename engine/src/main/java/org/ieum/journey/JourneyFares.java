package org.ieum.journey;

import java.util.ArrayList;
import java.util.List;
import org.ieum.fare.Fare;
import org.ieum.fare.FareLeg;
import org.ieum.fare.FareTable;
import org.ieum.fare.Mode;
import org.ieum.fare.Payer;
import org.ieum.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What whole journeys cost: the prices of the legs as they were told, less what the area takes off
 * who changes between modes or has a pass.
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

  /** The rides by timetable have one price together, which stands at the first of them. */
  private static List<FareLeg> legs(Journey journey, FareTable table) {
    List<FareLeg> legs = new ArrayList<>();
    long transit = journey.transitFare();
    for (Leg leg : journey.legs()) {
      boolean isTransit = leg.mode() == Mode.TRANSIT;
      Money price = new Money(isTransit ? transit : leg.fare(), table.currency());
      transit = isTransit ? 0 : transit;
      legs.add(
          new FareLeg(
              leg.mode(),
              leg.mode().code(),
              0,
              0,
              leg.start(),
              Math.max(leg.start(), leg.end()),
              price));
    }
    return legs;
  }
}
