package org.ieum.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.FerrySpeed;
import com.graphhopper.routing.ev.GetOffBike;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.TurnCostStorage;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.ieum.progress.InputException;
import org.ieum.progress.Stopwatch;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.FlatGraph;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.NodeOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a {@link RoadNetwork} from what GraphHopper imported. */
final class NetworkBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkBuilder.class);

  private final IntArrayList base = new IntArrayList();
  private final IntArrayList adjacent = new IntArrayList();

  /** Driving time from the base node of edge i, ms, or CLOSED. */
  private final IntArrayList forward = new IntArrayList();

  /** Driving time to the base node of edge i, ms, or CLOSED. */
  private final IntArrayList backward = new IntArrayList();

  /** Code of the road class of edge i. */
  private final ByteArrayList roadClass = new ByteArrayList();

  private final BooleanArrayList onFoot = new BooleanArrayList();

  /** How edge i may be used by scooters, see {@link RideWays}. */
  private final ByteArrayList riding = new ByteArrayList();

  /** Incline of edge i, percent. */
  private final ByteArrayList incline = new ByteArrayList();

  private final IntArrayList pointStart = new IntArrayList();
  private final IntArrayList lat = new IntArrayList();
  private final IntArrayList lon = new IntArrayList();

  /** Lanes before and behind forbidden turns in turn. */
  private final IntArrayList forbiddenTurns = new IntArrayList();

  private final int nodeCount;

  private NetworkBuilder(BaseGraph graph, EncodingManager encoding) {
    nodeCount = graph.getNodes();
    int[] ownEdge = new int[graph.getEdges()];
    Arrays.fill(ownEdge, -1);
    addEdges(graph, encoding, ownEdge, /* onlyRidden= */ false);
    // Behind the others, so that what may only be ridden changes nothing for cars and walkers.
    addEdges(graph, encoding, ownEdge, /* onlyRidden= */ true);
    pointStart.add(lat.size());
    addRestrictions(graph, encoding, ownEdge);
  }

  /** Adds the edges that scooters alone may use, or all others that somebody may use. */
  private void addEdges(
      BaseGraph graph, EncodingManager encoding, int[] ownEdge, boolean onlyRidden) {
    BooleanEncodedValue car = encoding.getBooleanEncodedValue(VehicleAccess.key(OsmImport.CAR));
    BooleanEncodedValue foot = encoding.getBooleanEncodedValue(VehicleAccess.key(OsmImport.FOOT));
    DecimalEncodedValue speed = encoding.getDecimalEncodedValue(VehicleSpeed.key(OsmImport.CAR));
    IntEncodedValue percent = encoding.getIntEncodedValue(InclineParser.KEY);
    EnumEncodedValue<com.graphhopper.routing.ev.RoadClass> highway =
        encoding.getEnumEncodedValue(
            com.graphhopper.routing.ev.RoadClass.KEY, com.graphhopper.routing.ev.RoadClass.class);
    AllEdgesIterator edge = graph.getAllEdges();
    while (edge.next()) {
      int there = edge.get(car) ? millis(edge.getDistance(), edge.get(speed)) : EdgeTimes.CLOSED;
      int back =
          edge.getReverse(car)
              ? millis(edge.getDistance(), edge.getReverse(speed))
              : EdgeTimes.CLOSED;
      boolean walkable = edge.get(foot) || edge.getReverse(foot);
      boolean others = there != EdgeTimes.CLOSED || back != EdgeTimes.CLOSED || walkable;
      byte ridden = ridden(edge, encoding, walkable);
      if (onlyRidden ? !others && ridden != 0 : others) {
        ownEdge[edge.getEdge()] = base.size();
        base.add(edge.getBaseNode());
        adjacent.add(edge.getAdjNode());
        forward.add(there);
        backward.add(back);
        onFoot.add(walkable);
        riding.add(ridden);
        incline.add((byte) edge.get(percent));
        roadClass.add(RoadClass.of(edge.get(highway)).code());
        addShape(edge.fetchWayGeometry(FetchMode.ALL));
      }
    }
  }

  /** How scooters may use an edge: not on ferries, and nobody pushes one up steps. */
  private static byte ridden(AllEdgesIterator edge, EncodingManager encoding, boolean walkable) {
    BooleanEncodedValue bike = encoding.getBooleanEncodedValue(VehicleAccess.key(OsmImport.BIKE));
    BooleanEncodedValue getOff = encoding.getBooleanEncodedValue(GetOffBike.KEY);
    if (edge.get(encoding.getDecimalEncodedValue(FerrySpeed.KEY)) > 0) {
      return 0;
    }
    boolean steps =
        edge.get(
                encoding.getEnumEncodedValue(
                    com.graphhopper.routing.ev.RoadClass.KEY,
                    com.graphhopper.routing.ev.RoadClass.class))
            == com.graphhopper.routing.ev.RoadClass.STEPS;
    return RideWays.code(
        edge.get(bike) && !edge.get(getOff),
        edge.getReverse(bike) && !edge.getReverse(getOff),
        walkable && !steps);
  }

  private void addRestrictions(BaseGraph graph, EncodingManager encoding, int[] ownEdge) {
    BooleanEncodedValue forbidden =
        encoding.getTurnBooleanEncodedValue(TurnRestriction.key(OsmImport.CAR));
    BooleanEncodedValue only =
        encoding.getTurnBooleanEncodedValue(TurnRestriction.key(OsmImport.ONLY));
    TurnCostStorage.Iterator turn = graph.getTurnCostStorage().getAllTurnCosts();
    while (turn.next()) {
      int from = ownEdge[turn.getFromEdge()];
      int to = ownEdge[turn.getToEdge()];
      boolean isOnly = turn.get(only);
      if (from >= 0 && to >= 0 && (isOnly || turn.get(forbidden))) {
        int fromLane = adjacent.getInt(from) == turn.getViaNode() ? 2 * from : 2 * from + 1;
        int toLane = base.getInt(to) == turn.getViaNode() ? 2 * to : 2 * to + 1;
        forbid(fromLane, toLane);
        if (isOnly) {
          forbid(fromLane, fromLane ^ 1);
        }
      }
    }
  }

  private void forbid(int fromLane, int toLane) {
    forbiddenTurns.add(fromLane);
    forbiddenTurns.add(toLane);
  }

  private void addShape(PointList points) {
    pointStart.add(lat.size());
    for (int i = 0; i < points.size(); i++) {
      lat.add(RoadGeometry.toUnits(points.getLat(i)));
      lon.add(RoadGeometry.toUnits(points.getLon(i)));
    }
  }

  /** Driving time as a whole number of units, at least one. */
  private static int millis(double metres, double kilometresPerHour) {
    if (kilometresPerHour <= 0) {
      return EdgeTimes.CLOSED;
    }
    double seconds = metres * 3.6 / kilometresPerHour;
    long units = Math.max(1, Math.round(seconds * 1000 / Contraction.UNIT_MILLIS));
    return Math.toIntExact(units * Contraction.UNIT_MILLIS);
  }

  static RoadNetwork build(Path pbf) {
    Stopwatch time = new Stopwatch();
    EncodingManager encoding = OsmImport.encoding();
    BaseGraph graph = OsmImport.read(pbf, encoding);
    GraphHopper.sortGraphAlongHilbertCurve(graph);
    NetworkBuilder builder = new NetworkBuilder(graph, encoding);
    graph.close();
    RoadNetwork network = builder.network(pbf);
    LOG.info(
        "import     {} nodes, {} edges, {} nodes for cars in {} s",
        network.nodeCount(),
        network.edgeCount(),
        network.hierarchy().size(),
        String.format(Locale.ROOT, "%.1f", time.seconds()));
    return network;
  }

  private RoadNetwork network(Path pbf) {
    EdgeTimes all = times(forward.toIntArray(), backward.toIntArray());
    boolean[] cutOff = new boolean[base.size()];
    boolean[] drivable = new boolean[base.size()];
    StrongParts parts = new StrongParts(new FlatGraph(all));
    int largest = parts.largest();
    int drivableCount = 0;
    for (int edge = 0; edge < cutOff.length; edge++) {
      if (all.usable(edge)) {
        drivable[edge] = parts.inside(edge) && parts.part(all.base(edge)) == largest;
        cutOff[edge] = !drivable[edge];
        drivableCount += drivable[edge] ? 1 : 0;
      }
    }
    if (drivableCount == 0) {
      throw new InputException(
          pbf + ": has no roads for cars, of " + base.size() + " roads and paths");
    }
    EdgeTimes driving = times(only(drivable, forward), only(drivable, backward));
    RoadGeometry geometry =
        RoadGeometry.measure(
            pointStart.toIntArray(), lat.toIntArray(), lon.toIntArray(), drivable, walkable());
    int[] order = NodeOrder.of(new Contraction(driving).toHierarchy());
    Hierarchy hierarchy = new Customization(driving, order, 1).customize(driving);
    TurnRestrictions restrictions = new TurnRestrictions(forbiddenTurns.toIntArray());
    return new RoadNetwork(
        geometry,
        hierarchy,
        cutOff,
        roadClass.toByteArray(),
        new RideWays(riding.toByteArray(), incline.toByteArray()),
        restrictions,
        RoadNetwork.FREE_TURNS);
  }

  /** The walkable edges but for those in tiny parts. */
  private boolean[] walkable() {
    boolean[] walkable = onFoot.toBooleanArray();
    int[] one = new int[walkable.length];
    for (int edge = 0; edge < one.length; edge++) {
      one[edge] = walkable[edge] ? 1 : EdgeTimes.CLOSED;
    }
    return StrongParts.sensible(times(one, one.clone()));
  }

  private EdgeTimes times(int[] there, int[] back) {
    return new EdgeTimes(nodeCount, base.toIntArray(), adjacent.toIntArray(), there, back);
  }

  private static int[] only(boolean[] open, IntArrayList times) {
    int[] result = times.toIntArray();
    for (int edge = 0; edge < result.length; edge++) {
      result[edge] = open[edge] ? result[edge] : EdgeTimes.CLOSED;
    }
    return result;
  }
}
