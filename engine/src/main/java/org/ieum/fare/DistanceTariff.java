package org.ieum.fare;

/**
 * Each rider pays by the length of the direct way, whatever detour is made for others; so I-MOD's,
 * 7 km and then by the kilometre.
 *
 * @param adult what adults pay
 * @param youth what youths pay
 * @param child what children pay
 */
public record DistanceTariff(DistanceRate adult, KindPrice youth, KindPrice child)
    implements Tariff {
  /** One price for all, however far. */
  public static DistanceTariff flat(long price) {
    KindPrice same = new KindPrice.Percent(100);
    return new DistanceTariff(new DistanceRate(price, Integer.MAX_VALUE, 0, 1_000), same, same);
  }

  @Override
  public long price(int metres, int seconds, RiderKind kind, int riders, Rounding rounding) {
    Exact.requireAtLeast("riders", 0, riders);
    return Exact.times(one(metres, kind, rounding), riders);
  }

  private long one(int metres, RiderKind kind, Rounding rounding) {
    KindPrice price =
        switch (kind) {
          case ADULT -> new KindPrice.Own(adult);
          case YOUTH -> youth;
          case CHILD -> child;
        };
    if (price instanceof KindPrice.Percent part) {
      long full = adult.price(metres);
      return part.percent() == 100 ? full : rounding.percent(full, part.percent());
    }
    return ((KindPrice.Own) price).rate().price(metres);
  }
}
