package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.List;
import org.ieum.reposition.DemandForecast;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.StoredEvent;

/**
 * What the journal says about where riders are to be expected: the rides of the last four weeks, by
 * weekday and hour. Rides that were booked ahead are left out, for their vehicles come anyway. An
 * area younger than a week expects every day to be like those so far. For one thread, which waits
 * for the database.
 */
final class PastDemand {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;
  private static final int WEEKS = 4;
  private static final int PAGE = 1_000;

  private final AreaSetup setup;
  private final EventText text;
  private final Journal journal;

  /** Rides of the last weeks as far as they have been read, oldest first. */
  private final ArrayDeque<Pickup> pickups = new ArrayDeque<>();

  /** When the journal begins, ms since 1970, UTC; none before anything has been read. */
  private long begin = Long.MAX_VALUE;

  private long readTo;

  PastDemand(AreaSetup setup, EventText text, Journal journal) {
    this.setup = setup;
    this.text = text;
    this.journal = journal;
  }

  /** Where and when somebody was picked up; time in ms since 1970, UTC. */
  private record Pickup(long time, int stopPoint) {}

  /**
   * What is to be expected by all that is on disk; nobody anywhere when nobody rode.
   *
   * @param now ms since 1970, UTC
   * @throws org.ieum.server.journal.JournalUnavailable when the database does not answer
   */
  DemandForecast forecast(long now) {
    read(now);
    DemandForecast.Builder days = new DemandForecast.Builder(setup.map().stopPoints().size());
    int weeks = (int) Math.min(WEEKS, (now - begin) / WEEK);
    int repeats = weeks > 0 ? weeks : (int) Math.max(1, (now - begin) / DAY);
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int i = 0; i < repeats && !pickups.isEmpty(); i++) {
        days.addDay(day);
      }
    }
    long since = now - repeats * (weeks > 0 ? WEEK : DAY);
    for (Pickup pickup : pickups) {
      if (pickup.time() > since) {
        add(pickup, weeks > 0, days);
      }
    }
    return days.build();
  }

  private void add(Pickup pickup, boolean isByWeekday, DemandForecast.Builder days) {
    ZonedDateTime then = Instant.ofEpochMilli(pickup.time()).atZone(setup.zone());
    int time = (int) (then.getHour() * HOUR);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!isByWeekday || day == then.getDayOfWeek()) {
        days.addRequest(day, time, pickup.stopPoint());
      }
    }
  }

  /** Reads what has come since the last time, and forgets what is too old. */
  private void read(long now) {
    long since = now - WEEKS * WEEK;
    if (begin == Long.MAX_VALUE) {
      readTo = seqBefore(since);
      begin = findBegin(now);
    }
    List<StoredEvent> page;
    do {
      page = journal.read(new EventFilter(readTo, null, null, EventText.CONFIRMED), PAGE);
      for (StoredEvent stored : page) {
        readTo = stored.event().seq();
        add(stored.event());
      }
    } while (page.size() == PAGE);
    while (!pickups.isEmpty() && pickups.getFirst().time() <= since) {
      pickups.removeFirst();
    }
  }

  /** A number of an event, behind which all are of a time or later. */
  private long seqBefore(long time) {
    long low = 0;
    long high = journal.lastSeq();
    while (low < high) {
      long middle = (low + high) >>> 1;
      List<StoredEvent> next = journal.read(EventFilter.after(middle), 1);
      if (next.isEmpty() || next.get(0).event().time() >= time) {
        high = middle;
      } else {
        low = next.get(0).event().seq();
      }
    }
    return low;
  }

  /** When the first event happened of those that may be deleted when they are old. */
  private long findBegin(long now) {
    List<StoredEvent> page = journal.read(EventFilter.after(0), PAGE);
    return page.stream()
        .map(StoredEvent::event)
        .filter(event -> !LiveArea.LASTING_EVENTS.contains(event.type()))
        .mapToLong(JournalEvent::time)
        .findFirst()
        .orElse(now);
  }

  private void add(JournalEvent confirmed) {
    JsonNode data = EventText.parse(confirmed.data());
    long pickup = Instant.parse(data.path("pickup_window_start").asText()).toEpochMilli();
    int stopPoint = text.stop(data.path("pickup_stop_id").asText());
    if (pickup - confirmed.time() <= DemandForecast.BOOKED_AHEAD && stopPoint >= 0) {
      pickups.addLast(new Pickup(pickup, stopPoint));
    }
  }
}
