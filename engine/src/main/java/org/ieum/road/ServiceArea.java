package org.ieum.road;

import java.util.List;
import org.ieum.model.StopPoint;
import org.ieum.traveltime.FlatGraph;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.Snapper;
import org.ieum.traveltime.StopMatrix;
import org.ieum.traveltime.WalkAccess;

/**
 * A road network with the stop points that buses serve on it. Immutable and thread-safe; the
 * queries it hands out each belong to one thread.
 */
public final class ServiceArea {
  private final RoadNetwork network;
  private final AreaSettings settings;
  private final List<StopPoint> stopPoints;
  private final List<RoadPosition> drivingPositions;
  private final List<RoadPosition> walkingPositions;
  private final List<SetAside> setAside;
  private final RoadTravelTimes travelTimes;
  private final StopMatrix matrix;
  private final WalkAccess walkAccess;

  ServiceArea(
      RoadNetwork network,
      AreaSettings settings,
      PlacedStops stops,
      List<SetAside> setAside,
      StopMatrix matrix) {
    this.network = network;
    this.settings = settings;
    this.stopPoints = stops.stopPoints();
    this.drivingPositions = stops.driving();
    this.walkingPositions = stops.walking();
    this.setAside = List.copyOf(setAside);
    this.matrix = matrix;
    travelTimes = new RoadTravelTimes(network.hierarchy(), drivingPositions, matrix);
    FlatGraph walking = new FlatGraph(network.walking(settings.walkingSpeed()));
    walkAccess = new WalkAccess(walking, walkingPositions, settings.walkingSpeed());
  }

  /**
   * Stop points on the graph, in three lists with one index.
   *
   * @param stopPoints the stop points
   * @param driving where buses stop
   * @param walking where riders walk to
   */
  record PlacedStops(
      List<StopPoint> stopPoints, List<RoadPosition> driving, List<RoadPosition> walking) {
    PlacedStops {
      stopPoints = List.copyOf(stopPoints);
      driving = List.copyOf(driving);
      walking = List.copyOf(walking);
    }
  }

  /**
   * Places stop points on a network and computes their matrix. Where the settings say that turns
   * count and the network is one of free turns, it is made one with turns first. Stop points that
   * cannot be served are set aside, with a warning that names them.
   *
   * @throws org.ieum.progress.InputException when no stop point is left
   */
  public static ServiceArea build(
      RoadNetwork network, List<StopPoint> stopPoints, AreaSettings settings) {
    RoadNetwork roads =
        settings.turns().map(rules -> network.withTurns(rules.uTurn())).orElse(network);
    return new StopPlacement(roads, settings).build(stopPoints);
  }

  public RoadNetwork network() {
    return network;
  }

  public AreaSettings settings() {
    return settings;
  }

  /** The stop points that are served; their index is what the rest of the engine uses. */
  public List<StopPoint> stopPoints() {
    return stopPoints;
  }

  /** The stop points that are not served, and why. */
  public List<SetAside> setAside() {
    return setAside;
  }

  /** Where buses stop, by index of the stop point. */
  public List<RoadPosition> drivingPositions() {
    return drivingPositions;
  }

  /** Where riders reach the stop points on foot, by index. */
  public List<RoadPosition> walkingPositions() {
    return walkingPositions;
  }

  /** Driving times between the stop points. */
  public StopMatrix matrix() {
    return matrix;
  }

  /** Driving times and paths, for one thread. */
  public RoadTravelTimes travelTimes() {
    return travelTimes.fork();
  }

  /** The stop points around a place, for one thread. */
  public WalkAccess walkAccess() {
    return walkAccess.fork();
  }

  /** Snaps riders' places to where people can walk. */
  public Snapper placeSnapper() {
    return network.walkingSnapper(settings.placeRadius());
  }
}
