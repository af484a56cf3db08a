package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.micromobility.LastMileRider;
import org.ieum.micromobility.LastMileTimes;
import org.ieum.micromobility.OfferedScooter;

/**
 * A made-up town of 6 km by 6 km: riders alight at thirty stops within half an hour and go on 0.6
 * to 3 km; half of the scooters stand around stops, the others anywhere. Ways are a third longer
 * than the line.
 */
final class ScooterTown implements LastMileTimes {
  private static final double SIDE = 6_000;
  private static final int STOPS = 30;
  private static final int SPAN = 30 * 60_000;
  private static final double DETOUR = 4.0 / 3;

  /** Metres a second. */
  private static final double WALK = 1.25;

  private static final double RIDE = 4.2;

  final List<LastMileRider> riders = new ArrayList<>();
  final List<OfferedScooter> scooters = new ArrayList<>();

  /** Of place p, metres. */
  private final double[] x;

  private final double[] y;

  /** Stops, then destinations of riders, then scooters. */
  ScooterTown(int riderCount, int scooterCount, long seed) {
    Random random = new Random(seed);
    int places = STOPS + riderCount + scooterCount;
    x = new double[places];
    y = new double[places];
    for (int stop = 0; stop < STOPS; stop++) {
      put(stop, random.nextDouble() * SIDE, random.nextDouble() * SIDE);
    }
    for (int r = 0; r < riderCount; r++) {
      int stop = random.nextInt(STOPS);
      int to = STOPS + r;
      double angle = random.nextDouble() * 2 * Math.PI;
      double metres = 600 + 2_400 * random.nextDouble();
      put(to, x[stop] + metres * Math.cos(angle), y[stop] + metres * Math.sin(angle));
      int walk = (6 + random.nextInt(7)) * 60_000;
      riders.add(new LastMileRider("r" + r, stop, random.nextInt(SPAN), to, walk));
    }
    for (int s = 0; s < scooterCount; s++) {
      int place = STOPS + riderCount + s;
      int stop = random.nextInt(STOPS);
      if (random.nextBoolean()) {
        put(place, x[stop] + 120 * random.nextGaussian(), y[stop] + 120 * random.nextGaussian());
      } else {
        put(place, random.nextDouble() * SIDE, random.nextDouble() * SIDE);
      }
      int range = 3_000 + random.nextInt(25_000);
      scooters.add(new OfferedScooter("s" + s, place, range, 0, ""));
    }
  }

  private void put(int place, double itsX, double itsY) {
    x[place] = itsX;
    y[place] = itsY;
  }

  private double metres(int from, int to) {
    return DETOUR * Math.hypot(x[from] - x[to], y[from] - y[to]);
  }

  @Override
  public int walk(int from, int to) {
    return (int) (metres(from, to) / WALK * 1000);
  }

  @Override
  public int ride(int from, int to) {
    return (int) (metres(from, to) / RIDE * 1000);
  }

  @Override
  public int rideMetres(int from, int to) {
    return (int) metres(from, to);
  }
}
