package org.ieum.road;

import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.reader.osm.OSMRestrictionConverter;
import com.graphhopper.reader.osm.OSMRestrictionException;
import com.graphhopper.reader.osm.RestrictionTagParser;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.storage.BaseGraph;
import java.util.List;
import java.util.Map;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a map with those turn restrictions that hold at one node. Restrictions over a way in
 * between are left out: GraphHopper would give the way a second edge, on which nothing can stop.
 */
final class RestrictionReader extends OSMReader {
  /** For what a restriction must count to hold for us; {@code except} names what it spares. */
  private static final List<String> VEHICLES =
      List.of("motorcar", "motor_vehicle", "vehicle", "access");

  private int leftOut;

  RestrictionReader(BaseGraph graph, OSMParsers parsers, OSMReaderConfig config) {
    super(graph, parsers, config);
  }

  @Override
  protected void processRelation(ReaderRelation relation, LongToIntFunction nodeOfOsmNode) {
    if (OSMRestrictionConverter.isTurnRestriction(relation)
        && OSMRestrictionConverter.getViaNodeIfViaNodeRestriction(relation) < 0) {
      leftOut++;
    } else {
      super.processRelation(relation, nodeOfOsmNode);
    }
  }

  /** How many restrictions have no node at which they hold. */
  int leftOut() {
    return leftOut;
  }

  /** Takes what forbids single turns. */
  static RestrictionTagParser forbidding(BooleanEncodedValue mark) {
    return new Kind(mark, /* onlyOneTurn= */ false);
  }

  /** Takes what allows one turn only, from which it follows that turning round is forbidden. */
  static RestrictionTagParser allowingOne(BooleanEncodedValue mark) {
    return new Kind(mark, /* onlyOneTurn= */ true);
  }

  private static final class Kind extends RestrictionTagParser {
    private final boolean onlyOneTurn;

    Kind(BooleanEncodedValue mark, boolean onlyOneTurn) {
      super(VEHICLES, mark);
      this.onlyOneTurn = onlyOneTurn;
    }

    @Override
    public @Nullable Result parseRestrictionTags(Map<String, Object> tags)
        throws OSMRestrictionException {
      Result result = super.parseRestrictionTags(tags);
      if (result == null) {
        return null;
      }
      String text = result.getRestriction();
      boolean one = text.startsWith("only_") && !text.equals("only_u_turn");
      return one == onlyOneTurn ? result : null;
    }
  }
}
