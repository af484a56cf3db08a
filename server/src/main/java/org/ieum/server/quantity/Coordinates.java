package org.ieum.server.quantity;

import org.ieum.model.LatLon;

/** Reads places as people write them. */
public final class Coordinates {
  private Coordinates() {}

  /** A place as {@link #parse} reads it. */
  public static String text(LatLon place) {
    return place.lat() + "," + place.lon();
  }

  /**
   * Reads latitude and longitude in degrees with a comma between them.
   *
   * @throws IllegalArgumentException when the text is no such place; the message tells the text
   */
  public static LatLon parse(String text) {
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        double lat = Double.parseDouble(parts[0].strip());
        double lon = Double.parseDouble(parts[1].strip());
        return new LatLon(lat, lon);
      }
    } catch (IllegalArgumentException e) {
      // Told below, with the text.
    }
    throw new IllegalArgumentException(
        "must be latitude and longitude in degrees such as 57.69,11.95, was '" + text + "'");
  }
}
