package org.ieum.server.report;

import java.util.List;
import org.ieum.simulation.KeyFigure;

/** Key figures of a made-up day, in the order and under the names of a real one. */
final class SampleFigures {
  private SampleFigures() {}

  static List<KeyFigure> figures(int served) {
    return List.of(
        top("Requests", "requests", "Requests", served + 240, "", "All rides asked for."),
        top("Requests", "served", "Riders served", served, "", "Riders who reached their goal."),
        top(
            "Requests",
            "rejectionRate",
            "Rejection rate",
            0.0471,
            "share",
            "Rejected requests over all requests."),
        row("Requests", "cancelled", "Cancelled", 118, "", "Taken back by the rider."),
        row("Requests", "no_show", "No-shows", 61, "", "Riders who were not at the stop."),
        top("Riders", "wait_average", "Mean waiting time", 281.4, "s", "From asked to boarding."),
        top("Riders", "wait_p95", "Waiting time, 95 % within", 571, "s", "The 95th percentile."),
        row(
            "Riders",
            "percentage_WT_below_10",
            "Waited less than 10 min",
            0.957,
            "share",
            "Riders served within ten minutes over all served."),
        top(
            "Riders",
            "inVehicleTravelTime_mean",
            "Mean riding time",
            612.75,
            "s",
            "From leaving the pickup to reaching the drop-off."),
        top(
            "Promise",
            "promises_kept",
            "Promises kept",
            1,
            "share",
            "Riders picked up and set down within what their offer said."),
        row(
            "Promise",
            "estimate_drift",
            "Drift of the estimate",
            42.2,
            "s",
            "Mean difference of the first estimate and the real boarding."),
        top("Fleet", "emptyRatio", "Empty distance", 0.2134, "share", "Driven with nobody aboard."),
        row("Fleet", "totalDistance", "Driven distance", 4_318_220, "m", "All vehicles, all day."),
        row("Fleet", "d_p/d_t", "Passenger over driven distance", 1.84, "", "More is more pooled."),
        row("Fleet", "l_det", "Detour factor", 1.31, "", "Ridden over direct distance."),
        row("Pooling", "poolingRate", "Pooling rate", 0.713, "share", "Rides that were shared."),
        row("Pooling", "sharingFactor", "Sharing factor", 1.93, "", "Direct over driven time."),
        row("Fleet", "fleet_utilisation", "Fleet utilisation", 0.621, "share", "Time at work."),
        top(
            "Fleet",
            "rides_per_vehicle_hour",
            "Rides per vehicle hour",
            8.42,
            "rides/h",
            "Riders served over hours on duty."),
        row(
            "Equity",
            "rejection_gap_groups",
            "Rejection gap, groups",
            Double.NaN,
            "share",
            "Rejection rate of parties of three or more, less that of single riders."),
        row(
            "Equity",
            "rejection_gap_zones",
            "Rejection gap, zones",
            -0.0004,
            "share",
            "Highest rejection rate of a zone, less the lowest."));
  }

  private static KeyFigure top(
      String group, String name, String label, double value, String unit, String about) {
    return new KeyFigure(group, name, label, value, unit, about, true);
  }

  private static KeyFigure row(
      String group, String name, String label, double value, String unit, String about) {
    return new KeyFigure(group, name, label, value, unit, about, false);
  }
}
