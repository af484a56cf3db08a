package org.ieum.server.area;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.server.api.RiderIds;
import org.ieum.server.area.Standings.Outcome;
import org.ieum.server.area.Standings.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * What an area knows of riders beside their rides: how reliable they are, their series and their
 * passes.
 */
final class RiderBook {
  private final RiderPolicy policy;
  private final Standings standings;
  private final SeriesBook series;
  private final PassBook passes = new PassBook();

  /**
   * What snapshots keep.
   *
   * @param passes null when they were not kept yet
   */
  record Kept(
      List<Standings.Kept> standings, SeriesBook.Kept series, @Nullable List<GivenPass> passes) {}

  RiderBook(AreaSetup setup) {
    policy = setup.riders();
    standings = new Standings(policy, setup.zone());
    int most = Math.min(setup.rules().booking().maxAhead(), (Roster.DAYS - 1) * 86_400_000);
    series = new SeriesBook(setup.zone(), Math.min(policy.prebookAhead(), most));
  }

  Standings standings() {
    return standings;
  }

  SeriesBook series() {
    return series;
  }

  PassBook passes() {
    return passes;
  }

  /**
   * Whether a rider who calls a ride off now does so late. Not when they were let down, nor just
   * after having booked it, unless in place of another one.
   */
  boolean isLate(Ride ride, Booking booking, AreaTimes times, int now) {
    int left = booking.offer().promise().pickupWindow().earliest() - now;
    return left < policy.lateBefore()
        && (!ride.occasion().replaces().isEmpty()
            || times.toUtc(now) - ride.confirmedAt() > policy.grace())
        && !booking.isExcused();
  }

  /**
   * Counts how a ride ended; one that neither was ridden nor missed is given back to the pass.
   *
   * @param end what ended it
   * @param isLate whether its rider called it off late
   * @return the event to be told when the rider may not book for a while
   */
  Optional<ObjectNode> count(Ride ride, DispatchEvent end, boolean isLate, AreaTimes times) {
    if (RiderIds.isGuest(ride.rider())) {
      return Optional.empty();
    }
    boolean counts =
        end instanceof RiderAlighted
            || (end instanceof RiderNoShow missing && !missing.isExcused());
    if (!counts) {
      passes.giveBack(ride);
    }
    return findOutcome(end, isLate)
        .flatMap(outcome -> standings.note(ride.rider(), outcome, times.toUtc(end.time())))
        .map(restriction -> event(ride.rider(), restriction, times));
  }

  /** How a ride ended for its rider, if that counts. */
  private static Optional<Outcome> findOutcome(DispatchEvent end, boolean isLate) {
    if (end instanceof RiderAlighted) {
      return Optional.of(Outcome.RIDDEN);
    } else if (end instanceof RiderNoShow missing && !missing.isExcused()) {
      return Optional.of(Outcome.NO_SHOW);
    } else if (end instanceof RideCancelled && isLate) {
      return Optional.of(Outcome.LATE_CANCELLATION);
    }
    return Optional.empty();
  }

  private static ObjectNode event(String rider, Restriction restriction, AreaTimes times) {
    return EventText.object()
        .put("rider_id", rider)
        .put("until", times.toOffset(restriction.until()).toInstant().toString())
        .put("bookings", restriction.bookings())
        .put("no_shows", restriction.noShows())
        .put("late_cancellations", restriction.lateCancellations());
  }

  /** Why a rider may not book at a time, for people. */
  Optional<String> findObjection(String rider, AreaTimes times, int now) {
    return standings
        .findRestriction(rider, times.toUtc(now))
        .map(
            restriction ->
                "rider "
                    + rider
                    + " may not book until "
                    + times.toOffset(restriction.until())
                    + ": "
                    + restriction.why()
                    + " within "
                    + policy.windowDays()
                    + " days");
  }

  /** Forgets what no longer counts on a day that begins at a time, ms since 1970. */
  void forgetBefore(long utc) {
    standings.forgetBefore(utc);
    series.forget(utc);
    passes.forgetBefore(utc);
  }

  Kept kept() {
    return new Kept(standings.kept(), series.kept(), passes.kept());
  }

  void restore(Kept kept) {
    standings.restore(kept.standings());
    series.restore(kept.series());
    if (kept.passes() != null) {
      passes.restore(kept.passes());
    }
  }
}
