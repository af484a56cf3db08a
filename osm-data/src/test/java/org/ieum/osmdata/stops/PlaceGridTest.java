package org.ieum.osmdata.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.model.LatLon;
import org.junit.jupiter.api.Test;

final class PlaceGridTest {
  @Test
  void nearestEqualsLookingAtAll() {
    Random random = new Random(76);
    int found = 0;
    for (double north : new double[] {0, 57.7, -41.1, 79}) {
      List<LatLon> places = new ArrayList<>();
      PlaceGrid grid = new PlaceGrid();
      for (int i = 0; i < 500; i++) {
        LatLon place = new LatLon(north + random.nextDouble() / 100, 12 + random.nextDouble() / 50);
        places.add(place);
        grid.add(place);
      }
      for (int query = 0; query < 500; query++) {
        LatLon from = new LatLon(north + random.nextDouble() / 100, 12 + random.nextDouble() / 50);
        double radius = random.nextInt(200);
        int best = -1;
        for (int i = 0; i < places.size(); i++) {
          double metres = from.metresTo(places.get(i));
          boolean isNearer = best < 0 ? metres <= radius : metres < from.metresTo(places.get(best));
          best = i % 3 > 0 && isNearer ? i : best;
        }
        assertEquals(best, grid.nearest(from, radius, i -> i % 3 > 0));
        found += best >= 0 ? 1 : 0;
      }
    }
    assertTrue(found > 500 && found < 1900, "found " + found);
  }
}
