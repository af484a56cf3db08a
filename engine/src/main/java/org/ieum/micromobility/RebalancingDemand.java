package org.ieum.micromobility;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.ieum.traveltime.TravelTimes;

/**
 * Rides made up: on working days from homes to work in the morning and, fewer of them, back in the
 * evening, so that scooters run short at homes; between, and at weekends, from anywhere to
 * anywhere. Where to, depends on what draws riders there and on how far it is. Numbers in an hour
 * are Poisson.
 */
public final class RebalancingDemand {
  private static final int HOUR = 3_600_000;
  private static final int DAY = 24 * HOUR;

  /** Rides in hour h of a working day, in thousandths of the day. */
  private static final int[] WORKING = {
    2, 1, 1, 1, 4, 12, 40, 95, 110, 55, 35, 38, 50, 45, 38, 45, 65, 110, 90, 60, 40, 30, 20, 13
  };

  /** The same at weekends. */
  private static final int[] WEEKEND = {
    12, 8, 5, 2, 2, 4, 8, 16, 28, 48, 62, 70, 74, 74, 74, 76, 76, 74, 70, 62, 52, 44, 34, 25
  };

  /** How far riders like to ride, ms: beyond, places draw fewer by a factor of e. */
  private static final double REACH = 10 * 60_000;

  private final LastMileTimes times;
  private final double[] homes;
  private final double[] work;
  private final double ridesPerDay;

  /**
   * Describes a city.
   *
   * @param homes how many riders live around place i, in any unit
   * @param work how many work around place i
   * @param ridesPerDay wanted on a working day, on average; at weekends four fifths
   */
  public RebalancingDemand(LastMileTimes times, double[] homes, double[] work, double ridesPerDay) {
    this.times = times;
    this.homes = homes.clone();
    this.work = work.clone();
    this.ridesPerDay = ridesPerDay;
  }

  /**
   * The rides of some days, by time.
   *
   * @param first weekday of the first midnight
   */
  public List<RebalancingTrip> days(DayOfWeek first, int days, long seed) {
    Random random = new Random(seed);
    List<RebalancingTrip> trips = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      boolean weekend = first.plus(day).getValue() > DayOfWeek.FRIDAY.getValue();
      for (int hour = 0; hour < 24; hour++) {
        double rides =
            weekend ? ridesPerDay * 0.8 * WEEKEND[hour] / 1000 : ridesPerDay * WORKING[hour] / 1000;
        int count = poisson(rides, random);
        for (int i = 0; i < count; i++) {
          add(trips, day * DAY + hour * HOUR + random.nextInt(HOUR), weekend ? 0 : hour, random);
        }
      }
    }
    trips.sort(Comparator.comparingInt(RebalancingTrip::time));
    return trips;
  }

  private void add(List<RebalancingTrip> trips, int time, int hour, Random random) {
    double toWork = hour >= 6 && hour < 10 ? 0.9 : hour >= 16 && hour < 20 ? 0.2 : 0.5;
    boolean works = random.nextDouble() < toWork;
    double[] starts = works ? homes : work;
    double[] ends = works ? work : homes;
    int from = draw(starts, random);
    double[] drawing = new double[ends.length];
    for (int place = 0; place < ends.length; place++) {
      int ride = times.ride(from, place);
      if (place != from && ride < TravelTimes.UNREACHABLE) {
        drawing[place] = ends[place] * StrictMath.exp(-ride / REACH);
      }
    }
    int to = draw(drawing, random);
    double answer = random.nextDouble();
    if (to >= 0) {
      trips.add(new RebalancingTrip(time, from, to, answer));
    }
  }

  /** A place by its weight, or -1 when there is none with any. */
  private static int draw(double[] weights, Random random) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double rest = random.nextDouble() * sum;
    int last = -1;
    for (int place = 0; place < weights.length; place++) {
      if (weights[place] > 0) {
        last = place;
        rest -= weights[place];
        if (rest < 0) {
          return place;
        }
      }
    }
    return last;
  }

  private static int poisson(double mean, Random random) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** What such days teach, from rides that anybody wanted. */
  public static RebalanceForecast learn(
      LastMileTimes times, int places, List<RebalancingTrip> trips, DayOfWeek first, int days) {
    RebalanceForecast.Builder builder = new RebalanceForecast.Builder(places);
    for (int day = 0; day < days; day++) {
      builder.addDay(first.plus(day));
    }
    for (RebalancingTrip trip : trips) {
      int day = trip.time() / DAY;
      int start = trip.time() - day * DAY;
      int end = start + times.ride(trip.from(), trip.to());
      builder.addRide(first.plus(day), start, trip.from(), end, trip.to());
    }
    return builder.build();
  }
}
