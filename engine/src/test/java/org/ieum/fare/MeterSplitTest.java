package org.ieum.fare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rule by which a meter is split, on examples and on random sharings. */
final class MeterSplitTest {
  private static final Rounding TENS = new Rounding(10, Rounding.Direction.HALF_UP);

  @Test
  void whoRidesAloneDirectlyPaysTheMeter() {
    Stretch way = new Stretch(10_000, 1_000);
    MeterSplit split =
        MeterSplit.of(
            TariffTest.TAXI,
            List.of(way),
            List.of(new MeterSplit.Party(way, 0, 1)),
            Rounding.DEFAULT);
    assertEquals(new MeterSplit(List.of(11_300L), 11_300), split);
    assertEquals(0, split.borne());
  }

  @Test
  void twoShareAPart() {
    // 3 km alone, 6 km together, 1 km alone; direct 8 km and 6 km.
    List<Stretch> legs =
        List.of(new Stretch(3_000, 300), new Stretch(6_000, 600), new Stretch(1_000, 100));
    List<MeterSplit.Party> parties =
        List.of(
            new MeterSplit.Party(new Stretch(8_000, 800), 0, 2),
            new MeterSplit.Party(new Stretch(6_000, 600), 1, 3));
    MeterSplit split = MeterSplit.of(TariffTest.TAXI, legs, parties, Rounding.DEFAULT);
    // Readings: 4,800, 5,900, 10,500, 11,300. Base 8:6, then 1,100, then 4,600 as 8:6, then 800.
    assertEquals(11_300, split.meter());
    assertEquals(List.of(2_743L + 1_100 + 2_629, 2_057L + 1_971 + 800), split.shares());
    assertEquals(0, split.borne());
    MeterSplit inTens = MeterSplit.of(TariffTest.TAXI, legs, parties, TENS);
    assertEquals(List.of(6_470L, 4_820L), inTens.shares());
    assertEquals(10, inTens.borne());
  }

  @Test
  void aDetourIsBorneByTheService() {
    Stretch direct = new Stretch(2_000, 200);
    List<Stretch> legs = List.of(new Stretch(20_000, 2_000));
    MeterSplit split =
        MeterSplit.of(
            TariffTest.TAXI,
            legs,
            List.of(new MeterSplit.Party(direct, 0, 1), new MeterSplit.Party(direct, 0, 1)),
            Rounding.DEFAULT);
    assertEquals(List.of(5_200L, 5_200L), split.shares());
    assertEquals(split.meter() - 10_400, split.borne());
  }

  @Test
  void anEmptyTaxiCostsNothing() {
    MeterSplit none =
        MeterSplit.of(TariffTest.TAXI, List.of(new Stretch(9, 9)), List.of(), Rounding.DEFAULT);
    assertEquals(new MeterSplit(List.of(), 0), none);
    Stretch way = new Stretch(3_000, 300);
    MeterSplit.Party one = new MeterSplit.Party(way, 0, 1);
    assertEquals(
        MeterSplit.of(TariffTest.TAXI, List.of(way), List.of(one), Rounding.DEFAULT),
        MeterSplit.of(
            TariffTest.TAXI,
            List.of(way, new Stretch(9_000, 900)),
            List.of(one),
            Rounding.DEFAULT));
    TariffTest.assertMessage("end leg must be >= 3, was 2", () -> new MeterSplit.Party(way, 2, 2));
    TariffTest.assertMessage(
        "end leg must be <= 1, was 2",
        () ->
            MeterSplit.of(
                TariffTest.TAXI,
                List.of(way),
                List.of(new MeterSplit.Party(way, 0, 2)),
                Rounding.DEFAULT));
  }

  /** In 20,000 random sharings, against the rule in fractions. */
  @Test
  void nobodyPaysMoreThanAlone() {
    Random random = new Random(20_261_122);
    int capped = 0;
    int shared = 0;
    int whole = 0;
    for (int round = 0; round < 20_000; round++) {
      MeterTariff tariff = tariff(random);
      Rounding rounding = new Rounding(random.nextBoolean() ? 1 : 100, Rounding.Direction.HALF_UP);
      List<Stretch> legs = new ArrayList<>();
      int count = 1 + random.nextInt(9);
      for (int leg = 0; leg < count; leg++) {
        legs.add(stretch(random));
      }
      List<MeterSplit.Party> parties = parties(random, legs);
      MeterSplit split = MeterSplit.of(tariff, legs, parties, rounding);
      List<BigDecimal> exact = exact(tariff, legs, parties);
      long sum = 0;
      for (int i = 0; i < parties.size(); i++) {
        String which = "round " + round + ", party " + i + " of " + parties + ": " + split;
        long share = split.shares().get(i);
        long alone = tariff.price(List.of(parties.get(i).direct()));
        assertTrue(share >= 0 && share <= alone, which + ", alone " + alone);
        assertEquals(0, share % rounding.unit(), which);
        BigDecimal due = exact.get(i).min(BigDecimal.valueOf(alone));
        double off = due.subtract(BigDecimal.valueOf(share)).doubleValue();
        assertTrue(off > -count - 1 && off < rounding.unit() + count, which + ", due " + due);
        capped += exact.get(i).compareTo(BigDecimal.valueOf(alone)) > 0 ? 1 : 0;
        shared += share < rounding.down(alone) ? 1 : 0;
        sum += share;
      }
      assertTrue(sum <= split.meter(), "round " + round + ": " + split);
      assertEquals(split.meter() - sum, split.borne());
      whole += split.borne() == 0 ? 1 : 0;
    }
    assertTrue(
        capped > 1_000 && shared > 1_000 && whole > 1_000, capped + " " + shared + " " + whole);
  }

  private static MeterTariff tariff(Random random) {
    return new MeterTariff(
        random.nextInt(6_000),
        random.nextInt(3_000),
        random.nextInt(300),
        1 + random.nextInt(500),
        1 + random.nextInt(90),
        random.nextInt(30_000));
  }

  private static Stretch stretch(Random random) {
    return new Stretch(random.nextInt(8_000), random.nextInt(1_200));
  }

  /** Parties whose direct ways are at most about as long as the legs that they are aboard. */
  private static List<MeterSplit.Party> parties(Random random, List<Stretch> legs) {
    List<MeterSplit.Party> parties = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      int first = random.nextInt(legs.size());
      int end = first + 1 + random.nextInt(legs.size() - first);
      int metres = 0;
      int seconds = 0;
      for (Stretch leg : legs.subList(first, end)) {
        metres += leg.metres();
        seconds += leg.seconds();
      }
      double part = 0.3 + 0.75 * random.nextDouble();
      Stretch direct = new Stretch((int) (metres * part), (int) (seconds * part));
      parties.add(new MeterSplit.Party(direct, first, end));
    }
    return parties;
  }

  /** What each party would owe in fractions, before the cap. */
  private static List<BigDecimal> exact(
      MeterTariff tariff, List<Stretch> legs, List<MeterSplit.Party> parties) {
    List<BigDecimal> due = new ArrayList<>();
    for (MeterSplit.Party one : parties) {
      BigDecimal sum = part(tariff.reading(0), one, parties);
      List<Stretch> driven = new ArrayList<>();
      for (int leg = 0; leg < legs.size(); leg++) {
        int now = leg;
        List<MeterSplit.Party> aboard =
            parties.stream().filter(p -> p.firstLeg() <= now && now < p.endLeg()).toList();
        if (!aboard.isEmpty()) {
          long before = driven.isEmpty() ? tariff.reading(0) : tariff.price(driven);
          driven.add(legs.get(leg));
          if (one.firstLeg() <= leg && leg < one.endLeg()) {
            sum = sum.add(part(tariff.price(driven) - before, one, aboard));
          }
        }
      }
      due.add(sum);
    }
    return due;
  }

  private static BigDecimal part(long amount, MeterSplit.Party one, List<MeterSplit.Party> among) {
    long all = among.stream().mapToLong(party -> Math.max(1, party.direct().metres())).sum();
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(Math.max(1, one.direct().metres())))
        .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
  }
}
