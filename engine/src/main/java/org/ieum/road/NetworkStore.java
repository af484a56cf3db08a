package org.ieum.road;

import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.LineGraph;
import org.ieum.traveltime.PlainGraph;
import org.ieum.traveltime.SearchGraph;

/** How a road network is laid out in a file. */
final class NetworkStore {
  private NetworkStore() {}

  static void write(RoadNetwork network, StoreFile.Writer to) {
    EdgeTimes driving = network.driving();
    int edges = driving.edgeCount();
    int[] base = new int[edges];
    int[] adjacent = new int[edges];
    int[] forward = new int[edges];
    int[] backward = new int[edges];
    for (int edge = 0; edge < edges; edge++) {
      base[edge] = driving.base(edge);
      adjacent[edge] = driving.adjacent(edge);
      forward[edge] = driving.forward(edge);
      backward[edge] = driving.backward(edge);
    }
    to.add(new int[] {driving.nodeCount()});
    to.add(base);
    to.add(adjacent);
    to.add(forward);
    to.add(backward);
    RoadGeometry geometry = network.roadGeometry();
    to.add(geometry.startCells());
    to.add(geometry.latCells());
    to.add(geometry.lonCells());
    to.add(geometry.lengthCells());
    to.add(geometry.drivableCells());
    to.add(geometry.walkableCells());
    to.add(network.cutOffCells());
    to.add(network.roadClassCells());
    to.add(network.rideWays().useCells());
    to.add(network.rideWays().inclineCells());
    to.add(network.restrictions().toCells());
    to.add(new int[] {network.uTurn()});
    Hierarchy hierarchy = network.hierarchy();
    to.add(hierarchy.nodeOfRankCells());
    to.add(hierarchy.startCells());
    to.add(hierarchy.arcCells());
    to.add(hierarchy.firstHalfCells());
    to.add(hierarchy.secondHalfCells());
  }

  static RoadNetwork read(StoreFile.Reader from) throws StoreFile.DamagedException {
    int nodes = from.ints()[0];
    EdgeTimes driving = new EdgeTimes(nodes, from.ints(), from.ints(), from.ints(), from.ints());
    RoadGeometry geometry =
        new RoadGeometry(
            from.ints(),
            from.ints(),
            from.ints(),
            from.doubles(),
            from.booleans(),
            from.booleans());
    boolean[] cutOff = from.booleans();
    byte[] roadClasses = from.bytes();
    RideWays rideWays = new RideWays(from.bytes(), from.bytes());
    TurnRestrictions restrictions = new TurnRestrictions(from.ints());
    int uTurn = from.ints()[0];
    SearchGraph graph =
        uTurn == RoadNetwork.FREE_TURNS
            ? new PlainGraph(driving)
            : LineGraph.of(driving, restrictions.costs(uTurn));
    Hierarchy hierarchy =
        new Hierarchy(graph, from.ints(), from.ints(), from.ints(), from.ints(), from.ints());
    return new RoadNetwork(geometry, hierarchy, cutOff, roadClasses, rideWays, restrictions, uTurn);
  }
}
