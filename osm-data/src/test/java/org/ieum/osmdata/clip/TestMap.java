package org.ieum.osmdata.clip;

import crosby.binary.file.BlockOutputStream;
import crosby.binary.osmosis.OsmosisSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.container.v0_6.NodeContainer;
import org.openstreetmap.osmosis.core.container.v0_6.RelationContainer;
import org.openstreetmap.osmosis.core.container.v0_6.WayContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.CommonEntityData;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.OsmUser;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;

/** Writes small extracts by hand. Objects are written in the order in which they are added. */
public final class TestMap {
  private final List<EntityContainer> objects = new ArrayList<>();

  /** Tags are {@code key=value}. */
  public TestMap node(long id, double lat, double lon, String... tags) {
    objects.add(new NodeContainer(new Node(data(id, tags), lat, lon)));
    return this;
  }

  public TestMap way(long id, long[] nodes, String... tags) {
    List<WayNode> refs = new ArrayList<>();
    for (long node : nodes) {
      refs.add(new WayNode(node));
    }
    objects.add(new WayContainer(new Way(data(id, tags), refs)));
    return this;
  }

  /** A turn restriction. */
  public TestMap restriction(long id, long fromWay, long viaNode, long toWay) {
    return relation(
        id,
        List.of(
            new RelationMember(fromWay, EntityType.Way, "from"),
            new RelationMember(viaNode, EntityType.Node, "via"),
            new RelationMember(toWay, EntityType.Way, "to")),
        "type=restriction",
        "restriction=no_left_turn",
        "note=drop me");
  }

  public TestMap relation(long id, List<RelationMember> members, String... tags) {
    objects.add(new RelationContainer(new Relation(data(id, tags), members)));
    return this;
  }

  public Path write(Path file) throws IOException {
    OsmosisSerializer out =
        new OsmosisSerializer(new BlockOutputStream(Files.newOutputStream(file)));
    try (out) {
      out.configOmit(true);
      out.writeEmptyHeaderIfNeeded();
      objects.forEach(out::process);
      out.complete();
    }
    return file;
  }

  private static CommonEntityData data(long id, String... tags) {
    List<Tag> list = new ArrayList<>();
    for (String tag : tags) {
      int equals = tag.indexOf('=');
      list.add(new Tag(tag.substring(0, equals), tag.substring(equals + 1)));
    }
    return new CommonEntityData(id, 1, Date.from(Instant.EPOCH), OsmUser.NONE, 0, list);
  }
}
