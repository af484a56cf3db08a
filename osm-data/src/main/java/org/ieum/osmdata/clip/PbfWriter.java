package org.ieum.osmdata.clip;

import crosby.binary.file.BlockOutputStream;
import crosby.binary.osmosis.OsmosisSerializer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.geom.Envelope;
import org.openstreetmap.osmosis.core.container.v0_6.BoundContainer;
import org.openstreetmap.osmosis.core.container.v0_6.NodeContainer;
import org.openstreetmap.osmosis.core.container.v0_6.RelationContainer;
import org.openstreetmap.osmosis.core.container.v0_6.WayContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Bound;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;

/**
 * Writes clipped roads as pbf: sorted, without history, times or the name of the source, so that
 * the same roads give the same bytes.
 */
public final class PbfWriter {
  private static final double UNITS_PER_DEGREE = 1e7;

  private PbfWriter() {}

  /** Writes the file, over an old one if there is one. */
  public static void write(ClippedRoads roads, Path file) throws IOException {
    QuietOsmosis.apply();
    OsmosisSerializer out =
        new OsmosisSerializer(
            new BlockOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
    try (out) {
      out.configOmit(true);
      out.process(new BoundContainer(bound(roads)));
      for (Node node : roads.nodes()) {
        out.process(new NodeContainer(onGrid(node)));
      }
      for (Way way : roads.ways()) {
        out.process(new WayContainer(way));
      }
      for (Relation relation : roads.relations()) {
        out.process(new RelationContainer(relation));
      }
      out.complete();
    }
  }

  private static Bound bound(ClippedRoads roads) {
    Envelope box = new Envelope();
    for (Node node : roads.nodes()) {
      box.expandToInclude(node.getLongitude(), node.getLatitude());
    }
    return new Bound(
        onGrid(box.getMaxX()),
        onGrid(box.getMinX()),
        onGrid(box.getMaxY()),
        onGrid(box.getMinY()),
        "");
  }

  private static Node onGrid(Node node) {
    return new Node(
        RoadSelection.plain(node.getId(), node.getTags()),
        onGrid(node.getLatitude()),
        onGrid(node.getLongitude()));
  }

  /**
   * The serializer cuts digits off where it should round, so a node would creep towards zero by a
   * unit of 1e-7 degrees (1 cm) each time it is written. A third of a unit more prevents that.
   */
  private static double onGrid(double degrees) {
    double units = Math.rint(degrees * UNITS_PER_DEGREE);
    return (units + Math.copySign(0.3, units)) / UNITS_PER_DEGREE;
  }
}
