package org.ieum.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ieum.model.LatLon;
import org.junit.jupiter.api.Test;

class RejectionGapTest {
  private static void add(RejectionGap gap, long kind, int served, int rejected) {
    for (int i = 0; i < served + rejected; i++) {
      gap.add(kind, i < rejected);
    }
  }

  @Test
  void gapIsHighestLessLowestRate() {
    RejectionGap gap = new RejectionGap(10);
    add(gap, 0, 30, 10);
    add(gap, 1, 45, 5);
    add(gap, 2, 10, 10);
    assertEquals(0.5 - 0.1, gap.gap(), 1e-12);
  }

  @Test
  void kindsWithFewRequestsAreLeftOut() {
    RejectionGap gap = new RejectionGap(10);
    add(gap, 0, 30, 10);
    add(gap, 1, 0, 9);
    assertTrue(Double.isNaN(gap.gap()));
    add(gap, 1, 1, 0);
    assertEquals(0.9 - 0.25, gap.gap(), 1e-12);
  }

  @Test
  void zonesAreSquaresOfAboutTwoKilometres() {
    LatLon place = new LatLon(57.7001, 11.95);
    assertEquals(RejectionGap.zone(place), RejectionGap.zone(new LatLon(57.7101, 11.955)));
    assertNotEquals(RejectionGap.zone(place), RejectionGap.zone(new LatLon(57.7301, 11.95)));
    assertNotEquals(RejectionGap.zone(place), RejectionGap.zone(new LatLon(57.7001, 11.99)));
    assertNotEquals(
        RejectionGap.zone(new LatLon(0.001, 0.001)), RejectionGap.zone(new LatLon(0.001, -0.001)));
  }
}
