package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.progress.InputException;
import org.ieum.traveltime.ReferenceTimes;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An island with islets whose roads no bridge joins. */
class ServiceAreaTest {
  private static RoadNetwork network;

  @BeforeAll
  static void read() {
    network = RoadNetwork.read(SharedData.osm("baengnyeong.osm.pbf"));
  }

  /** Stop points at the middle of every n-th edge that cars may use on the island or an islet. */
  private static List<StopPoint> stopPoints(boolean islets, int step) {
    List<StopPoint> stopPoints = new ArrayList<>();
    for (int edge = 0; edge < network.edgeCount(); edge += step) {
      if (islets ? network.cutOffCells()[edge] : network.geometry().drivable(edge)) {
        LatLon middle = network.geometry().locate(new RoadPosition(edge, 0.5));
        stopPoints.add(new StopPoint((islets ? "islet-" : "main-") + edge, "", middle));
      }
    }
    return stopPoints;
  }

  @Test
  void setsAsideWhatCannotBeServed() {
    List<StopPoint> all = new ArrayList<>();
    all.add(new StopPoint("in-the-sea", "", new LatLon(37.80, 124.50)));
    List<StopPoint> main = stopPoints(false, 5);
    List<StopPoint> islets = stopPoints(true, 5);
    assertFalse(islets.isEmpty());
    all.addAll(islets);
    all.addAll(main);
    ServiceArea area = ServiceArea.build(network, all, AreaSettings.DEFAULT);
    List<String> served = new ArrayList<>();
    area.stopPoints().forEach(stopPoint -> served.add(stopPoint.id()));
    assertTrue(served.size() >= main.size() * 9 / 10, served.size() + " of " + main.size());
    assertFalse(served.contains("in-the-sea"));
    assertEquals(all.size(), area.stopPoints().size() + area.setAside().size());
    assertEquals(SetAside.Reason.NO_ROAD, area.setAside().get(0).reason());
    assertEquals("in-the-sea", area.setAside().get(0).stopPoint().id());
    assertTrue(area.setAside().stream().anyMatch(one -> one.reason() == SetAside.Reason.CUT_OFF));
    for (int i = 0; i < area.matrix().size(); i++) {
      for (int j = 0; j < area.matrix().size(); j++) {
        assertTrue(area.matrix().duration(i, j) < TravelTimes.UNREACHABLE);
      }
      assertEquals(0, area.matrix().duration(i, i));
    }
  }

  @Test
  void travelTimesAndWalksMatchTheReference() {
    ServiceArea area = ServiceArea.build(network, stopPoints(false, 9), AreaSettings.DEFAULT);
    TravelTimes times = area.travelTimes();
    for (int i = 0; i < times.stopPointCount(); i += 3) {
      ReferenceTimes reference =
          ReferenceTimes.from(network.driving(), area.drivingPositions().get(i));
      for (int j = 0; j < times.stopPointCount(); j++) {
        RoadPosition to = area.drivingPositions().get(j);
        if (to.edge() != area.drivingPositions().get(i).edge()) {
          assertEquals(reference.to(to), times.duration(i, j));
        }
      }
    }
    RoadPosition place = area.walkingPositions().get(0);
    List<CandidatePoint> around = area.walkAccess().stopPointsAround(place, 600_000);
    assertEquals(new CandidatePoint(0, 0), around.get(0));
  }

  @Test
  void noStopPointLeftIsAFault() {
    List<StopPoint> sea = List.of(new StopPoint("wet", "", new LatLon(37.80, 124.50)));
    InputException fault =
        assertThrows(
            InputException.class, () -> ServiceArea.build(network, sea, AreaSettings.DEFAULT));
    assertTrue(fault.faults().get(0).contains("wet"), fault.getMessage());
  }
}
