package org.ieum.server.area;

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

/** Rides that were over long ago, as the journal tells them. */
final class PastRides {
  private static final int MOST_EVENTS = 1000;

  private static final Map<String, BookingState> ENDS =
      Map.of(
          "rider_alighted",
          BookingState.COMPLETED,
          EventText.CANCELLED,
          BookingState.CANCELLED,
          EventText.NO_SHOW,
          BookingState.NO_SHOW);

  private PastRides() {}

  static Optional<BookingView> find(String bookingId, Desk desk, Journal journal) {
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
    AreaTimes then = AreaTimes.at(desk.setup.zone(), confirmed.time());
    var data = EventText.parse(confirmed.data());
    Offer offer = OfferText.read(desk.text.request(bookingId), data, desk.text, then);
    Ride ride =
        new Ride(
            offer,
            data.path("rider_id").asText(),
            desk.text.vehicle(String.valueOf(last.vehicle())),
            confirmed.time(),
            last.seq());
    return Optional.of(desk.bookingViews.ended(ride, state, then));
  }
}
