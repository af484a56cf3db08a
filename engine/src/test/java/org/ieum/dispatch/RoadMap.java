package org.ieum.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.ieum.road.Contraction;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.DijkstraTimes;
import org.ieum.traveltime.DrivenLegs;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.NodeOrder;
import org.ieum.traveltime.RandomRoads;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.TravelTimes;

/** Roads without stop points, in a village or a real town; vehicles stop anywhere. */
public final class RoadMap implements RandomMap {
  private static final int KNOWN = 30;

  private final EdgeTimes usual;
  private final Customization customization;
  private final RoadTravelTimes times;
  private final Supplier<RoadPosition> draw;
  private final List<Integer> points = new ArrayList<>();
  private EdgeTimes edges;
  private DijkstraTimes reference;

  /**
   * Roads that are there.
   *
   * @param draw where somebody may board and alight
   * @param known how many such places are well known
   */
  public RoadMap(
      EdgeTimes roads, Customization customization, Supplier<RoadPosition> draw, int known) {
    usual = roads;
    edges = roads;
    this.customization = customization;
    this.draw = draw;
    times = new RoadTravelTimes(customization.customize(usual), List.of());
    reference = new DijkstraTimes(times, usual);
    findPoints(known);
  }

  /** Draws roads until most places can be reached from each other. */
  static RoadMap random(int grain, Random random) {
    while (true) {
      RandomRoads roads = new RandomRoads(random.nextLong());
      EdgeTimes edges = slow(roads.grid(4 + roads.nextInt(5)), Math.max(10, grain), roads);
      int[] order = NodeOrder.of(new Contraction(edges).toHierarchy());
      RoadMap map =
          new RoadMap(
              edges, new Customization(edges, order, 1), () -> roads.position(edges), KNOWN);
      if (map.pointCount() > KNOWN / 2) {
        return map;
      }
    }
  }

  /** Makes journeys take minutes, and each road a multiple of a grain. */
  private static EdgeTimes slow(EdgeTimes quick, int grain, RandomRoads roads) {
    int[] there = new int[quick.edgeCount()];
    int[] back = new int[quick.edgeCount()];
    for (int edge = 0; edge < there.length; edge++) {
      int more = 10 * roads.nextInt(1000);
      there[edge] = slower(quick.forward(edge), more, grain);
      back[edge] = slower(quick.backward(edge), more, grain);
    }
    return quick.withTimes(there, back);
  }

  private static int slower(int millis, int more, int grain) {
    return millis == EdgeTimes.CLOSED ? millis : grain * (1 + (110 * millis + more) / grain);
  }

  /** Keeps places that the first of them reaches and is reached from. */
  private void findPoints(int known) {
    int first = times.acquire(draw.get());
    points.add(first);
    for (int i = 1; i < known; i++) {
      int place = times.acquire(draw.get());
      boolean isNear =
          times.duration(first, place) < TravelTimes.UNREACHABLE
              && times.duration(place, first) < TravelTimes.UNREACHABLE;
      if (isNear && !points.contains(place)) {
        points.add(place);
      } else {
        times.release(place);
      }
    }
  }

  @Override
  public RoadTravelTimes times() {
    return times;
  }

  @Override
  public TravelTimes reference() {
    return reference;
  }

  @Override
  public int pointCount() {
    return points.size();
  }

  @Override
  public int point(int i) {
    return points.get(i);
  }

  @Override
  public int somewhere(Random random) {
    if (random.nextInt(3) == 0) {
      return times.acquire(draw.get());
    }
    int point = point(random.nextInt(pointCount()));
    times.retain(point);
    return point;
  }

  @Override
  public List<Integer> crossing(Random random) {
    List<Integer> places = new ArrayList<>();
    int node = random.nextInt(usual.nodeCount());
    for (int edge = 0; edge < usual.edgeCount(); edge++) {
      if (usual.adjacent(edge) == node) {
        double end = random.nextBoolean() ? 1 : Math.nextDown(1.0);
        places.add(times.acquire(new RoadPosition(edge, end)));
      } else if (usual.base(edge) == node) {
        places.add(times.acquire(new RoadPosition(edge, 0)));
      }
    }
    return places;
  }

  @Override
  public NewTravelTimes change(DrivenLegs driven, Random random) {
    if (random.nextInt(4) == 0) {
      return prepare(usual, driven);
    }
    int[] there = new int[usual.edgeCount()];
    int[] back = new int[usual.edgeCount()];
    for (int edge = 0; edge < there.length; edge++) {
      there[edge] = driven(usual.forward(edge), random);
      back[edge] = driven(usual.backward(edge), random);
    }
    return prepare(usual.withTimes(there, back), driven);
  }

  private static int driven(int millis, Random random) {
    return millis == EdgeTimes.CLOSED
        ? millis
        : 10 * (int) Math.max(1, millis * (0.5 + 1.5 * random.nextDouble()) / 10);
  }

  @Override
  public NewTravelTimes same(DrivenLegs driven) {
    return prepare(edges, driven);
  }

  private NewTravelTimes prepare(EdgeTimes next, DrivenLegs driven) {
    RoadMetric metric = RoadMetric.of(customization.customize(next), List.of());
    NewTravelTimes prepared = times.snapshot(driven).prepare(metric);
    return new NewTravelTimes() {
      @Override
      public boolean changesPath(int fromPlace, int toPlace) {
        return prepared.changesPath(fromPlace, toPlace);
      }

      @Override
      public void takeOver() {
        prepared.takeOver();
        edges = next;
        reference = new DijkstraTimes(times, next);
      }
    };
  }
}
