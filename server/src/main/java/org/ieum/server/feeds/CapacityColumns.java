package org.ieum.server.feeds;

import java.util.List;
import java.util.OptionalLong;
import org.ieum.model.Capacity;
import org.ieum.model.Party;
import org.ieum.server.quantity.Seating;

/** What a vehicle holds: {@code seats} and {@code wheelchair_places}, or {@code configurations}. */
final class CapacityColumns {
  private final FeedRow row;

  CapacityColumns(FeedRow row) {
    this.row = row;
  }

  /** The configurations in order; none when something is wrong, which the row has been told. */
  List<Capacity> read() {
    if (!row.has("configurations")) {
      return seats();
    }
    for (String column : List.of("seats", "wheelchair_places")) {
      if (row.has(column)) {
        row.fault(column + " '" + row.text(column) + "' must be blank beside configurations");
      }
    }
    return row.find("configurations", Seating::parse)
        .map(Seating::configurations)
        .orElse(List.of());
  }

  private List<Capacity> seats() {
    OptionalLong seats = row.findWholeNumber("seats", 0, Party.MAX_SIZE);
    OptionalLong places = row.findWholeNumber("wheelchair_places", 0, Party.MAX_SIZE, 0);
    if (seats.isEmpty() || places.isEmpty()) {
      return List.of();
    }
    if (seats.getAsLong() + places.getAsLong() == 0) {
      row.fault("seats and wheelchair_places must hold at least one rider, was 0");
      return List.of();
    }
    return List.of(new Capacity((int) seats.getAsLong(), (int) places.getAsLong()));
  }
}
