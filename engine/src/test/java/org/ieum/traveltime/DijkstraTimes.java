package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Driving times between the places of {@link RoadTravelTimes} by Dijkstra's algorithm on the list
 * of edges, backwards from each place that is driven to; nothing of the engine's hierarchies,
 * labels and bounds. Where two paths are equally short, the engine's is taken once it is known to
 * be one of them.
 */
public final class DijkstraTimes implements TravelTimes {
  /** How many cells all searches that are kept may have. */
  private static final int KEPT = 80_000_000;

  private final RoadTravelTimes engine;
  private final EdgeTimes edges;

  /** First cell of the edges at node i in {@link #lanesTo}. */
  private final int[] firstLane;

  /** Lanes (twice the edge, plus one against its direction) by the node to which they lead. */
  private final int[] lanesTo;

  /** Searches by the position from which they started. */
  private final Map<RoadPosition, Search> searches =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RoadPosition, Search> eldest) {
          return (long) size() * edges.nodeCount() > KEPT;
        }
      };

  public DijkstraTimes(RoadTravelTimes engine, EdgeTimes edges) {
    this.engine = engine;
    this.edges = edges;
    firstLane = new int[edges.nodeCount() + 2];
    for (int lane = 0; lane < 2 * edges.edgeCount(); lane++) {
      firstLane[head(lane) + 2]++;
    }
    for (int node = 0; node < edges.nodeCount(); node++) {
      firstLane[node + 2] += firstLane[node + 1];
    }
    lanesTo = new int[2 * edges.edgeCount()];
    for (int lane = 0; lane < lanesTo.length; lane++) {
      lanesTo[firstLane[head(lane) + 1]++] = lane;
    }
  }

  private int head(int lane) {
    return lane % 2 == 0 ? edges.adjacent(lane / 2) : edges.base(lane / 2);
  }

  private int tail(int lane) {
    return head(lane ^ 1);
  }

  private int millis(int lane) {
    return lane % 2 == 0 ? edges.forward(lane / 2) : edges.backward(lane / 2);
  }

  /** Time on a lane up to a fraction of its edge. */
  private int until(int lane, double fraction) {
    int cut = (int) Math.round(millis(lane) * fraction);
    return lane % 2 == 0 ? cut : millis(lane) - cut;
  }

  /** The fraction of its edge at which a lane ends. */
  private static double end(int lane) {
    return lane % 2 == 0 ? 1 : 0;
  }

  @Override
  public int stopPointCount() {
    return engine.stopPointCount();
  }

  @Override
  public boolean isAt(int edgeEnd, int place) {
    RoadPosition position = engine.position(place);
    return position.edge() == ~edgeEnd / 2
        && Math.abs(position.fraction() - end(~edgeEnd)) < 0.5
        && until(~edgeEnd, position.fraction()) == millis(~edgeEnd);
  }

  @Override
  public int duration(int fromPlace, int toPlace) {
    if (fromPlace < 0 && isAt(fromPlace, toPlace)) {
      // Also where the place is a hair before the end of a one-way road.
      return 0;
    }
    Search search = searches.computeIfAbsent(engine.position(toPlace), Search::new);
    if (fromPlace < 0) {
      return Math.min(search.from(head(~fromPlace)), UNREACHABLE);
    }
    RoadPosition from = engine.position(fromPlace);
    int best = along(from, engine.position(toPlace));
    for (int lane = 2 * from.edge(); lane <= 2 * from.edge() + 1; lane++) {
      if (from.fraction() == end(lane)) {
        best = Math.min(best, search.from(head(lane)));
      } else if (millis(lane) < EdgeTimes.CLOSED) {
        best =
            Math.min(best, millis(lane) - until(lane, from.fraction()) + search.from(head(lane)));
      }
    }
    return Math.min(best, UNREACHABLE);
  }

  /** Time between positions on one edge without leaving it. */
  private int along(RoadPosition from, RoadPosition to) {
    if (from.edge() != to.edge()) {
      return UNREACHABLE;
    }
    if (from.fraction() == to.fraction()) {
      return 0;
    }
    int lane = 2 * from.edge() + (from.fraction() < to.fraction() ? 0 : 1);
    return millis(lane) == EdgeTimes.CLOSED
        ? UNREACHABLE
        : until(lane, to.fraction()) - until(lane, from.fraction());
  }

  /** A search backwards from a position, which goes on as far as it is asked for. */
  private final class Search {
    /** Least time from node i that has been found. */
    private final int[] millis = new int[edges.nodeCount()];

    private final LongHeapPriorityQueue queue = new LongHeapPriorityQueue();

    Search(RoadPosition to) {
      Arrays.fill(millis, UNREACHABLE);
      for (int lane = 2 * to.edge(); lane <= 2 * to.edge() + 1; lane++) {
        if (to.fraction() == end(lane ^ 1)) {
          improve(tail(lane), 0);
        } else if (millis(lane) < EdgeTimes.CLOSED) {
          improve(tail(lane), until(lane, to.fraction()));
        }
      }
    }

    private void improve(int node, int time) {
      if (time < millis[node]) {
        millis[node] = time;
        queue.enqueue((long) time << 32 | node);
      }
    }

    /** Least time from a node, or UNREACHABLE. */
    int from(int node) {
      while (!queue.isEmpty() && queue.firstLong() >> 32 < millis[node]) {
        long next = queue.dequeueLong();
        if (next >> 32 == millis[(int) next]) {
          settle((int) next);
        }
      }
      return millis[node];
    }

    private void settle(int node) {
      for (int i = firstLane[node]; i < firstLane[node + 1]; i++) {
        if (millis(lanesTo[i]) < EdgeTimes.CLOSED) {
          improve(tail(lanesTo[i]), millis[node] + millis(lanesTo[i]));
        }
      }
    }
  }

  @Override
  public void findDiversion(int fromPlace, int toPlace, int elapsed, Diversion result) {
    DrivePath path = engine.path(fromPlace, toPlace);
    checkShortest(path, fromPlace, toPlace);
    int piece = 0;
    while (piece < path.size() && path.endMillis(piece) < elapsed) {
      piece++;
    }
    if (piece == path.size() || path.endMillis(piece) == path.duration()) {
      result.set(toPlace, path.duration());
    } else {
      int lane = 2 * path.edge(piece) + (path.toFraction(piece) == 0 ? 1 : 0);
      result.set(~lane, path.endMillis(piece));
    }
  }

  /** A path is shortest when its pieces join and take as long together as Dijkstra says. */
  private void checkShortest(DrivePath path, int fromPlace, int toPlace) {
    String where = fromPlace + " to " + toPlace;
    assertEquals(duration(fromPlace, toPlace), path.duration(), where);
    RoadPosition at =
        fromPlace < 0
            ? new RoadPosition(~fromPlace / 2, end(~fromPlace))
            : engine.position(fromPlace);
    int clock = 0;
    for (int i = 0; i < path.size(); i++) {
      RoadPosition start = new RoadPosition(path.edge(i), path.fromFraction(i));
      assertTrue(isSame(at, start), where);
      at = new RoadPosition(path.edge(i), path.toFraction(i));
      clock += along(start, at);
      assertEquals(clock, path.endMillis(i), where);
    }
    assertTrue(isSame(at, engine.position(toPlace)), where);
  }

  private boolean isSame(RoadPosition position, RoadPosition other) {
    return (position.edge() == other.edge() && position.fraction() == other.fraction())
        || (node(position) >= 0 && node(position) == node(other));
  }

  /** The node at which a position lies, or -1. */
  private int node(RoadPosition position) {
    return position.fraction() == 0
        ? edges.base(position.edge())
        : position.fraction() == 1 ? edges.adjacent(position.edge()) : -1;
  }
}
