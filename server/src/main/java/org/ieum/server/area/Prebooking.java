package org.ieum.server.area;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Offer;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;

/**
 * Books the rides of series when they come near enough. Each has its moment, and is booked as if at
 * that moment however late the writer looks, so that the same commands give the same journal; only
 * what a server missed that did not run for an hour is made up for when it starts.
 */
final class Prebooking {
  /** Moments that passed longer ago are made up for now, ms. */
  private static final long MISSED = 3_600_000;

  private final Desk desk;
  private final RiderEvents events;

  Prebooking(Desk desk) {
    this.desk = desk;
    events = new RiderEvents(desk);
  }

  /**
   * Books or refuses all rides whose moment comes before a time, and moves time on to the last.
   *
   * @param utc ms since 1970
   * @return whether there were any
   */
  boolean run(long utc) {
    SeriesBook book = desk.riderBook.series();
    boolean hasAny = book.earliestDue() <= utc;
    while (book.earliestDue() <= utc) {
      long due = book.earliestDue();
      desk.begin(utc - due > MISSED ? utc : due);
      desk.advance();
      decide(book.findFirst().orElseThrow());
    }
    return hasAny;
  }

  private void decide(Series series) {
    ZonedDateTime time = series.next().orElseThrow();
    LocalDate date = time.toLocalDate();
    Optional<Rejection> rejection = findRejection(series, time);
    rejection.ifPresent(
        why -> events.refuse(series, date, why.reason().code(), String.valueOf(why.detail())));
  }

  /** Books a ride, or tells why not. */
  private Optional<Rejection> findRejection(Series series, ZonedDateTime time) {
    SeriesPlan plan = series.plan();
    Optional<String> objection =
        desk.riderBook.findObjection(plan.rider(), desk.times(), desk.now());
    if (objection.isPresent()) {
      return reject(RejectionReason.RIDER_RESTRICTED, objection.get());
    }
    long millis = SeriesBook.utc(time) - desk.times().epoch();
    if (millis < desk.now()) {
      return reject(RejectionReason.BOOKING_RULE, "the time had passed when it was to be booked");
    }
    List<CandidatePoint> pickups = SeriesPlan.points(plan.pickups(), desk.text);
    List<CandidatePoint> dropoffs = SeriesPlan.points(plan.dropoffs(), desk.text);
    if (pickups.isEmpty() || dropoffs.isEmpty()) {
      return reject(RejectionReason.OUT_OF_AREA, "the stops of the series are no longer served");
    }
    long number = desk.newRequest();
    RideRequest request =
        new RideRequest(
            number,
            desk.riderNumbers.toAsk(plan.rider(), number),
            plan.timeType(),
            Math.toIntExact(millis),
            plan.party(),
            pickups,
            dropoffs);
    QuoteAnswer answer = desk.dispatcher().quote(request, desk.now());
    if (answer instanceof Rejection why) {
      return Optional.of(why);
    }
    Offer offer = OfferText.compact((Offer) answer);
    Occasion how =
        new Occasion(
            plan.origin(), "", "", plan.id(), time.toLocalDate().toString(), plan.kind(), null);
    Occasion priced = desk.pricing.price(how, plan.rider(), offer, desk);
    boolean isBooked = desk.confirm(offer, plan.rider(), priced).isPresent();
    return isBooked
        ? Optional.empty()
        : reject(RejectionReason.NO_CAPACITY, "no vehicle can take the party in time");
  }

  private static Optional<Rejection> reject(RejectionReason reason, String detail) {
    return Optional.of(new Rejection(reason, detail));
  }
}
