package org.ieum.server.area;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.fare.Fare;
import org.ieum.fare.FareTable;
import org.ieum.journey.JourneyFares;
import org.ieum.journey.Leg;
import org.ieum.journey.RideLeg;
import org.ieum.journey.ScooterLeg;
import org.ieum.model.LatLon;
import org.ieum.server.api.FareView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ScooterReservationInput;
import org.jspecify.annotations.Nullable;

/** Confirms journeys that were found, on the writer's thread. */
final class JourneyConfirming {
  /** A scooter is kept so long at least, ms. */
  private static final long SHORTEST = 60_000;

  /** A scooter that stands further than this from where it was promised has been moved, metres. */
  private static final double MOVED = 100;

  private final Desk desk;

  JourneyConfirming(Desk desk) {
    this.desk = desk;
  }

  /** A journey that is still kept. */
  HeldJourneys.Held getHeld(String journeyId) {
    if (desk.journeys.isOver(journeyId)) {
      throw Refusal.gone("journey " + journeyId + " has expired");
    }
    return desk.journeys
        .find(journeyId)
        .orElseThrow(() -> Refusal.notFound("journey " + journeyId + " is not known"));
  }

  /** Confirms the legs of a journey, all or none. */
  JourneyLegs.Confirmed confirm(String journeyId) {
    desk.advance();
    HeldJourneys.Held held = getHeld(journeyId);
    if (desk.times().toUtc(desk.now()) > held.expiresAt()) {
      throw Refusal.gone("journey " + journeyId + " has expired");
    }
    List<String> offers = new ArrayList<>();
    List<JourneyLegs.Scooter> scooters = new ArrayList<>();
    String before = "";
    List<Leg> legs = held.journey().legs();
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      if (leg instanceof RideLeg ride) {
        before = ride.offer().offerId();
        offers.add(before);
      } else if (leg instanceof ScooterLeg scooter && scooter.reservable()) {
        checkPlace(scooter);
        scooters.add(scooter(scooter, held.rider(), before, ScooterWay.find(legs, i)));
      }
    }
    if (offers.isEmpty() && scooters.isEmpty()) {
      throw Refusal.invalid(
          "journey_id",
          "must be of a journey with a ride or a scooter to reserve; "
              + journeyId
              + " has nothing to confirm");
    }
    try {
      return new JourneyLegs(desk).confirm(held.rider(), offers, scooters, fares(held));
    } catch (Refusal e) {
      // What is wrong is not what the client sent.
      throw e.kind() == Refusal.Kind.INVALID ? Refusal.conflict(String.valueOf(e.getMessage())) : e;
    }
  }

  /**
   * What is asked for.
   *
   * @param way on which the rider comes to it, when that is by ride and walk alone
   */
  private JourneyLegs.Scooter scooter(
      ScooterLeg leg, String rider, String before, @Nullable ScooterWay way) {
    long now = desk.times().toUtc(desk.now());
    ScooterReservationInput input =
        new ScooterReservationInput(
            rider,
            desk.times().toOffset(Math.max(now, leg.start())),
            desk.times().toOffset(Math.max(Math.max(now, leg.start()) + SHORTEST, leg.end())),
            null);
    return new JourneyLegs.Scooter(id(leg), input, before, way);
  }

  private String id(ScooterLeg leg) {
    return desk.shelf.id(leg.systemId(), leg.reservable(), leg.scooterId());
  }

  private void checkPlace(ScooterLeg leg) {
    Optional<LatLon> place = desk.shelf.find(id(leg)).map(known -> known.scooter().position());
    if (place.isEmpty() || place.get().metresTo(leg.from()) > MOVED) {
      throw Refusal.conflict("scooter " + id(leg) + " is no longer where it was");
    }
  }

  /** What each ride costs in this journey, by its offer: less than alone where riders change. */
  private Map<String, FareView> fares(HeldJourneys.Held held) {
    Map<String, FareView> fares = new HashMap<>();
    FareTable table = desk.setup.fares();
    if (table != null) {
      Fare bill = new JourneyFares(table).bill(held.journey(), held.payer());
      List<Leg> legs = held.journey().legs();
      for (int i = 0; i < legs.size(); i++) {
        int leg = i;
        if (legs.get(i) instanceof RideLeg ride) {
          Fare own =
              new Fare(
                  bill.currency(),
                  bill.items().stream().filter(item -> item.leg() == leg).toList());
          fares.put(ride.offer().offerId(), FareViews.fare(own, held.payer().kind()));
        }
      }
    }
    return fares;
  }
}
