package org.ieum.osmdata.clip;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.container.v0_6.NodeContainer;
import org.openstreetmap.osmosis.core.container.v0_6.RelationContainer;
import org.openstreetmap.osmosis.core.container.v0_6.WayContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.CommonEntityData;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.OsmUser;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;

/**
 * Second in the chain: drops ways and relations that no mode of travel needs, and the tags and the
 * history of the others, so that little has to be held while the area is cut out.
 */
final class RoadSelection implements Sink {
  private static final Date NO_DATE = Date.from(Instant.EPOCH);

  private final Sink next;
  private final KindCounts nodes;
  private final KindCounts ways;
  private final KindCounts relations;

  RoadSelection(Sink next, KindCounts nodes, KindCounts ways, KindCounts relations) {
    this.next = next;
    this.nodes = nodes;
    this.ways = ways;
    this.relations = relations;
  }

  @Override
  public void initialize(Map<String, Object> metaData) {
    next.initialize(metaData);
  }

  @Override
  public void process(EntityContainer container) {
    Entity entity = container.getEntity();
    if (entity instanceof Node node) {
      nodes.read();
      next.process(
          new NodeContainer(
              new Node(
                  plain(node.getId(), RoutingTags.nodeTags(node.getTags())),
                  node.getLatitude(),
                  node.getLongitude())));
    } else if (entity instanceof Way way) {
      ways.read();
      Optional<String> fault = RoutingTags.findWayFault(way.getTags());
      if (fault.isPresent()) {
        ways.drop(fault.get());
        return;
      }
      next.process(
          new WayContainer(
              new Way(plain(way.getId(), RoutingTags.wayTags(way.getTags())), way.getWayNodes())));
    } else if (entity instanceof Relation relation) {
      relations.read();
      if (!RoutingTags.isTurnRestriction(relation.getTags())) {
        relations.drop("no turn restriction");
        return;
      }
      next.process(
          new RelationContainer(
              new Relation(
                  plain(relation.getId(), RoutingTags.relationTags(relation.getTags())),
                  relation.getMembers())));
    }
  }

  /** An object without history. */
  static CommonEntityData plain(long id, Collection<Tag> tags) {
    return new CommonEntityData(id, 1, NO_DATE, OsmUser.NONE, 0, tags);
  }

  @Override
  public void complete() {
    next.complete();
  }

  @Override
  public void close() {
    next.close();
  }
}
