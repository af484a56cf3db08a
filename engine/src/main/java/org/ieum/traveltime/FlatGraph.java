package org.ieum.traveltime;

/**
 * A directed road graph as adjacency arrays: the arcs that leave a node lie side by side, and so do
 * those that enter it. Immutable.
 */
public final class FlatGraph {
  private final EdgeTimes edges;

  /** Position in {@link #outArcs} of the first arc that leaves node i; has one entry more. */
  private final int[] outStart;

  /** Arcs by the node they leave, three cells each: head, time in ms, edge. */
  private final int[] outArcs;

  /** Position in {@link #inArcs} of the first arc that enters node i; has one entry more. */
  private final int[] inStart;

  /** Arcs by the node they enter, three cells each: tail, time in ms, edge. */
  private final int[] inArcs;

  /** Builds the arcs of all open directions; edges that return to their own node are left out. */
  public FlatGraph(EdgeTimes edges) {
    this.edges = edges;
    int nodes = edges.nodeCount();
    outStart = new int[nodes + 1];
    inStart = new int[nodes + 1];
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      if (edges.base(edge) != edges.adjacent(edge)) {
        count(edges.base(edge), edges.adjacent(edge), edges.forward(edge));
        count(edges.adjacent(edge), edges.base(edge), edges.backward(edge));
      }
    }
    for (int node = 0; node < nodes; node++) {
      outStart[node + 1] += outStart[node];
      inStart[node + 1] += inStart[node];
    }
    outArcs = new int[outStart[nodes]];
    inArcs = new int[inStart[nodes]];
    int[] nextOut = outStart.clone();
    int[] nextIn = inStart.clone();
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      int base = edges.base(edge);
      int adjacent = edges.adjacent(edge);
      if (base != adjacent) {
        if (edges.forward(edge) != EdgeTimes.CLOSED) {
          put(outArcs, nextOut, base, adjacent, edges.forward(edge), edge);
          put(inArcs, nextIn, adjacent, base, edges.forward(edge), edge);
        }
        if (edges.backward(edge) != EdgeTimes.CLOSED) {
          put(outArcs, nextOut, adjacent, base, edges.backward(edge), edge);
          put(inArcs, nextIn, base, adjacent, edges.backward(edge), edge);
        }
      }
    }
  }

  private void count(int tail, int head, int millis) {
    if (millis != EdgeTimes.CLOSED) {
      outStart[tail + 1] += 3;
      inStart[head + 1] += 3;
    }
  }

  private static void put(int[] arcs, int[] next, int at, int other, int millis, int edge) {
    int i = next[at];
    next[at] = i + 3;
    arcs[i] = other;
    arcs[i + 1] = millis;
    arcs[i + 2] = edge;
  }

  public EdgeTimes edges() {
    return edges;
  }

  public int nodeCount() {
    return outStart.length - 1;
  }

  /** How many arcs there are; a road open in both directions counts twice. */
  public int arcCount() {
    return outArcs.length / 3;
  }

  /** First position of the arcs that leave a node; steps of 3 up to {@code outStart(node + 1)}. */
  public int outStart(int node) {
    return outStart[node];
  }

  /** Node to which the arc at a position leads. */
  public int outHead(int position) {
    return outArcs[position];
  }

  /** Time along the arc at a position, ms. */
  public int outMillis(int position) {
    return outArcs[position + 1];
  }

  /** Road edge of the arc at a position. */
  public int outEdge(int position) {
    return outArcs[position + 2];
  }

  /** First position of the arcs that enter a node; steps of 3 up to {@code inStart(node + 1)}. */
  public int inStart(int node) {
    return inStart[node];
  }

  /** Node from which the arc at a position comes. */
  public int inTail(int position) {
    return inArcs[position];
  }

  /** Time along the arc at a position, ms. */
  public int inMillis(int position) {
    return inArcs[position + 1];
  }

  /** Road edge of the arc at a position. */
  public int inEdge(int position) {
    return inArcs[position + 2];
  }

  /** The arcs themselves, for inner loops: other end, time, edge; not to be changed. */
  int[] outCells() {
    return outArcs;
  }

  /** The arcs that enter, like {@link #outCells}. */
  int[] inCells() {
    return inArcs;
  }
}
