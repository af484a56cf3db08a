package org.ieum.micromobility;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.traveltime.TravelTimes;

/** Random riders and scooters on a plane. */
final class MatchingCases implements LastMileTimes {
  /** Walking, metres a second. */
  private static final double WALK = 1.3;

  private static final double RIDE = 4.5;

  final List<LastMileRider> riders = new ArrayList<>();
  final List<OfferedScooter> scooters = new ArrayList<>();

  /** Of place p, metres. */
  private final double[] x;

  private final double[] y;
  private final boolean[] isClosed;

  /**
   * A case.
   *
   * @param side of the square, metres
   * @param span from the first to the last alighting, ms
   */
  MatchingCases(int riderCount, int scooterCount, double side, int span, long seed) {
    Random random = new Random(seed);
    int places = 2 * riderCount + scooterCount;
    x = new double[places];
    y = new double[places];
    isClosed = new boolean[places];
    for (int p = 0; p < places; p++) {
      x[p] = random.nextDouble() * side;
      y[p] = random.nextDouble() * side;
      isClosed[p] = random.nextInt(20) == 0;
    }
    for (int r = 0; r < riderCount; r++) {
      int alights = random.nextInt(span);
      int walk = 60_000 * (3 + random.nextInt(8));
      riders.add(new LastMileRider("r" + r, 2 * r, alights, 2 * r + 1, walk));
    }
    for (int s = 0; s < scooterCount; s++) {
      int range = 2_000 + random.nextInt((int) (4 * side));
      int free = random.nextInt(4) == 0 ? random.nextInt(span) : 0;
      int owner = random.nextInt(6 * Math.max(1, riderCount));
      boolean isOwned =
          owner < riderCount
              && scooters.stream().noneMatch(o -> o.reservedFor().equals("r" + owner));
      String reserved = isOwned ? "r" + owner : random.nextInt(15) == 0 ? "stranger" + s : "";
      scooters.add(new OfferedScooter("s" + s, 2 * riderCount + s, range, free, reserved));
    }
  }

  private double metres(int from, int to) {
    return Math.hypot(x[from] - x[to], y[from] - y[to]);
  }

  @Override
  public int walk(int from, int to) {
    return (int) (metres(from, to) / WALK * 1000);
  }

  @Override
  public int ride(int from, int to) {
    return (from + to) % 17 == 0 ? TravelTimes.UNREACHABLE : (int) (metres(from, to) / RIDE * 1000);
  }

  @Override
  public int rideMetres(int from, int to) {
    return (int) metres(from, to);
  }

  @Override
  public boolean mayStart(int place) {
    return !isClosed[place];
  }

  @Override
  public boolean mayEnd(int place) {
    return !isClosed[place];
  }
}
