package org.ieum.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.fare.DistanceRate;
import org.ieum.fare.DistanceTariff;
import org.ieum.fare.FareTable;
import org.ieum.fare.KindPrice;
import org.ieum.fare.MeterTariff;
import org.ieum.fare.Mode;
import org.ieum.fare.MonthlyPass;
import org.ieum.fare.Rounding;
import org.ieum.fare.TransferDiscount;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of fares says, and how it is told that it is wrong. */
final class FaresFileTest {
  private static final String GOOD =
      """
      currency: KRW
      rounding: down
      round_to: 10
      tariffs:
        - service: on_demand
          base: 1800
          base_distance: 7km
          per_step: 100
          youth: {percent: 70}
          child: {base: 600, base_distance: 7km, per_step: 50, step: 500m}
        - {service: taxi, base: 4800, base_distance: 1.6km, per_step: 100, step: 131m, step_time: 30s, slow_speed: 15.68}
        - {service: transit, base: 1400}
      transfers:
        - {from: transit, to: drt, within: 30m, percent: 50}
        - {from: drt, to: transit, within: 10m, amount: 500}
      passes:
        - {id: monthly, name: Monthly pass, price: 55000, services: [on_demand, transit], rides: 60}
        - {id: year, price: 500000, services: [drt], days: 365}
      """;

  @TempDir private Path folder;

  private FareTable read(String yaml) throws IOException {
    return FaresFile.read(Files.writeString(folder.resolve("fares.yaml"), yaml));
  }

  private String fault(String yaml) {
    InputException refused = assertThrows(InputException.class, () -> read(yaml));
    assertEquals(1, refused.count(), refused.faults().toString());
    String text = refused.faults().get(0);
    assertEquals(1, text.lines().count(), text);
    assertTrue(text.startsWith(folder.toString()), text);
    return text.substring(folder.toString().length() + 1);
  }

  @Test
  void everythingIsRead() throws IOException {
    FareTable expected =
        new FareTable(
            Currency.getInstance("KRW"),
            new Rounding(10, Rounding.Direction.DOWN),
            Map.of(
                "on_demand",
                new DistanceTariff(
                    new DistanceRate(1_800, 7_000, 100, 1_000),
                    new KindPrice.Percent(70),
                    new KindPrice.Own(new DistanceRate(600, 7_000, 50, 500))),
                "taxi",
                new MeterTariff(4_800, 1_600, 100, 131, 30, 15_680),
                "transit",
                DistanceTariff.flat(1_400)),
            List.of(
                new TransferDiscount(Mode.TRANSIT, Mode.DRT, 1_800, 0, 50),
                new TransferDiscount(Mode.DRT, Mode.TRANSIT, 600, 500, 0)),
            List.of(
                new MonthlyPass(
                    "monthly", "Monthly pass", 55_000, List.of("on_demand", "transit"), 60, 30),
                new MonthlyPass(
                    "year", "year", 500_000, List.of("drt"), MonthlyPass.UNLIMITED, 365)));
    assertEquals(expected, read(GOOD));
    Path area = Files.writeString(folder.resolve("area.yaml"), "id: a\nfares:\n" + GOOD.indent(2));
    assertEquals(Optional.of(read(GOOD)), AreaFile.read(area).findFares());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "currency: KRW | currency: WON | line 1: currency must be a currency of ISO 4217 such as"
            + " EUR, was 'WON'",
        "rounding: down | rounding: off | line 2: rounding must be one of down, half-up, up, was"
            + " 'off'",
        "base: 1800 | base: 18.50 | line 6: tariffs[0].base must be a whole number, was '18.50'",
        "base: 1800 | base: 99999999999999999999 | line 6: tariffs[0].base must be a whole number,"
            + " was '99999999999999999999'",
        "{percent: 70} | {percent: all} | line 9: tariffs[0].youth.percent must be a whole number,"
            + " was 'all'",
        "base_distance: 1.6km | base_distance: far | line 11: tariffs[1].base_distance must be a"
            + " distance such as 300m or 1.2km (up to 1000km), was 'far'",
        "within: 30m | within: 30 | line 14: transfers[0].within must have a unit, such as 90s, 10m"
            + " or 1h30m, was '30'",
        "to: drt | to: boat | line 14: transfers[0].to must be one of walk, drt, transit, scooter,"
            + " was 'boat'",
        "step: 131m | steps: 131m | line 11: unknown key 'tariffs[1].steps'",
        "percent: 70 | percentage: 70 | line 9: unknown key 'tariffs[0].youth.percentage'",
        "[on_demand, transit] | all | line 17: passes[0].services must be a list, was 'all'",
        "[on_demand, transit] | [on_demand, [a]] | line 17: passes[0].services[1] must be one"
            + " value, was a list",
      })
  void valuesOfTheWrongKindAreNamed(String good, String bad, String expected) {
    assertEquals("fares.yaml, " + expected, fault(GOOD.replace(good, bad)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base: 1800 | base: -1800 | tariffs[0].base must be from 0 to 1000000000000, was -1800",
        "per_step: 100 | per_step: -1 | tariffs[0].per_step must be from 0 to 1000000000000, was"
            + " -1",
        "base: 1800 | step: 1km | tariffs[0].base is missing",
        "{percent: 70} | {percent: 101} | tariffs[0].youth.percent must be from 0 to 100, was 101",
        "{percent: 70} | {percent: 70, base: 5} | tariffs[0].youth.base is not to be had with"
            + " percent, was 5",
        "{percent: 70} | {} | tariffs[0].youth.percent is missing, or base",
        "step: 131m | step: 0m | tariffs[1].step must be at least 1m, was 0m",
        "step_time: 30s | step_time: 0s | tariffs[1].step_time must be at least 1s, was 0s",
        "step_time: 30s | youth: {percent: 5} | tariffs[1].slow_speed needs step_time, was 15.68",
        "slow_speed: 15.68 | slow_speed: 0 | tariffs[1].slow_speed must be above 0 and at most 200"
            + " km/h, was 0.0",
        "slow_speed: 15.68 | child: {percent: 5} | tariffs[1].child is not to be had with"
            + " step_time, which a party pays as one",
        "base: 1400 | base: 1400, per_step: 5 | tariffs[2].per_step needs base_distance, was 5",
        "service: transit | service: taxi | tariffs has two of service 'taxi'",
        "service: transit | service: walk | tariffs[2].service must be one or a mode that costs"
            + " something, was walk",
        "service: taxi | service: transit | tariffs[1].step_time is not to be had for transit,"
            + " which has no meter, was 30s",
        "base: 1400 | base: 50000001 | tariffs[2].base must be from 0 to 50000000, was 50000001",
        "service: transit | service: Bus 7 | tariffs[2].service must be of a to z, 0 to 9 and _, at"
            + " most 32 of them, was 'Bus 7'",
        "percent: 50 | percent: 0 | transfers[0].percent must be from 1 to 100, was 0",
        "percent: 50 | amount: -5 | transfers[0].amount must be from 1 to 1000000000000, was -5",
        "', percent: 50' | '' | transfers[0].percent is missing, or amount",
        "from: drt | from: walk | transfers[1].from must be drt, transit or scooter, was walk,"
            + " which costs nothing",
        "rides: 60 | rides: 0 | passes[0].rides must be from 1 to 10000, was 0",
        "id: year | id: monthly | passes has two of id 'monthly'",
        "[drt] | [] | passes[1].services must have one at least, has none",
        "round_to: 10 | round_to: 0 | round_to must be from 1 to 1000000, was 0",
        "currency: KRW | '' | currency is missing",
      })
  void valuesOutOfBoundsAreNamed(String good, String bad, String expected) {
    assertEquals("fares.yaml: " + expected, fault(GOOD.replace(good, bad)));
  }

  @Test
  void listsAreLists() {
    assertEquals(
        "fares.yaml, line 2: tariffs must be a list, was a group of keys",
        fault("currency: EUR\ntariffs: {service: a}\n"));
    assertEquals(
        "fares.yaml, line 2: tariffs[0] must be keys and values, was 'a'",
        fault("currency: EUR\ntariffs: [a]\n"));
    assertEquals("fares.yaml: tariffs is missing", fault("currency: EUR\n"));
    assertEquals(
        "fares.yaml: tariffs must have one at least, has none",
        fault("currency: EUR\ntariffs: []\n"));
    assertEquals("fares.yaml: is empty", fault(""));
  }
}
