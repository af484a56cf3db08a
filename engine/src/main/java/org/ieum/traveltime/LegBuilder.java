package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds shortest paths and writes them out piece by piece. Belongs to one thread. */
final class LegBuilder {
  private final Hierarchy hierarchy;
  private final SearchGraph graph;
  private final Seeds seeds = new Seeds();
  private final OneToOneQuery query;
  private final IntArrayList arcs = new IntArrayList();

  /** Lane of piece i. */
  private final IntArrayList lanes = new IntArrayList();

  /** Where the first piece begins on its edge. */
  private double firstFraction;

  /** Where the last piece ends on its edge. */
  private double lastFraction;

  /** Time from the start to the end of piece i, ms. */
  private final IntArrayList endMillis = new IntArrayList();

  /** Time from the start to the end of the last piece, ms. */
  private int clock;

  /** Rank at which the path enters the hierarchy. */
  private int entryRank;

  LegBuilder(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    graph = hierarchy.graph();
    query = new OneToOneQuery(hierarchy);
  }

  /** The leg from a node. */
  Leg fromNode(int node, int fromPlace, RoadPosition to, int toPlace) {
    checkFound(query.duration(node, to), fromPlace, toPlace);
    begin();
    hierarchyPieces();
    lastPiece(lastNode(node), to);
    return leg(fromPlace, null, toPlace, to);
  }

  /** The leg from a position. */
  Leg fromPosition(RoadPosition from, int fromPlace, RoadPosition to, int toPlace) {
    int duration = query.duration(from, to);
    checkFound(duration, fromPlace, toPlace);
    pieces(from, to, duration);
    return leg(fromPlace, from, toPlace, to);
  }

  /** The path between two positions, empty when there is none. */
  Optional<DrivePath> findPath(RoadPosition from, RoadPosition to) {
    int duration = query.duration(from, to);
    if (duration == TravelTimes.UNREACHABLE) {
      return Optional.empty();
    }
    pieces(from, to, duration);
    return Optional.of(path());
  }

  private void pieces(RoadPosition from, RoadPosition to, int duration) {
    begin();
    if (query.throughNodes()) {
      int entry = hierarchy.node(entryRank);
      firstPiece(from, entry);
      hierarchyPieces();
      lastPiece(lastNode(entry), to);
    } else if (from.fraction() != to.fraction()) {
      int against = to.fraction() < from.fraction() ? 1 : 0;
      add(2 * from.edge() + against, from.fraction(), to.fraction(), duration);
    }
  }

  /** The leg to where the vehicle is. */
  Leg standing(int fromPlace, RoadPosition to, int toPlace) {
    lanes.clear();
    firstFraction = 0;
    lastFraction = 0;
    endMillis.clear();
    return leg(fromPlace, null, toPlace, to);
  }

  private static void checkFound(int duration, int fromPlace, int toPlace) {
    if (duration == TravelTimes.UNREACHABLE) {
      throw new IllegalArgumentException(
          "no path from place " + fromPlace + " to place " + toPlace);
    }
  }

  /** Starts a new leg with what the query found. */
  private void begin() {
    lanes.clear();
    firstFraction = 0;
    lastFraction = 0;
    endMillis.clear();
    clock = 0;
    arcs.clear();
    if (query.throughNodes()) {
      entryRank = query.unpack(arcs);
    }
  }

  private int lastNode(int first) {
    return arcs.isEmpty() ? first : headNode(arcs.getInt(arcs.size() - 1));
  }

  private int headNode(int arc) {
    return hierarchy.node(hierarchy.climbs(arc) ? hierarchy.upper(arc) : hierarchy.lower(arc));
  }

  private void firstPiece(RoadPosition from, int entry) {
    seeds.clear();
    graph.leave(from, seeds);
    int seed = seeds.quickestAt(entry);
    double end = end(seeds.lane(seed));
    add(seeds.lane(seed), from.fraction(), end, seeds.millis(seed));
  }

  private void hierarchyPieces() {
    for (int i = 0; i < arcs.size(); i++) {
      int arc = arcs.getInt(i);
      int lane = graph.lane(hierarchy.edge(arc), headNode(arc));
      add(lane, 1 - end(lane), end(lane), hierarchy.millis(arc));
    }
  }

  private void lastPiece(int exit, RoadPosition to) {
    seeds.clear();
    graph.enter(to, seeds);
    int seed = seeds.quickestAt(exit);
    add(seeds.lane(seed), 1 - end(seeds.lane(seed)), to.fraction(), seeds.millis(seed));
  }

  /** The fraction of its edge at which a lane ends. */
  private static double end(int lane) {
    return 1 - (lane & 1);
  }

  private void add(int lane, double from, double to, int millis) {
    if (from == to && millis == 0) {
      return;
    }
    if (lanes.isEmpty()) {
      firstFraction = from;
    }
    clock += millis;
    lanes.add(lane);
    lastFraction = to;
    endMillis.add(clock);
  }

  private Leg leg(int fromPlace, @Nullable RoadPosition from, int toPlace, RoadPosition to) {
    return new Leg(fromPlace, from, toPlace, to, path());
  }

  private DrivePath path() {
    return new DrivePath(lanes.toIntArray(), endMillis.toIntArray(), firstFraction, lastFraction);
  }
}
