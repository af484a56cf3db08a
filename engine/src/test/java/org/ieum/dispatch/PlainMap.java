package org.ieum.dispatch;

import java.util.List;
import java.util.Random;
import org.ieum.traveltime.DrivenLegs;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.PlainTravelTimes;
import org.ieum.traveltime.TravelTimes;

/** A small graph on which vehicles only stop at stop points. */
record PlainMap(PlainTravelTimes times) implements RandomMap {
  private static final int SLOWEST = 20 * 60_000;

  static PlainMap random(int grain, Random random) {
    int stopPoints = 4 + random.nextInt(8);
    int nodes = stopPoints + 40 + random.nextInt(60);
    return new PlainMap(PlainTravelTimes.random(nodes, stopPoints, SLOWEST, grain, random));
  }

  @Override
  public TravelTimes reference() {
    return times;
  }

  @Override
  public int pointCount() {
    return times.stopPointCount();
  }

  @Override
  public int point(int i) {
    return i;
  }

  @Override
  public int somewhere(Random random) {
    return random.nextInt(pointCount());
  }

  @Override
  public List<Integer> crossing(Random random) {
    return List.of();
  }

  @Override
  public NewTravelTimes change(DrivenLegs driven, Random random) {
    double closed = random.nextInt(3) == 0 ? random.nextDouble() : 0;
    return random.nextInt(4) == 0 ? times.usualAgain() : times.traffic(closed, random);
  }

  @Override
  public NewTravelTimes same(DrivenLegs driven) {
    return times.same();
  }
}
