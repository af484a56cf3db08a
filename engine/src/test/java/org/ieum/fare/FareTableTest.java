package org.ieum.fare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ieum.model.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whole journeys cost. */
final class FareTableTest {
  private static final Currency WON = Currency.getInstance("KRW");
  private static final MonthlyPass PASS =
      new MonthlyPass("monthly", "Monthly pass", 55_000, List.of("bus", "transit"), 2, 30);
  private static final FareTable TABLE =
      new FareTable(
          WON,
          new Rounding(10, Rounding.Direction.HALF_UP),
          Map.of("bus", TariffTest.BUS, "transit", DistanceTariff.flat(1_400)),
          List.of(
              new TransferDiscount(Mode.TRANSIT, Mode.DRT, 1_800, 0, 40),
              new TransferDiscount(Mode.TRANSIT, Mode.DRT, 600, 1_000, 0),
              new TransferDiscount(Mode.DRT, Mode.TRANSIT, 1_800, 2_000, 0)),
          List.of(PASS));

  private static FareLeg leg(Mode mode, String service, long start, long end) {
    return new FareLeg(mode, service, 8_500, 600, start * 1_000, end * 1_000);
  }

  private static String lines(Fare fare) {
    StringBuilder lines = new StringBuilder();
    for (FareItem item : fare.items()) {
      lines.append(
          item.leg()
              + " "
              + item.type().code()
              + " "
              + item.label()
              + " "
              + item.amount().minorUnits()
              + "; ");
    }
    return lines + "" + fare.total().minorUnits();
  }

  @Test
  void legsAreAdded() {
    List<FareLeg> legs =
        List.of(
            leg(Mode.WALK, "", 0, 60),
            leg(Mode.DRT, "bus", 60, 900),
            leg(Mode.WALK, "", 900, 990),
            leg(Mode.TRANSIT, "line-7", 9_000, 9_600));
    assertEquals(
        "1 ride bus 2000; 3 ride line-7 1400; 3400",
        lines(TABLE.price(legs, new Payer(RiderKind.ADULT, 1))));
    assertEquals(
        "1 ride bus 2720; 3 ride line-7 2800; 5520",
        lines(TABLE.price(legs, new Payer(RiderKind.YOUTH, 2))));
    assertEquals(new Money(0, WON), TABLE.price(List.of(), new Payer(RiderKind.ADULT, 1)).total());
  }

  /** 40 percent within half an hour; 1,000 within ten minutes, which is more here. */
  @ParameterizedTest
  @CsvSource({
    "2199, 4000, 1, 0",
    "2200, 4000, 1, -800",
    "2200, 4000, 3, -2400",
    "3399, 4000, 1, -800",
    "3400, 4000, 1, -1000",
    "3400, 4000, 3, -3000",
    "4000, 4000, 1, -1000",
    "4001, 4000, 1, 0",
  })
  void transfersAreCheaper(long ends, long starts, int riders, long off) {
    List<FareLeg> legs =
        List.of(
            leg(Mode.TRANSIT, "line-7", 0, ends),
            leg(Mode.WALK, "", ends, ends),
            leg(Mode.DRT, "bus", starts, starts + 900));
    Fare fare = TABLE.price(legs, new Payer(RiderKind.ADULT, riders));
    assertEquals(riders * 3_400L + off, fare.total().minorUnits(), lines(fare));
  }

  @Test
  void theLargestDiscountHoldsAndIsNoMoreThanThePrice() {
    List<FareLeg> legs =
        List.of(
            leg(Mode.TRANSIT, "line-7", 0, 600),
            new FareLeg(Mode.DRT, "bus", 1_000, 100, 700_000, 900_000),
            leg(Mode.TRANSIT, "line-8", 1_000, 1_600));
    assertEquals(
        "0 ride line-7 1400; 1 ride bus 1800; 1 transfer transit -1000; 2 ride line-8 1400; 2"
            + " transfer drt -1400; 2200",
        lines(TABLE.price(legs, new Payer(RiderKind.ADULT, 1))));
  }

  @Test
  void aPassCoversItsRidesOfOneRider() {
    List<FareLeg> legs =
        List.of(
            leg(Mode.DRT, "bus", 100, 900),
            leg(Mode.SCOOTER, "scooters", 900, 1_000).withPrice(new Money(700, WON)),
            leg(Mode.TRANSIT, "line-7", 9_000, 9_600),
            leg(Mode.DRT, "bus", 90_000, 90_900));
    HeldPass pass = new HeldPass(PASS, 100_000, 91_000_000, 0);
    assertEquals(
        "0 ride bus 2000; 0 pass monthly -2000; 1 ride scooters 700; 2 ride line-7 1400; 2 pass"
            + " monthly -1400; 3 ride bus 2000; 2700",
        lines(TABLE.price(legs, new Payer(RiderKind.ADULT, 1, pass))));
    HeldPass later = new HeldPass(PASS, 9_000_000, 90_000_000, 1);
    assertEquals(
        "0 ride bus 4000; 1 ride scooters 700; 2 ride line-7 2800; 2 pass monthly -1400; 3 ride bus"
            + " 4000; 10100",
        lines(TABLE.price(legs, new Payer(RiderKind.ADULT, 2, later))));
    MonthlyPass endless =
        new MonthlyPass("all", "All", 1, List.of("drt"), MonthlyPass.UNLIMITED, 30);
    HeldPass held = new HeldPass(endless, 0, 91_000_000, 1_000);
    assertEquals(
        2_100, TABLE.price(legs, new Payer(RiderKind.ADULT, 1, held)).total().minorUnits());
  }

  @Test
  void aPassTakesThePartOfOneOffAPriceForAll() {
    HeldPass pass = new HeldPass(PASS, 0, 91_000_000, 0);
    FareLeg known = leg(Mode.TRANSIT, "line-7", 100, 900);
    assertEquals(
        "0 ride line-7 3000; 0 pass monthly -1500; 1500",
        lines(
            TABLE.price(
                List.of(known.withPrice(new Money(3_000, WON))),
                new Payer(RiderKind.ADULT, 2, pass))));
    assertEquals(
        "0 ride line-7 1000; 0 pass monthly -330; 670",
        lines(
            TABLE.price(
                List.of(known.withPrice(new Money(1_000, WON))),
                new Payer(RiderKind.ADULT, 3, pass))),
        "rounded down to what is payable");
    FareTable meters =
        new FareTable(
            WON,
            Rounding.DEFAULT,
            Map.of("bus", new MeterTariff(4_800, 100_000, 100, 131, 30, 0)),
            List.of(),
            List.of(PASS));
    assertEquals(
        "0 ride bus 4800; 0 pass monthly -1200; 3600",
        lines(
            meters.price(
                List.of(leg(Mode.DRT, "bus", 100, 900)), new Payer(RiderKind.ADULT, 4, pass))));
  }

  /** Of a pass for two rides none is used for a ticket that is good already. */
  @Test
  void aPassIsNotUsedForWhatIsFree() {
    HeldPass pass = new HeldPass(PASS, 0, 91_000_000, 1);
    List<FareLeg> legs =
        List.of(
            leg(Mode.TRANSIT, "line-7", 100, 900).withPrice(new Money(0, WON)),
            leg(Mode.DRT, "bus", 9_000, 9_900));
    assertEquals(
        "0 ride line-7 0; 1 ride bus 2000; 1 pass monthly -2000; 0",
        lines(TABLE.price(legs, new Payer(RiderKind.ADULT, 1, pass))));
  }

  /** No journey costs less than nothing, and each discount stands behind what it is off from. */
  @Test
  void randomJourneys() {
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      List<FareLeg> legs = new ArrayList<>();
      long time = 0;
      for (int i = random.nextInt(6); i > 0; i--) {
        Mode mode = List.of(Mode.WALK, Mode.DRT, Mode.TRANSIT).get(random.nextInt(3));
        long start = time + random.nextInt(2_500);
        time = start + random.nextInt(2_000);
        String service = mode == Mode.DRT ? "bus" : "line";
        legs.add(
            new FareLeg(mode, service, random.nextInt(20_000), 60, start * 1_000, time * 1_000));
      }
      HeldPass pass =
          random.nextBoolean() ? new HeldPass(PASS, 0, 6_000_000, random.nextInt(4)) : null;
      RiderKind kind = random.nextBoolean() ? RiderKind.YOUTH : RiderKind.ADULT;
      Payer payer = new Payer(kind, 1 + random.nextInt(4), pass);
      Fare fare = TABLE.price(legs, payer);
      for (int i = 0; i < legs.size(); i++) {
        int leg = i;
        long cost =
            fare.items().stream()
                .filter(item -> item.leg() == leg)
                .mapToLong(item -> item.amount().minorUnits())
                .sum();
        String all = round + ": " + lines(fare);
        assertTrue(cost >= 0, all);
        FareLeg one = legs.get(i);
        long most =
            one.mode() == Mode.WALK
                ? 0
                : TABLE
                    .findTariff(one.mode(), one.service())
                    .orElseThrow()
                    .price(one.metres(), 60, kind, payer.riders(), TABLE.rounding());
        assertTrue(cost <= most, all);
      }
      assertEquals(fare, TABLE.price(legs, payer));
    }
  }

  @Test
  void wrongValuesAreNamed() {
    Payer payer = new Payer(RiderKind.ADULT, 1);
    TariffTest.assertMessage(
        "service must have a tariff, was 'boat'",
        () -> TABLE.price(List.of(leg(Mode.SCOOTER, "boat", 0, 1)), payer));
    TariffTest.assertMessage(
        "price must be in KRW, was in EUR",
        () ->
            TABLE.price(
                List.of(leg(Mode.SCOOTER, "boat", 0, 1).withPrice(Money.of(5, "EUR"))), payer));
    TariffTest.assertMessage(
        "price must be >= 0, was -5",
        () -> leg(Mode.SCOOTER, "boat", 0, 1).withPrice(Money.of(-5, "KRW")));
    TariffTest.assertMessage("riders must be >= 1, was 0", () -> new Payer(RiderKind.ADULT, 0));
    TariffTest.assertMessage(
        "start must be <= end, was 9000 > 8000", () -> leg(Mode.DRT, "bus", 9, 8));
    TariffTest.assertMessage(
        "either amount or percent must be given, were 5 and 5",
        () -> new TransferDiscount(Mode.DRT, Mode.TRANSIT, 60, 5, 5));
    TariffTest.assertMessage(
        "amount must be >= 0, was -5",
        () -> new TransferDiscount(Mode.DRT, Mode.TRANSIT, 60, -5, 0));
    TariffTest.assertMessage(
        "pass p must cover a service, covers none",
        () -> new MonthlyPass("p", "P", 1, List.of(), 1, 30));
    TariffTest.assertMessage(
        "passes must have ids of their own, were [monthly, monthly]",
        () -> new FareTable(WON, Rounding.DEFAULT, Map.of(), List.of(), List.of(PASS, PASS)));
    ArithmeticException fault =
        assertThrows(
            ArithmeticException.class,
            () -> new Fare(WON, List.of(item(Long.MAX_VALUE), item(1))).total());
    assertEquals("amount is too large: 9223372036854775807 + 1", fault.getMessage());
  }

  private static FareItem item(long amount) {
    return new FareItem(0, FareItem.Type.RIDE, "bus", new Money(amount, WON));
  }
}
