package org.ieum.fare;

/** What a service costs. Depends on nothing that changes behind an offer. */
public sealed interface Tariff permits DistanceTariff, MeterTariff {
  /**
   * Minor units for a party, none for nobody.
   *
   * @param metres of the direct way
   * @param seconds that it takes
   * @param kind of all of the party
   * @param riders 0 or more
   * @param rounding of parts of prices
   * @throws ArithmeticException naming amounts that are too large
   */
  long price(int metres, int seconds, RiderKind kind, int riders, Rounding rounding);
}
