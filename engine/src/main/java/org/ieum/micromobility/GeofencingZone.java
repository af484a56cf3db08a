package org.ieum.micromobility;

import java.util.List;
import org.ieum.model.LatLon;

/**
 * An area in which other rules hold. Of several zones around a place, the first of the supply's
 * list that says something about a type of scooter decides.
 *
 * @param name what riders read, or ""
 * @param polygons where it is; none for everywhere
 * @param rules what holds inside
 * @param typeIds of which {@link ScooterType}s; none for all
 */
public record GeofencingZone(
    String name, List<Polygon> polygons, Rules rules, List<String> typeIds) {
  public GeofencingZone {
    polygons = List.copyOf(polygons);
    typeIds = List.copyOf(typeIds);
  }

  /** A zone for all types. */
  public GeofencingZone(String name, List<Polygon> polygons, Rules rules) {
    this(name, polygons, rules, List.of());
  }

  /** Whether it says something about a type. */
  public boolean isFor(String typeId) {
    return typeIds.isEmpty() || typeIds.contains(typeId);
  }

  /**
   * One polygon.
   *
   * @param outline its border, first point not repeated
   * @param holes borders of what does not belong to it
   */
  public record Polygon(List<LatLon> outline, List<List<LatLon>> holes) {
    public Polygon {
      outline = List.copyOf(outline);
      holes = holes.stream().map(List::copyOf).toList();
      if (outline.size() < 3) {
        throw new IllegalArgumentException(
            "a polygon must have at least 3 corners, had " + outline.size());
      }
    }
  }

  /**
   * What holds in a zone.
   *
   * @param startAllowed whether rides may begin
   * @param endAllowed whether rides may end
   * @param rideThroughAllowed whether one may ride through
   * @param stationParking whether scooters may be left at stations only
   * @param maxSpeed highest speed in km/h, or {@link #NO_LIMIT}
   */
  public record Rules(
      boolean startAllowed,
      boolean endAllowed,
      boolean rideThroughAllowed,
      boolean stationParking,
      int maxSpeed) {
    /** No speed is told. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /** What holds where nobody says anything. */
    public static final Rules UNRESTRICTED = new Rules(true, true, true, false, NO_LIMIT);

    public Rules {
      if (maxSpeed < 0) {
        throw new IllegalArgumentException("highest speed must be >= 0 km/h, was " + maxSpeed);
      }
    }
  }
}
