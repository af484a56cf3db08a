package org.ieum.reposition;

import java.time.DayOfWeek;
import java.util.Arrays;
import org.ieum.collection.Assignment;
import org.ieum.fleet.RoutePlan;
import org.ieum.traveltime.TravelTimes;

/**
 * Decides where idle vehicles ought to wait. The k-th free vehicle of a zone is worth a drive as
 * long as the longest allowed, times the chance that so many riders come there within the horizon
 * (by a Poisson distribution around those expected). Vehicles that are busy, but not for long, take
 * the first places of the zone where they become free. The idle ones get places so that their worth
 * less the drives is most, in all: an assignment of least cost, in which anybody may also stay
 * without a place. Whoever is as near to the middle of a zone as its riders are on average is there
 * already.
 *
 * <p>Sharing the vehicles out in proportion to the riders was tried first. It drove twice as far
 * for waits that were hardly shorter, as it knew no difference between the first vehicle of a zone
 * and the fifth. Counting all of a zone as near halved the drives, and more than halved the gain.
 * Zones twice as large gained the same.
 */
public final class RepositionPlanner {
  /** The vehicle stays where it is. */
  public static final int STAY = -1;

  /** Dearer than all drives of a fleet. */
  private static final long FORBIDDEN = 1L << 40;

  /** Places worth less than this are left out, ms. */
  private static final int LEAST_WORTH = 1_000;

  private final TravelTimes times;
  private final DemandForecast forecast;
  private final RepositionRules rules;
  private final Zones zones;

  /**
   * Makes zones of the stop points.
   *
   * @param times like those of the fleet's dispatcher
   */
  public RepositionPlanner(
      TravelTimes times, DemandForecast forecast, RepositionRules rules, int vehicles) {
    if (forecast.stopPoints() != times.stopPointCount()) {
      throw new IllegalArgumentException(
          "the forecast must be of "
              + times.stopPointCount()
              + " stop points, was of "
              + forecast.stopPoints());
    }
    this.times = times;
    this.forecast = forecast;
    this.rules = rules;
    zones = new Zones(times, forecast.weekly(), Math.max(1, (int) (vehicles * rules.zones())));
  }

  public RepositionRules rules() {
    return rules;
  }

  /**
   * Decides anew. Belongs to the thread of the travel times.
   *
   * @param day weekday of a midnight
   * @param time ms since that midnight
   * @param targets stop point to which vehicle v is being moved, or STAY; replaced by what is
   *     decided
   */
  public void plan(WaitingFleet fleet, DayOfWeek day, int time, int[] targets) {
    if (zones.count() == 0) {
      Arrays.fill(targets, STAY);
      return;
    }
    int[] idle = new int[fleet.size()];
    int[] zoneOf = new int[fleet.size()];
    int[] supply = new int[zones.count()];
    int count = 0;
    for (int v = 0; v < fleet.size(); v++) {
      if (fleet.isIdle(v)) {
        zoneOf[v] = zones.findZoneAround(fleet.place(v));
        idle[count++] = v;
      } else {
        targets[v] = STAY;
        if (fleet.place(v) != RoutePlan.ANYWHERE) {
          supply[zones.zone(fleet.place(v))]++;
        }
      }
    }
    Places places = places(expected(day, time), supply, count);
    int columns = places.count + count;
    long[] costs = new long[count * columns];
    for (int i = 0; i < count; i++) {
      int at = i * columns;
      int zone = -1;
      long drive = 0;
      for (int p = 0; p < places.count; p++) {
        if (places.zone[p] != zone) {
          zone = places.zone[p];
          drive = drive(fleet, idle[i], zoneOf[idle[i]], zone);
        }
        costs[at + p] = drive - places.worth[p];
      }
    }
    int[] placeOf = Assignment.solve(count, columns, costs);
    for (int i = 0; i < count; i++) {
      int v = idle[i];
      int zone = placeOf[i] < places.count ? places.zone[placeOf[i]] : -1;
      boolean isThere = zone < 0 || (zone == zoneOf[v] && targets[v] != zones.middle(zone));
      targets[v] = isThere ? STAY : zones.middle(zone);
    }
  }

  /** Riders expected in each zone. */
  private double[] expected(DayOfWeek day, int time) {
    double[] sums = new double[zones.count()];
    double[] pickups = forecast.pickups(day, time, time + rules.horizon());
    for (int s = 0; s < pickups.length; s++) {
      sums[zones.zone(s)] += pickups[s];
    }
    return sums;
  }

  /** Where vehicles might wait, zone by zone. */
  private static final class Places {
    private int count;

    /** Zone of place p. */
    private int[] zone = new int[16];

    /** Worth of place p, ms of driving. */
    private long[] worth = new long[16];

    void add(int itsZone, long itsWorth) {
      if (count == zone.length) {
        zone = Arrays.copyOf(zone, 2 * count);
        worth = Arrays.copyOf(worth, 2 * count);
      }
      zone[count] = itsZone;
      worth[count++] = itsWorth;
    }
  }

  private Places places(double[] expected, int[] supply, int most) {
    Places places = new Places();
    for (int z = 0; z < expected.length; z++) {
      double chance = 1;
      double exactly = StrictMath.exp(-expected[z]);
      for (int k = 1; k <= supply[z] + most; k++) {
        // That at least k riders come.
        chance -= exactly;
        exactly *= expected[z] / k;
        long worth = (long) (rules.longestDrive() * chance);
        if (worth < LEAST_WORTH) {
          break;
        }
        if (k > supply[z]) {
          places.add(z, worth);
        }
      }
    }
    return places;
  }

  /** Driving time to where a zone has its middle, ms; none for a vehicle that is near that. */
  private long drive(WaitingFleet fleet, int v, int own, int zone) {
    if (own == zone) {
      return 0;
    }
    int target = zones.middle(zone);
    int drive = times.duration(fleet.place(v), target);
    if (drive > rules.longestDrive()) {
      return FORBIDDEN;
    }
    int next = fleet.next(v);
    int onward = next == RoutePlan.ANYWHERE ? 0 : times.duration(target, next);
    boolean hasTime = fleet.from(v) + drive + rules.shortestStay() + onward <= fleet.until(v);
    return hasTime ? drive : FORBIDDEN;
  }
}
