package org.ieum.osmdata.stops;

import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.model.LatLon;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.clip.ClippedRoads;
import org.jspecify.annotations.Nullable;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;

/** Builds the street network node by node and segment by segment, from the map or by hand. */
final class StreetNetworkBuilder {
  // Index i = node.
  final DoubleArrayList lat = new DoubleArrayList();
  final DoubleArrayList lon = new DoubleArrayList();
  final IntArrayList stopRank = new IntArrayList();
  final List<String> streetName = new ObjectArrayList<>();
  // Index i = segment.
  final IntArrayList segmentFrom = new IntArrayList();
  final IntArrayList segmentTo = new IntArrayList();
  final IntArrayList segmentLength = new IntArrayList();
  final BooleanArrayList counted = new BooleanArrayList();
  final Arcs driving = new Arcs();

  /** The streets of a clipped extract; only segments inside the area count for coverage. */
  static StreetNetwork build(ClippedRoads roads, @Nullable AreaOutline area) {
    StreetNetworkBuilder builder = new StreetNetworkBuilder();
    builder.addRoads(roads, area);
    return builder.build();
  }

  StreetNetwork build() {
    return new StreetNetwork(this);
  }

  /** Adds a node and returns its number, counted from 0. */
  int addNode(double nodeLat, double nodeLon) {
    lat.add(nodeLat);
    lon.add(nodeLon);
    stopRank.add(0);
    streetName.add("");
    return lat.size() - 1;
  }

  /**
   * Says that a bus may stop at the node; the biggest street wins, of equal ones the first named.
   */
  void allowStop(int node, int rank, String name) {
    boolean better =
        rank > stopRank.getInt(node)
            || (rank == stopRank.getInt(node) && streetName.get(node).isBlank());
    if (rank > 0 && better) {
      stopRank.set(node, rank);
      streetName.set(node, name);
    }
  }

  /** Adds a stretch between two different nodes that can be walked; length in mm. */
  void addSegment(int from, int to, int length, boolean isCounted) {
    if (from == to) {
      throw new IllegalArgumentException("a segment must join two nodes, was a loop at " + from);
    }
    segmentFrom.add(from);
    segmentTo.add(to);
    segmentLength.add(length);
    counted.add(isCounted);
  }

  private void addRoads(ClippedRoads roads, @Nullable AreaOutline area) {
    Long2IntOpenHashMap indexById = new Long2IntOpenHashMap(roads.nodes().size());
    indexById.defaultReturnValue(-1);
    BooleanArrayList inside = new BooleanArrayList();
    BooleanArrayList stopsCars = new BooleanArrayList();
    BooleanArrayList stopsWalkers = new BooleanArrayList();
    for (Node node : roads.nodes()) {
      indexById.put(node.getId(), addNode(node.getLatitude(), node.getLongitude()));
      inside.add(area == null || area.contains(node.getLatitude(), node.getLongitude()));
      Map<String, String> tags = tags(node.getTags());
      stopsCars.add(StreetAccess.blocksCars(tags));
      stopsWalkers.add(StreetAccess.blocksWalkers(tags));
    }
    for (Way way : roads.ways()) {
      Map<String, String> tags = tags(way.getTags());
      Street street = new Street(tags);
      if (!street.walk && !street.drive) {
        continue;
      }
      List<WayNode> wayNodes = way.getWayNodes();
      for (int i = 1; i < wayNodes.size(); i++) {
        int a = indexById.get(wayNodes.get(i - 1).getNodeId());
        int b = indexById.get(wayNodes.get(i).getNodeId());
        boolean isWalked =
            street.walk && !stopsWalkers.getBoolean(a) && !stopsWalkers.getBoolean(b);
        boolean isDriven = street.drive && !stopsCars.getBoolean(a) && !stopsCars.getBoolean(b);
        if (a != b && (isWalked || isDriven)) {
          boolean aInside = inside.getBoolean(a);
          boolean bInside = inside.getBoolean(b);
          addStretch(a, b, street, isWalked, isDriven, aInside, bInside);
        }
      }
    }
  }

  /** Adds the straight line between two map nodes, divided where it is long. */
  private void addStretch(
      int a,
      int b,
      Street street,
      boolean isWalked,
      boolean isDriven,
      boolean aInside,
      boolean bInside) {
    LatLon start = new LatLon(lat.getDouble(a), lon.getDouble(a));
    LatLon end = new LatLon(lat.getDouble(b), lon.getDouble(b));
    double metres = start.metresTo(end);
    int pieces = Math.max(1, (int) Math.ceil(metres / StreetNetwork.MAX_SEGMENT_METRES));
    int length = (int) Math.round(metres * 1000 / pieces);
    boolean isInside = aInside && bInside;
    int rank = isWalked && isDriven && street.rank > 0 ? street.rank : 0;
    int last = a;
    for (int piece = 1; piece <= pieces; piece++) {
      double share = (double) piece / pieces;
      int next =
          piece == pieces
              ? b
              : addNode(
                  start.lat() + share * (end.lat() - start.lat()),
                  start.lon() + share * (end.lon() - start.lon()));
      if (isWalked) {
        addSegment(last, next, length, isInside);
      }
      if (isDriven && street.direction >= 0) {
        driving.add(last, next);
      }
      if (isDriven && street.direction <= 0) {
        driving.add(next, last);
      }
      if (piece < pieces && isInside) {
        allowStop(next, rank, street.name);
      }
      last = next;
    }
    if (aInside) {
      allowStop(a, rank, street.name);
    }
    if (bInside) {
      allowStop(b, rank, street.name);
    }
  }

  private static Map<String, String> tags(Collection<Tag> tags) {
    Map<String, String> map = new TreeMap<>();
    for (Tag tag : tags) {
      map.put(tag.getKey(), tag.getValue());
    }
    return map;
  }

  /** What the tags of a way say. */
  private static final class Street {
    final boolean walk;
    final boolean drive;
    final int direction;
    final int rank;
    final String name;

    Street(Map<String, String> tags) {
      walk = StreetAccess.mayWalk(tags);
      drive = StreetAccess.mayDrive(tags);
      direction = StreetAccess.direction(tags);
      rank = StreetAccess.stopRank(tags);
      name = tags.getOrDefault("name", "");
    }
  }
}
