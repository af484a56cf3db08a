package org.ieum.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fare.RiderKind;
import org.ieum.model.Offer;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.RideRequest;

/** Asks a dispatcher on its own thread, and keeps the offers until the next question. */
public final class DispatcherQuotes implements RideQuotes {
  private final Dispatcher dispatcher;
  private final long epoch;
  private final LongSupplier requests;
  private final RideFares fares;
  private final Map<String, Offer> offers = new LinkedHashMap<>();
  private int now;
  private RiderKind kind = RiderKind.ADULT;
  private long rider;

  /**
   * Asks nothing yet.
   *
   * @param epoch of the dispatcher, Unix ms
   * @param requests gives each request a number of its own
   * @param fares what rides cost
   */
  public DispatcherQuotes(
      Dispatcher dispatcher, long epoch, LongSupplier requests, RideFares fares) {
    this.dispatcher = dispatcher;
    this.epoch = epoch;
    this.requests = requests;
    this.fares = fares;
  }

  /** Begins the questions of one adult at a time in ms since the epoch; forgets offers before. */
  public void begin(long asking, int time) {
    begin(asking, time, RiderKind.ADULT);
  }

  /** The same for riders of any kind. */
  public void begin(long asking, int time, RiderKind riders) {
    rider = asking;
    kind = riders;
    now = time;
    offers.clear();
  }

  /** The offer that an id stands for. */
  public Optional<Offer> findOffer(String offerId) {
    return Optional.ofNullable(offers.get(offerId));
  }

  @Override
  public List<Optional<RideOffer>> quote(List<RideWish> wishes) {
    List<Optional<RideOffer>> answers = new ArrayList<>(wishes.size());
    for (RideWish wish : wishes) {
      long sinceEpoch = wish.time() - epoch;
      if (Math.abs(sinceEpoch) > Integer.MAX_VALUE / 2) {
        throw new IllegalArgumentException(
            "a ride must be within days of the epoch, was " + sinceEpoch + " ms from it");
      }
      RideRequest request =
          new RideRequest(
              requests.getAsLong(),
              rider,
              wish.timeType(),
              (int) sinceEpoch,
              wish.party(),
              wish.pickups(),
              wish.dropoffs());
      QuoteAnswer answer = dispatcher.quote(request, now);
      answers.add(answer instanceof Offer offer ? Optional.of(keep(offer)) : Optional.empty());
    }
    return answers;
  }

  private RideOffer keep(Offer offer) {
    String id = Long.toString(offer.request().id());
    offers.put(id, offer);
    return new RideOffer(
        id,
        offer.promise().pickupStopPoint(),
        offer.promise().dropoffStopPoint(),
        epoch + offer.promise().pickupWindow().earliest(),
        epoch + offer.promise().pickupWindow().latest(),
        epoch + offer.plannedPickup(),
        epoch + offer.plannedDropoff(),
        epoch + offer.promise().latestDropoff(),
        offer.accessWalk(),
        offer.egressWalk(),
        fares.fare(
            offer.promise().pickupStopPoint(),
            offer.promise().dropoffStopPoint(),
            offer.directDuration(),
            kind,
            offer.request().party()),
        /* fareKnown= */ true,
        epoch + offer.expiresAt());
  }
}
