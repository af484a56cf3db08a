package org.ieum.osmdata.clip;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;

/**
 * Last in the chain: holds what is left of the extract in the order of ids and drops what has lost
 * its parts.
 */
final class RoadCollector implements Sink {
  private static final String TWICE = "same id again";
  private static final String OUTSIDE = "outside the area";

  private final @Nullable AreaOutline area;
  private final SortedMap<Long, Node> nodes = new TreeMap<>();
  private final SortedMap<Long, Way> ways = new TreeMap<>();
  private final SortedMap<Long, Relation> relations = new TreeMap<>();
  private int nodesTwice;
  private int waysTwice;
  private int relationsTwice;

  RoadCollector(@Nullable AreaOutline area) {
    this.area = area;
  }

  /** How many nodes came through, with those that belong to whole ways. */
  int nodeCount() {
    return nodes.size();
  }

  @Override
  public void initialize(Map<String, Object> metaData) {}

  @Override
  public void process(EntityContainer container) {
    Entity entity = container.getEntity();
    if (entity instanceof Node node) {
      nodesTwice += nodes.putIfAbsent(node.getId(), node) == null ? 0 : 1;
    } else if (entity instanceof Way way) {
      waysTwice += ways.putIfAbsent(way.getId(), way) == null ? 0 : 1;
    } else if (entity instanceof Relation relation) {
      relationsTwice += relations.putIfAbsent(relation.getId(), relation) == null ? 0 : 1;
    }
  }

  @Override
  public void complete() {}

  @Override
  public void close() {}

  /** Everything that is kept; the counts are told what is dropped here and in the area cut. */
  ClippedRoads finish(KindCounts nodeCounts, KindCounts wayCounts, KindCounts relationCounts) {
    nodeCounts.drop(TWICE, nodesTwice);
    wayCounts.drop(TWICE, waysTwice);
    relationCounts.drop(TWICE, relationsTwice);
    wayCounts.drop(OUTSIDE, wayCounts.keptCount() - ways.size());
    relationCounts.drop(OUTSIDE, relationCounts.keptCount() - relations.size());
    nodeCounts.drop(OUTSIDE, nodeCounts.keptCount() - nodes.size());

    List<Way> keptWays = keptWays(wayCounts);
    List<Node> keptNodes = keptNodes(keptWays, nodeCounts);
    List<Relation> keptRelations = keptRelations(keptWays, keptNodes, relationCounts);
    return new ClippedRoads(
        keptNodes, keptWays, keptRelations, nodeCounts, wayCounts, relationCounts);
  }

  /** A way keeps the nodes that the extract has. */
  private List<Way> keptWays(KindCounts counts) {
    List<Way> kept = new ArrayList<>();
    for (Way way : ways.values()) {
      List<WayNode> known = new ArrayList<>();
      for (WayNode node : way.getWayNodes()) {
        if (nodes.containsKey(node.getNodeId())) {
          known.add(new WayNode(node.getNodeId()));
        }
      }
      if (known.size() < 2) {
        counts.drop("fewer than 2 nodes in the extract");
      } else {
        kept.add(new Way(RoadSelection.plain(way.getId(), way.getTags()), known));
      }
    }
    return kept;
  }

  private List<Node> keptNodes(List<Way> keptWays, KindCounts counts) {
    LongSet used = new LongOpenHashSet();
    for (Way way : keptWays) {
      for (WayNode node : way.getWayNodes()) {
        used.add(node.getNodeId());
      }
    }
    List<Node> kept = new ArrayList<>();
    for (Node node : nodes.values()) {
      if (used.contains(node.getId()) || isBusStopInside(node)) {
        kept.add(node);
      } else {
        counts.drop("not on a kept way");
      }
    }
    return kept;
  }

  private boolean isBusStopInside(Node node) {
    return RoutingTags.isBusStop(node.getTags())
        && (area == null || area.contains(node.getLatitude(), node.getLongitude()));
  }

  private List<Relation> keptRelations(
      List<Way> keptWays, List<Node> keptNodes, KindCounts counts) {
    LongSet wayIds = new LongOpenHashSet();
    keptWays.forEach(way -> wayIds.add(way.getId()));
    LongSet nodeIds = new LongOpenHashSet();
    keptNodes.forEach(node -> nodeIds.add(node.getId()));
    List<Relation> kept = new ArrayList<>();
    for (Relation relation : relations.values()) {
      boolean whole = true;
      for (RelationMember member : relation.getMembers()) {
        boolean known =
            (member.getMemberType() == EntityType.Way ? wayIds : nodeIds)
                .contains(member.getMemberId());
        whole &= known && member.getMemberType() != EntityType.Relation;
      }
      if (whole && !relation.getMembers().isEmpty()) {
        kept.add(relation);
      } else {
        counts.drop("turn restriction without all its members");
      }
    }
    return kept;
  }
}
