package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The positions that places stand for. Stop points come first and stay; others are held by those
 * who need them and make room when the last holder lets go. Two holders of one position share its
 * place, so equal places are equal numbers.
 *
 * <p>Each place keeps its two labels (what the hierarchy reaches upwards from it, and backwards to
 * it) from when they are first asked for, see {@link NodeLabels}. Their arrays go to the next place
 * when a place goes.
 */
final class PlaceTable {
  private static final int NONE = -1;

  private final int stopPoints;
  private final List<@Nullable RoadPosition> positions = new ArrayList<>();
  private final Object2IntOpenHashMap<RoadPosition> placeOf = new Object2IntOpenHashMap<>();
  private final IntArrayList free = new IntArrayList();
  private final NodeLabels forward;
  private final NodeLabels backward;
  private final Hierarchy hierarchy;
  private final RoadMetric metric;
  private boolean describes;
  private final Seeds seeds = new Seeds();
  private final PlaceExits exits;

  /**
   * Goes up with whatever happens to places. A table that mirrors another goes on from its number;
   * NONE when only the positions are those of another.
   */
  private long changes;

  /** How many hold place i; unused for stop points. */
  private int[] holders;

  /** Edge of place i. */
  private int[] edge;

  /** Label from place i: rank and time in turn. */
  private int[][] fromCells;

  /** Cells used of the label from place i, 0 when it is not known. */
  private int[] fromSize;

  /** Label to place i: rank and time in turn. */
  private int[][] toCells;

  /** Cells used of the label to place i, 0 when it is not known. */
  private int[] toSize;

  /** Whether many questions about place i follow. */
  private boolean[] focus;

  /** What the landmarks say of place i, from cell i * Landmarks.CELLS. */
  private int[] marks = new int[0];

  PlaceTable(RoadMetric metric, List<RoadPosition> stopPoints) {
    this.metric = metric;
    hierarchy = metric.hierarchy();
    this.stopPoints = stopPoints.size();
    positions.addAll(stopPoints);
    placeOf.defaultReturnValue(-1);
    forward = new NodeLabels(hierarchy, /* backward= */ false, metric.fromNodes());
    backward = new NodeLabels(hierarchy, /* backward= */ true, metric.toNodes());
    int room = Math.max(16, this.stopPoints);
    holders = new int[room];
    exits = new PlaceExits(hierarchy.graph(), hierarchy.edges().nodeCount(), room);
    edge = new int[room];
    for (int stop = 0; stop < this.stopPoints; stop++) {
      locate(stop, stopPoints.get(stop));
    }
    fromCells = new int[room][];
    fromSize = new int[room];
    toCells = new int[room][];
    toSize = new int[room];
    focus = new boolean[room];
  }

  /** The place of a position, which the caller holds from now on. */
  int acquire(RoadPosition position) {
    int place = placeOf.getInt(position);
    if (place < 0) {
      place = free.isEmpty() ? positions.size() : free.removeInt(free.size() - 1);
      if (place == positions.size()) {
        positions.add(null);
        reserve();
      }
      enter(place, position);
    }
    changes++;
    holders[place]++;
    return place;
  }

  private void enter(int place, RoadPosition position) {
    positions.set(place, position);
    placeOf.put(position, place);
    locate(place, position);
    exits.link(place);
    describe(place, position);
  }

  private void remove(int place) {
    placeOf.removeInt(position(place));
    exits.unlink(place);
    positions.set(place, null);
    fromSize[place] = 0;
    toSize[place] = 0;
  }

  private void locate(int place, RoadPosition position) {
    edge[place] = position.edge();
    exits.set(place, position, seeds);
  }

  /** The first entry of the places, other than stop points, that lead to a node, or -1. */
  int firstAt(int node) {
    return exits.firstAt(node);
  }

  /** The entry after another, or -1; entry i stands for place i / 2. */
  int nextAt(int entry) {
    return exits.nextAt(entry);
  }

  boolean isSameEdge(int place, int other) {
    return edge[place] == edge[other];
  }

  /** The road edge of a place. */
  int edge(int place) {
    return edge[place];
  }

  /** The node at which a place lies: all ways from it to other roads lead from there; or -1. */
  int exit(int place) {
    return exits.node(place, edge[place]);
  }

  /** Adds the nodes by which a place is entered or left. */
  void join(int place, boolean enters, Seeds result) {
    if (enters) {
      hierarchy.graph().enter(position(place), result);
    } else {
      hierarchy.graph().leave(position(place), result);
    }
  }

  /** Whether a node is part of the hierarchy, and has labels. */
  boolean isSearched(int node) {
    return hierarchy.contains(node);
  }

  /** The label from a node; not to be changed. */
  int[] fromNode(int node) {
    return forward.of(node);
  }

  /** The label to a node; not to be changed. */
  int[] toNode(int node) {
    return backward.of(node);
  }

  /** Shortest time by way of the nodes to which a place leads. */
  int throughExits(int place, int[] millisByNode) {
    return exits.through(place, millisByNode);
  }

  private void reserve() {
    int room = holders.length;
    if (positions.size() > room) {
      room *= 2;
      holders = Arrays.copyOf(holders, room);
      exits.reserve(room);
      edge = Arrays.copyOf(edge, room);
      fromCells = Arrays.copyOf(fromCells, room);
      fromSize = Arrays.copyOf(fromSize, room);
      toCells = Arrays.copyOf(toCells, room);
      toSize = Arrays.copyOf(toSize, room);
      focus = Arrays.copyOf(focus, room);
    }
    if (marks.length < room * Landmarks.CELLS) {
      marks = Arrays.copyOf(marks, room * Landmarks.CELLS);
    }
  }

  private void describe(int place, RoadPosition position) {
    Landmarks known = metric.landmarks();
    if (!describes) {
      describes = true;
      reserve();
      for (int stop = 0; stop < stopPoints; stop++) {
        known.describe(position(stop), seeds, marks, stop * Landmarks.CELLS);
      }
    }
    known.describe(position, seeds, marks, place * Landmarks.CELLS);
  }

  /** A copy of the positions of all places, null where nobody holds one. */
  List<@Nullable RoadPosition> positions() {
    return new ArrayList<>(positions);
  }

  /** Gives all places the positions that they have in another table. */
  void mirror(List<@Nullable RoadPosition> wanted) {
    for (int place = stopPoints; place < positions.size(); place++) {
      RoadPosition own = positions.get(place);
      if (own != null && !own.equals(wanted.get(place))) {
        remove(place);
      }
    }
    changes = NONE;
    for (int place = stopPoints; place < wanted.size(); place++) {
      if (place == positions.size()) {
        positions.add(null);
        reserve();
      }
      RoadPosition position = wanted.get(place);
      if (position != null && positions.get(place) == null) {
        enter(place, position);
      }
    }
  }

  /** Makes all labels that are not known. */
  void makeLabels() {
    for (int place = 0; place < positions.size(); place++) {
      if (positions.get(place) != null) {
        fromSize(place);
        toSize(place);
      }
    }
  }

  /** Takes over the places of another table, which may stand on another metric. */
  void mirror(PlaceTable other) {
    mirror(other.positions);
    holders = Arrays.copyOf(other.holders, holders.length);
    focus = Arrays.copyOf(other.focus, focus.length);
    free.clear();
    free.addAll(other.free);
    changes = other.changes;
  }

  /** Whether nothing has happened to another table since this one took over its places. */
  boolean mirrors(PlaceTable other) {
    return changes == other.changes;
  }

  void retain(int place) {
    if (place >= stopPoints) {
      changes++;
      holders[place]++;
    }
  }

  void release(int place) {
    if (place < stopPoints) {
      return;
    }
    if (holders[place] <= 0) {
      throw new IllegalStateException("place " + place + " is let go more often than held");
    }
    changes++;
    if (--holders[place] == 0) {
      remove(place);
      free.add(place);
    }
  }

  /** How many places that are no stop points are held. */
  int heldCount() {
    return placeOf.size();
  }

  RoadPosition position(int place) {
    RoadPosition position = positions.get(place);
    if (position == null) {
      throw new IllegalStateException("place " + place + " is held by nobody");
    }
    return position;
  }

  boolean isFocus(int place) {
    return focus[place];
  }

  void setFocus(int place, boolean isFocus) {
    changes++;
    focus[place] = isFocus;
  }

  /** Whether a place is where a vehicle on a directed edge comes to its end. */
  boolean endsAt(int edgeEnd, int place) {
    return hierarchy.graph().isAtEnd(~edgeEnd, position(place));
  }

  /** Time between places that need no node, on one edge or where a vehicle is, else UNREACHABLE. */
  int withoutNodes(int fromPlace, int toPlace) {
    if (fromPlace < 0) {
      return endsAt(fromPlace, toPlace) ? 0 : TravelTimes.UNREACHABLE;
    }
    if (fromPlace == toPlace) {
      return 0;
    }
    return isSameEdge(fromPlace, toPlace)
        ? hierarchy.graph().along(position(fromPlace), position(toPlace))
        : TravelTimes.UNREACHABLE;
  }

  /** Widens a range of what landmarks say by a place. */
  void widen(int place, int[] least, int[] most) {
    for (int i = 0; i < Landmarks.CELLS; i++) {
      least[i] = Math.min(least[i], marks[place * Landmarks.CELLS + i]);
      most[i] = Math.max(most[i], marks[place * Landmarks.CELLS + i]);
    }
  }

  int boundToRange(int fromPlace, int[] least, int[] most) {
    return Landmarks.boundToRange(marks, fromPlace * Landmarks.CELLS, least, most);
  }

  int boundFromEdgeEnd(int edgeEnd, int[] least, int[] most) {
    return metric.landmarks().boundToRange(hierarchy.graph().endNode(~edgeEnd), least, most);
  }

  int boundFromRange(int[] least, int[] most, int toPlace) {
    return Landmarks.boundFromRange(least, most, marks, toPlace * Landmarks.CELLS);
  }

  int bound(int fromPlace, int toPlace) {
    return Landmarks.bound(marks, fromPlace * Landmarks.CELLS, toPlace * Landmarks.CELLS);
  }

  /** The label from the end of a directed edge; not to be changed. */
  int[] fromEdgeEnd(int edgeEnd) {
    return fromNode(hierarchy.graph().endNode(~edgeEnd));
  }

  /** Makes the label from a place unless it is known; returns how many cells it takes. */
  int fromSize(int place) {
    if (fromSize[place] == 0) {
      seeds.clear();
      hierarchy.graph().leave(position(place), seeds);
      fromSize[place] = forward.write(seeds);
      fromCells[place] = copy(forward, fromSize[place], fromCells[place]);
    }
    return fromSize[place];
  }

  /** The label from a place, after {@link #fromSize}. */
  int[] fromCells(int place) {
    return fromCells[place];
  }

  /** Makes the label to a place unless it is known; returns how many cells it takes. */
  int toSize(int place) {
    if (toSize[place] == 0) {
      seeds.clear();
      hierarchy.graph().enter(position(place), seeds);
      toSize[place] = backward.write(seeds);
      toCells[place] = copy(backward, toSize[place], toCells[place]);
    }
    return toSize[place];
  }

  /** The label to a place, after {@link #toSize}. */
  int[] toCells(int place) {
    return toCells[place];
  }

  private static int[] copy(NodeLabels labels, int size, int @Nullable [] old) {
    int[] cells = old != null && old.length >= size ? old : new int[size + size / 4];
    System.arraycopy(labels.cells(), 0, cells, 0, size);
    return cells;
  }
}
