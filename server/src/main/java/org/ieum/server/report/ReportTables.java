package org.ieum.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The numbers of each chart as a folded table, for those who cannot see it or want to copy it. */
final class ReportTables {
  private static final int BUSIEST = 20;
  private static final int HOUR_MILLIS = 3_600_000;

  private final ReportData data;

  ReportTables(ReportData data) {
    this.data = data;
  }

  /** The stops with the most boardings and alightings. */
  String busiestStops() {
    List<StopActivity> stops = new ArrayList<>(data.stops());
    stops.sort(
        Comparator.comparingInt((StopActivity stop) -> -stop.boardings() - stop.alightings())
            .thenComparing(stop -> stop.stop().id()));
    List<List<String>> rows = new ArrayList<>();
    for (StopActivity stop : stops.subList(0, Math.min(BUSIEST, stops.size()))) {
      rows.add(
          List.of(
              stop.stop().name(),
              stop.stop().id(),
              count(stop.boardings()),
              count(stop.alightings())));
    }
    return Html.folded(
        "Busiest stops as a table",
        "Busiest stops: riders boarding and alighting",
        List.of("Stop", "Id", "Boardings", "Alightings"),
        rows);
  }

  String distribution(String what, Distribution distribution) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < distribution.counts().size(); i++) {
      double from = (double) i * distribution.binMillis();
      rows.add(
          List.of(
              Numbers.minutes(from) + " to " + Numbers.minutes(from + distribution.binMillis()),
              count(distribution.counts().get(i))));
    }
    return Html.folded(
        "Show as a table", what + ": riders by minutes", List.of("Minutes", "Riders"), rows);
  }

  /** Mean numbers of vehicles by hour. */
  String occupancy(LoadBands bands) {
    List<String> columns = new ArrayList<>(List.of("Hour", "On break", "Idle", "Driving empty"));
    for (int band = 1; band < bands.size(); band++) {
      columns.add(bands.label(band) + " aboard");
    }
    // Sums of vehicle milliseconds by hour; the first element counts the milliseconds covered.
    TreeMap<Integer, List<Double>> hours = new TreeMap<>();
    for (OccupancyBin bin : data.occupancy()) {
      List<Double> values = new ArrayList<>(List.of(1.0, bin.onBreak(), bin.idle()));
      values.addAll(bands.vehicles(bin));
      List<Double> sums =
          hours.computeIfAbsent(
              Math.floorDiv(bin.start(), HOUR_MILLIS),
              hour -> new ArrayList<>(values.stream().map(value -> 0.0).toList()));
      for (int i = 0; i < values.size(); i++) {
        sums.set(i, sums.get(i) + values.get(i) * (bin.end() - bin.start()));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    hours.forEach(
        (hour, sums) -> {
          List<String> row = new ArrayList<>(List.of(hour(hour)));
          for (double sum : sums.subList(1, sums.size())) {
            row.add(Numbers.fixed(sum / sums.get(0), 1));
          }
          rows.add(row);
        });
    return Html.folded(
        "Show as a table", "Mean number of vehicles by hour and riders aboard", columns, rows);
  }

  String requests() {
    List<List<String>> rows = new ArrayList<>();
    for (RequestHour hour : data.requests()) {
      rows.add(
          List.of(
              hour(hour.hour()),
              count(hour.served()),
              count(hour.rejected()),
              count(hour.cancelled()),
              count(hour.noShow())));
    }
    return Html.folded(
        "Show as a table",
        "Requests by hour and outcome",
        List.of("Hour", "Served", "Rejected", "Cancelled", "No-show"),
        rows);
  }

  String rejections(Rejections rejections) {
    List<String> columns = new ArrayList<>(List.of("Hour"));
    for (String reason : rejections.reasons()) {
      columns.add(words(reason));
    }
    List<List<String>> rows = new ArrayList<>();
    rejections
        .byHour()
        .forEach(
            (hour, counts) -> {
              List<String> row = new ArrayList<>(List.of(hour(hour)));
              counts.forEach(count -> row.add(count(count)));
              rows.add(row);
            });
    return Html.folded("Show as a table", "Rejected requests by hour and reason", columns, rows);
  }

  /** A reason such as {@code no_capacity} as words. */
  static String words(String reason) {
    return reason.replace('_', ' ');
  }

  private String hour(int hour) {
    int from = data.epoch().plusHours(hour).getHour();
    return String.format(java.util.Locale.ROOT, "%02d–%02d h", from, from + 1);
  }

  private static String count(int count) {
    return Numbers.fixed(count, 0);
  }
}
