package org.ieum.server.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ieum.model.Capacity;
import org.ieum.model.Party;

/** What a vehicle holds: {@code seats} and {@code wheelchair_places}, or {@code configurations}. */
final class CapacityColumns {
  private static final Pattern PAIR = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

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
    return configurations(row.text("configurations"));
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

  private List<Capacity> configurations(String text) {
    List<Capacity> capacities = new ArrayList<>();
    for (String pair : text.split(";", -1)) {
      Matcher matcher = PAIR.matcher(pair.strip());
      int seats = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      int places = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
      if (seats + places == 0 || Math.max(seats, places) > Party.MAX_SIZE) {
        row.fault(
            "configurations must be seats/wheelchair_places such as 16/0;12/1, was '" + text + "'");
        return List.of();
      }
      capacities.add(new Capacity(seats, places));
    }
    return capacities;
  }
}
