package org.ieum.server.area;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.ieum.server.api.OccurrenceView;

/** All series of an area, and when the next ride is to be booked. */
final class SeriesBook {
  /** Series that one rider may have. */
  static final int MOST_OF_A_RIDER = 20;

  /** Rides that are due at the same time are spread over so long, ms. */
  private static final int SPREAD = 1_800_000;

  /** A cancelled or ended series is shown for so long, ms. */
  private static final long SHOWN = 30L * 86_400_000;

  private final ZoneId zone;
  private final int ahead;
  private final NavigableMap<Long, Series> byNumber = new TreeMap<>();
  private long nextNumber = 1;

  /** When the next ride is to be booked at the earliest, ms since 1970. */
  private long earliestDue = Long.MAX_VALUE;

  /** What snapshots keep. */
  record Kept(long nextNumber, List<Series.Kept> series) {}

  /**
   * @param ahead how far ahead rides are booked, ms
   */
  SeriesBook(ZoneId zone, int ahead) {
    this.zone = zone;
    this.ahead = ahead;
  }

  int ahead() {
    return ahead;
  }

  long newNumber() {
    return nextNumber;
  }

  void add(SeriesPlan plan, long number, Collection<LocalDate> exceptions) {
    // It may refuse the rule; then nothing has changed.
    Series series = new Series(plan, number, zone, exceptions);
    nextNumber = Math.max(nextNumber, number + 1);
    byNumber.put(number, series);
    findEarliest();
  }

  Optional<Series> find(long number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** Those behind a number. */
  Collection<Series> behind(long number) {
    return byNumber.tailMap(number, false).values();
  }

  long countOf(String rider) {
    return byNumber.values().stream()
        .filter(series -> series.plan().rider().equals(rider) && series.next().isPresent())
        .count();
  }

  /** Notes a booked day. */
  void booked(long number, LocalDate date, String bookingId) {
    note(number, date, OccurrenceView.booked(date, bookingId));
  }

  /** Notes what became of a day. */
  void note(long number, LocalDate date, OccurrenceView what) {
    find(number).ifPresent(series -> series.note(date, what));
    findEarliest();
  }

  /** When a ride is to be booked, ms since 1970. */
  private long due(Series series) {
    return series
        .next()
        .map(time -> utc(time) - ahead + series.number() * 1_000 % SPREAD)
        .orElse(Long.MAX_VALUE);
  }

  static long utc(ZonedDateTime time) {
    return time.toInstant().toEpochMilli();
  }

  /** The series whose next ride is to be booked first. */
  Optional<Series> findFirst() {
    return byNumber.values().stream().filter(series -> due(series) == earliestDue).findFirst();
  }

  /** When its ride is to be booked. */
  long earliestDue() {
    return earliestDue;
  }

  /** Looks anew what is to be booked first, after a change. */
  void findEarliest() {
    earliestDue = byNumber.values().stream().mapToLong(this::due).min().orElse(Long.MAX_VALUE);
  }

  /** Forgets series that have been over for a while. */
  void forget(long utc) {
    byNumber.values().removeIf(series -> isOver(series, utc - SHOWN));
    findEarliest();
  }

  private boolean isOver(Series series, long before) {
    if (series.isCancelled()) {
      return series.cancelledAt() < before;
    }
    List<OccurrenceView> shown = series.shown();
    return series.next().isEmpty()
        && (shown.isEmpty()
            || utc(LocalDate.parse(shown.get(shown.size() - 1).occurrenceDate()).atStartOfDay(zone))
                < before);
  }

  Kept kept() {
    List<Series.Kept> all = new ArrayList<>();
    byNumber.values().forEach(series -> all.add(series.kept()));
    return new Kept(nextNumber, all);
  }

  void restore(Kept kept) {
    nextNumber = kept.nextNumber();
    for (Series.Kept one : kept.series()) {
      byNumber.put(one.number(), Series.of(one, zone));
    }
    findEarliest();
  }
}
