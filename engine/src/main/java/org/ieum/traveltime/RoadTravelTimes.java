package org.ieum.traveltime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Travel times and paths on a road graph: a matrix between stop points, kept labels from nodes to
 * stop points, and paths unpacked from the hierarchy, of which the recent ones are remembered
 * because a moving vehicle is asked about again and again.
 */
public final class RoadTravelTimes implements TravelTimes, DrivePaths {
  /** How many legs are remembered; a power of two. */
  private static final int REMEMBERED = 4096;

  private final Hierarchy hierarchy;
  private final List<RoadPosition> stopPoints;
  private final StopMatrix matrix;
  private final OneToManyQuery toStopPoints;
  private final LegBuilder legs;

  /** The leg last asked for of those whose places share hash i. */
  private final @Nullable Leg[] remembered = new @Nullable Leg[REMEMBERED];

  /** Searches the matrix and prepares all queries. */
  public RoadTravelTimes(Hierarchy hierarchy, List<RoadPosition> stopPoints) {
    this(hierarchy, stopPoints, new ManyToManyQuery(hierarchy).matrix(stopPoints));
  }

  /** Prepares the queries with a matrix known from before. */
  public RoadTravelTimes(Hierarchy hierarchy, List<RoadPosition> stopPoints, StopMatrix matrix) {
    this(hierarchy, List.copyOf(stopPoints), matrix, new OneToManyQuery(hierarchy, stopPoints));
  }

  private RoadTravelTimes(
      Hierarchy hierarchy,
      List<RoadPosition> stopPoints,
      StopMatrix matrix,
      OneToManyQuery toStopPoints) {
    if (matrix.size() != stopPoints.size()) {
      throw new IllegalArgumentException(
          "matrix is for " + matrix.size() + " stop points, there are " + stopPoints.size());
    }
    this.hierarchy = hierarchy;
    this.stopPoints = stopPoints;
    this.matrix = matrix;
    this.toStopPoints = toStopPoints;
    legs = new LegBuilder(hierarchy);
  }

  /** The same travel times for another thread; everything prepared is shared. */
  public RoadTravelTimes fork() {
    return new RoadTravelTimes(hierarchy, stopPoints, matrix, toStopPoints.fork());
  }

  @Override
  public int stopPointCount() {
    return stopPoints.size();
  }

  @Override
  public int duration(int fromPlace, int toStopPoint) {
    return fromPlace >= 0
        ? matrix.duration(fromPlace, toStopPoint)
        : toStopPoints.duration(~fromPlace, toStopPoint);
  }

  @Override
  public void findDiversion(int fromPlace, int toStopPoint, int elapsed, Diversion result) {
    leg(fromPlace, toStopPoint).findDiversion(elapsed, result);
  }

  @Override
  public DrivePath path(int fromPlace, int toStopPoint) {
    return leg(fromPlace, toStopPoint).path();
  }

  private Leg leg(int fromPlace, int toStopPoint) {
    int hash = (fromPlace * 0x9E3779B1 + toStopPoint) * 0x85EBCA6B;
    int slot = (hash >>> 16) & (REMEMBERED - 1);
    Leg leg = remembered[slot];
    if (leg == null || leg.fromPlace() != fromPlace || leg.toStopPoint() != toStopPoint) {
      RoadPosition to = stopPoints.get(toStopPoint);
      leg =
          fromPlace >= 0
              ? legs.fromPosition(stopPoints.get(fromPlace), fromPlace, to, toStopPoint)
              : legs.fromNode(~fromPlace, fromPlace, to, toStopPoint);
      remembered[slot] = leg;
    }
    return leg;
  }
}
