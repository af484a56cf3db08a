package org.ieum.osmdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ieum.osmdata.clip.KindCounts;
import org.ieum.osmdata.stops.StopPlan;
import org.ieum.osmdata.stops.StopSource;

/**
 * What a preparation kept and dropped, for people and for programs.
 *
 * @param extract name of the file that was read
 * @param area box around the area, {@code minLon,minLat,maxLon,maxLat}
 * @param nodes of the map
 * @param ways of the map
 * @param relations of the map
 * @param stops with their coverage
 */
public record PreparationReport(
    String extract,
    String area,
    KindCounts nodes,
    KindCounts ways,
    KindCounts relations,
    StopPlan stops) {
  private static final int IDS_SHOWN = 10;

  /** As JSON: lengths in metres, shares from 0 to 1. Ends with a line break. */
  public String toJson() {
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(toMap())
              .replace("\r\n", "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report is no JSON", e);
    }
  }

  /** As nested maps, lists, texts and numbers, in the order in which they should be shown. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("extract", extract);
    map.put("area_bbox", area);
    map.put("nodes", kind(nodes));
    map.put("ways", kind(ways));
    map.put("relations", kind(relations));
    Map<String, Object> stop = new LinkedHashMap<>();
    stop.put("count", stops.stops().size());
    for (StopSource source : StopSource.values()) {
      stop.put(source.text(), stops.count(source));
    }
    stop.put("limit_reached", stops.isLimitReached());
    stop.put("dropped", stops.dropped());
    map.put("stops", stop);
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("walk_metres", stops.walkMetres());
    coverage.put("walkable_metres", stops.walkableMetres());
    coverage.put("covered_before_metres", stops.coveredBeforeMetres());
    coverage.put("covered_after_metres", stops.coveredAfterMetres());
    coverage.put("share_before", share(stops.coveredBeforeMetres()));
    coverage.put("share_after", share(stops.coveredAfterMetres()));
    map.put("coverage", coverage);
    return map;
  }

  private static Map<String, Object> kind(KindCounts counts) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("read", counts.readCount());
    map.put("kept", counts.keptCount());
    map.put("dropped", counts.dropped());
    return map;
  }

  private double share(long metres) {
    return stops.walkableMetres() == 0
        ? 0
        : Math.rint(10_000.0 * metres / stops.walkableMetres()) / 10_000;
  }

  /** As aligned lines, without a line break at the end. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    line(text, "extract", extract);
    line(text, "area", area);
    text.append(String.format(Locale.ROOT, "%-28s%12s%12s%12s%n", "", "read", "kept", "dropped"));
    kindLines(text, "nodes", nodes);
    kindLines(text, "ways", ways);
    kindLines(text, "relations", relations);
    line(text, "stops", String.format(Locale.ROOT, "%,d", stops.stops().size()));
    for (StopSource source : StopSource.values()) {
      line(text, "  " + source.text(), String.format(Locale.ROOT, "%,d", stops.count(source)));
    }
    if (stops.isLimitReached()) {
      line(text, "", "the limit is reached; more stops could cover more");
    }
    stops.dropped().forEach((reason, ids) -> droppedLine(text, reason, ids));
    line(
        text,
        "walkable network",
        String.format(Locale.ROOT, "%,.1f km", stops.walkableMetres() / 1000.0));
    String within = "within " + stops.walkMetres() + " m of a stop";
    line(text, within, "before " + covered(stops.coveredBeforeMetres()));
    line(text, "", "after  " + covered(stops.coveredAfterMetres()));
    return text.toString().stripTrailing();
  }

  private String covered(long metres) {
    return String.format(Locale.ROOT, "%5.1f %% (%,.1f km)", 100 * share(metres), metres / 1000.0);
  }

  private static void kindLines(StringBuilder text, String name, KindCounts counts) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-28s%,12d%,12d%,12d%n",
            name,
            counts.readCount(),
            counts.keptCount(),
            counts.readCount() - counts.keptCount()));
    counts
        .dropped()
        .forEach(
            (reason, count) ->
                text.append(String.format(Locale.ROOT, "  %-50s%,12d%n", reason, count)));
  }

  private static void droppedLine(StringBuilder text, String reason, List<String> ids) {
    String shown = String.join(", ", ids.subList(0, Math.min(IDS_SHOWN, ids.size())));
    String more = ids.size() > IDS_SHOWN ? ", ..." : "";
    text.append(
        String.format(Locale.ROOT, "  dropped %,d: %s (%s%s)%n", ids.size(), reason, shown, more));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-28s%s%n", name, value));
  }
}
