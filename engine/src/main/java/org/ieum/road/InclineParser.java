package org.ieum.road;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValueImpl;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how steep a way is from the tag {@code incline} (OpenStreetMap wiki, <em>Key:incline</em>):
 * percent, or degrees with a sign behind them, above 0 where the way rises in its own direction.
 * What names no number, such as {@code up}, counts as flat.
 */
final class InclineParser implements TagParser {
  static final String KEY = "incline";

  /** Steeper ways are kept as this steep, percent. */
  static final int STEEPEST = 63;

  private static final Pattern PERCENT = Pattern.compile("([+-]?[0-9]{1,3}(?:\\.[0-9]*)?) ?(%|°|)");

  private final IntEncodedValue percent;

  InclineParser(IntEncodedValue percent) {
    this.percent = percent;
  }

  /** Whole percent from the base node of an edge, the other way round from its other end. */
  static IntEncodedValue percent() {
    return new IntEncodedValueImpl(
        KEY, 6, 0, /* negateReverseDirection= */ true, /* storeTwoDirections= */ false);
  }

  @Override
  public void handleWayTags(
      int edgeId, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
    // Flat ways too: what is never set reads as the steepest fall.
    percent.setInt(/* reverse= */ false, edgeId, access, percent(way.getTag(KEY)));
  }

  /** Percent that a tag tells, 0 when it tells none. */
  static int percent(@Nullable String tag) {
    Matcher matcher = PERCENT.matcher(tag == null ? "" : tag.strip());
    if (!matcher.matches()) {
      return 0;
    }
    double number = Double.parseDouble(matcher.group(1));
    if (matcher.group(2).equals("°")) {
      number = Math.abs(number) < 90 ? 100 * StrictMath.tan(StrictMath.toRadians(number)) : 0;
    }
    return (int) Math.max(-STEEPEST, Math.min(STEEPEST, Math.round(number)));
  }
}
