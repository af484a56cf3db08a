package org.ieum.server.area;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How reliable riders have been of late. What counts is how their rides ended, day by day within
 * the window of the policy, so memory is bounded by who rode within it. It is told by events of the
 * journal only, hence the same after a replay.
 *
 * <p>A ride that was called off in time counts neither for nor against its rider, else booking and
 * calling off would make up for no-shows.
 */
final class Standings {
  /** How a ride ended for its rider. */
  enum Outcome {
    RIDDEN,
    NO_SHOW,
    LATE_CANCELLATION
  }

  /**
   * What a rider did on a day.
   *
   * @param day since 1970, in the area
   */
  record Day(long day, int bookings, int noShows, int lateCancellations) {
    private Day with(Outcome outcome) {
      return new Day(
          day,
          bookings + 1,
          noShows + (outcome == Outcome.NO_SHOW ? 1 : 0),
          lateCancellations + (outcome == Outcome.LATE_CANCELLATION ? 1 : 0));
    }
  }

  /**
   * A rider may not book for a while.
   *
   * @param until ms since 1970, UTC
   */
  record Restriction(long until, int bookings, int noShows, int lateCancellations) {
    /** Such as "3 no-shows and 2 late cancellations in 7 bookings". */
    String why() {
      return noShows
          + " no-shows and "
          + lateCancellations
          + " late cancellations in "
          + bookings
          + " bookings";
    }
  }

  /**
   * What is kept of a rider.
   *
   * @param days ascending
   */
  record Kept(String rider, List<Day> days, @Nullable Restriction restriction) {}

  private final RiderPolicy policy;
  private final ZoneId zone;
  private final Map<String, Kept> byRider = new TreeMap<>();

  Standings(RiderPolicy policy, ZoneId zone) {
    this.policy = policy;
    this.zone = zone;
  }

  private long day(long utc) {
    return Instant.ofEpochMilli(utc).atZone(zone).toLocalDate().toEpochDay();
  }

  /** Notes how a ride ended; the restriction that comes of it. */
  Optional<Restriction> note(String rider, Outcome outcome, long utc) {
    Kept before = byRider.getOrDefault(rider, new Kept(rider, List.of(), null));
    long today = day(utc);
    List<Day> days = within(before.days(), today);
    Day last = days.isEmpty() ? new Day(today, 0, 0, 0) : days.get(days.size() - 1);
    if (last.day() == today) {
      days = days.subList(0, Math.max(0, days.size() - 1));
    } else {
      last = new Day(today, 0, 0, 0);
    }
    List<Day> now = new ArrayList<>(days);
    now.add(last.with(outcome));
    Day sum = sum(now);
    int strikes = sum.noShows() + sum.lateCancellations();
    boolean isTooOften =
        outcome != Outcome.RIDDEN
            && strikes >= policy.strikes()
            && 100L * strikes >= (long) policy.percent() * sum.bookings();
    Restriction restriction =
        isTooOften
            ? new Restriction(
                utc + policy.restrictedFor(),
                sum.bookings(),
                sum.noShows(),
                sum.lateCancellations())
            : before.restriction();
    byRider.put(rider, new Kept(rider, List.copyOf(now), restriction));
    return isTooOften ? Optional.ofNullable(restriction) : Optional.empty();
  }

  /** What a rider did within the window, in one. */
  Day sum(String rider, long utc) {
    Kept kept = byRider.get(rider);
    return kept == null ? new Day(0, 0, 0, 0) : sum(within(kept.days(), day(utc)));
  }

  /** Until when a rider may not book, if so. */
  Optional<Restriction> findRestriction(String rider, long utc) {
    Kept kept = byRider.get(rider);
    return Optional.ofNullable(kept == null ? null : kept.restriction())
        .filter(restriction -> restriction.until() > utc);
  }

  /** Lets a rider book again; what was counted against them is forgotten. */
  void lift(String rider) {
    byRider.remove(rider);
  }

  /** Forgets what lies before the window. */
  void forgetBefore(long utc) {
    long today = day(utc);
    byRider
        .values()
        .removeIf(
            kept ->
                within(kept.days(), today).isEmpty()
                    && (kept.restriction() == null || kept.restriction().until() <= utc));
  }

  private List<Day> within(List<Day> days, long today) {
    return days.stream().filter(day -> day.day() > today - policy.windowDays()).toList();
  }

  private static Day sum(List<Day> days) {
    int bookings = 0;
    int noShows = 0;
    int late = 0;
    for (Day day : days) {
      bookings += day.bookings();
      noShows += day.noShows();
      late += day.lateCancellations();
    }
    return new Day(0, bookings, noShows, late);
  }

  /** All that is kept, by the ids of riders. */
  List<Kept> kept() {
    return List.copyOf(byRider.values());
  }

  void restore(List<Kept> all) {
    all.forEach(kept -> byRider.put(kept.rider(), kept));
  }
}
