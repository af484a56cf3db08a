package org.ieum.server.report;

import java.time.LocalDateTime;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.server.report.VehicleDay.LoadChange;
import org.ieum.server.report.VehicleDay.TrackPoint;
import org.ieum.simulation.KeyFigure;

/** Days on which something is missing, and a day whose every text tries to break out. */
final class EdgeDays {
  static final String HOSTILE =
      "<script>alert(1)</script><!-- <img src=x onerror=alert(2)> \" ' & {{script}} \u2028 ]]>";
  private static final LocalDateTime EPOCH = LocalDateTime.of(2026, 3, 3, 0, 0);
  private static final int HOUR = SampleDay.HOUR;

  private EdgeDays() {}

  /** Not a thing. */
  static ReportData empty() {
    return new ReportData(
        "Nowhere", "", EPOCH, "", 0, HOUR, "nobody", List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** One stop, one vehicle that never moves, one request that is rejected past midnight. */
  static ReportData nobodyServed() {
    LatLon place = new LatLon(-33.9, 18.4);
    return new ReportData(
        "One stop",
        "",
        EPOCH,
        "SAST",
        20 * HOUR,
        26 * HOUR,
        "nobody",
        List.of(new KeyFigure("Riders", "wait_average", "Wait", Double.NaN, "s", "", true)),
        List.of(),
        List.of(new StopActivity(new StopPoint("1", "Only stop", place), 0, 0)),
        List.of(
            new VehicleDay(
                "1",
                4,
                List.of(new TrackPoint(20 * HOUR, place), new TrackPoint(26 * HOUR, place)),
                List.of())),
        List.of(),
        List.of(),
        List.of(new OccupancyBin(20 * HOUR, 26 * HOUR, 0, 1, List.of())),
        List.of(new RequestHour(25, 0, 1, 0, 0)),
        List.of(new RejectionCount(25, "no_capacity", 1)));
  }

  /** One ride and no rejection; every text is hostile. */
  static ReportData hostile() {
    LatLon here = new LatLon(57.7, 11.97);
    LatLon there = new LatLon(57.71, 11.99);
    return new ReportData(
        HOSTILE,
        HOSTILE,
        EPOCH,
        HOSTILE,
        6 * HOUR,
        8 * HOUR,
        HOSTILE,
        List.of(new KeyFigure(HOSTILE, HOSTILE, HOSTILE, 1.5, HOSTILE, HOSTILE, true)),
        List.of(new Road(Road.Kind.MINOR, List.of(here, there))),
        List.of(
            new StopActivity(new StopPoint(HOSTILE, HOSTILE, here), 1, 0),
            new StopActivity(new StopPoint("2", "There", there), 0, 1)),
        List.of(
            new VehicleDay(
                HOSTILE,
                4,
                List.of(new TrackPoint(6 * HOUR, here), new TrackPoint(8 * HOUR, there)),
                List.of(new LoadChange(6 * HOUR, 1), new LoadChange(8 * HOUR, 0)))),
        List.of(0),
        List.of(2 * HOUR),
        List.of(new OccupancyBin(6 * HOUR, 8 * HOUR, 0, 0, List.of(0.0, 1.0))),
        List.of(new RequestHour(6, 1, 1, 0, 0)),
        List.of(new RejectionCount(6, HOSTILE, 1)));
  }
}
