package org.ieum.road;

import java.nio.file.Path;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.ModeNetwork;
import org.ieum.traveltime.NodeOrder;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RideRules;
import org.ieum.traveltime.Snapper;
import org.jspecify.annotations.Nullable;

/**
 * The roads and footpaths of an area, as one graph for driving, walking and riding. Cars use only
 * the largest part in which every place reaches every other one; people on foot and on scooters use
 * every part that is not tiny. Immutable and thread-safe.
 *
 * <p>The hierarchies for walking and riding stand on an order of nodes of their own, which is made
 * when it is first needed: nested dissection without a crown ({@link NodeOrder#ofPaths}) of all
 * ways that either may use, since neither has fast roads that all long ways share. On Porto (76,022
 * nodes) the order takes 0.9 s, a hierarchy on it 0.1 s, a query between positions 60 to 80 us and
 * a matrix of 1,000 positions 90 ms, on a busy machine. Zones change speeds, never the order.
 */
public final class RoadNetwork {
  /** Stands for the time of U-turns where all turns are free and allowed. */
  static final int FREE_TURNS = -1;

  private final RoadGeometry geometry;
  private final EdgeTimes driving;
  private final Hierarchy hierarchy;

  /** Whether cars may use edge i but cannot get there, or not away, from the largest part. */
  private final boolean[] cutOff;

  /** Code of the class of edge i. */
  private final byte[] roadClasses;

  private final RideWays rideWays;
  private final TurnRestrictions restrictions;

  /** Time of a U-turn, ms, or FREE_TURNS. */
  private final int uTurn;

  private final Lazy<int[]> pathOrder = new Lazy<>(() -> NodeOrder.ofPaths(paths()));
  private @Nullable SnapGrid drivingGrid;
  private @Nullable SnapGrid walkingGrid;
  private @Nullable SnapGrid cutOffGrid;

  RoadNetwork(
      RoadGeometry geometry,
      Hierarchy hierarchy,
      boolean[] cutOff,
      byte[] roadClasses,
      RideWays rideWays,
      TurnRestrictions restrictions,
      int uTurn) {
    this.geometry = geometry;
    this.hierarchy = hierarchy;
    this.cutOff = cutOff;
    this.roadClasses = roadClasses;
    this.rideWays = rideWays;
    this.restrictions = restrictions;
    this.uTurn = uTurn;
    driving = hierarchy.graph().roads();
  }

  /**
   * Reads an OpenStreetMap extract and contracts its roads. Takes seconds; see {@link AreaCache}.
   *
   * @throws org.ieum.progress.InputException when the file is missing, damaged, has negative ids or
   *     no roads for cars
   */
  public static RoadNetwork read(Path pbf) {
    return NetworkBuilder.build(pbf);
  }

  /**
   * The same roads with turns that take time or are forbidden by the map. The largest part is a
   * part of lanes then, so a few roads more may be cut off. Takes seconds.
   *
   * @param uTurnMillis time to turn round, see {@link TurnRules}
   */
  public RoadNetwork withTurns(int uTurnMillis) {
    if (uTurn == uTurnMillis) {
      return this;
    }
    if (uTurn != FREE_TURNS) {
      throw new IllegalStateException("U-turns take " + uTurn + " ms already, not " + uTurnMillis);
    }
    return new LaneNetwork(this, uTurnMillis).toNetwork();
  }

  /** How many nodes there are, for cars and people on foot. */
  public int nodeCount() {
    return driving.nodeCount();
  }

  /** How many edges there are, for cars and people on foot. */
  public int edgeCount() {
    return driving.edgeCount();
  }

  /** Shapes and lengths of the edges. */
  public PathGeometry geometry() {
    return geometry;
  }

  /** Driving times; closed outside the largest part. */
  public EdgeTimes driving() {
    return driving;
  }

  /** The driving times, contracted; on lanes where turns count. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /**
   * Makes hierarchies for other driving times on the order of {@link #hierarchy}; belongs to one
   * thread.
   *
   * @param threads how many threads it may use
   */
  public Customization customization(int threads) {
    return new Customization(hierarchy.graph(), hierarchy.nodeOfRankCells(), threads);
  }

  /** What a road is for. */
  public RoadClass roadClass(int edge) {
    return RoadClass.ofCode(roadClasses[edge]);
  }

  /** Walking times at a speed in metres per second, the same in both directions. */
  public EdgeTimes walking(double metresPerSecond) {
    if (!(metresPerSecond > 0)) {
      throw new IllegalArgumentException("walking speed must be > 0 m/s, was " + metresPerSecond);
    }
    int[] base = new int[edgeCount()];
    int[] adjacent = new int[edgeCount()];
    int[] millis = new int[edgeCount()];
    for (int edge = 0; edge < millis.length; edge++) {
      base[edge] = driving.base(edge);
      adjacent[edge] = driving.adjacent(edge);
      millis[edge] =
          geometry.walkable(edge)
              ? (int) Math.max(1, Math.round(geometry.length(edge) / metresPerSecond * 1000))
              : EdgeTimes.CLOSED;
    }
    return new EdgeTimes(nodeCount(), base, adjacent, millis, millis.clone());
  }

  /** The ways for people on foot at a speed in metres per second. */
  public ModeNetwork onFoot(double metresPerSecond) {
    return ModeRoads.walking(this, walking(metresPerSecond));
  }

  /**
   * The ways for scooters, which are ridden where bicycles may go.
   *
   * @param rules where they are slower or must not be
   */
  public ModeNetwork riding(RideProfile profile, RideRules rules) {
    return ModeRoads.riding(this, new RideTimes(rideWays, geometry, profile, rules).on(driving));
  }

  /** All edges that may be walked or ridden, open in both directions. */
  EdgeTimes paths() {
    int[] open = new int[edgeCount()];
    for (int edge = 0; edge < open.length; edge++) {
      open[edge] = geometry.walkable(edge) || rideWays.isUsed(edge) ? 1 : EdgeTimes.CLOSED;
    }
    return driving.withTimes(open, open.clone());
  }

  /** The nodes of {@link #paths}, most important first; not to be changed. */
  int[] pathOrder() {
    return pathOrder.get();
  }

  /** Snaps to roads on which cars can get anywhere, within a radius in metres. */
  public synchronized Snapper drivingSnapper(double radius) {
    if (drivingGrid == null) {
      drivingGrid = grid(geometry.drivableCells());
    }
    return new GridSnapper(drivingGrid, radius);
  }

  /** Snaps to roads like {@link #drivingSnapper}, and to the lane next to one side of vehicles. */
  public synchronized Snapper kerbSnapper(double radius, KerbSide side) {
    if (drivingGrid == null) {
      drivingGrid = grid(geometry.drivableCells());
    }
    return new KerbSnapper(drivingGrid, radius, driving, side);
  }

  /** Snaps to where people can walk, within a radius in metres. */
  public synchronized Snapper walkingSnapper(double radius) {
    if (walkingGrid == null) {
      walkingGrid = grid(geometry.walkableCells());
    }
    return new GridSnapper(walkingGrid, radius);
  }

  /** Snaps to roads that cars can use but not reach or leave, within a radius in metres. */
  synchronized Snapper cutOffSnapper(double radius) {
    if (cutOffGrid == null) {
      cutOffGrid = grid(cutOff);
    }
    return new GridSnapper(cutOffGrid, radius);
  }

  private SnapGrid grid(boolean[] open) {
    return new SnapGrid(geometry, open);
  }

  /** Edges by whether they are cut off, for storing. */
  boolean[] cutOffCells() {
    return cutOff;
  }

  /** Codes of the road classes by edge; not to be changed. */
  byte[] roadClassCells() {
    return roadClasses;
  }

  RideWays rideWays() {
    return rideWays;
  }

  TurnRestrictions restrictions() {
    return restrictions;
  }

  /** Time of a U-turn, ms, or FREE_TURNS. */
  int uTurn() {
    return uTurn;
  }

  RoadGeometry roadGeometry() {
    return geometry;
  }
}
