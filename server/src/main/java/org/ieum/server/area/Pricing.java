package org.ieum.server.area;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ieum.fare.FareLeg;
import org.ieum.fare.FareTable;
import org.ieum.fare.HeldPass;
import org.ieum.fare.Mode;
import org.ieum.fare.Payer;
import org.ieum.fare.RiderKind;
import org.ieum.model.Offer;
import org.ieum.server.api.FareView;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadTravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Says what offered rides cost: by the direct drive between their two stops on the roads of that
 * moment. Each price is said once and kept with the ride, so whatever changes later, also the
 * prices themselves, leaves it as it was.
 */
final class Pricing {
  private final @Nullable FareTable fares;
  private final RoadTravelTimes travelTimes;
  private final PathGeometry geometry;

  Pricing(AreaSetup setup, RoadTravelTimes travelTimes) {
    fares = setup.fares();
    this.travelTimes = travelTimes;
    geometry = setup.map().network().geometry();
  }

  /** The kind of riders of a code, adults for "". */
  static RiderKind kind(String code) {
    return code.isEmpty() ? RiderKind.ADULT : RiderKind.valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** A ride with its price, if the area says that, on the pass of its rider if they have one. */
  Occasion price(Occasion how, String rider, Offer offer, Desk desk) {
    long start = desk.times().toUtc(offer.plannedPickup());
    long replaced = desk.text.request(how.replaces());
    HeldPass pass = desk.riderBook.passes().find(rider, start, replaced).orElse(null);
    Payer payer = new Payer(kind(how.kind()), offer.request().party().size(), pass);
    return how.at(find(offer, payer, desk.times()).orElse(null));
  }

  /** What a ride costs; nothing for a service without a tariff. */
  private Optional<FareView> find(Offer offer, Payer payer, AreaTimes times) {
    FareTable table = fares;
    if (table == null || table.findTariff(Mode.DRT, LiveArea.SERVICE).isEmpty()) {
      return Optional.empty();
    }
    FareLeg leg =
        new FareLeg(
            Mode.DRT,
            LiveArea.SERVICE,
            metres(offer),
            offer.directDuration() / 1_000,
            times.toUtc(offer.plannedPickup()),
            times.toUtc(offer.plannedDropoff()));
    return Optional.of(FareViews.fare(table.price(List.of(leg), payer), payer.kind()));
  }

  private int metres(Offer offer) {
    DrivePath path =
        travelTimes.path(offer.promise().pickupStopPoint(), offer.promise().dropoffStopPoint());
    return (int) Math.round(path.metres(path.duration(), geometry));
  }
}
