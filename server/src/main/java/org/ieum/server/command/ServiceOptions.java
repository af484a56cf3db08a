package org.ieum.server.command;

import java.time.LocalDate;
import org.ieum.model.BookingRules;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.model.LimitsFrom;
import org.ieum.model.PromiseRules;
import org.ieum.model.ServiceRules;
import org.ieum.model.TimeWindow;
import org.ieum.progress.InputException;
import org.ieum.server.quantity.Distance;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.server.quantity.TimeSpan;
import picocli.CommandLine.Option;

/** When the service runs and by which rules. */
@OptionGroup("Service")
final class ServiceOptions {
  @Option(
      names = "--date",
      paramLabel = "DATE",
      defaultValue = "2026-05-06",
      description = "The service day, YYYY-MM-DD; only shown.")
  LocalDate date;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      defaultValue = "05:30",
      description = "Start of service, HH:MM.")
  ServiceTime start;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      defaultValue = "23:30",
      description = "End of service, HH:MM; beyond 24:00 after midnight.")
  ServiceTime end;

  @Option(
      names = "--max-wait",
      paramLabel = "TIME",
      defaultValue = "10m",
      description = "Longest wait until the vehicle comes, e.g. 90s, 10m; see --limits-from.")
  TimeSpan maxWait;

  @Option(
      names = "--limits-from",
      paramLabel = "WHEN",
      defaultValue = "stop",
      description =
          "stop: the longest wait and the longest trip run from the end of the walk to the pickup"
              + " to arrival at the drop-off; request: from when riders set out to when they have"
              + " walked to their destination.")
  LimitsFrom limitsFrom;

  @Option(
      names = "--trip-factor",
      paramLabel = "FACTOR",
      defaultValue = "1.5",
      description =
          "Longest trip, wait included: so many times the direct drive, plus --trip-extra; see"
              + " --limits-from.")
  double tripFactor;

  @Option(
      names = "--trip-extra",
      paramLabel = "TIME",
      defaultValue = "15m",
      description = "Added to the longest trip; see --trip-factor.")
  TimeSpan tripExtra;

  @Option(
      names = "--ride-factor",
      paramLabel = "FACTOR",
      defaultValue = "1.5",
      description = "Longest ride: so many times the direct drive, plus --ride-extra.")
  double rideFactor;

  @Option(
      names = "--ride-extra",
      paramLabel = "TIME",
      defaultValue = "5m",
      description = "Added to the longest ride; see --ride-factor.")
  TimeSpan rideExtra;

  @Option(
      names = "--max-walk",
      paramLabel = "DISTANCE",
      defaultValue = "400m",
      description = "Longest walk to or from a stop.")
  Distance maxWalk;

  @Option(
      names = "--walk-speed",
      paramLabel = "SPEED",
      defaultValue = "1.25",
      description = "Walking speed in metres per second.")
  double walkSpeed;

  @Option(
      names = "--dwell",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long a vehicle stands at a stop.")
  TimeSpan dwell;

  @Option(
      names = "--wheelchair-dwell",
      paramLabel = "TIME",
      defaultValue = "2m",
      description = "How much longer for each wheelchair that boards or alights.")
  TimeSpan wheelchairDwell;

  @Option(
      names = "--no-show-wait",
      paramLabel = "TIME",
      defaultValue = "2m",
      description = "How long a vehicle waits for a missing party, if no promise breaks.")
  TimeSpan noShowWait;

  @Option(
      names = "--min-lead",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Shortest time between a request and its departure.")
  TimeSpan minLead;

  @Option(
      names = "--weights",
      paramLabel = "WEIGHTS",
      defaultValue = "1,2,1,1,1",
      description =
          "What dispatch minimises, weights of: operating time, walking, waiting, riding, delay of"
              + " others.")
  String weights;

  /** When the service runs, ms since midnight. */
  TimeWindow service() {
    if (start.millis() >= end.millis()) {
      throw new InputException("--start must be before --end, was " + start + " and " + end);
    }
    return new TimeWindow(start.millis(), end.millis());
  }

  /** Longest walk, ms. */
  int longestWalk() {
    return (int) Math.round(maxWalk.metres() / walkSpeed * 1000);
  }

  ServiceRules toRules() {
    try {
      return new ServiceRules(
          new PromiseRules(
              limitsFrom,
              maxWait.millis(),
              tripFactor,
              tripExtra.millis(),
              rideFactor,
              rideExtra.millis()),
          new DwellRules(dwell.millis(), wheelchairDwell.millis(), noShowWait.millis()),
          new BookingRules(
              minLead.millis(),
              BookingRules.DEFAULT.maxAhead(),
              BookingRules.DEFAULT.offerLifetime()),
          parseWeights());
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }

  private CostWeights parseWeights() {
    String[] parts = weights.split(",", -1);
    int[] values = new int[5];
    try {
      if (parts.length != values.length) {
        throw new NumberFormatException();
      }
      for (int i = 0; i < values.length; i++) {
        values[i] = Integer.parseInt(parts[i].strip());
      }
    } catch (NumberFormatException e) {
      throw new InputException("--weights must be five whole numbers, was '" + weights + "'");
    }
    return new CostWeights(values[0], values[1], values[2], values[3], values[4]);
  }
}
