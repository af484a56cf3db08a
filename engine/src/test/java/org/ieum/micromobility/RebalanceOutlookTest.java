package org.ieum.micromobility;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RebalanceOutlookTest {
  private static final int HOUR = 3_600_000;

  /** Riders expected to find nothing if only pickups happen: those above the stock. */
  private static double shortage(double mean, int stock) {
    double probability = Math.exp(-mean);
    double sum = 0;
    for (int riders = 0; riders < 400; riders++) {
      sum += probability * Math.max(0, riders - stock);
      probability *= mean / (riders + 1);
    }
    return sum;
  }

  @Test
  void withoutReturnsItIsTheNewsvendorsLoss() {
    RebalanceOutlook outlook =
        new RebalanceOutlook(new double[] {1, 2.5, 0, 3}, new double[4], 20, true);
    for (int stock = 0; stock <= 20; stock++) {
      assertEquals(shortage(6.5, stock), outlook.lost(stock), 1e-9);
    }
    RebalanceOutlook busy = new RebalanceOutlook(new double[] {80, 70}, new double[2], 200, true);
    assertEquals(shortage(150, 140), busy.lost(140), 1e-7);
  }

  @Test
  void withoutDocksOnlyPickupsAreLost() {
    RebalanceOutlook outlook =
        new RebalanceOutlook(new double[2], new double[] {4, 4}, 3, /* docks= */ false);
    assertEquals(0, outlook.lost(3), 1e-12);
    RebalanceOutlook station =
        new RebalanceOutlook(new double[2], new double[] {4, 4}, 3, /* docks= */ true);
    assertEquals(shortage(8, 2), station.lost(1), 1e-9);
  }

  @Test
  void agreesWithManyRandomDays() {
    double[] pickups = {2, 6, 1, 3};
    double[] returns = {1, 2, 7, 2};
    int capacity = 6;
    RebalanceOutlook outlook = new RebalanceOutlook(pickups, returns, capacity, true);
    Random random = new Random(23);
    int days = 200_000;
    for (int start : new int[] {0, 3, 6}) {
      long lost = 0;
      for (int day = 0; day < days; day++) {
        int level = start;
        for (int hour = 0; hour < pickups.length; hour++) {
          double rate = pickups[hour] + returns[hour];
          double clock = -Math.log(1 - random.nextDouble()) / rate;
          while (clock < 1) {
            boolean taking = random.nextDouble() * rate < pickups[hour];
            if (taking ? level == 0 : level == capacity) {
              lost++;
            } else {
              level += taking ? -1 : 1;
            }
            clock -= Math.log(1 - random.nextDouble()) / rate;
          }
        }
      }
      assertEquals((double) lost / days, outlook.lost(start), 0.03, "seed 23");
    }
  }

  @Test
  void lossesAreConvex() {
    Random random = new Random(29);
    for (int i = 0; i < 100; i++) {
      double[] pickups = random.doubles(6, 0, 12).toArray();
      double[] returns = random.doubles(6, 0, 12).toArray();
      RebalanceOutlook outlook = new RebalanceOutlook(pickups, returns, 15, random.nextBoolean());
      for (int level = 1; level < 15; level++) {
        assertTrue(outlook.gain(level) <= outlook.gain(level - 1) + 1e-9, "seed 29");
      }
    }
  }

  /** The best distribution by trying all. */
  private static double best(RebalanceOutlook[] outlooks, int place, int left) {
    if (place == outlooks.length - 1) {
      return left <= outlooks[place].capacity()
          ? outlooks[place].lost(left)
          : Double.POSITIVE_INFINITY;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= Math.min(left, outlooks[place].capacity()); i++) {
      best = Math.min(best, outlooks[place].lost(i) + best(outlooks, place + 1, left - i));
    }
    return best;
  }

  @Test
  void targetsAreTheBestDistribution() {
    Random random = new Random(31);
    int moved = 0;
    for (int i = 0; i < 200; i++) {
      RebalanceOutlook[] outlooks = new RebalanceOutlook[4];
      int[] scooters = new int[4];
      for (int place = 0; place < 4; place++) {
        outlooks[place] =
            new RebalanceOutlook(
                random.doubles(3, 0, 5).toArray(), random.doubles(3, 0, 5).toArray(), 7, true);
        scooters[place] = random.nextInt(8);
      }
      int[] targets = RebalanceTargets.levels(scooters, outlooks, 1e-9);
      int sum = Arrays.stream(scooters).sum();
      assertEquals(sum, Arrays.stream(targets).sum());
      assertEquals(best(outlooks, 0, sum), RebalanceTargets.lost(targets, outlooks), 1e-6);
      moved += Arrays.equals(scooters, targets) ? 0 : 1;
      assertArrayEquals(scooters, RebalanceTargets.levels(scooters, outlooks, 1e9));
    }
    assertTrue(moved > 150, "moved in " + moved);
  }

  @Test
  void whatIsTooMuchForAPlaceGoesAway() {
    RebalanceOutlook none = new RebalanceOutlook(new double[1], new double[1], 2, true);
    RebalanceOutlook room = new RebalanceOutlook(new double[1], new double[1], 9, true);
    assertArrayEquals(
        new int[] {2, 3},
        RebalanceTargets.levels(new int[] {5, 0}, new RebalanceOutlook[] {none, room}, 0.1));
  }

  @Test
  void forecastCountsByHourAndWeekday() {
    RebalanceForecast.Builder builder = new RebalanceForecast.Builder(2);
    builder.addDay(DayOfWeek.MONDAY).addDay(DayOfWeek.MONDAY);
    for (int i = 0; i < 6; i++) {
      builder.addRide(DayOfWeek.MONDAY, 8 * HOUR, 0, 9 * HOUR, 1);
    }
    RebalanceForecast forecast = builder.build();
    int[] capacity = {10, 10};
    RebalanceOutlook[] morning =
        forecast.outlooks(DayOfWeek.MONDAY, 7 * HOUR, 10 * HOUR, capacity, 10);
    assertEquals(shortage(3, 2), morning[0].lost(2), 1e-9);
    assertEquals(shortage(3, 1), morning[1].lost(9), 1e-9, "docks run out");
    RebalanceOutlook[] half =
        forecast.outlooks(DayOfWeek.MONDAY, 8 * HOUR + HOUR / 2, 9 * HOUR, capacity, 10);
    assertEquals(shortage(1.5, 0), half[0].lost(0), 1e-9);
    int[] endless = {ScooterStation.UNBOUNDED, ScooterStation.UNBOUNDED};
    assertEquals(0, forecast.outlooks(DayOfWeek.MONDAY, 0, 24 * HOUR, endless, 5)[1].lost(5), 1e-9);
    assertEquals(
        0, forecast.outlooks(DayOfWeek.MONDAY, 10 * HOUR, 24 * HOUR, endless, 5)[0].lost(0), 1e-9);
  }
}
