package org.ieum.osmdata.stops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ArcsTest {
  @Test
  void componentsAreWhoReachEachOther() {
    Random random = new Random(75);
    for (int round = 0; round < 500; round++) {
      int n = 1 + random.nextInt(12);
      boolean[][] reaches = new boolean[n][n];
      Arcs arcs = new Arcs();
      for (int i = 0; i < n; i++) {
        reaches[i][i] = true;
      }
      for (int i = random.nextInt(2 * n + 1); i > 0; i--) {
        int a = random.nextInt(n);
        int b = random.nextInt(n);
        arcs.add(a, b);
        reaches[a][b] = true;
      }
      for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            reaches[i][j] |= reaches[i][k] && reaches[k][j];
          }
        }
      }
      int[] component = arcs.components(n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertEquals(
              reaches[i][j] && reaches[j][i], component[i] == component[j], "round " + round);
        }
      }
    }
  }

  @Test
  void largestComponentAndNodesWithoutStreets() {
    Arcs arcs = new Arcs();
    arcs.add(1, 2);
    arcs.add(2, 1);
    arcs.add(2, 3);
    arcs.add(4, 5);
    arcs.add(5, 6);
    arcs.add(6, 4);
    assertArrayEquals(
        new boolean[] {false, false, false, false, true, true, true, false},
        arcs.largestStrongComponent(8));
    for (boolean isConnected : new Arcs().largestStrongComponent(3)) {
      assertFalse(isConnected);
    }
  }

  @Test
  void longStreetsDoNotOverflowTheStack() {
    Arcs arcs = new Arcs();
    int n = 300_000;
    for (int v = 0; v < n; v++) {
      arcs.add(v, (v + 1) % n);
    }
    boolean[] largest = arcs.largestStrongComponent(n);
    assertEquals(true, largest[0] && largest[n - 1]);
  }
}
