package org.ieum.road;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/** Writes maps of a few nodes and ways as pbf files. */
final class SmallMap {
  /** Degrees of latitude in a hundred metres. */
  static final double HUNDRED_METRES = 100 / (6_371_000 * Math.PI / 180);

  private final Osmformat.PrimitiveGroup.Builder nodes = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder relations = Osmformat.PrimitiveGroup.newBuilder();
  private final List<String> strings = new ArrayList<>(List.of(""));

  /** A node in units of a hundred metres to the north and east of 0, 0. */
  SmallMap node(long id, double north, double east) {
    nodes.addNodes(
        Osmformat.Node.newBuilder()
            .setId(id)
            .setLat(Math.round(north * HUNDRED_METRES * 1e7))
            .setLon(Math.round(east * HUNDRED_METRES * 1e7)));
    return this;
  }

  /** A way through nodes, with tags like {@code highway=residential oneway=yes}. */
  SmallMap way(long id, String tags, long... through) {
    Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(id);
    for (String tag : List.of(tags.split(" ", -1))) {
      int equals = tag.indexOf('=');
      way.addKeys(string(tag.substring(0, equals))).addVals(string(tag.substring(equals + 1)));
    }
    long last = 0;
    for (long node : through) {
      way.addRefs(node - last);
      last = node;
    }
    ways.addWays(way);
    return this;
  }

  /**
   * A relation of two ways and a node or way between them.
   *
   * @param tags like those of ways
   * @param via id of a node, or the complement of the id of a way
   */
  SmallMap restriction(long id, String tags, long from, long via, long to) {
    Osmformat.Relation.Builder relation = Osmformat.Relation.newBuilder().setId(id);
    for (String tag : List.of(tags.split(" ", -1))) {
      int equals = tag.indexOf('=');
      relation.addKeys(string(tag.substring(0, equals)));
      relation.addVals(string(tag.substring(equals + 1)));
    }
    relation.addKeys(string("type")).addVals(string("restriction"));
    long middle = via < 0 ? ~via : via;
    relation.addRolesSid(string("from")).addMemids(from);
    relation.addRolesSid(string("via")).addMemids(middle - from);
    relation.addRolesSid(string("to")).addMemids(to - middle);
    relation.addTypes(Osmformat.Relation.MemberType.WAY);
    relation.addTypes(
        via < 0 ? Osmformat.Relation.MemberType.WAY : Osmformat.Relation.MemberType.NODE);
    relation.addTypes(Osmformat.Relation.MemberType.WAY);
    relations.addRelations(relation);
    return this;
  }

  private int string(String text) {
    if (!strings.contains(text)) {
      strings.add(text);
    }
    return strings.indexOf(text);
  }

  /** Writes the map and gives the file back. */
  Path write(Path file) throws IOException {
    Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
    strings.forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    block(out, "OSMHeader", Osmformat.HeaderBlock.getDefaultInstance());
    block(
        out,
        "OSMData",
        Osmformat.PrimitiveBlock.newBuilder()
            .setStringtable(table)
            .addPrimitivegroup(nodes)
            .addPrimitivegroup(ways)
            .addPrimitivegroup(relations)
            .build());
    Files.write(file, bytes.toByteArray());
    return file;
  }

  private static void block(DataOutputStream out, String type, MessageLite content)
      throws IOException {
    byte[] blob = Fileformat.Blob.newBuilder().setRaw(content.toByteString()).build().toByteArray();
    byte[] header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.length)
            .build()
            .toByteArray();
    out.writeInt(header.length);
    out.write(header);
    out.write(blob);
  }
}
