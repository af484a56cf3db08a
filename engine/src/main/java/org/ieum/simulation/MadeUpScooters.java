package org.ieum.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ieum.micromobility.PricingPlan;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.model.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * Invents shared scooters for a day: at places drawn at random, with batteries more or less full.
 */
public final class MadeUpScooters {
  private static final String SYSTEM = "scooters";
  private static final String TYPE = "scooter";
  private static final String PLAN = "ride";
  private static final int MAX_RANGE = 30_000;
  private static final int MIN_RANGE = 3_000;

  private MadeUpScooters() {}

  /**
   * A managed system without stations and zones.
   *
   * @param places where scooters may stand; of each as many as the draw says
   * @param count how many scooters
   * @param seed of the draw
   * @param epoch Unix ms
   * @param currency in which they cost 10 to unlock and 2.50 a minute, as long as it has
   *     hundredths; null when they are free
   */
  public static ScooterSupply of(
      List<LatLon> places, int count, long seed, long epoch, @Nullable Currency currency) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Scooter> scooters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LatLon place = places.get(random.nextInt(places.size()));
      int range = random.nextInt(MIN_RANGE, MAX_RANGE + 1);
      String id = String.format(Locale.ROOT, "scooter-%05d", i);
      scooters.add(new Scooter(id, place, TYPE, "", "", range, false, false));
    }
    List<PricingPlan> plans = new ArrayList<>();
    if (currency != null) {
      PricingPlan.Step minute = new PricingPlan.Step(0, 250, 1, PricingPlan.Step.ENDLESS);
      plans.add(new PricingPlan(PLAN, "Ride", currency, 1_000, List.of(minute), List.of()));
    }
    return new ScooterSupply(
        SYSTEM,
        true,
        Instant.ofEpochMilli(epoch),
        scooters,
        List.of(),
        List.of(new ScooterType(TYPE, "scooter_standing", MAX_RANGE, PLAN)),
        plans,
        List.of());
  }
}
