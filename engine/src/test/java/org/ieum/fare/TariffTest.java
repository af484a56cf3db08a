package org.ieum.fare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single rides cost. */
final class TariffTest {
  /** 7 km, and then by the kilometre. */
  static final DistanceTariff BUS =
      new DistanceTariff(
          new DistanceRate(1_800, 7_000, 100, 1_000),
          new KindPrice.Own(new DistanceRate(1_200, 7_000, 80, 1_000)),
          new KindPrice.Percent(50));

  /** 1.6 km, and then by 131 m, or by 30 s below 15.68 km/h. */
  static final MeterTariff TAXI = new MeterTariff(4_800, 1_600, 100, 131, 30, 15_680);

  @ParameterizedTest
  @CsvSource({
    "0, adult, 1800",
    "7000, adult, 1800",
    "7001, adult, 1900",
    "8000, adult, 1900",
    "8001, adult, 2000",
    "7001, youth, 1280",
    "7000, child, 900",
    "7001, child, 950",
    "2147483647, adult, 214749500",
  })
  void byDistance(int metres, String kind, long price) {
    RiderKind rider = RiderKind.valueOf(kind.toUpperCase(Locale.ROOT));
    assertEquals(price, BUS.price(metres, 9, rider, 1, Rounding.DEFAULT));
    assertEquals(3 * price, BUS.price(metres, 9, rider, 3, Rounding.DEFAULT));
    assertEquals(0, BUS.price(metres, 9, rider, 0, Rounding.DEFAULT));
  }

  @ParameterizedTest
  @CsvSource({
    "DOWN, 1, 99, 33, 32",
    "HALF_UP, 1, 99, 33, 33",
    "UP, 1, 97, 33, 33",
    "DOWN, 10, 1280, 33, 420",
    "HALF_UP, 10, 1280, 33, 420",
    "HALF_UP, 10, 1288, 33, 430",
    "HALF_UP, 10, 50, 50, 30",
    "UP, 10, 1280, 33, 430",
    "UP, 10, 1000, 33, 330",
  })
  void percentagesAreRounded(
      Rounding.Direction direction, long unit, long amount, int percent, long expected) {
    assertEquals(expected, new Rounding(unit, direction).percent(amount, percent));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 4800",
    "1600, 120, 4800",
    "1601, 120, 4900",
    "1731, 120, 4900",
    "1732, 120, 5000",
    // 10 km at 36 km/h: 8,400 m are 64.1 steps.
    "10000, 1000, 11300",
    // 2 km in 20 min are slow: 40 steps of 30 s, of which 12.2 are in the base.
    "2000, 1200, 7600",
  })
  void byTheMeter(int metres, int seconds, long price) {
    assertEquals(price, TAXI.price(metres, seconds, RiderKind.CHILD, 3, Rounding.DEFAULT));
  }

  @Test
  void distanceAndTimeMakeUpAStepTogether() {
    Stretch base = new Stretch(1_600, 100);
    Stretch half = new Stretch(65, 5);
    Stretch slow = new Stretch(10, 15);
    assertEquals(4_900, TAXI.price(List.of(base, half, slow)));
    assertEquals(5_000, TAXI.price(List.of(base, half, slow, new Stretch(1, 0))));
    assertEquals(4_900, TAXI.price(List.of(slow, half, base)), "in any order");
  }

  @Test
  void wrongValuesAreNamed() {
    assertMessage("base must be >= 0, was -1", () -> new DistanceRate(-1, 0, 0, 1));
    assertMessage("step metres must be >= 1, was 0", () -> new DistanceRate(1, 0, 0, 0));
    assertMessage("price of a step must be >= 0, was -5", () -> new DistanceRate(1, 0, -5, 1));
    assertMessage("percent must be from 0 to 100, was 101", () -> new KindPrice.Percent(101));
    assertMessage("unit must be >= 1, was 0", () -> new Rounding(0, Rounding.Direction.UP));
    assertMessage("step seconds must be >= 1, was 0", () -> new MeterTariff(1, 1, 1, 1, 0, 1));
    assertMessage("metres must be >= 0, was -3", () -> new Stretch(-3, 0));
    assertMessage(
        "metres must be >= 0, was -3",
        () -> BUS.price(-3, 0, RiderKind.ADULT, 1, Rounding.DEFAULT));
    assertMessage(
        "riders must be >= 0, was -1",
        () -> BUS.price(3, 0, RiderKind.ADULT, -1, Rounding.DEFAULT));
  }

  @Test
  void amountsThatAreTooLargeAreNamed() {
    DistanceTariff dear = DistanceTariff.flat(Long.MAX_VALUE / 2);
    ArithmeticException fault =
        assertThrows(
            ArithmeticException.class,
            () -> dear.price(1, 1, RiderKind.ADULT, 3, Rounding.DEFAULT));
    assertEquals("amount is too large: 4611686018427387903 * 3", fault.getMessage());
    MeterTariff meter = new MeterTariff(Long.MAX_VALUE, 0, 1, 1, 1, 0);
    fault = assertThrows(ArithmeticException.class, () -> meter.price(List.of(new Stretch(1, 0))));
    assertEquals("amount is too large: 9223372036854775807 + 1", fault.getMessage());
  }

  static void assertMessage(String expected, Executable call) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
