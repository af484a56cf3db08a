package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.progress.InputException;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.Snap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a hand-made map to travel times, without any data from outside. */
class SmallMapTest {
  private static final String ROAD = "highway=residential maxspeed=40";

  @TempDir Path folder;

  /**
   * A square block of 500 m sides with a two-way road around it; its west side is one-way to the
   * north. A footpath crosses it, and a road that nothing joins lies to the east.
   */
  private RoadNetwork block() throws IOException {
    return RoadNetwork.read(
        new SmallMap()
            .node(1, 0, 0)
            .node(2, 5, 0)
            .node(3, 5, 5)
            .node(4, 0, 5)
            .node(8, 0, 20)
            .node(9, 5, 20)
            .way(11, ROAD + " oneway=yes", 1, 2)
            .way(12, ROAD, 2, 3)
            .way(13, ROAD, 3, 4)
            .way(14, ROAD, 4, 1)
            .way(15, "highway=footway", 1, 3)
            .way(16, ROAD, 8, 9)
            .write(folder.resolve("block.osm.pbf")));
  }

  private static LatLon at(double north, double east) {
    return new LatLon(north * SmallMap.HUNDRED_METRES, east * SmallMap.HUNDRED_METRES);
  }

  @Test
  void carsFollowOneWayStreetsAndLeaveFootpathsAlone() throws IOException {
    RoadNetwork network = block();
    assertEquals(6, network.edgeCount());
    assertEquals(4, network.hierarchy().size());
    List<StopPoint> stopPoints =
        List.of(
            new StopPoint("south-west", "", at(1, 0.1)),
            new StopPoint("apart", "", at(2, 20)),
            new StopPoint("north-west", "", at(4, -0.1)),
            new StopPoint("corner", "", at(0, 5)));
    ServiceArea area = ServiceArea.build(network, stopPoints, AreaSettings.DEFAULT);
    assertEquals(
        List.of(new SetAside(stopPoints.get(1), SetAside.Reason.CUT_OFF)), area.setAside());
    RoadTravelTimes times = area.travelTimes();
    // The speed that GraphHopper makes of maxspeed 40 is not 40, but it is the same everywhere.
    double metres = times.duration(0, 1) / 300.0;
    assertEquals(1700 * metres, times.duration(1, 0), 40);
    assertEquals(1400 * metres, times.duration(0, 2), 40);
    assertEquals(600 * metres, times.duration(2, 0), 40);
    assertEquals(3, times.path(2, 0).size() + times.path(0, 1).size());
    Diversion diversion = new Diversion();
    times.findDiversion(0, 2, 0, diversion);
    assertTrue(diversion.place() < 0);
    assertEquals(400 * metres, diversion.offset(), 40);
    assertEquals(times.duration(0, 2), diversion.offset() + times.duration(diversion.place(), 2));
  }

  @Test
  void ridersWalkAlongFootpathsBothWays() throws IOException {
    ServiceArea area =
        ServiceArea.build(
            block(),
            List.of(new StopPoint("a", "", at(0, 0)), new StopPoint("b", "", at(5, 5))),
            AreaSettings.DEFAULT);
    Snap place = area.placeSnapper().snap(at(2.5, 2.5)).orElseThrow();
    int half = (int) Math.round(Math.sqrt(2) * 250 / 1.25 * 1000);
    List<CandidatePoint> around = area.walkAccess().stopPointsAround(place, half + 100);
    assertEquals(2, around.size());
    for (CandidatePoint point : around) {
      assertEquals(half, point.walkDuration(), 100);
    }
    assertEquals(List.of(), area.walkAccess().stopPointsAround(place, half - 1000));
    assertTrue(area.placeSnapper().snap(at(50, 50)).isEmpty());
  }

  @Test
  void mapWithoutRoadsForCarsIsAFault() throws IOException {
    Path file =
        new SmallMap()
            .node(1, 0, 0)
            .node(2, 5, 0)
            .way(11, "highway=footway", 1, 2)
            .write(folder.resolve("park.osm.pbf"));
    InputException fault = assertThrows(InputException.class, () -> RoadNetwork.read(file));
    assertEquals(file + ": has no roads for cars, of 1 roads and paths", fault.getMessage());
  }

  @Test
  void mapWithoutAnyWayIsAFault() throws IOException {
    Path file = new SmallMap().node(1, 0, 0).write(folder.resolve("desert.osm.pbf"));
    InputException fault = assertThrows(InputException.class, () -> RoadNetwork.read(file));
    assertEquals(file + ": has no roads", fault.getMessage());
  }

  @Test
  void negativeIdIsAFault() throws IOException {
    Path file =
        new SmallMap()
            .node(1, 0, 0)
            .node(-2, 5, 0)
            .way(11, ROAD, 1, -2)
            .write(folder.resolve("negative.osm.pbf"));
    InputException fault = assertThrows(InputException.class, () -> RoadNetwork.read(file));
    String line = fault.faults().get(0);
    assertTrue(line.startsWith(file + ": "), line);
    assertTrue(line.contains("-2"), line);
    assertFalse(line.contains("\n"), line);
  }
}
