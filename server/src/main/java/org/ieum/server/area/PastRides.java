package org.ieum.server.area;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.server.api.BookingView;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.StoredEvent;

/**
 * Rides that were over long ago, as the journal tells them. For any thread but the writer's, which
 * must not wait for the disk: a task that needs one of them ends with {@link Unread}, and is tried
 * again when it has been read. Nothing about these rides changes any more.
 */
final class PastRides {
  private static final int MOST_EVENTS = 1000;

  private static final Map<String, BookingState> ENDS =
      Map.of(
          "rider_alighted",
          BookingState.COMPLETED,
          EventText.CANCELLED,
          BookingState.CANCELLED,
          EventText.NO_SHOW,
          BookingState.NO_SHOW,
          EventText.FAILED,
          BookingState.FAILED);

  /** Says that a task needs a booking that only the journal may know. */
  static final class Unread extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String bookingId;

    Unread(String bookingId) {
      super("booking " + bookingId + " has not been read", null, false, false);
      this.bookingId = bookingId;
    }

    String bookingId() {
      return bookingId;
    }
  }

  private final ZoneId zone;
  private final EventText text;
  private final BookingViews views;
  private final Journal journal;

  PastRides(ZoneId zone, EventText text, BookingViews views, Journal journal) {
    this.zone = zone;
    this.text = text;
    this.views = views;
    this.journal = journal;
  }

  /** Reads a ride; waits for the database. */
  Optional<BookingView> find(String bookingId) {
    List<StoredEvent> events = journal.read(new EventFilter(0, bookingId, null, null), MOST_EVENTS);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    JournalEvent confirmed = events.get(0).event();
    JournalEvent last = events.get(events.size() - 1).event();
    BookingState state = ENDS.get(last.type());
    if (state == null || !confirmed.type().equals(EventText.CONFIRMED)) {
      return Optional.empty();
    }
    AreaTimes then = AreaTimes.at(zone, confirmed.time());
    var data = EventText.parse(confirmed.data());
    Offer offer = OfferText.read(text.request(bookingId), data, text, then);
    for (StoredEvent stored : events) {
      if (stored.event().type().equals(EventText.REASSIGNED)) {
        offer = OfferText.readChange(offer, EventText.parse(stored.event().data()), text);
      }
    }
    Ride ride =
        new Ride(
            offer,
            data.path("rider_id").asText(),
            text.vehicle(lastVehicle(events)),
            confirmed.time(),
            last.seq(),
            Occasion.read(data),
            events.stream().anyMatch(e -> e.event().type().equals(EventText.ANNOUNCED)));
    return Optional.of(views.ended(ride, state, then));
  }

  /** A ride that failed had no vehicle in the end. */
  private static String lastVehicle(List<StoredEvent> events) {
    String vehicle = "";
    for (StoredEvent stored : events) {
      String named = stored.event().vehicle();
      vehicle = named == null ? vehicle : named;
    }
    return vehicle;
  }
}
