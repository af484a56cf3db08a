package org.ieum.server.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.server.api.OccurrenceView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.SeriesInput;
import org.ieum.server.api.SeriesView;
import org.ieum.server.area.SeriesDesk;
import org.jspecify.annotations.Nullable;

/** Series without any ride. */
final class FakeSeriesDesk implements SeriesDesk {
  private final Map<String, SeriesView> all = new TreeMap<>();
  private final String areaId;

  FakeSeriesDesk(String areaId) {
    this.areaId = areaId;
  }

  @Override
  public SeriesView create(SeriesInput input) {
    String id = areaId + "-s" + (all.size() + 1);
    return put(id, input.riderId(), "active", input.rrule(), input.exceptions());
  }

  private SeriesView put(
      String id, String rider, String state, String rule, @Nullable List<String> exceptions) {
    SeriesView series =
        new SeriesView(
            id,
            areaId,
            rider,
            state,
            rule,
            FakeDesk.TIME,
            "depart_at",
            1,
            0,
            List.of("s1"),
            List.of("s2"),
            exceptions == null ? List.of() : exceptions,
            86_400,
            FakeDesk.TIME,
            List.of(new OccurrenceView("2026-03-02", areaId + "-1", null, null)));
    all.put(id, series);
    return series;
  }

  @Override
  public List<SeriesView> list(String afterId, int limit, String riderId) {
    return all.values().stream()
        .filter(series -> series.seriesId().compareTo(afterId) > 0)
        .filter(series -> riderId.isEmpty() || series.riderId().equals(riderId))
        .limit(limit)
        .toList();
  }

  @Override
  public SeriesView get(String seriesId) {
    SeriesView series = all.get(seriesId);
    if (series == null) {
      throw Refusal.notFound("series " + seriesId + " is not known");
    }
    return series;
  }

  @Override
  public SeriesView cancel(String seriesId, boolean byOperator) {
    SeriesView old = get(seriesId);
    return put(seriesId, old.riderId(), "cancelled", old.rrule(), old.exceptions());
  }

  @Override
  public SeriesView cancelOccurrence(String seriesId, String date, boolean byOperator) {
    SeriesView old = get(seriesId);
    return put(seriesId, old.riderId(), old.state(), old.rrule(), List.of(date));
  }
}
