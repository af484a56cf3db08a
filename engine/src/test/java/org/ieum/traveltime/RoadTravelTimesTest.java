package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ieum.road.Contraction;
import org.junit.jupiter.api.Test;

class RoadTravelTimesTest {
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;

  /** 0 -(e0: 100 both)- 1 -(e1: 200 one way)-> 2 -(e2: 300 both)- 3 and 2 -(e3: 50)-> 0. */
  private static final EdgeTimes SMALL =
      RandomRoads.times(
          4,
          List.of(
              new int[] {0, 1, 100, 100},
              new int[] {1, 2, 200, EdgeTimes.CLOSED},
              new int[] {2, 3, 300, 300},
              new int[] {2, 0, 50, EdgeTimes.CLOSED}));

  private static RoadTravelTimes times(EdgeTimes edges, RoadPosition... stops) {
    return new RoadTravelTimes(new Contraction(edges).toHierarchy(), List.of(stops));
  }

  /** The end of an edge that is driven in its direction. */
  private static int end(int edge) {
    return ~(2 * edge);
  }

  @Test
  void vehicleUnderWayFinishesItsEdge() {
    RoadTravelTimes times =
        times(SMALL, new RoadPosition(0, 0.25), new RoadPosition(2, 0.5), new RoadPosition(0, 1));
    assertEquals(75 + 200 + 150, times.duration(0, 1));
    Diversion diversion = new Diversion();
    times.findDiversion(0, 1, 0, diversion);
    assertEquals(end(0), diversion.place());
    assertEquals(75, diversion.offset());
    times.findDiversion(0, 1, 75, diversion);
    assertEquals(end(0), diversion.place());
    times.findDiversion(0, 1, 76, diversion);
    assertEquals(end(1), diversion.place());
    assertEquals(275, diversion.offset());
    times.findDiversion(0, 1, 276, diversion);
    assertEquals(1, diversion.place());
    assertEquals(425, diversion.offset());
    times.findDiversion(2, 1, 0, diversion);
    assertEquals(end(1), diversion.place());
    assertEquals(200, diversion.offset());
    assertThrows(IllegalArgumentException.class, () -> times.findDiversion(0, 1, 426, diversion));
    assertThrows(IllegalArgumentException.class, () -> times.findDiversion(0, 1, -1, diversion));
  }

  @Test
  void newTimesTakeOverOnceAndKnowThePlacesOfThatMoment() {
    RoadTravelTimes times =
        times(SMALL, new RoadPosition(0, 0.25), new RoadPosition(2, 0.5), new RoadPosition(0, 1));
    NewTravelTimes first = times.snapshot(new DrivenLegs()).prepare(times.metric());
    NewTravelTimes second = times.snapshot(new DrivenLegs()).prepare(times.metric());
    int place = times.acquire(new RoadPosition(2, 0.25));
    assertFalse(first.changesPath(0, place));
    // The place goes to another position after the first question.
    times.release(place);
    assertEquals(place, times.acquire(new RoadPosition(2, 0.75)));
    assertFalse(first.changesPath(0, place));
    first.takeOver();
    assertEquals(75 + 200 + 225, times.duration(0, place));
    assertThrows(IllegalStateException.class, first::takeOver);
    assertThrows(IllegalStateException.class, () -> first.changesPath(0, place));
    int other = times.acquire(new RoadPosition(1, 0.5));
    second.takeOver();
    assertEquals(75 + 100, times.duration(0, other));
    times.release(place);
    times.release(other);
    assertEquals(0, times.heldPlaces());
    assertThrows(IllegalStateException.class, () -> times.release(other));
  }

  @Test
  void backOnOneWayStreetGoesAround() {
    RoadTravelTimes times =
        times(SMALL, new RoadPosition(1, 0.75), new RoadPosition(1, 0.25), new RoadPosition(1, 0));
    assertEquals(50 + 50 + 100 + 50, times.duration(0, 1));
    assertEquals(100, times.duration(1, 0));
    assertEquals(200, times.duration(0, 2));
    DrivePath path = times.path(0, 1);
    assertEquals(4, path.size());
    assertEquals(250, path.duration());
    assertEquals(1, times.path(1, 0).size());
    assertEquals(0.25, times.path(1, 0).fromFraction(0));
    assertEquals(0.75, times.path(1, 0).toFraction(0));
  }

  @Test
  void samePositionIsNoPath() {
    RoadTravelTimes times = times(SMALL, new RoadPosition(0, 0.5), new RoadPosition(0, 0.5));
    Diversion diversion = new Diversion();
    for (int from = 0; from < 2; from++) {
      for (int to = 0; to < 2; to++) {
        assertEquals(0, times.duration(from, to));
        assertEquals(0, times.path(from, to).size());
        times.findDiversion(from, to, 0, diversion);
        assertEquals(to, diversion.place());
        assertEquals(0, diversion.offset());
      }
    }
  }

  @Test
  void pathsAndDiversionsAddUp() {
    int diverted = 0;
    for (long seed = 1; seed <= 60; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes edges = roads.grid(2 + roads.nextInt(15));
      Hierarchy hierarchy = new Contraction(edges).toHierarchy();
      List<RoadPosition> stops = roads.positions(edges, 20);
      RoadTravelTimes times = new RoadTravelTimes(hierarchy, stops);
      Diversion diversion = new Diversion();
      for (int i = 0; i < 300; i++) {
        int from =
            roads.nextInt(3) > 0 ? roads.nextInt(stops.size()) : edgeEnd(edges, hierarchy, roads);
        int to = roads.nextInt(stops.size());
        String where = "seed " + seed + ", " + from + " to " + to;
        int duration = times.duration(from, to);
        if (duration == UNREACHABLE) {
          assertThrows(IllegalArgumentException.class, () -> times.path(from, to), where);
          continue;
        }
        checkPath(edges, times.path(from, to), duration, where);
        int elapsed = roads.nextInt(duration + 1);
        times.findDiversion(from, to, elapsed, diversion);
        assertTrue(diversion.offset() >= elapsed, where);
        assertEquals(duration, diversion.offset() + times.duration(diversion.place(), to), where);
        checkFirst(times.path(from, to), elapsed, diversion, where);
        diverted += diversion.place() < 0 ? 1 : 0;
      }
    }
    assertTrue(diverted > 1000, "diverted at a node: " + diverted);
  }

  /** The end of an open edge, driven either way. */
  private static int edgeEnd(EdgeTimes edges, Hierarchy hierarchy, RandomRoads roads) {
    while (true) {
      int edge = roads.nextInt(edges.edgeCount());
      int against = roads.nextInt(2);
      int millis = against == 1 ? edges.backward(edge) : edges.forward(edge);
      int node = against == 1 ? edges.base(edge) : edges.adjacent(edge);
      if (millis < EdgeTimes.CLOSED && hierarchy.contains(node)) {
        return ~(2 * edge + against);
      }
    }
  }

  @Test
  void placesAnywhereEqualSingleQueries() {
    for (long seed = 1; seed <= 40; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes edges = roads.grid(2 + roads.nextInt(15));
      Hierarchy hierarchy = new Contraction(edges).toHierarchy();
      boolean withStops = roads.nextInt(2) == 0;
      List<RoadPosition> stops = withStops ? roads.positions(edges, 3) : List.of();
      RoadTravelTimes times = new RoadTravelTimes(hierarchy, stops);
      OneToOneQuery reference = new OneToOneQuery(hierarchy);
      List<RoadPosition> positions = roads.positions(edges, 40);
      int[] places = new int[positions.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = times.acquire(positions.get(i));
      }
      for (int i = 0; i < 300; i++) {
        int a = roads.nextInt(places.length);
        int b = roads.nextInt(places.length);
        if (roads.nextInt(10) == 0) {
          // Another position takes the place over.
          times.release(places[a]);
          positions.set(a, roads.positions(edges, 1).get(0));
          places[a] = times.acquire(positions.get(a));
        }
        PlaceGroup group = PlaceGroup.of(places[b]);
        if (roads.nextInt(3) == 0) {
          times.focus(group, true);
        }
        String where = "seed " + seed + ", " + positions.get(a) + " to " + positions.get(b);
        int expected = reference.duration(positions.get(a), positions.get(b));
        assertEquals(expected, times.duration(places[a], places[b]), where);
        int bound = times.lowerBound(places[a], places[b]);
        assertTrue(bound <= expected, where + ": " + bound + " > " + expected);
        int limit = roads.nextInt(Math.min(expected, 1_000_000) + 1000);
        times.approach(group, limit);
        int within = times.leastWithin(places[a], group, limit);
        assertTrue(expected <= limit ? within == expected : within > limit, where);
        times.focus(group, false);
      }
      for (int place : places) {
        times.release(place);
      }
      assertEquals(0, times.heldPlaces());
    }
  }

  @Test
  void groupsAnswerLikeTheirPlaces() {
    int found = 0;
    for (long seed = 1; seed <= 60; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes edges = roads.grid(2 + roads.nextInt(15));
      Hierarchy hierarchy = new Contraction(edges).toHierarchy();
      RoadTravelTimes times = new RoadTravelTimes(hierarchy, List.of());
      RoadTravelTimes single = times.fork();
      List<RoadPosition> positions = roads.positions(edges, 40);
      int[] places = new int[positions.size()];
      for (int k = 0; k < places.length; k++) {
        places[k] = times.acquire(positions.get(k));
        assertEquals(places[k], single.acquire(positions.get(k)));
      }
      PlaceGroup group = new PlaceGroup();
      for (int i = 0; i < 20; i++) {
        group.clear();
        int size = 1 + roads.nextInt(30);
        for (int k = 0; k < size; k++) {
          group.add(
              places[roads.nextInt(places.length)], roads.nextInt(2) * roads.nextInt(100_000));
        }
        times.focus(group, true);
        int limit = roads.nextInt(200_000);
        boolean near = roads.nextInt(2) == 0 && times.approach(group, limit) >= 0;
        int other =
            roads.nextInt(2) == 0
                ? edgeEnd(edges, hierarchy, roads)
                : places[roads.nextInt(places.length)];
        found += checkGroup(times, single, group, other, near ? limit : 200_000, "seed " + seed);
        times.focus(group, false);
      }
    }
    assertTrue(found > 10_000, "times found: " + found);
  }

  private static int checkGroup(
      RoadTravelTimes times,
      RoadTravelTimes single,
      PlaceGroup group,
      int other,
      int limit,
      String where) {
    int[] drives = new int[group.size()];
    times.durations(other, group, drives);
    int least = TravelTimes.UNREACHABLE;
    int found = 0;
    for (int k = 0; k < drives.length; k++) {
      int expected = single.duration(other, group.place(k));
      assertEquals(expected, drives[k], where + ", " + other + " to " + group.place(k));
      assertTrue(times.lowerBound(other, group) <= expected, where);
      least = Math.min(least, expected + group.handicap(k));
      found += expected < TravelTimes.UNREACHABLE ? 1 : 0;
    }
    int within = times.leastWithin(other, group, limit);
    assertTrue(least <= limit ? within == least : within > limit, where);
    if (other >= 0) {
      times.durations(group, other, drives);
      for (int k = 0; k < drives.length; k++) {
        int expected = single.duration(group.place(k), other);
        assertEquals(expected, drives[k], where + ", " + group.place(k) + " to " + other);
        assertTrue(times.lowerBound(group, other) <= expected, where);
      }
    }
    return found;
  }

  @Test
  void approachFindsEveryPlaceInReach() {
    for (long seed = 1; seed <= 40; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes edges = roads.grid(2 + roads.nextInt(15));
      Hierarchy hierarchy = new Contraction(edges).toHierarchy();
      RoadTravelTimes times = new RoadTravelTimes(hierarchy, List.of());
      List<RoadPosition> positions = roads.positions(edges, 40);
      int[] places = new int[positions.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = times.acquire(positions.get(i));
      }
      for (int i = 0; i < 20; i++) {
        int to = places[roads.nextInt(places.length)];
        int limit = roads.nextInt(Approach.FARTHEST);
        PlaceGroup group = PlaceGroup.of(to);
        int count = times.approach(group, limit);
        Set<Integer> reached = new HashSet<>();
        for (int k = 0; k < count; k++) {
          reached.add(times.reached(k));
        }
        for (int from : places) {
          if (times.duration(from, to) <= limit) {
            assertTrue(reached.contains(from), "seed " + seed + ", " + from + " to " + to);
          }
        }
      }
    }
  }

  @Test
  void placesAreLetGoOnceForEachHolder() {
    RoadTravelTimes times = times(SMALL, new RoadPosition(0, 0.25));
    int place = times.acquire(new RoadPosition(2, 0.5));
    assertEquals(place, times.acquire(new RoadPosition(2, 0.5)));
    times.release(place);
    assertEquals(1, times.heldPlaces());
    times.release(place);
    assertEquals(0, times.heldPlaces());
    assertThrows(IllegalStateException.class, () -> times.release(place));
    times.release(0);
    assertEquals(0, times.duration(0, 0));
  }

  /** The pieces join, follow open directions, and take what their edges take. */
  private static void checkPath(EdgeTimes edges, DrivePath path, int duration, String where) {
    assertEquals(duration, path.duration(), where);
    int clock = 0;
    for (int i = 0; i < path.size(); i++) {
      RoadPosition start = new RoadPosition(path.edge(i), path.fromFraction(i));
      RoadPosition end = new RoadPosition(path.edge(i), path.toFraction(i));
      assertTrue(edges.along(start, end) < EdgeTimes.CLOSED, where);
      clock += edges.along(start, end);
      assertEquals(clock, path.endMillis(i), where);
      if (i > 0) {
        assertEquals(
            node(edges, path.edge(i - 1), path.toFraction(i - 1)),
            node(edges, path.edge(i), path.fromFraction(i)),
            where);
      }
    }
  }

  private static int node(EdgeTimes edges, int edge, double fraction) {
    assertTrue(fraction == 0 || fraction == 1, "fraction " + fraction);
    return fraction == 0 ? edges.base(edge) : edges.adjacent(edge);
  }

  /** No node that the path passes in between could have been used. */
  private static void checkFirst(DrivePath path, int elapsed, Diversion diversion, String where) {
    for (int i = 0; i + 1 < path.size(); i++) {
      int end = path.endMillis(i);
      if (end >= elapsed && end < path.duration()) {
        assertTrue(diversion.offset() <= end, where);
        if (diversion.offset() == end && diversion.offset() > 0) {
          int against = path.toFraction(i) == 0 ? 1 : 0;
          assertEquals(~(2 * path.edge(i) + against), diversion.place(), where);
        }
        return;
      }
    }
  }
}
