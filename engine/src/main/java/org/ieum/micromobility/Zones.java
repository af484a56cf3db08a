package org.ieum.micromobility;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.ArrayList;
import java.util.List;
import org.ieum.micromobility.GeofencingZone.Rules;
import org.ieum.model.LatLon;

/**
 * Tells what holds where. The first zone of a list that is around a place and for a type decides
 * all rules there; where none is, nothing is restricted. Zones over the date line are not
 * understood. Immutable.
 *
 * <p>Each zone is asked by its bounding box first; with the some hundred zones that operators
 * publish for a city this takes well under a microsecond, and an index would gain nothing.
 */
public final class Zones {
  private final List<GeofencingZone> zones;

  /** Polygons of zone i; none for everywhere. */
  private final ZoneShape[][] shapes;

  /** Zones, the first one before all others. */
  public Zones(List<GeofencingZone> zones) {
    this.zones = List.copyOf(zones);
    shapes = new ZoneShape[zones.size()][];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = zones.get(i).polygons().stream().map(ZoneShape::new).toArray(ZoneShape[]::new);
    }
  }

  /** What holds at a place for scooters of a type. */
  public Rules at(LatLon place, String typeId) {
    return at(place.lat(), place.lon(), typeId);
  }

  private Rules at(double lat, double lon, String typeId) {
    for (int i = 0; i < shapes.length; i++) {
      if (zones.get(i).isFor(typeId) && isIn(shapes[i], lat, lon)) {
        return zones.get(i).rules();
      }
    }
    return Rules.UNRESTRICTED;
  }

  private static boolean isIn(ZoneShape[] polygons, double lat, double lon) {
    boolean isInside = polygons.length == 0;
    for (int i = 0; i < polygons.length && !isInside; i++) {
      isInside = polygons[i].contains(lat, lon);
    }
    return isInside;
  }

  /** What holds along a straight line, piece by piece from its beginning; one at least. */
  public List<Rules> along(LatLon from, LatLon to, String typeId) {
    DoubleArrayList cuts = new DoubleArrayList();
    cuts.add(0);
    for (int i = 0; i < shapes.length; i++) {
      if (zones.get(i).isFor(typeId)) {
        for (ZoneShape polygon : shapes[i]) {
          polygon.cut(from, to, cuts);
        }
      }
    }
    cuts.add(1);
    cuts.sort(null);
    List<Rules> pieces = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      double begin = cuts.getDouble(i - 1);
      double end = cuts.getDouble(i);
      if (end > begin || cuts.size() == 2) {
        double middle = (begin + end) / 2;
        double lat = from.lat() + middle * (to.lat() - from.lat());
        double lon = from.lon() + middle * (to.lon() - from.lon());
        pieces.add(at(lat, lon, typeId));
      }
    }
    return pieces;
  }

  /** Whether one may ride on a straight line from one place to another. */
  public boolean mayRideThrough(LatLon from, LatLon to, String typeId) {
    for (Rules rules : along(from, to, typeId)) {
      if (!rules.rideThroughAllowed()) {
        return false;
      }
    }
    return true;
  }
}
