package org.ieum.server.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ieum.server.api.FareView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ScooterReservationInput;
import org.ieum.server.api.ScooterReservationView;
import org.jspecify.annotations.Nullable;

/**
 * Confirms the legs of a journey that have to be had from somebody, all of them or none: within one
 * command of the writer, so their events come to disk in one batch, and when one is refused it is
 * as if none had been tried.
 */
final class JourneyLegs {
  private final Desk desk;
  private final Quotes quotes;
  private final ScooterOperations scooters;

  JourneyLegs(Desk desk) {
    this.desk = desk;
    quotes = new Quotes(desk);
    scooters = new ScooterOperations(desk);
  }

  /**
   * A scooter to be kept.
   *
   * @param input when; its booking is set to that of the ride before
   * @param afterOffer from whose drop-off its rider comes; "" when from none
   * @param way from there on, if that is all walked and ridden
   */
  record Scooter(
      String scooterId,
      ScooterReservationInput input,
      String afterOffer,
      @Nullable ScooterWay way) {}

  /** What was confirmed, in the order in which it was asked for. */
  record Confirmed(List<Long> requests, List<ScooterReservationView> scooters) {}

  /**
   * Confirms legs for a rider.
   *
   * @param fares of offers within the journey where they differ from those of the offers alone
   * @throws Refusal as that of a ride or of a scooter, and nothing has changed
   */
  Confirmed confirm(
      String rider, List<String> offers, List<Scooter> kept, Map<String, FareView> fares) {
    desk.advance();
    List<HeldOffers.Held> held = new ArrayList<>();
    for (String offer : offers) {
      HeldOffers.Held one = quotes.openNew(offer);
      if (!one.rider().equals(rider)) {
        throw Refusal.conflict("offer " + offer + " is another rider's");
      }
      held.add(one);
    }
    Confirmed confirmed = desk.wholly(() -> confirmAll(rider, offers, held, kept, fares));
    for (int i = 0; i < kept.size(); i++) {
      ScooterWay way = kept.get(i).way();
      if (way != null) {
        desk.scooterWays.put(confirmed.scooters().get(i).reservationId(), way);
      }
    }
    return confirmed;
  }

  private Confirmed confirmAll(
      String rider,
      List<String> offers,
      List<HeldOffers.Held> held,
      List<Scooter> kept,
      Map<String, FareView> fares) {

    List<Long> requests = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      HeldOffers.Held one = held.get(i);
      FareView alone = one.occasion().fare();
      FareView agreed = alone == null ? null : fares.getOrDefault(offers.get(i), alone);
      requests.add(quotes.confirm(offers.get(i), one, rider, one.occasion().at(agreed)));
    }
    List<ScooterReservationView> reserved = new ArrayList<>();
    for (Scooter scooter : kept) {
      int before = offers.indexOf(scooter.afterOffer());
      String booking = before < 0 ? null : desk.text.bookingId(requests.get(before));
      reserved.add(scooters.reserve(scooter.scooterId(), rider, behind(scooter.input(), booking)));
    }
    offers.forEach(desk.offers::accept);
    return new Confirmed(requests, reserved);
  }

  private static ScooterReservationInput behind(
      ScooterReservationInput input, @Nullable String booking) {
    return new ScooterReservationInput(input.riderId(), input.from(), input.until(), booking);
  }
}
