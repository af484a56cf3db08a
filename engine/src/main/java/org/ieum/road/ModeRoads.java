package org.ieum.road;

import java.util.function.DoubleFunction;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.FlatGraph;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.ModeNetwork;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.Snapper;

/** Walking or riding on a {@link RoadNetwork}. */
final class ModeRoads implements ModeNetwork {
  private final RoadNetwork network;
  private final EdgeTimes times;
  private final DoubleFunction<Snapper> snapping;
  private final Lazy<FlatGraph> graph;
  private final Lazy<Hierarchy> hierarchy;

  private ModeRoads(RoadNetwork network, EdgeTimes times, DoubleFunction<Snapper> snapping) {
    this.network = network;
    this.times = times;
    this.snapping = snapping;
    graph = new Lazy<>(() -> new FlatGraph(times));
    hierarchy = new Lazy<>(() -> customize(network, times));
  }

  /** Walking; snaps like the network's own snapper. */
  static ModeRoads walking(RoadNetwork network, EdgeTimes times) {
    return new ModeRoads(network, times, network::walkingSnapper);
  }

  /** Riding; snaps to the parts of the ways that are not tiny. */
  static ModeRoads riding(RoadNetwork network, EdgeTimes times) {
    Lazy<SnapGrid> grid =
        new Lazy<>(() -> new SnapGrid(network.roadGeometry(), StrongParts.sensible(times)));
    return new ModeRoads(network, times, radius -> new GridSnapper(grid.get(), radius));
  }

  private static Hierarchy customize(RoadNetwork network, EdgeTimes times) {
    return new Customization(network.paths(), network.pathOrder(), 1).customize(times);
  }

  @Override
  public EdgeTimes times() {
    return times;
  }

  @Override
  public FlatGraph graph() {
    return graph.get();
  }

  @Override
  public Hierarchy hierarchy() {
    return hierarchy.get();
  }

  @Override
  public PathGeometry geometry() {
    return network.geometry();
  }

  @Override
  public Snapper snapper(double radius) {
    return snapping.apply(radius);
  }
}
