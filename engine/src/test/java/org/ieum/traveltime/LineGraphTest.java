package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ieum.road.Contraction;
import org.junit.jupiter.api.Test;

/** Travel times with turn costs on the line graph, against Dijkstra's algorithm over lanes. */
class LineGraphTest {
  private static final int CLOSED = EdgeTimes.CLOSED;
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;
  private static final List<Heading> HEADINGS = List.of(Heading.values());

  /** Costs that look random but depend on the two lanes only; a tenth is forbidden. */
  private static TurnCosts costs(long seed) {
    return (from, to) -> {
      long mixed = (seed * 31 + from) * 0x9E3779B97F4A7C15L + to * 0xC2B2AE3D27D4EB4FL;
      int drawn = Math.floorMod((int) (mixed >>> 32), 100);
      if (to == (from ^ 1)) {
        return drawn < 50 ? CLOSED : 2000;
      }
      return drawn < 10 ? CLOSED : drawn < 50 ? 0 : 10 * drawn;
    };
  }

  private static Hierarchy hierarchy(LineGraph graph, EdgeTimes roads) {
    Hierarchy plain = new Contraction(graph.roads()).toHierarchy();
    int[] order = NodeOrder.ofLanes(graph, plain);
    return new Customization(graph, order, 1).customize(roads);
  }

  /** One random map with its turns, usual times or others, and places on it. */
  private static final class Case {
    final RandomRoads random;
    final EdgeTimes roads;
    final TurnCosts costs;
    final Hierarchy hierarchy;
    final List<RoadPosition> positions;
    final int[] places;
    final RoadTravelTimes times;
    final int stops;

    private Case(
        RandomRoads random, EdgeTimes usual, LineGraph graph, TurnCosts costs, boolean slow) {
      this.random = random;
      this.costs = costs;
      roads = slow ? slower(usual, random) : usual;
      hierarchy = hierarchy(graph, roads);
      positions = new ArrayList<>();
      for (RoadPosition position : random.positions(roads, 25)) {
        Heading heading = HEADINGS.get(random.nextInt(3));
        positions.add(new RoadPosition(position.edge(), position.fraction(), heading));
      }
      stops = 12 * random.nextInt(2);
      times = new RoadTravelTimes(hierarchy, positions.subList(0, stops));
      places = new int[positions.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = i < stops ? i : times.acquire(positions.get(i));
      }
    }

    private static EdgeTimes slower(EdgeTimes roads, RandomRoads random) {
      int[] forward = new int[roads.edgeCount()];
      int[] backward = new int[roads.edgeCount()];
      for (int edge = 0; edge < forward.length; edge++) {
        boolean closed = random.nextInt(15) == 0;
        int more = 10 * random.nextInt(200);
        forward[edge] =
            closed || roads.forward(edge) == CLOSED ? CLOSED : roads.forward(edge) + more;
        backward[edge] = closed || roads.backward(edge) == CLOSED ? CLOSED : roads.backward(edge);
      }
      return roads.withTimes(forward, backward);
    }

    LaneTimes reference(int from) {
      return from < 0
          ? LaneTimes.fromEnd(roads, costs, ~from)
          : LaneTimes.from(roads, costs, position(from));
    }

    RoadPosition position(int place) {
      for (int i = 0; i < places.length; i++) {
        if (places[i] == place) {
          return positions.get(i);
        }
      }
      throw new IllegalArgumentException("no place " + place);
    }

    boolean isOpen(int place) {
      return LaneTimes.millis(roads, LaneTimes.lane(roads, position(place))) != CLOSED;
    }

    /** The places and the ends of some open lanes. */
    List<Integer> origins() {
      List<Integer> origins = new ArrayList<>();
      for (int place : places) {
        origins.add(place);
      }
      for (int i = 0; i < 15; i++) {
        int lane = random.nextInt(2 * roads.edgeCount());
        if (LaneTimes.millis(roads, lane) != CLOSED && hierarchy.contains(lane)) {
          origins.add(~lane);
        }
      }
      return origins;
    }
  }

  private interface Check {
    void run(Case map, String seed);
  }

  private static void onRandomMaps(int count, Check check) {
    for (long seed = 1; seed <= count; seed++) {
      RandomRoads random = new RandomRoads(seed);
      EdgeTimes roads = random.grid(2 + random.nextInt(9));
      TurnCosts costs = costs(seed);
      LineGraph graph = LineGraph.of(roads, costs);
      if (graph.edges().edgeCount() > 0) {
        check.run(new Case(random, roads, graph, costs, seed % 2 == 0), "seed " + seed);
      }
    }
  }

  @Test
  void durationsAndBoundsEqualDijkstraOverLanes() {
    int[] count = new int[2];
    onRandomMaps(
        80,
        (map, seed) -> {
          for (int from : map.origins()) {
            LaneTimes reference = map.reference(from);
            for (int to : map.places) {
              String where = seed + ", " + from + " to " + map.position(to);
              int expected = reference.to(map.position(to));
              PlaceGroup group = PlaceGroup.of(to);
              map.times.focus(group, map.random.nextInt(3) == 0);
              assertEquals(expected, map.times.duration(from, to), where);
              assertTrue(map.times.lowerBound(from, to) <= expected, where);
              int limit = map.random.nextInt(Math.min(expected, 100_000) + 1000);
              map.times.approach(group, limit);
              int within = map.times.leastWithin(from, group, limit);
              assertTrue(expected <= limit ? within == expected : within > limit, where);
              count[expected < UNREACHABLE ? 0 : 1]++;
            }
          }
        });
    assertTrue(count[0] > 20_000 && count[1] > 1000, count[0] + " and " + count[1]);
  }

  @Test
  void matrixEqualsDijkstraOverLanes() {
    onRandomMaps(
        40,
        (map, seed) -> {
          StopMatrix matrix = new ManyToManyQuery(map.hierarchy).matrix(map.positions);
          OneToManyQuery query = new OneToManyQuery(map.hierarchy, map.positions);
          int[] row = new int[map.positions.size()];
          for (int from = 0; from < row.length; from++) {
            query.durations(map.positions.get(from), row);
            for (int to = 0; to < row.length; to++) {
              int expected = map.reference(map.places[from]).to(map.positions.get(to));
              assertEquals(expected, matrix.duration(from, to), seed);
              assertEquals(expected, row[to], seed);
            }
          }
        });
  }

  @Test
  void approachFindsEveryPlaceInReach() {
    onRandomMaps(
        40,
        (map, seed) -> {
          for (int to : map.places) {
            int limit = map.random.nextInt(30_000);
            int found = map.times.approach(PlaceGroup.of(to), limit);
            Set<Integer> reached = new HashSet<>();
            for (int i = 0; i < found; i++) {
              reached.add(map.times.reached(i));
            }
            for (int from : map.places) {
              boolean isOpen = map.isOpen(from) || from == to;
              if (found >= 0 && isOpen && map.times.duration(from, to) <= limit) {
                assertTrue(reached.contains(from), seed + ", " + from + " to " + to);
              }
            }
          }
        });
  }

  @Test
  void noStopShortensAWay() {
    onRandomMaps(
        30,
        (map, seed) -> {
          for (int from : map.origins()) {
            for (int over : map.places) {
              for (int to : map.places) {
                int direct = map.times.duration(from, to);
                int both = map.times.duration(from, over) + map.times.duration(over, to);
                assertTrue(direct <= both, seed + ", " + from + " over " + over + " to " + to);
              }
            }
          }
        });
  }

  @Test
  void pathsTakeNoForbiddenTurnAndDiversionsAddUp() {
    int[] count = new int[2];
    onRandomMaps(
        80,
        (map, seed) -> {
          Diversion diversion = new Diversion();
          for (int from : map.origins()) {
            int to = map.places[map.random.nextInt(map.places.length)];
            String where = seed + ", " + from + " to " + to;
            int duration = map.times.duration(from, to);
            if (duration == UNREACHABLE) {
              assertThrows(IllegalArgumentException.class, () -> map.times.path(from, to), where);
              continue;
            }
            DrivePath path = map.times.path(from, to);
            count[0] += checkPath(map, from, to, path, duration, where);
            int elapsed = map.random.nextInt(duration + 1);
            map.times.findDiversion(from, to, elapsed, diversion);
            assertTrue(diversion.offset() >= elapsed, where);
            int rest = map.reference(diversion.place()).to(map.position(to));
            assertEquals(duration, diversion.offset() + rest, where);
            count[1] += diversion.place() < 0 ? 1 : 0;
          }
        });
    assertTrue(count[0] > 5000, "turns " + count[0]);
    assertTrue(count[1] > 500, "diversions " + count[1]);
  }

  /** The pieces join by allowed turns, and take what their lanes and turns take. */
  private static int checkPath(
      Case map, int from, int to, DrivePath path, int duration, String where) {
    EdgeTimes roads = map.roads;
    assertEquals(duration, path.duration(), where);
    int clock = 0;
    int before = from < 0 ? ~from : -1;
    if (from >= 0 && duration > 0) {
      int own = LaneTimes.lane(roads, map.position(from));
      before = map.position(from).fraction() == 1 - own % 2 ? own : -1;
    }
    for (int i = 0; i < path.size(); i++) {
      int edge = path.edge(i);
      double begin = path.fromFraction(i);
      double end = path.toFraction(i);
      boolean forward = begin < end || (begin == end && begin == 0);
      int lane = 2 * edge + (forward ? 0 : 1);
      if (before < 0) {
        assertEquals(LaneTimes.lane(roads, map.position(from)), lane, where);
        assertEquals(map.position(from).fraction(), begin, where);
      } else {
        assertEquals(LaneTimes.head(roads, before), LaneTimes.tail(roads, lane), where);
        assertTrue(map.costs.millis(before, lane) < CLOSED, where + " turns " + before + lane);
        assertEquals(forward ? 0 : 1, begin, where);
        clock += map.costs.millis(before, lane);
      }
      assertTrue(i == path.size() - 1 || end == (forward ? 1 : 0), where);
      clock += LaneTimes.until(roads, lane, end) - LaneTimes.until(roads, lane, begin);
      assertEquals(clock, path.endMillis(i), where);
      before = lane;
    }
    int last = LaneTimes.lane(roads, map.position(to));
    if (path.size() > 0 && last == before) {
      assertEquals(map.position(to).fraction(), path.toFraction(path.size() - 1), where);
    } else if (path.size() > 0) {
      assertEquals(last % 2, map.position(to).fraction(), where);
      assertEquals(0, map.costs.millis(before, last), where);
    }
    return Math.max(0, path.size() - 1);
  }

  @Test
  void kerbSideSendsTheVehicleRound() {
    // A street 0-1 of 1000 ms with turning places at both ends that cost 300 ms.
    EdgeTimes roads = RandomRoads.times(2, List.of(new int[] {0, 1, 1000, 1000}));
    LineGraph graph = LineGraph.of(roads, (from, to) -> 300);
    OneToOneQuery query = new OneToOneQuery(hierarchy(graph, roads));
    RoadPosition right = new RoadPosition(0, 0.2, Heading.FORWARD);
    RoadPosition second = new RoadPosition(0, 0.6, Heading.FORWARD);
    RoadPosition left = new RoadPosition(0, 0.6, Heading.BACKWARD);
    assertEquals(400, query.duration(right, second));
    assertEquals(800 + 300 + 400, query.duration(right, left));
    assertEquals(400 + 300 + 1000 + 300 + 200, query.duration(second, right));
    assertEquals(600 + 300 + 200, query.duration(left, right));
  }
}
