package org.ieum.server.area;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ieum.server.api.OccurrenceView;

/** A series and how far it has come. What changes it is told by events, and only by them. */
final class Series {
  /** Days of the past that are shown. */
  private static final int MOST_SHOWN = 40;

  /** When a series has not ended. */
  static final long NEVER = Long.MAX_VALUE;

  private final SeriesPlan plan;
  private final long number;
  private final Recurrence recurrence;
  private final TreeSet<LocalDate> exceptions;
  private final List<OccurrenceView> shown = new ArrayList<>();
  private LocalDate last = LocalDate.MIN;
  private long cancelledAt = NEVER;
  private Optional<ZonedDateTime> next;

  /**
   * As it is kept in snapshots.
   *
   * @param plan as its event tells it
   * @param last day that was booked or refused, "" for none
   */
  record Kept(
      long number,
      String plan,
      List<String> exceptions,
      String last,
      long cancelledAt,
      List<OccurrenceView> shown) {}

  Series(SeriesPlan plan, long number, ZoneId zone, Collection<LocalDate> exceptions) {
    this.plan = plan;
    this.number = number;
    this.exceptions = new TreeSet<>(exceptions);
    recurrence = Recurrence.of(plan.rrule(), plan.start(), zone);
    next = recurrence.findNext(last, this.exceptions);
  }

  static Series of(Kept kept, ZoneId zone) {
    SeriesPlan plan = SeriesPlan.read(EventText.parse(kept.plan()));
    List<LocalDate> days = kept.exceptions().stream().map(LocalDate::parse).toList();
    Series series = new Series(plan, kept.number(), zone, days);
    series.cancelledAt = kept.cancelledAt();
    series.shown.addAll(kept.shown());
    if (!kept.last().isEmpty()) {
      series.last = LocalDate.parse(kept.last());
    }
    series.findNextAnew();
    return series;
  }

  Kept kept() {
    ObjectNode data = EventText.object();
    plan.write(data);
    return new Kept(
        number,
        EventText.text(data),
        exceptions.stream().map(LocalDate::toString).toList(),
        last.equals(LocalDate.MIN) ? "" : last.toString(),
        cancelledAt,
        List.copyOf(shown));
  }

  private void findNextAnew() {
    next = isCancelled() ? Optional.empty() : recurrence.findNext(last, exceptions);
  }

  SeriesPlan plan() {
    return plan;
  }

  long number() {
    return number;
  }

  /** The next ride to be booked. */
  Optional<ZonedDateTime> next() {
    return next;
  }

  boolean isCancelled() {
    return cancelledAt != NEVER;
  }

  /** When the series was cancelled, ms since 1970, or {@link #NEVER}. */
  long cancelledAt() {
    return cancelledAt;
  }

  /** Whether a day is of the series and still to come. */
  boolean isToCome(LocalDate date) {
    return !isCancelled()
        && recurrence
            .findNext(later(date.minusDays(1), last), exceptions)
            .filter(time -> time.toLocalDate().equals(date))
            .isPresent();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  Set<LocalDate> exceptions() {
    return exceptions;
  }

  List<OccurrenceView> shown() {
    return List.copyOf(shown);
  }

  /** Notes what became of a day, instead of what it was before; those before it are past. */
  void note(LocalDate date, OccurrenceView what) {
    last = later(date, last);
    shown.removeIf(other -> other.occurrenceDate().equals(what.occurrenceDate()));
    shown.add(what);
    shown.sort(Comparator.comparing(OccurrenceView::occurrenceDate));
    if (shown.size() > MOST_SHOWN) {
      shown.remove(0);
    }
    findNextAnew();
  }

  void except(LocalDate date) {
    exceptions.add(date);
    findNextAnew();
  }

  void cancel(long utc) {
    cancelledAt = utc;
    findNextAnew();
  }
}
