package org.ieum.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of events; the cursor leads to the next one, null when this is the last. */
public record EventList(List<EventView> events, @Nullable String nextCursor) {
  /** The same without saying which vehicles they are about. */
  public EventList withoutVehicles() {
    return new EventList(events.stream().map(EventView::withoutVehicle).toList(), nextCursor);
  }
}
