package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Heading;
import org.ieum.traveltime.OneToOneQuery;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a hand-made map with turn restrictions to the ways that vehicles take. */
class TurnRestrictionsTest {
  private static final String ROAD = "highway=residential maxspeed=40";
  private static final long VIA_WAY = ~11L;

  @TempDir Path folder;

  /**
   * A crossroads with arms of 500 m to the north (11), east (12), south (13) and west (14), whose
   * ends a long ring joins.
   */
  private static SmallMap crossroads() {
    return new SmallMap()
        .node(1, 5, 0)
        .node(2, 0, 5)
        .node(3, -5, 0)
        .node(4, 0, -5)
        .node(5, 0, 0)
        .node(6, 15, 15)
        .node(7, -15, 15)
        .node(8, -15, -15)
        .node(9, 15, -15)
        .way(11, ROAD, 5, 1)
        .way(12, ROAD, 5, 2)
        .way(13, ROAD, 3, 5)
        .way(14, ROAD, 4, 5)
        .way(21, ROAD, 1, 6, 2)
        .way(22, ROAD, 2, 7, 3)
        .way(23, ROAD, 3, 8, 4)
        .way(24, ROAD, 4, 9, 1);
  }

  private RoadNetwork read(SmallMap map) throws IOException {
    return RoadNetwork.read(map.write(folder.resolve("map.osm.pbf")));
  }

  private static LatLon at(double north, double east) {
    return new LatLon(north * SmallMap.HUNDRED_METRES, east * SmallMap.HUNDRED_METRES);
  }

  private static RoadPosition kerb(RoadNetwork network, KerbSide side, double north, double east) {
    return network.kerbSnapper(50, side).snap(at(north, east)).orElseThrow().position();
  }

  /** Where a vehicle that comes from the south can go at the crossroads, of "NESW". */
  private String turns(RoadNetwork plain) {
    RoadNetwork network = plain.withTurns(0);
    RoadPosition from = kerb(network, KerbSide.RIGHT, -2.5, 0.1);
    List<RoadPosition> targets =
        List.of(
            kerb(network, KerbSide.RIGHT, 2.5, 0.1),
            kerb(network, KerbSide.RIGHT, -0.1, 2.5),
            kerb(network, KerbSide.RIGHT, -2.5, -0.1),
            kerb(network, KerbSide.RIGHT, 0.1, -2.5));
    OneToOneQuery query = new OneToOneQuery(network.hierarchy());
    int arm = network.driving().forward(from.edge());
    StringBuilder turns = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int duration = query.duration(from, targets.get(i));
      assertTrue(duration < EdgeTimes.CLOSED);
      if (Math.abs(duration - arm) < arm / 10) {
        turns.append("NESW".charAt(i));
      }
    }
    return turns.toString();
  }

  @Test
  void eachKindOfRestrictionForbidsItsTurns() throws IOException {
    assertEquals("NESW", turns(read(crossroads())));
    Map<String, Map.Entry<Long, String>> kinds =
        Map.ofEntries(
            Map.entry("restriction=no_left_turn", Map.entry(14L, "NES")),
            Map.entry("restriction=no_right_turn", Map.entry(12L, "NSW")),
            Map.entry("restriction=no_straight_on", Map.entry(11L, "ESW")),
            Map.entry("restriction=no_u_turn", Map.entry(13L, "NEW")),
            Map.entry("restriction=no_entry", Map.entry(12L, "NSW")),
            Map.entry("restriction=no_exit", Map.entry(12L, "NSW")),
            Map.entry("restriction=only_left_turn", Map.entry(14L, "W")),
            Map.entry("restriction=only_right_turn", Map.entry(12L, "E")),
            Map.entry("restriction=only_straight_on", Map.entry(11L, "N")),
            Map.entry("restriction=only_u_turn", Map.entry(13L, "S")),
            Map.entry("restriction=no_left_turn except=bicycle", Map.entry(14L, "NES")),
            Map.entry("restriction=no_left_turn except=psv;motorcar", Map.entry(14L, "NESW")),
            Map.entry("restriction=only_left_turn except=motor_vehicle", Map.entry(14L, "NESW")),
            Map.entry("restriction:motorcar=no_left_turn", Map.entry(14L, "NES")),
            Map.entry("restriction:hgv=no_left_turn", Map.entry(14L, "NESW")),
            Map.entry("restriction:conditional=no_left_turn@(Mo-Fr)", Map.entry(14L, "NESW")),
            Map.entry("restriction=no_right_turn_on_red", Map.entry(12L, "NESW")));
    for (var kind : kinds.entrySet()) {
      SmallMap map = crossroads().restriction(31, kind.getKey(), 13, 5, kind.getValue().getKey());
      assertEquals(kind.getValue().getValue(), turns(read(map)), kind.getKey());
    }
  }

  @Test
  void restrictionsAddUpAndThoseOverWaysAreLeftOut() throws IOException {
    SmallMap map =
        crossroads()
            .restriction(31, "restriction=no_left_turn", 13, 5, 14)
            .restriction(32, "restriction=no_right_turn", 13, 5, 12)
            .restriction(33, "restriction=no_u_turn", 13, VIA_WAY, 21)
            .restriction(34, "restriction=no_left_turn", 99, 5, 14);
    assertEquals("NS", turns(read(map)));
  }

  @Test
  void uTurnTakesItsTime() throws IOException {
    RoadNetwork network = read(crossroads()).withTurns(20_000);
    RoadPosition there = kerb(network, KerbSide.RIGHT, -2.5, 0.1);
    RoadPosition back = kerb(network, KerbSide.RIGHT, -2.5, -0.1);
    int arm = network.driving().forward(there.edge());
    OneToOneQuery query = new OneToOneQuery(network.hierarchy());
    assertEquals(arm + 20_000, query.duration(there, back), 20);
    assertEquals(Heading.FORWARD, there.heading());
    assertEquals(Heading.BACKWARD, back.heading());
  }

  @Test
  void sideOfTheRoadDecidesTheHeading() throws IOException {
    RoadNetwork network =
        read(
            new SmallMap()
                .node(1, 0, 0)
                .node(2, 5, 0)
                .node(3, 5, 5)
                .node(4, 0, 5)
                .way(11, ROAD + " oneway=yes", 1, 2)
                .way(12, ROAD, 2, 3, 4, 1));
    assertEquals(Heading.FORWARD, kerb(network, KerbSide.RIGHT, 2, 0.1).heading());
    assertEquals(Heading.FORWARD, kerb(network, KerbSide.RIGHT, 2, -0.1).heading());
    assertEquals(Heading.FORWARD, kerb(network, KerbSide.LEFT, 2, -0.1).heading());
    // On the way round the block the inside is to the right.
    for (double[] inside : new double[][] {{4.9, 2}, {2, 4.9}, {0.1, 2}, {4.8, 4.8}}) {
      RoadPosition right = kerb(network, KerbSide.RIGHT, inside[0], inside[1]);
      RoadPosition left = kerb(network, KerbSide.LEFT, inside[0], inside[1]);
      assertEquals(Heading.FORWARD, right.heading());
      assertEquals(Heading.BACKWARD, left.heading());
    }
    for (double[] outside : new double[][] {{5.1, 2}, {2, 5.1}, {-0.1, 2}, {5.2, 5.2}}) {
      RoadPosition right = kerb(network, KerbSide.RIGHT, outside[0], outside[1]);
      assertEquals(Heading.BACKWARD, right.heading());
    }
  }

  @Test
  void stopsThatCannotBeLeftAreSetAside() throws IOException {
    // The turn into the northern spur is free, but from it there is no way on.
    SmallMap map =
        crossroads()
            .node(10, 25, 0)
            .way(15, ROAD, 1, 10)
            .restriction(31, "restriction=no_left_turn", 15, 1, 21)
            .restriction(32, "restriction=no_right_turn", 15, 1, 24)
            .restriction(33, "restriction=no_straight_on", 15, 1, 11);
    List<StopPoint> stopPoints =
        List.of(
            new StopPoint("south", "", at(-2.5, 0.1)),
            new StopPoint("spur", "", at(20, 0.1)),
            new StopPoint("east", "", at(-0.1, 2.5)));
    RoadNetwork plain = read(map);
    ServiceArea free = ServiceArea.build(plain, stopPoints, AreaSettings.DEFAULT);
    assertEquals(stopPoints, free.stopPoints());
    ServiceArea area = ServiceArea.build(plain, stopPoints, settings(KerbSide.RIGHT));
    assertEquals(List.of(stopPoints.get(0), stopPoints.get(2)), area.stopPoints());
    assertEquals(SetAside.Reason.CUT_OFF, area.setAside().get(0).reason());
  }

  @Test
  void stopPointsOnBothSidesAreTwo() throws IOException {
    List<StopPoint> stopPoints =
        List.of(
            new StopPoint("south", "South", at(-2.5, 0.1)),
            new StopPoint("north", "North", at(2.5, 0.1)));
    ServiceArea area = ServiceArea.build(read(crossroads()), stopPoints, settings(KerbSide.ANY));
    assertEquals(
        List.of("south", "south (opposite)", "north", "north (opposite)"),
        area.stopPoints().stream().map(StopPoint::id).toList());
    RoadTravelTimes times = area.travelTimes();
    int arm = area.network().driving().forward(area.drivingPositions().get(0).edge());
    assertEquals(arm, times.duration(0, 2), 20);
    assertEquals(arm, times.duration(3, 1), 20);
    assertEquals(arm + TurnRules.DEFAULT.uTurn(), times.duration(0, 1), 20);
    ServiceArea right = ServiceArea.build(read(crossroads()), stopPoints, settings(KerbSide.RIGHT));
    assertEquals(stopPoints, right.stopPoints());
    assertEquals(arm, right.travelTimes().duration(0, 1), 20);
    assertTrue(right.travelTimes().duration(1, 0) > 2 * arm);
    ServiceArea left = ServiceArea.build(read(crossroads()), stopPoints, settings(KerbSide.LEFT));
    assertEquals(arm, left.travelTimes().duration(1, 0), 20);
  }

  private static AreaSettings settings(KerbSide side) {
    TurnRules rules = new TurnRules(TurnRules.DEFAULT.uTurn(), side);
    return AreaSettings.DEFAULT.withTurns(rules);
  }
}
