package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.LaneTimes;
import org.ieum.traveltime.ManyToManyQuery;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.TravelTimes;
import org.ieum.traveltime.TurnCosts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real island with turn costs, against Dijkstra's algorithm over lanes. */
class TurnAreaTest {
  private static ServiceArea area;

  @BeforeAll
  static void read() {
    RoadNetwork network = RoadNetwork.read(SharedData.osm("baengnyeong.osm.pbf"));
    List<StopPoint> stopPoints = new ArrayList<>();
    for (int edge = 0; edge < network.edgeCount(); edge += 7) {
      LatLon middle = network.geometry().locate(new RoadPosition(edge, 0.4));
      stopPoints.add(new StopPoint("s" + edge, "", middle));
    }
    AreaSettings settings = AreaSettings.DEFAULT.withTurns(TurnRules.DEFAULT);
    area = ServiceArea.build(network, stopPoints, settings);
  }

  private static TurnCosts costs() {
    return area.network().restrictions().costs(TurnRules.DEFAULT.uTurn());
  }

  @Test
  void everyStopReachesEveryOtherInTheTimeOfTheReference() {
    RoadTravelTimes times = area.travelTimes();
    int asymmetric = 0;
    for (int from = 0; from < times.stopPointCount(); from++) {
      RoadPosition start = area.drivingPositions().get(from);
      LaneTimes reference = LaneTimes.from(area.network().driving(), costs(), start);
      for (int to = 0; to < times.stopPointCount(); to++) {
        int duration = times.duration(from, to);
        assertTrue(duration < TravelTimes.UNREACHABLE);
        assertEquals(reference.to(area.drivingPositions().get(to)), duration);
        asymmetric += duration != times.duration(to, from) ? 1 : 0;
      }
    }
    assertTrue(asymmetric > 1000, "asymmetric " + asymmetric);
  }

  @Test
  void closedRoadsAndSlowClassesKeepTheTurns() {
    RoadNetwork network = area.network();
    int closed = area.drivingPositions().get(3).edge();
    SpeedFactors factors =
        SpeedFactors.on(network)
            .edge(closed, 0)
            .roadClass(network.roadClass(area.drivingPositions().get(0).edge()), 0.5)
            .build();
    EdgeTimes slow = factors.applyTo(network.driving());
    Hierarchy hierarchy = network.customization(2).customize(slow);
    List<RoadPosition> positions = area.drivingPositions();
    int[] matrix = new ManyToManyQuery(hierarchy).durations(positions, positions);
    for (int from = 0; from < positions.size(); from++) {
      LaneTimes reference = LaneTimes.from(slow, costs(), positions.get(from));
      for (int to = 0; to < positions.size(); to++) {
        assertEquals(reference.to(positions.get(to)), matrix[from * positions.size() + to]);
      }
    }
  }
}
