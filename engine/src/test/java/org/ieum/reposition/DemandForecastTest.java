package org.ieum.reposition;

import static java.time.DayOfWeek.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class DemandForecastTest {
  private static final int MINUTE = 60_000;
  private static final int HOUR = 60 * MINUTE;

  private static DemandForecast twoMondaysAndASunday() {
    return new DemandForecast.Builder(2)
        .addDay(MONDAY)
        .addRequest(MONDAY, 8 * HOUR, 0)
        .addRequest(MONDAY, 9 * HOUR - 1, 0)
        .addRequest(MONDAY, 9 * HOUR, 1)
        .addDay(MONDAY)
        .addRequest(MONDAY, 8 * HOUR, 1)
        .addDay(SUNDAY)
        .addRequest(SUNDAY, 25 * HOUR, 1)
        .build();
  }

  @Test
  void theSameWeekdayAndHourCount() {
    DemandForecast forecast = twoMondaysAndASunday();
    assertArrayEquals(new double[] {1, 0.5}, forecast.pickups(MONDAY, 8 * HOUR, 9 * HOUR));
    assertArrayEquals(new double[] {0, 0}, forecast.pickups(SUNDAY, 8 * HOUR, 9 * HOUR));
    // Ten minutes before nine and twenty after it.
    int nine = 9 * HOUR;
    assertArrayEquals(
        new double[] {1 / 6.0, 0.5 / 6 + 0.5 / 3},
        forecast.pickups(MONDAY, nine - 10 * MINUTE, nine + 20 * MINUTE),
        1e-12);
  }

  @Test
  void theNightBelongsToTheNextDay() {
    DemandForecast forecast = twoMondaysAndASunday();
    // The request of Sunday at 25:00 was made on a Monday, and there were two of those.
    assertArrayEquals(new double[] {0, 0.5}, forecast.pickups(SUNDAY, 25 * HOUR, 26 * HOUR));
    assertArrayEquals(new double[] {0, 0.5}, forecast.pickups(MONDAY, HOUR, 2 * HOUR));
    assertArrayEquals(
        forecast.pickups(MONDAY, HOUR, 2 * HOUR),
        forecast.pickups(TUESDAY, -23 * HOUR, -22 * HOUR));
  }

  @Test
  void aWeekdayThatWasNotSeenIsLikeAllDays() {
    assertArrayEquals(
        new double[] {2 / 3.0, 1 / 3.0},
        twoMondaysAndASunday().pickups(FRIDAY, 8 * HOUR, 9 * HOUR),
        1e-12);
    assertArrayEquals(
        new double[2], new DemandForecast.Builder(2).build().pickups(MONDAY, 0, 24 * HOUR));
  }

  @Test
  void requestsBelongToADay() {
    DemandForecast.Builder days = new DemandForecast.Builder(1);
    assertThrows(IllegalStateException.class, () -> days.addRequest(MONDAY, 0, 0));
  }
}
