package org.ieum.traveltime;

import java.util.Arrays;
import java.util.PriorityQueue;

/** The plainest shortest paths: Dijkstra's algorithm over the list of edges, from one place. */
public final class ReferenceTimes {
  private final EdgeTimes edges;

  /** Time from the start to node i, ms. */
  private final int[] millis;

  private ReferenceTimes(EdgeTimes edges) {
    this.edges = edges;
    millis = new int[edges.nodeCount()];
    Arrays.fill(millis, TravelTimes.UNREACHABLE);
  }

  public static ReferenceTimes from(EdgeTimes edges, int node) {
    ReferenceTimes times = new ReferenceTimes(edges);
    times.millis[node] = 0;
    times.run();
    return times;
  }

  public static ReferenceTimes from(EdgeTimes edges, RoadPosition position) {
    ReferenceTimes times = new ReferenceTimes(edges);
    int edge = position.edge();
    int ahead = share(edges.forward(edge), position.fraction());
    int behind = share(edges.backward(edge), position.fraction());
    if (position.fraction() == 0) {
      times.improve(edges.base(edge), 0);
    }
    if (position.fraction() == 1) {
      times.improve(edges.adjacent(edge), 0);
    }
    if (edges.forward(edge) != EdgeTimes.CLOSED) {
      times.improve(edges.adjacent(edge), edges.forward(edge) - ahead);
    }
    if (edges.backward(edge) != EdgeTimes.CLOSED) {
      times.improve(edges.base(edge), behind);
    }
    times.run();
    return times;
  }

  private void improve(int node, int time) {
    millis[node] = Math.min(millis[node], time);
  }

  private static int share(int whole, double fraction) {
    return (int) Math.round(whole * fraction);
  }

  private void run() {
    FlatGraph graph = new FlatGraph(edges);
    PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    for (int node = 0; node < millis.length; node++) {
      if (millis[node] < TravelTimes.UNREACHABLE) {
        queue.add(new long[] {millis[node], node});
      }
    }
    while (!queue.isEmpty()) {
      long[] next = queue.remove();
      int node = (int) next[1];
      if (next[0] > millis[node]) {
        continue;
      }
      for (int arc = graph.outStart(node); arc < graph.outStart(node + 1); arc += 3) {
        int reached = millis[node] + graph.outMillis(arc);
        if (reached < millis[graph.outHead(arc)]) {
          millis[graph.outHead(arc)] = reached;
          queue.add(new long[] {reached, graph.outHead(arc)});
        }
      }
    }
  }

  public int to(int node) {
    return millis[node];
  }

  /** Time to a position, on whose edge the start does not lie. */
  public int to(RoadPosition position) {
    int edge = position.edge();
    int best = TravelTimes.UNREACHABLE;
    if (position.fraction() == 0) {
      best = Math.min(best, millis[edges.base(edge)]);
    }
    if (position.fraction() == 1) {
      best = Math.min(best, millis[edges.adjacent(edge)]);
    }
    if (edges.forward(edge) != EdgeTimes.CLOSED) {
      best =
          Math.min(
              best, millis[edges.base(edge)] + share(edges.forward(edge), position.fraction()));
    }
    if (edges.backward(edge) != EdgeTimes.CLOSED) {
      int rest = edges.backward(edge) - share(edges.backward(edge), position.fraction());
      best = Math.min(best, millis[edges.adjacent(edge)] + rest);
    }
    return best;
  }

  /** Time between any two positions. */
  public static int between(EdgeTimes edges, RoadPosition from, RoadPosition to) {
    int around = from(edges, from).to(to);
    if (from.edge() != to.edge()) {
      return around;
    }
    double f = from.fraction();
    double t = to.fraction();
    if (f == t) {
      return 0;
    }
    int whole = f < t ? edges.forward(from.edge()) : edges.backward(from.edge());
    return whole == EdgeTimes.CLOSED
        ? around
        : Math.min(around, Math.abs(share(whole, t) - share(whole, f)));
  }
}
