package org.ieum.road;

import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.CHStorage;
import com.graphhopper.storage.RoutingCHEdgeExplorer;
import com.graphhopper.storage.RoutingCHEdgeIterator;
import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.RoutingCHGraphImpl;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.ieum.progress.InputException;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.HierarchyBuilder;

/**
 * Contracts a road graph with GraphHopper.
 *
 * <p>Design note. GraphHopper gets a graph of its own that holds nothing but the usable edges and
 * their nodes, so that footpaths do not swell the hierarchy of the cars. Weights are whole numbers
 * of units of {@value #UNIT_MILLIS} ms: GraphHopper keeps a shortcut as its weight times 1000 in 32
 * bits, so whole units are exact, and the longest shortcut is 11.9 hours.
 */
public final class Contraction {
  /** All edge times are multiples of this, ms. */
  public static final int UNIT_MILLIS = 10;

  private final EdgeTimes edges;

  /** Node in the contracted graph of road node i, or -1. */
  private final int[] inner;

  /** Road node of contracted node i. */
  private final IntArrayList outer = new IntArrayList();

  /** Road edge of contracted edge i. */
  private final IntArrayList roadEdge = new IntArrayList();

  private int repeats;
  private final BaseGraph base;
  private final CHStorage storage;
  private final RoutingCHGraph graph;

  /**
   * Contracts all usable edges.
   *
   * @throws IllegalArgumentException when an edge time is no multiple of the unit
   * @throws InputException when a shortcut is longer than GraphHopper can store
   */
  public Contraction(EdgeTimes edges) {
    this.edges = edges;
    inner = new int[edges.nodeCount()];
    Arrays.fill(inner, -1);
    base = new BaseGraph.Builder(1).create();
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      if (edges.usable(edge) && edges.base(edge) != edges.adjacent(edge)) {
        checkUnits(edge, edges.forward(edge));
        checkUnits(edge, edges.backward(edge));
        base.edge(innerNode(edges.base(edge)), innerNode(edges.adjacent(edge))).setDistance(1);
        roadEdge.add(edge);
      }
    }
    base.freeze();
    CHConfig config = config("drive", edges);
    storage = storage(PrepareContractionHierarchies.fromGraph(base, config));
    graph = RoutingCHGraphImpl.fromGraph(base, storage, config);
  }

  /** The roads of another contraction in its order, with other times. */
  private Contraction(Contraction other, EdgeTimes edges, String name) {
    this.edges = edges;
    inner = other.inner;
    outer.addAll(other.outer);
    roadEdge.addAll(other.roadEdge);
    base = other.base;
    CHConfig config = config(name, edges);
    storage =
        storage(
            PrepareContractionHierarchies.fromGraph(base, config)
                .useFixedNodeOrdering(other.storage.getNodeOrderingProvider()));
    graph = RoutingCHGraphImpl.fromGraph(base, storage, config);
  }

  private CHConfig config(String name, EdgeTimes times) {
    return CHConfig.nodeBased(name, new UnitWeighting(times, roadEdge));
  }

  private static CHStorage storage(PrepareContractionHierarchies preparation) {
    CHStorage prepared = preparation.doWork().getCHStorage();
    int tooLong = prepared.getNumShortcutsExceedingWeight();
    if (tooLong > 0) {
      throw new InputException(
          "the area is too large: " + tooLong + " shortcuts take longer than 11.9 hours");
    }
    return prepared;
  }

  /**
   * Contracts the same edges with other times in the same order of nodes, only to compare its time
   * with that of {@link org.ieum.traveltime.Customization}. Its {@link #toHierarchy} may refuse:
   * with a fixed order GraphHopper has left shortcuts that are longer than their halves.
   */
  public Contraction again(EdgeTimes times) {
    // GraphHopper keeps what it prepared in the directory of the graph, by name.
    repeats++;
    return new Contraction(this, times, "drive" + repeats);
  }

  private static void checkUnits(int edge, int millis) {
    if (millis != EdgeTimes.CLOSED && millis % UNIT_MILLIS != 0) {
      throw new IllegalArgumentException(
          "time of edge " + edge + " must be a multiple of " + UNIT_MILLIS + ", was " + millis);
    }
  }

  private int innerNode(int node) {
    if (inner[node] < 0) {
      inner[node] = outer.size();
      outer.add(node);
    }
    return inner[node];
  }

  /** GraphHopper's own contracted graph, to compare with; weights are in units. */
  public RoutingCHGraph graphHopperGraph() {
    return graph;
  }

  /** The node in GraphHopper's contracted graph of a road node, or -1. */
  public int graphHopperNode(int node) {
    return inner[node];
  }

  /** Copies the contracted graph into flat arrays. */
  public Hierarchy toHierarchy() {
    int size = outer.size();
    int[] nodeOfRank = new int[size];
    for (int node = 0; node < size; node++) {
      nodeOfRank[size - 1 - graph.getLevel(node)] = outer.getInt(node);
    }
    HierarchyBuilder builder = new HierarchyBuilder(edges, nodeOfRank);
    for (int i = 0; i < roadEdge.size(); i++) {
      builder.addEdge(roadEdge.getInt(i));
    }
    RoutingCHEdgeExplorer out = graph.createOutEdgeExplorer();
    RoutingCHEdgeExplorer in = graph.createInEdgeExplorer();
    for (int node = 0; node < size; node++) {
      addShortcuts(builder, node, out.setBaseNode(node), /* reverse= */ false);
      addShortcuts(builder, node, in.setBaseNode(node), /* reverse= */ true);
    }
    return builder.build();
  }

  /** GraphHopper keeps a shortcut at its lower end only, so each comes by once per direction. */
  private void addShortcuts(
      HierarchyBuilder builder, int node, RoutingCHEdgeIterator arcs, boolean reverse) {
    while (arcs.next()) {
      double weight = arcs.getWeight(reverse);
      if (!arcs.isShortcut() || Double.isInfinite(weight)) {
        continue;
      }
      int millis = Math.toIntExact(Math.round(weight) * UNIT_MILLIS);
      int from = outer.getInt(reverse ? arcs.getAdjNode() : node);
      int to = outer.getInt(reverse ? node : arcs.getAdjNode());
      builder.addShortcut(from, to, millis, outer.getInt(bypassed(arcs, node)));
    }
  }

  /** The node that a shortcut bypasses: the other end of its half that starts at its own. */
  private int bypassed(RoutingCHEdgeIteratorState shortcut, int node) {
    int adjacent = shortcut.getAdjNode();
    RoutingCHEdgeIteratorState half =
        graph.getEdgeIteratorState(shortcut.getSkippedEdge1(), Integer.MIN_VALUE);
    int end = half.getBaseNode();
    return end == node || end == adjacent ? half.getAdjNode() : end;
  }
}
