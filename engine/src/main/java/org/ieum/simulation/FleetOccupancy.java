package org.ieum.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ieum.simulation.VehicleLog.Activity;
import org.ieum.simulation.VehicleLog.Span;

/** What the fleet was doing over the day, as mean numbers of vehicles in bins of equal length. */
public final class FleetOccupancy {
  private final int start;
  private final int binLength;

  /** Vehicle-ms on break in bin i. */
  private final double[] onBreak;

  /** Vehicle-ms idle in bin i. */
  private final double[] idle;

  /** Vehicle-ms at work in bin i with j people aboard. */
  private final double[][] byRiders;

  /**
   * Adds the fleet up.
   *
   * @param start ms since the epoch
   * @param end later, rounded up to whole bins
   * @param binLength ms
   */
  public FleetOccupancy(List<VehicleLog> vehicles, int start, int end, int binLength) {
    this.start = start;
    this.binLength = binLength;
    int bins = (end - start + binLength - 1) / binLength;
    int most = 0;
    for (VehicleLog vehicle : vehicles) {
      for (Span span : vehicle.spans()) {
        most = Math.max(most, span.aboard());
      }
    }
    onBreak = new double[bins];
    idle = new double[bins];
    byRiders = new double[bins][most + 1];
    for (VehicleLog vehicle : vehicles) {
      List<Span> spans = vehicle.spans();
      for (int i = 0; i < spans.size(); i++) {
        int until = i + 1 < spans.size() ? spans.get(i + 1).start() : end;
        add(spans.get(i), until);
      }
    }
  }

  private void add(Span span, int until) {
    if (span.activity() == Activity.OFF_DUTY) {
      return;
    }
    int from = Math.max(span.start(), start);
    for (int bin = (from - start) / binLength; bin < idle.length; bin++) {
      int binStart = start + bin * binLength;
      if (binStart >= until) {
        return;
      }
      double overlap = Math.min(until, binStart + binLength) - Math.max(from, binStart);
      double vehicles = overlap / binLength;
      if (span.activity() == Activity.ON_BREAK) {
        onBreak[bin] += vehicles;
      } else if (span.activity() == Activity.IDLE && span.aboard() == 0) {
        idle[bin] += vehicles;
      } else {
        byRiders[bin][span.aboard()] += vehicles;
      }
    }
  }

  public int binCount() {
    return idle.length;
  }

  public int binStart(int bin) {
    return start + bin * binLength;
  }

  public int binEnd(int bin) {
    return start + (bin + 1) * binLength;
  }

  /** Mean number of vehicles whose driver had a break. */
  public double onBreak(int bin) {
    return onBreak[bin];
  }

  /** Mean number of vehicles standing with nothing to do. */
  public double idle(int bin) {
    return idle[bin];
  }

  /** Mean numbers of vehicles at work, by people aboard from none upwards. */
  public List<Double> byRiders(int bin) {
    List<Double> list = new ArrayList<>();
    for (double vehicles : byRiders[bin]) {
      list.add(vehicles);
    }
    return list;
  }
}
