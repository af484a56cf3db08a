package org.ieum.server.journeys;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.ieum.journey.Journey;
import org.ieum.journey.Leg;
import org.ieum.journey.RideLeg;
import org.ieum.journey.ScooterLeg;
import org.ieum.journey.TransitLeg;
import org.jspecify.annotations.Nullable;

/** Journeys as people read them. */
public final class JourneyText {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final ZoneId zone;
  private final @Nullable Currency currency;

  /**
   * In the times of a zone.
   *
   * @param currency of fares, null where nothing costs anything
   */
  public JourneyText(ZoneId zone, @Nullable Currency currency) {
    this.zone = zone;
    this.currency = currency;
  }

  /** Several journeys, a line for each and one for each leg. */
  public String text(List<Journey> journeys) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < journeys.size(); i++) {
      Journey journey = journeys.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "%2d  %s - %s  %3d min  walk %2d min  changes %d  %s%s%n",
              i + 1,
              clock(journey.departure()),
              clock(journey.arrival()),
              minutes(journey.arrival() - journey.departure()),
              minutes(journey.walking()),
              journey.transfers(),
              money(journey.fare()),
              journey.fareKnown() ? "" : " and an unknown fare"));
      for (Leg leg : journey.legs()) {
        text.append(
            String.format(
                Locale.ROOT,
                "      %s - %s  %-7s  %s%n",
                clock(leg.start()),
                clock(leg.end()),
                leg.mode().code(),
                detail(leg)));
      }
    }
    return text.toString();
  }

  private String detail(Leg leg) {
    if (leg instanceof TransitLeg transit) {
      String headsign = transit.headsign().isEmpty() ? "" : " to " + transit.headsign();
      return String.format(
          "%s%s: %s - %s%s",
          transit.routeName(),
          headsign,
          transit.fromStopName(),
          transit.toStopName(),
          transit.ownFare().isPresent() ? ", " + money(transit.fare()) : "");
    } else if (leg instanceof RideLeg ride) {
      return String.format(
          "%s - %s, comes %s to %s, there by %s at the latest, %s",
          ride.pickup().name(),
          ride.dropoff().name(),
          clock(ride.offer().earliestPickup()),
          clock(ride.offer().latestPickup()),
          clock(ride.latestEnd()),
          ride.offer().fareKnown() ? money(ride.fare()) : "unknown fare");
    } else if (leg instanceof ScooterLeg scooter) {
      return String.format(
          "scooter %s of %s%s, %d m, %s",
          scooter.scooterId(),
          scooter.systemId(),
          scooter.reservable() ? "" : ", cannot be reserved",
          scooter.metres(),
          scooter.fareKnown() ? money(scooter.fare()) : "unknown fare");
    }
    return minutes(leg.end() - leg.start()) + " min";
  }

  private String money(long minorUnits) {
    if (currency == null) {
      return minorUnits == 0 ? "free" : Long.toString(minorUnits);
    }
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return BigDecimal.valueOf(minorUnits, digits).toPlainString()
        + " "
        + currency.getCurrencyCode();
  }

  private String clock(long unixMillis) {
    return CLOCK.format(Instant.ofEpochMilli(unixMillis).atZone(zone));
  }

  private static long minutes(long millis) {
    return Math.round(millis / 60_000.0);
  }
}
