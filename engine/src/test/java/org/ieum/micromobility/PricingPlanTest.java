package org.ieum.micromobility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.ieum.micromobility.PricingPlan.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PricingPlanTest {
  private static PricingPlan plan(long unlock, List<Step> perMinute, List<Step> perKilometre) {
    return new PricingPlan(
        "p", "Plan", Currency.getInstance("EUR"), unlock, perMinute, perKilometre);
  }

  private static long price(PricingPlan plan, int seconds, int metres) {
    return plan.price(seconds * 1000, metres).minorUnits();
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "1, 128", "60, 128", "61, 156", "600, 380", "601, 408"})
  void unlockingAndEachMinuteBegun(int seconds, long expected) {
    PricingPlan plan = plan(100, List.of(new Step(0, 28, 1, Step.ENDLESS)), List.of());
    assertEquals(expected, price(plan, seconds, 5_000));
  }

  /** Half an hour is in the base price, then 3.00 for each half hour, after two hours 5.00. */
  @ParameterizedTest
  @CsvSource({
    "1800, 200",
    "1801, 500",
    "3600, 500",
    "3601, 800",
    "7200, 1100",
    "7201, 1600",
    "9000, 1600",
    "9001, 2100"
  })
  void stepsFollowOneAnother(int seconds, long expected) {
    PricingPlan plan =
        plan(
            200,
            List.of(new Step(30, 300, 30, 120), new Step(120, 500, 30, Step.ENDLESS)),
            List.of());
    assertEquals(expected, price(plan, seconds, 0));
  }

  /** Nothing for 10 km, then 1.00 each to the 25th, then 0.50 each and 3.00 for each five. */
  @ParameterizedTest
  @CsvSource({
    "10000, 0",
    "10001, 100",
    "24500, 1500",
    "25000, 1500",
    "25001, 1850",
    "26500, 1900",
    "30000, 2050",
    "30001, 2400"
  })
  void stepsAddUp(int metres, long expected) {
    PricingPlan plan =
        plan(
            0,
            List.of(),
            List.of(
                new Step(10, 100, 1, 25),
                new Step(25, 50, 1, Step.ENDLESS),
                new Step(25, 300, 5, Step.ENDLESS)));
    assertEquals(expected, price(plan, 3600, metres));
  }

  @Test
  void onceIsOnceAndDiscountsAreTaken() {
    PricingPlan plan =
        plan(
            0,
            List.of(new Step(0, 500, 0, Step.ENDLESS), new Step(10, -50, 5, 20)),
            List.of(new Step(2, 70, 1, Step.ENDLESS)));
    assertEquals(500, price(plan, 600, 2_000));
    assertEquals(450, price(plan, 601, 2_000));
    assertEquals(400 + 70, price(plan, 86_400, 2_001));
  }

  /** Walks through a ride second by second and pays whenever a step comes again. */
  @Test
  void equalsRidesPaidSecondBySecond() {
    Random random = new Random(11);
    for (int n = 0; n < 2_000; n++) {
      int start = random.nextInt(20);
      int end = random.nextBoolean() ? Step.ENDLESS : start + random.nextInt(30);
      Step step = new Step(start, random.nextInt(400) - 50, random.nextInt(7), end);
      int seconds = random.nextInt(3_600);
      long paid = 0;
      for (int s = 0; s < seconds; s++) {
        boolean isIn = s >= start * 60 && s / 60 < end;
        int since = s - start * 60;
        boolean isDue = step.interval() == 0 ? since == 0 : since % (step.interval() * 60) == 0;
        paid += isIn && isDue ? step.rate() : 0;
      }
      assertEquals(
          paid, price(plan(0, List.of(step), List.of()), seconds, 0), step + " " + seconds);
    }
  }

  @Test
  void finePricesAreRoundedAtTheEnd() {
    List<Step> eighth = List.of(new Step(0, 125, 1, Step.ENDLESS));
    Currency won = Currency.getInstance("KRW");
    PricingPlan plan = new PricingPlan("p", "", won, 0, eighth, List.of(), 10);
    assertEquals(13, price(plan, 60, 0));
    assertEquals(25, price(plan, 120, 0));
    assertEquals(100, price(plan, 480, 0));
    PricingPlan gift =
        new PricingPlan("p", "", won, 0, List.of(new Step(0, -125, 0, 1)), List.of(), 10);
    assertEquals(-12, price(gift, 60, 0));
  }

  @Test
  void impossibleStepsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Step(-1, 1, 1, 5));
    assertThrows(IllegalArgumentException.class, () -> new Step(0, 1, -1, 5));
    assertThrows(IllegalArgumentException.class, () -> new Step(6, 1, 1, 5));
  }
}
