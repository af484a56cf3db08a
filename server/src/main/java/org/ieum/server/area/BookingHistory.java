package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ieum.server.api.EventView;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.StoredEvent;

/**
 * All that happened to a booking: the events about it, and those that improved routes and thereby
 * gave its ride to another vehicle. The latter name rides by their numbers only, so they are read
 * from when the ride was confirmed until its vehicle was sure, and searched.
 */
public final class BookingHistory {
  private static final int PAGE = 1_000;

  /** Behind any of these nobody takes the ride to another vehicle for a better plan. */
  private static final Set<String> SURE =
      Set.of(
          EventText.ANNOUNCED,
          EventText.BOARDED,
          EventText.CANCELLED,
          EventText.NO_SHOW,
          EventText.FAILED);

  private final Area area;
  private final String bookingId;

  /** The visit at which the party alights, as events write it. */
  private final long alighting;

  private final List<EventView> found = new ArrayList<>();
  private String vehicle = "";

  private BookingHistory(Area area, String bookingId) {
    this.area = area;
    this.bookingId = bookingId;
    String number = bookingId.substring(bookingId.lastIndexOf('-') + 1);
    alighting = number.matches("[0-9]{1,18}") ? 2 * Long.parseLong(number) + 1 : -1;
  }

  /** Reads all of it, oldest first; waits for the database. Of an unknown booking it is empty. */
  public static List<EventView> read(Area area, String bookingId) {
    BookingHistory history = new BookingHistory(area, bookingId);
    List<StoredEvent> own = history.own();
    List<StoredEvent> all = new ArrayList<>(own);
    if (!own.isEmpty()) {
      all.addAll(history.improvements(own));
      all.sort(Comparator.comparingLong(stored -> stored.event().seq()));
    }
    all.forEach(history::add);
    return history.found;
  }

  private List<StoredEvent> own() {
    List<StoredEvent> events = new ArrayList<>();
    long after = 0;
    while (true) {
      List<StoredEvent> page =
          area.journal().read(new EventFilter(after, bookingId, null, null), PAGE);
      events.addAll(page);
      if (page.size() < PAGE) {
        return events;
      }
      after = page.get(PAGE - 1).event().seq();
    }
  }

  /** Improved routes that may have the ride in them, while it may have changed its vehicle. */
  private List<StoredEvent> improvements(List<StoredEvent> own) {
    long until =
        own.stream()
            .map(StoredEvent::event)
            .filter(event -> SURE.contains(event.type()))
            .mapToLong(JournalEvent::seq)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    Journal journal = area.journal();
    List<StoredEvent> events = new ArrayList<>();
    long after = own.get(0).event().seq();
    while (true) {
      List<StoredEvent> page =
          journal.read(new EventFilter(after, null, null, EventText.IMPROVED), PAGE);
      for (StoredEvent stored : page) {
        after = stored.event().seq();
        if (after > until) {
          return events;
        }
        if (stored.event().data().contains(Long.toString(alighting))) {
          events.add(stored);
        }
      }
      if (page.size() < PAGE) {
        return events;
      }
    }
  }

  private void add(StoredEvent stored) {
    EventView event = area.view(stored);
    if (!event.type().equals(EventText.IMPROVED)) {
      found.add(event);
      String named = event.vehicleId();
      vehicle = named == null ? vehicle : named;
      return;
    }
    for (JsonNode route : event.data().path("routes")) {
      String other = route.path("vehicle_id").asText();
      if (!other.equals(vehicle) && names(route)) {
        found.add(event.asMove(bookingId, vehicle, other));
        vehicle = other;
        return;
      }
    }
  }

  private boolean names(JsonNode route) {
    for (JsonNode visit : route.path("visits")) {
      if (visit.asLong() == alighting) {
        return true;
      }
    }
    return false;
  }
}
