package org.ieum.server.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.journey.RideOffer;
import org.ieum.journey.RideWish;
import org.ieum.model.Offer;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.TimeType;
import org.ieum.server.api.OfferView;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RiderIds;

/** Offers rides and turns accepted offers into bookings, on the writer's thread. */
final class Quotes {
  /** How much later other rides are looked for when none can be had, ms. */
  private static final int[] LATER = {900_000, 1_800_000};

  /** No ride is offered further away in time, ms. */
  private static final long FAR = 800_000_000L;

  private final Desk desk;

  Quotes(Desk desk) {
    this.desk = desk;
  }

  QuoteView quote(Asked asked) {
    desk.advance();
    long number = desk.newRequest();
    String quoteId = desk.setup.id() + "-q" + number;
    if (asked.pickups().isEmpty() || asked.dropoffs().isEmpty()) {
      String end = asked.pickups().isEmpty() ? "pickup" : "drop-off";
      return rejected(
          quoteId,
          new Rejection(
              RejectionReason.OUT_OF_AREA, "no stop within walking distance of the " + end));
    }
    String rider = rider(asked, number);
    Optional<Rejection> restriction = findRestriction(rider);
    if (restriction.isPresent()) {
      return rejected(quoteId, restriction.get());
    }
    RideRequest request =
        new RideRequest(
            number,
            desk.riderNumbers.toAsk(rider, number),
            asked.timeType(),
            asked.time() < 0 ? desk.now() : time(asked.time()),
            asked.party(),
            asked.pickups(),
            asked.dropoffs());
    return answer(quoteId, request, rider, occasion(asked));
  }

  /** Who rides: as asked, as in the booking to be replaced, or a new guest. */
  private String rider(Asked asked, long number) {
    String rider =
        asked.rider().isEmpty() ? RiderIds.GUEST + desk.text.bookingId(number) : asked.rider();
    if (asked.replaces().isEmpty()) {
      return rider;
    }
    return desk.rides
        .find(desk.text.request(asked.replaces()))
        .map(Ride::rider)
        .filter(owner -> asked.rider().isEmpty() || asked.rider().equals(owner))
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "replaces_booking_id",
                    "must be a live booking of the rider, was '" + asked.replaces() + "'"));
  }

  private Occasion occasion(Asked asked) {
    return desk.rides
        .find(desk.text.request(asked.replaces()))
        .map(ride -> ride.occasion().replacedBy(asked.origin(), asked.kind(), asked.replaces()))
        .orElseGet(() -> Occasion.asked(asked.origin(), asked.kind()));
  }

  private Optional<Rejection> findRestriction(String rider) {
    return desk.riderBook
        .findObjection(rider, desk.times(), desk.now())
        .map(detail -> new Rejection(RejectionReason.RIDER_RESTRICTED, detail));
  }

  private int time(long utc) {
    long millis = utc - desk.times().epoch();
    if (millis < -1_000_000_000L || millis > 1_500_000_000L) {
      throw Refusal.invalid(
          "requested_time", "must be within the next days, was " + desk.times().toOffset(utc));
    }
    // Clocks differ a little, and seconds are cut off on the way.
    int time = (int) millis;
    return time < desk.now() && time >= desk.now() - 60_000 ? desk.now() : time;
  }

  private QuoteView answer(String quoteId, RideRequest request, String rider, Occasion how) {
    QuoteAnswer answer = ask(request, how);
    if (answer instanceof Offer offer) {
      OfferView view = hold(offer, request, rider, how);
      return new QuoteView(
          quoteId, desk.setup.id(), view.expiresAt(), List.of(view), null, null, List.of());
    }
    Rejection rejection = (Rejection) answer;
    if (rejection.reason() != RejectionReason.NO_CAPACITY
        || request.timeType() != TimeType.DEPART_AT) {
      return rejected(quoteId, rejection);
    }
    return new QuoteView(
        quoteId,
        desk.setup.id(),
        null,
        List.of(),
        rejection.reason().code(),
        rejection.detail(),
        later(request, rider, how));
  }

  private QuoteAnswer ask(RideRequest request, Occasion how) {
    return desk.replacing(how, () -> desk.dispatcher().quote(request, desk.now()));
  }

  /** A later ride, if one can be had soon. */
  private List<OfferView> later(RideRequest request, String rider, Occasion how) {
    for (int more : LATER) {
      RideRequest later = request.withTime(request.time() + more);
      if (ask(later, how) instanceof Offer offer) {
        return List.of(hold(offer, later, rider, how));
      }
    }
    return List.of();
  }

  private QuoteView rejected(String quoteId, Rejection rejection) {
    return new QuoteView(
        quoteId,
        desk.setup.id(),
        null,
        List.of(),
        rejection.reason().code(),
        rejection.detail(),
        List.of());
  }

  /**
   * What a search for journeys has to know.
   *
   * @param now ms since 1970, UTC
   */
  JourneyFacts journeyFacts(Asked asked, long now) {
    String rider = rider(asked, desk.newRequest());
    long start = asked.time() < 0 ? now : asked.time();
    return new JourneyFacts(
        rider,
        desk.riderBook.passes().find(rider, start, PassBook.NONE).orElse(null),
        desk.shelf.supplies(),
        desk.shelf.taken(),
        now);
  }

  /** The offers for the rides of a journey, in the order of the wishes. */
  List<Optional<RideOffer>> offers(String rider, Asked asked, List<RideWish> wishes) {
    desk.advance();
    boolean mayRide = findRestriction(rider).isEmpty();
    List<Optional<RideOffer>> offers = new ArrayList<>(wishes.size());
    for (RideWish wish : wishes) {
      offers.add(mayRide ? offer(rider, asked, wish) : Optional.empty());
    }
    return offers;
  }

  private Optional<RideOffer> offer(String rider, Asked asked, RideWish wish) {
    if (Math.abs(wish.time() - desk.times().toUtc(desk.now())) > FAR) {
      return Optional.empty();
    }
    long number = desk.newRequest();
    RideRequest request =
        new RideRequest(
            number,
            desk.riderNumbers.toAsk(rider, number),
            wish.timeType(),
            time(wish.time()),
            wish.party(),
            wish.pickups(),
            wish.dropoffs());
    Occasion how = Occasion.asked(asked.origin(), asked.kind());
    return ask(request, how) instanceof Offer offer
        ? Optional.of(offer(offer, hold(offer, request, rider, how)))
        : Optional.empty();
  }

  private RideOffer offer(Offer offer, OfferView view) {
    AreaTimes times = desk.times();
    return new RideOffer(
        view.offerId(),
        offer.promise().pickupStopPoint(),
        offer.promise().dropoffStopPoint(),
        times.toUtc(offer.promise().pickupWindow().earliest()),
        times.toUtc(offer.promise().pickupWindow().latest()),
        times.toUtc(offer.plannedPickup()),
        times.toUtc(offer.plannedDropoff()),
        times.toUtc(offer.promise().latestDropoff()),
        offer.accessWalk(),
        offer.egressWalk(),
        // The journey takes off what its rider has not to pay.
        view.fare() == null ? 0 : view.fare().full(),
        // Where nothing costs anything, rides do not either.
        view.fare() != null || desk.setup.fares() == null,
        times.toUtc(offer.expiresAt()));
  }

  private OfferView hold(Offer offer, RideRequest asked, String rider, Occasion how) {
    Offer compact = OfferText.compact(offer);
    Occasion priced = desk.pricing.price(how, rider, compact, desk);
    String id =
        desk.offers.hold(
            new HeldOffers.Held(compact, asked, rider, priced, /* isAccepted= */ false),
            desk.now());
    return new OfferView(
        id,
        desk.text.stopId(offer.promise().pickupStopPoint()),
        desk.text.stopId(offer.promise().dropoffStopPoint()),
        offer.accessWalk() / 1000,
        offer.egressWalk() / 1000,
        desk.times().toOffset(offer.promise().pickupWindow().earliest()),
        desk.times().toOffset(offer.promise().pickupWindow().latest()),
        desk.times().toOffset(offer.promise().latestDropoff()),
        offer.promise().maxRideDuration() / 1000,
        offer.directDuration() / 1000,
        desk.times().toOffset(offer.plannedPickup()),
        desk.times().toOffset(offer.plannedDropoff()),
        desk.times().toOffset(offer.expiresAt()),
        priced.fare());
  }

  /**
   * Accepts an offer; returns its request, which is live then.
   *
   * @throws Refusal when the offer is over or the ride can no longer be had
   */
  long book(String offerId) {
    desk.advance();
    HeldOffers.Held held = openNew(offerId);
    long request = confirm(offerId, held, held.rider(), held.occasion());
    desk.offers.accept(offerId);
    return request;
  }

  /** An offer that can be accepted as far as it tells itself, and takes no other ride's place. */
  HeldOffers.Held openNew(String offerId) {
    HeldOffers.Held held = open(offerId);
    if (!held.occasion().replaces().isEmpty()) {
      throw Refusal.conflict(
          "offer "
              + offerId
              + " is to take the place of booking "
              + held.occasion().replaces()
              + ", which PATCH of that does");
    }
    return held;
  }

  /** An offer that can be accepted as far as it tells itself. */
  HeldOffers.Held open(String offerId) {
    HeldOffers.Held held = held(offerId);
    long request = held.offer().request().id();
    if (held.isAccepted()) {
      throw Refusal.conflict(
          "offer " + offerId + " was accepted already, as booking " + desk.text.bookingId(request));
    }
    if (desk.now() > held.offer().expiresAt()) {
      throw Refusal.gone(
          "offer " + offerId + " expired at " + desk.times().toOffset(held.offer().expiresAt()));
    }
    Optional<Rejection> restriction = findRestriction(held.rider());
    if (restriction.isPresent()) {
      throw Refusal.conflict(
          restriction.get().detail(),
          rejected(desk.setup.id() + "-q" + request, restriction.get()));
    }
    return held;
  }

  /** Confirms the ride of an open offer, which is open until it is noted; returns its request. */
  long confirm(String offerId, HeldOffers.Held held, String rider, Occasion how) {
    long request = held.offer().request().id();
    boolean isAllowed =
        desk.riderBook
            .passes()
            .allows(
                rider,
                how.fare(),
                desk.times().toUtc(held.offer().plannedPickup()),
                desk.text.request(how.replaces()));
    if (!isAllowed || desk.confirm(held.offer(), rider, how).isEmpty()) {
      String why = isAllowed ? " can no longer be had" : " counts on a pass without rides left";
      throw Refusal.conflict(
          "the ride of offer " + offerId + why,
          answer(
              desk.setup.id() + "-q" + request,
              askedNow(held.asked()),
              held.rider(),
              held.occasion()));
    }
    return request;
  }

  /** The same request, not in the past. */
  private RideRequest askedNow(RideRequest asked) {
    if (asked.timeType() == TimeType.ARRIVE_BY || asked.time() >= desk.now()) {
      return asked;
    }
    return asked.withTime(desk.now());
  }

  /** Whose offer it is. */
  String rider(String offerId) {
    return held(offerId).rider();
  }

  private HeldOffers.Held held(String offerId) {
    if (desk.offers.isOver(offerId)) {
      throw Refusal.gone("offer " + offerId + " has expired");
    }
    return desk.offers
        .find(offerId)
        .orElseThrow(() -> Refusal.notFound("offer " + offerId + " is not known"));
  }
}
