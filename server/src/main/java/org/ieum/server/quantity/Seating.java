package org.ieum.server.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ieum.model.Capacity;
import org.ieum.model.Party;

/**
 * What a vehicle holds, in one or more configurations; written {@code 16/0;12/1} for 16 seats, or
 * 12 seats and a wheelchair place.
 *
 * @param configurations at least one
 */
public record Seating(List<Capacity> configurations) {
  private static final Pattern PAIR = Pattern.compile("(\\d{1,4})(?:/(\\d{1,4}))?");

  public Seating {
    configurations = List.copyOf(configurations);
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("a vehicle must have a configuration, had none");
    }
  }

  /**
   * Reads configurations.
   *
   * @throws IllegalArgumentException when the text is not of the form, or a configuration holds
   *     nobody or too many
   */
  public static Seating parse(String text) {
    List<Capacity> capacities = new ArrayList<>();
    for (String pair : text.split(";", -1)) {
      Matcher matcher = PAIR.matcher(pair.strip());
      int seats = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      int places =
          matcher.matches() && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 0;
      if (seats + places == 0 || Math.max(seats, places) > Party.MAX_SIZE) {
        throw new IllegalArgumentException(
            "must be seats/wheelchair_places such as 16/0;12/1, was '" + text + "'");
      }
      capacities.add(new Capacity(seats, places));
    }
    return new Seating(capacities);
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(";");
    for (Capacity capacity : configurations) {
      text.add(capacity.seats() + "/" + capacity.wheelchairPlaces());
    }
    return text.toString();
  }
}
