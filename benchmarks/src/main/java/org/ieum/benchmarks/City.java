package org.ieum.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.EmbeddedArea;
import org.ieum.road.Contraction;
import org.ieum.road.RoadNetwork;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.RoadPosition;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The city on which the kernels are measured: the extract named by {@code -Dieum.map=FILE}, or else
 * Porto from {@code ../shared/data/osm} where that is there, or else the embedded area.
 */
@State(Scope.Benchmark)
public class City {
  /** How many random pairs a one-to-one benchmark cycles through. */
  static final int PAIRS = 100_000;

  private static final String PORTO = "porto_portugal.osm.pbf";
  private static final long SEED = 1;

  private Path map = Path.of("");

  RoadNetwork network;
  Contraction contraction;

  /** GraphHopper's own hierarchy, on which the yardstick runs. */
  Hierarchy witness;

  /** The hierarchy of the engine. */
  Hierarchy hierarchy;

  /** Node at the start of pair i; the nodes that cars use are drawn uniformly. */
  int[] from;

  /** Node at the end of pair i. */
  int[] to;

  /** Reads and contracts the map. */
  @Setup
  public void read() {
    read(map());
  }

  /** The embedded area, which is the same on every machine. */
  static City embedded() {
    City city = new City();
    city.read(embeddedMap());
    return city;
  }

  private void read(Path map) {
    this.map = map;
    network = RoadNetwork.read(map);
    contraction = new Contraction(network.driving());
    witness = contraction.toHierarchy();
    hierarchy = network.hierarchy();
    Random random = new Random(SEED);
    from = new int[PAIRS];
    to = new int[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      from[i] = hierarchy.node(random.nextInt(hierarchy.size()));
      to[i] = hierarchy.node(random.nextInt(hierarchy.size()));
    }
  }

  /** Positions within random edges that cars use. */
  List<RoadPosition> positions(int count) {
    Random random = new Random(SEED);
    List<RoadPosition> positions = new ArrayList<>();
    while (positions.size() < count) {
      int edge = random.nextInt(network.edgeCount());
      if (network.geometry().drivable(edge)) {
        positions.add(new RoadPosition(edge, random.nextDouble()));
      }
    }
    return positions;
  }

  /** Whether this is the city of the performance targets. */
  boolean isPorto() {
    return map.endsWith(PORTO);
  }

  private static Path map() {
    String given = System.getProperty("ieum.map");
    if (given != null) {
      return Path.of(given);
    }
    return SharedFolder.find("data/osm/" + PORTO).orElseGet(City::embeddedMap);
  }

  static Path embeddedMap() {
    try {
      Path embedded = EmbeddedArea.copyTo(Files.createTempDirectory("ieum-benchmarks"));
      return embedded.resolve(AreaPreparation.ROADS);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded area cannot be copied", e);
    }
  }
}
