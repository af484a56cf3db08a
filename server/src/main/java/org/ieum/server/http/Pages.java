package org.ieum.server.http;

import java.util.List;
import org.ieum.server.api.EventList;
import org.ieum.server.api.EventView;
import org.ieum.server.area.Area;
import org.ieum.server.area.BookingHistory;
import org.ieum.server.journal.EventFilter;

/** Lists page by page. */
final class Pages {
  private static final int USUAL = 100;

  private Pages() {}

  static int limit(Call call) {
    return (int) call.number("limit", USUAL);
  }

  /** The number of the event behind which the page begins; 0 for the first page. */
  static long cursor(Call call) {
    String cursor = call.find("cursor").orElse("0");
    if (!cursor.matches("[0-9]{1,16}")) {
      throw Refused.of("cursor", cursor, "must be as a page before said");
    }
    return Long.parseLong(cursor);
  }

  /** A page of events. */
  static EventList events(Area area, EventFilter filter, int limit) {
    return events(area.journal().read(filter, limit).stream().map(area::view).toList(), limit);
  }

  /** What happened to a booking, with what riders are not told. */
  static EventList history(Area area, EventFilter filter, int limit) {
    return events(
        BookingHistory.read(area, String.valueOf(filter.booking())).stream()
            .filter(event -> event.eventId() > filter.after())
            .limit(limit)
            .toList(),
        limit);
  }

  private static EventList events(List<EventView> page, int limit) {
    boolean last = page.size() < limit;
    return new EventList(page, last ? null : Long.toString(page.get(page.size() - 1).eventId()));
  }
}
