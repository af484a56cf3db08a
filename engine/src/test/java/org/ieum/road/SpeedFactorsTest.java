package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.OneToOneQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedFactorsTest {
  @TempDir Path folder;

  /** A triangle of 500 m sides: one primary, one residential, and a service road as a link. */
  private RoadNetwork triangle() throws IOException {
    return RoadNetwork.read(
        new SmallMap()
            .node(1, 0, 0)
            .node(2, 5, 0)
            .node(3, 2, 4)
            .way(11, "highway=primary", 1, 2)
            .way(12, "highway=residential", 2, 3)
            .way(13, "highway=motorway_link oneway=no", 3, 1)
            .way(14, "highway=footway", 3, 1)
            .write(folder.resolve("triangle.osm.pbf")));
  }

  private static int edge(RoadNetwork network, RoadClass roadClass) {
    for (int edge = 0; edge < network.edgeCount(); edge++) {
      if (network.roadClass(edge) == roadClass) {
        return edge;
      }
    }
    throw new AssertionError("no " + roadClass);
  }

  @Test
  void edgeGoesBeforeClassAndZeroCloses() throws IOException {
    RoadNetwork network = triangle();
    int primary = edge(network, RoadClass.PRIMARY);
    int residential = edge(network, RoadClass.RESIDENTIAL);
    int link = edge(network, RoadClass.MOTORWAY);
    int path = edge(network, RoadClass.PATH);
    EdgeTimes usual = network.driving();
    EdgeTimes changed =
        SpeedFactors.on(network)
            .roadClass(RoadClass.PRIMARY, 0.5)
            .roadClass(RoadClass.RESIDENTIAL, 0.5)
            .roadClass(RoadClass.PATH, 10)
            .forward(residential, 3)
            .edge(link, 0)
            .build()
            .applyTo(usual);
    assertEquals(2 * usual.forward(primary), changed.forward(primary));
    assertEquals(2 * usual.backward(primary), changed.backward(primary));
    assertEquals(10 * Math.round(usual.forward(residential) / 30.0), changed.forward(residential));
    assertEquals(2 * usual.backward(residential), changed.backward(residential));
    assertFalse(changed.usable(link));
    assertFalse(changed.usable(path));
  }

  @Test
  void timesAreWholeUnitsAndNeverZero() throws IOException {
    RoadNetwork network = triangle();
    int[] brief = new int[network.edgeCount()];
    for (int edge = 0; edge < brief.length; edge++) {
      brief[edge] = 10;
    }
    EdgeTimes changed =
        SpeedFactors.on(network)
            .roadClass(RoadClass.PRIMARY, 10)
            .roadClass(RoadClass.RESIDENTIAL, 0.3)
            .build()
            .applyTo(network.driving().withTimes(brief, brief.clone()));
    assertEquals(10, changed.forward(edge(network, RoadClass.PRIMARY)));
    assertEquals(30, changed.forward(edge(network, RoadClass.RESIDENTIAL)));
  }

  @Test
  void senselessFactorsAreRefused() throws IOException {
    RoadNetwork network = triangle();
    SpeedFactors.Builder builder = SpeedFactors.on(network).roadClass(RoadClass.PRIMARY, 0.5);
    assertRefused(
        "road class primary has two speed factors, 0.5 and 0.7",
        () -> builder.roadClass(RoadClass.PRIMARY, 0.7));
    assertRefused(
        "speed factor of edge 1 backward must be 0 or from 0.01 to 10, was -1.0",
        () -> builder.backward(1, -1));
    assertRefused(
        "speed factor of edge 1 forward must be 0 or from 0.01 to 10, was NaN",
        () -> builder.forward(1, Double.NaN));
    assertRefused("edge must be from 0 to 3, was 4", () -> builder.edge(4, 1));
  }

  private static void assertRefused(String message, Runnable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }

  @Test
  void classesAreFoundByTheirNames() {
    assertEquals(Optional.of(RoadClass.LIVING_STREET), RoadClass.find("living_street"));
    assertEquals(Optional.empty(), RoadClass.find("Primary"));
    assertTrue(RoadClass.TERTIARY.isMain());
    assertFalse(RoadClass.UNCLASSIFIED.isMain());
  }

  @Test
  void newTimesOfACityEqualThoseOfANewContraction() {
    RoadNetwork network = RoadNetwork.read(SharedData.osm("gothenburg.osm.pbf"));
    Customization customization = network.customization(2);
    Random random = new Random(17);
    for (int round = 0; round < 3; round++) {
      SpeedFactors.Builder builder = SpeedFactors.on(network);
      for (RoadClass roadClass : RoadClass.values()) {
        builder.roadClass(roadClass, 0.2 + 1.3 * random.nextDouble());
      }
      for (int edge = 0; edge < network.edgeCount(); edge++) {
        if (random.nextInt(20) == 0) {
          builder.edge(edge, random.nextBoolean() ? 0 : 0.05 + random.nextDouble());
        }
      }
      EdgeTimes times = builder.build().applyTo(network.driving());
      Hierarchy contracted = new Contraction(times).toHierarchy();
      OneToOneQuery expected = new OneToOneQuery(contracted);
      OneToOneQuery found = new OneToOneQuery(customization.customize(times));
      for (int i = 0; i < 5000; i++) {
        int from = contracted.node(random.nextInt(contracted.size()));
        int to = contracted.node(random.nextInt(contracted.size()));
        assertEquals(expected.duration(from, to), found.duration(from, to), "seed 17");
      }
    }
  }
}
