package org.ieum.road;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.ieum.traveltime.EdgeTimes;

/** Tells GraphHopper the time along an edge in whole units of {@link Contraction#UNIT_MILLIS}. */
final class UnitWeighting implements Weighting {
  private final EdgeTimes edges;
  private final IntArrayList roadEdge;

  /**
   * A weighting by edge times.
   *
   * @param roadEdge road edge of GraphHopper's edge i
   */
  UnitWeighting(EdgeTimes edges, IntArrayList roadEdge) {
    this.edges = edges;
    this.roadEdge = roadEdge;
  }

  @Override
  public double calcMinWeightPerDistance() {
    return 0;
  }

  @Override
  public double calcEdgeWeight(EdgeIteratorState state, boolean reverse) {
    int edge = roadEdge.getInt(state.getEdge());
    boolean turned = state.get(EdgeIteratorState.REVERSE_STATE);
    int millis = turned == reverse ? edges.forward(edge) : edges.backward(edge);
    return millis == EdgeTimes.CLOSED
        ? Double.POSITIVE_INFINITY
        : millis / (double) Contraction.UNIT_MILLIS;
  }

  @Override
  public long calcEdgeMillis(EdgeIteratorState state, boolean reverse) {
    return Math.round(calcEdgeWeight(state, reverse) * Contraction.UNIT_MILLIS);
  }

  @Override
  public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
    return 0;
  }

  @Override
  public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
    return 0;
  }

  @Override
  public boolean hasTurnCosts() {
    return false;
  }

  @Override
  public String getName() {
    return "units";
  }
}
