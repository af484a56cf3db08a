package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ieum.benchmarks.DispatchInstance.Car;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.traveltime.RoadPosition;

/** Made-up requests between random positions of a city, for machines without the instances. */
final class SyntheticDay {
  private static final long SEED = 1;
  private static final int SEATS = 4;
  private static final int HOUR = 3_600_000;

  private SyntheticDay() {}

  /** A hundred vehicles and five requests an hour for each, over three hours. */
  static DispatchInstance draw(City city) {
    return draw(city, /* cars= */ 100, /* requests= */ 1500, /* hours= */ 3);
  }

  /**
   * Draws requests at random times, all different.
   *
   * @param cars vehicles, at random positions from the start to a time when all rides are over
   * @param requests in all
   * @param hours in which they come
   */
  private static DispatchInstance draw(City city, int cars, int requests, int hours) {
    Random random = new Random(SEED);
    List<RoadPosition> positions = city.positions(cars + 2 * requests);
    List<Car> fleet = new ArrayList<>();
    for (int v = 0; v < cars; v++) {
      fleet.add(new Car(v, positions.get(v), 0, (hours + 12) * HOUR, SEATS));
    }
    int[] times = new int[requests];
    for (int r = 0; r < requests; r++) {
      times[r] = random.nextInt(hours * HOUR - requests);
    }
    Arrays.sort(times);
    List<Request> asked = new ArrayList<>();
    for (int r = 0; r < requests; r++) {
      RoadPosition origin = positions.get(cars + 2 * r);
      RoadPosition destination = positions.get(cars + 2 * r + 1);
      asked.add(new Request(r, origin, destination, times[r] + r));
    }
    return new DispatchInstance("synthetic", asked, fleet, List.of());
  }
}
