package org.ieum.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void nothingIsNothing() {
    assertEquals(new Distribution(0, 60_000, List.of(), 0, 0, 0), Distribution.of(List.of()));
  }

  @Test
  void oneRiderIsMeanMedianAndPercentile() {
    Distribution one = Distribution.of(List.of(90_000));
    assertEquals(new Distribution(1, 30_000, List.of(0, 0, 0, 1), 90_000, 90_000, 90_000), one);
  }

  @Test
  void percentilesAreNearestRank() {
    List<Integer> hundred = new ArrayList<>();
    for (int i = 100; i >= 1; i--) {
      hundred.add(i * 1000);
    }
    Distribution distribution = Distribution.of(hundred);
    assertEquals(50_000, distribution.median());
    assertEquals(95_000, distribution.p95());
    assertEquals(50_500, distribution.mean());
    assertEquals(List.of(29, 30, 30, 11), distribution.counts());
  }

  @Test
  void everyRiderIsInOneBinAndTheBinsAreFew() {
    long seed = 20260303;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int longest = 1 + random.nextInt(Integer.MAX_VALUE - 1);
      int bound = round % 2 == 0 ? longest : 1 + longest % 7_200_000;
      List<Integer> durations = new ArrayList<>();
      for (int i = random.nextInt(50); i >= 0; i--) {
        durations.add(random.nextInt(bound));
      }
      Distribution distribution = Distribution.of(durations);
      int sum = distribution.counts().stream().mapToInt(Integer::intValue).sum();
      assertEquals(durations.size(), sum, "seed " + seed + " round " + round);
      assertTrue(distribution.counts().size() <= 40, "seed " + seed + " round " + round);
      long below = durations.stream().filter(d -> d < distribution.p95()).count();
      assertTrue(below < 0.95 * durations.size(), "seed " + seed + " round " + round);
      assertTrue(Collections.max(durations) >= distribution.p95());
    }
  }
}
