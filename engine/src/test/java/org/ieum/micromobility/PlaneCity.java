package org.ieum.micromobility;

import java.util.Arrays;
import java.util.Random;

/** Places on a plane; walkers go 1.25 m/s, riders 4 m/s, vans 8 m/s, all as the crow flies. */
final class PlaneCity implements LastMileTimes, VanTourRoads {
  private final double[] x;
  private final double[] y;

  PlaneCity(int places, double side, long seed) {
    Random random = new Random(seed);
    x = random.doubles(places, 0, side).toArray();
    y = random.doubles(places, 0, side).toArray();
  }

  @Override
  public int metres(int from, int to) {
    return (int) Math.ceil(StrictMath.hypot(x[from] - x[to], y[from] - y[to]));
  }

  @Override
  public int millis(int from, int to) {
    return 125 * metres(from, to);
  }

  @Override
  public int walk(int from, int to) {
    return 800 * metres(from, to);
  }

  @Override
  public int ride(int from, int to) {
    return 250 * metres(from, to);
  }

  @Override
  public int rideMetres(int from, int to) {
    return metres(from, to);
  }

  /** People at home, more in the west. */
  double[] homes() {
    return Arrays.stream(x).map(east -> 1 + 4 * StrictMath.exp(-east / 1_000)).toArray();
  }

  /** People at work, more in the east. */
  double[] work() {
    double most = Arrays.stream(x).max().orElse(0);
    return Arrays.stream(x).map(east -> 1 + 4 * StrictMath.exp((east - most) / 1_000)).toArray();
  }
}
