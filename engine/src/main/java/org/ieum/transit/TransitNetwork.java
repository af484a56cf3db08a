package org.ieum.transit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A timetable with its footpaths, ready to be searched by any number of routers. What was cut out
 * of it for the last few days asked for is kept.
 */
public final class TransitNetwork {
  private static final int KEPT = 8;
  private static final long DAY = 24 * 3600;

  private final Timetable timetable;
  private final Footpaths footpaths;
  private final Footpaths reversed;
  private final Map<Span, Lines> kept = new LinkedHashMap<>(16, 0.75f, true);

  private record Span(long from, long to, boolean forward, boolean accessibleOnly) {}

  public TransitNetwork(Timetable timetable, Footpaths footpaths) {
    if (footpaths.stopCount() != timetable.stopCount()) {
      throw new IllegalArgumentException(
          "footpaths must be of the timetable's stops, were of "
              + footpaths.stopCount()
              + ", not "
              + timetable.stopCount());
    }
    this.timetable = timetable;
    this.footpaths = footpaths;
    this.reversed = footpaths.reversed();
  }

  public Timetable timetable() {
    return timetable;
  }

  public Footpaths footpaths() {
    return footpaths;
  }

  Footpaths footpaths(boolean forward) {
    return forward ? footpaths : reversed;
  }

  /** What runs from one moment to another (Unix seconds), rounded to whole days. */
  Lines lines(long from, long to, boolean forward, boolean accessibleOnly) {
    Span span =
        new Span(
            Math.floorDiv(from, DAY) * DAY,
            (Math.floorDiv(to, DAY) + 1) * DAY,
            forward,
            accessibleOnly);
    synchronized (kept) {
      Lines known = kept.get(span);
      if (known == null) {
        known = LineCutter.cut(timetable, span.from, span.to, forward, accessibleOnly);
        kept.put(span, known);
        if (kept.size() > KEPT) {
          kept.remove(kept.keySet().iterator().next());
        }
      }
      return known;
    }
  }
}
