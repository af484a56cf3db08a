package org.ieum.traveltime;

/**
 * What is within a time limit of a place, on ways that may take longer in one direction than in the
 * other. A search covers everything around; then each position costs a few additions, so a list of
 * positions may change from one search to the next (scooters do). Exact. Holds scratch memory and
 * belongs to one thread.
 */
public final class ReachSearch {
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;

  private final FlatGraph graph;
  private final EdgeTimes edges;
  private final LocalSearch ahead;
  private final LocalSearch behind;
  private RoadPosition place = new RoadPosition(0, 0);
  private boolean backward;
  private int limit = -1;

  /** Prepares the search on the graph of a {@link ModeNetwork}. */
  public ReachSearch(FlatGraph graph) {
    this.graph = graph;
    edges = graph.edges();
    ahead = new LocalSearch(graph);
    behind = LocalSearch.backward(graph);
  }

  /** The same for another thread. */
  public ReachSearch fork() {
    return new ReachSearch(graph);
  }

  /**
   * Finds what can be reached from a place.
   *
   * @param longest time limit, ms, included
   */
  public void from(RoadPosition start, int longest) {
    ahead.run(start, longest);
    place = start;
    backward = false;
    limit = longest;
  }

  /**
   * Finds from where a place can be reached.
   *
   * @param longest time limit, ms, included
   */
  public void to(RoadPosition end, int longest) {
    behind.run(end, longest);
    place = end;
    backward = true;
    limit = longest;
  }

  /**
   * The shortest time between the place of the last search and another one, in the direction of the
   * search, ms, or {@link TravelTimes#UNREACHABLE} when it is above the limit.
   */
  public int millis(RoadPosition other) {
    int base = edges.base(other.edge());
    int adjacent = edges.adjacent(other.edge());
    int millis;
    if (backward) {
      millis = edges.along(other, place);
      millis = Math.min(millis, edges.toBase(other) + behind.millis(base));
      millis = Math.min(millis, edges.toAdjacent(other) + behind.millis(adjacent));
    } else {
      millis = edges.along(place, other);
      millis = Math.min(millis, ahead.millis(base) + edges.fromBase(other));
      millis = Math.min(millis, ahead.millis(adjacent) + edges.fromAdjacent(other));
    }
    return millis <= limit ? millis : UNREACHABLE;
  }
}
