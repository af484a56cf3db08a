package org.ieum.fare;

/** What riders of a kind pay by a {@link DistanceTariff}. */
public sealed interface KindPrice {
  /** So much of what adults pay. */
  record Percent(int percent) implements KindPrice {
    public Percent {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("percent must be from 0 to 100, was " + percent);
      }
    }
  }

  /** Prices of their own. */
  record Own(DistanceRate rate) implements KindPrice {}
}
