package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds up the requests of a day. */
final class ServiceTally {
  private static final int QUARTERS = 4;

  private record Trip(double length, boolean isServed) {}

  private final List<Trip> trips = new ArrayList<>();
  private int served;
  private int broken;
  private double waited;
  private double direct;

  /**
   * Adds a request that was served.
   *
   * @param length of the trip in whatever unit
   * @param waitSeconds s
   * @param directSeconds shortest drive, s
   */
  void addServed(double length, double waitSeconds, double directSeconds, boolean isKept) {
    trips.add(new Trip(length, /* isServed= */ true));
    served++;
    broken += isKept ? 0 : 1;
    waited += waitSeconds;
    direct += directSeconds;
  }

  /** Adds a request that was not. */
  void addUnserved(double length) {
    trips.add(new Trip(length, /* isServed= */ false));
  }

  ServiceDay day(double driveHours) {
    trips.sort(Comparator.comparingDouble(Trip::length));
    return new ServiceDay(
        (double) served / trips.size(),
        share(0),
        share(1),
        share(2),
        share(3),
        waited / served,
        driveHours,
        direct / 3600,
        broken);
  }

  private double share(int quarter) {
    int from = trips.size() * quarter / QUARTERS;
    int to = trips.size() * (quarter + 1) / QUARTERS;
    return (double) trips.subList(from, to).stream().filter(Trip::isServed).count() / (to - from);
  }
}
