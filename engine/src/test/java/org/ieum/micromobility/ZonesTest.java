package org.ieum.micromobility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.micromobility.GeofencingZone.Polygon;
import org.ieum.micromobility.GeofencingZone.Rules;
import org.ieum.model.LatLon;
import org.junit.jupiter.api.Test;

final class ZonesTest {
  private static final Rules SLOW = new Rules(true, true, true, false, 10);
  private static final Rules CLOSED = new Rules(false, false, false, false, Rules.NO_LIMIT);

  private static List<LatLon> square(double lat, double lon, double half) {
    return List.of(
        new LatLon(lat - half, lon - half),
        new LatLon(lat - half, lon + half),
        new LatLon(lat + half, lon + half),
        new LatLon(lat + half, lon - half));
  }

  private static GeofencingZone zone(Rules rules, Polygon... polygons) {
    return new GeofencingZone("", List.of(polygons), rules);
  }

  private static final Polygon RING = new Polygon(square(10, 10, 3), List.of(square(10, 10, 1)));

  @Test
  void holesDoNotBelongToAZone() {
    Zones zones = new Zones(List.of(zone(CLOSED, RING)));
    assertEquals(CLOSED, zones.at(new LatLon(12, 10), ""));
    assertEquals(Rules.UNRESTRICTED, zones.at(new LatLon(10, 10), ""));
    assertEquals(Rules.UNRESTRICTED, zones.at(new LatLon(14, 10), ""));
  }

  @Test
  void theFirstZoneForATypeDecides() {
    GeofencingZone forBikes =
        new GeofencingZone("", List.of(RING), CLOSED, List.of("bike", "cargo"));
    GeofencingZone everywhere = zone(SLOW);
    Zones zones = new Zones(List.of(forBikes, everywhere));
    assertEquals(CLOSED, zones.at(new LatLon(12, 10), "bike"));
    assertEquals(SLOW, zones.at(new LatLon(12, 10), "scooter"));
    assertEquals(SLOW, zones.at(new LatLon(50, 10), "bike"));
    assertEquals(SLOW, new Zones(List.of(everywhere, forBikes)).at(new LatLon(12, 10), "bike"));
  }

  @Test
  void aLineIsCutWhereRulesChange() {
    Zones zones = new Zones(List.of(zone(CLOSED, RING)));
    LatLon west = new LatLon(10, 5);
    LatLon middle = new LatLon(10, 10);
    LatLon east = new LatLon(10, 15);
    Rules free = Rules.UNRESTRICTED;
    assertEquals(List.of(free, CLOSED, free, CLOSED, free), zones.along(west, east, ""));
    assertFalse(zones.mayRideThrough(west, middle, ""));
    assertTrue(zones.mayRideThrough(new LatLon(10, 9.5), new LatLon(10, 10.5), ""));
    assertTrue(zones.mayRideThrough(new LatLon(14, 5), new LatLon(14, 15), ""));
    assertEquals(List.of(CLOSED), zones.along(new LatLon(12, 10), new LatLon(12, 10), ""));
    // A zone before it that allows riding through lets a way through.
    Polygon corridor = new Polygon(square(10, 10, 4), List.of());
    Zones opened = new Zones(List.of(zone(SLOW, corridor), zone(CLOSED, RING)));
    assertTrue(opened.mayRideThrough(west, east, ""));
  }

  /** Random stars: inside by angles; lines by many points on them. */
  @Test
  void equalsPlainGeometry() {
    Random random = new Random(5);
    int inside = 0;
    int blocked = 0;
    for (int n = 0; n < 300; n++) {
      int corners = 3 + random.nextInt(9);
      List<LatLon> outline = new ArrayList<>();
      for (int i = 0; i < corners; i++) {
        double angle = 2 * Math.PI * i / corners;
        double radius = 0.5 + random.nextDouble();
        outline.add(new LatLon(50 + radius * Math.sin(angle), 8 + radius * Math.cos(angle)));
      }
      Zones zones = new Zones(List.of(zone(CLOSED, new Polygon(outline, List.of()))));
      LatLon from = place(random);
      LatLon to = place(random);
      boolean isFree = zones.mayRideThrough(from, to, "");
      boolean isSampledFree = true;
      for (int i = 1; i < 1_000; i++) {
        double share = i / 1_000.0;
        double lat = from.lat() + share * (to.lat() - from.lat());
        double lon = from.lon() + share * (to.lon() - from.lon());
        boolean isInside = windsAround(outline, lat, lon);
        assertEquals(isInside ? CLOSED : Rules.UNRESTRICTED, zones.at(new LatLon(lat, lon), ""));
        isSampledFree &= !isInside;
        inside += isInside ? 1 : 0;
      }
      // Points on the line may miss a corner that is cut off, never the other way round.
      assertTrue(isSampledFree || !isFree, "case " + n);
      blocked += isFree ? 0 : 1;
    }
    assertTrue(inside > 10_000 && blocked > 50 && blocked < 290, inside + " " + blocked);
  }

  private static LatLon place(Random random) {
    return new LatLon(48 + 4 * random.nextDouble(), 6 + 4 * random.nextDouble());
  }

  /** Sums the angles under which the sides are seen. */
  private static boolean windsAround(List<LatLon> outline, double lat, double lon) {
    double sum = 0;
    for (int i = 0; i < outline.size(); i++) {
      LatLon a = outline.get(i);
      LatLon b = outline.get((i + 1) % outline.size());
      double turn =
          Math.atan2(b.lat() - lat, b.lon() - lon) - Math.atan2(a.lat() - lat, a.lon() - lon);
      sum += Math.IEEEremainder(turn, 2 * Math.PI);
    }
    return Math.abs(sum) > Math.PI;
  }
}
