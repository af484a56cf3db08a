package org.ieum.traveltime;

/** The road graph itself: turns are free, and a vehicle may stand in either direction. */
public final class PlainGraph implements SearchGraph {
  private final EdgeTimes roads;

  /** Searches run on the roads as they are. */
  public PlainGraph(EdgeTimes roads) {
    this.roads = roads;
  }

  @Override
  public EdgeTimes edges() {
    return roads;
  }

  @Override
  public EdgeTimes roads() {
    return roads;
  }

  @Override
  public SearchGraph with(EdgeTimes newRoads) {
    if (!newRoads.hasSameEdges(roads)) {
      throw new IllegalArgumentException("the new times are for other edges");
    }
    return new PlainGraph(newRoads);
  }

  @Override
  public void leave(RoadPosition from, Seeds seeds) {
    int edge = from.edge();
    seeds.add(roads.base(edge), roads.toBase(from), 2 * edge + 1);
    seeds.add(roads.adjacent(edge), roads.toAdjacent(from), 2 * edge);
  }

  @Override
  public void enter(RoadPosition to, Seeds seeds) {
    int edge = to.edge();
    seeds.add(roads.base(edge), roads.fromBase(to), 2 * edge);
    seeds.add(roads.adjacent(edge), roads.fromAdjacent(to), 2 * edge + 1);
  }

  @Override
  public int along(RoadPosition from, RoadPosition to) {
    return roads.along(from, to);
  }

  @Override
  public int endNode(int lane) {
    return (lane & 1) == 0 ? roads.adjacent(lane >> 1) : roads.base(lane >> 1);
  }

  @Override
  public boolean isAtEnd(int lane, RoadPosition position) {
    if (position.edge() != lane >> 1) {
      return false;
    }
    return (lane & 1) == 0
        ? position.fraction() > 0.5 && roads.toAdjacent(position) == 0
        : position.fraction() < 0.5 && roads.toBase(position) == 0;
  }

  @Override
  public int lane(int edge, int head) {
    return roads.adjacent(edge) == head ? 2 * edge : 2 * edge + 1;
  }
}
