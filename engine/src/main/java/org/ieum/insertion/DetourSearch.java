package org.ieum.insertion;

import java.util.Arrays;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.ServiceRules;
import org.ieum.traveltime.PlaceGroup;
import org.ieum.traveltime.TravelTimes;

/**
 * The first half of {@link InsertionSearch}: pickups that are stops of their own, behind one stop
 * of one vehicle. Knows the bounds that tell which of them are worth a look.
 *
 * <p>Design note. KaRRi drops meeting points that another one dominates whatever the vehicle
 * (Laupichler and Sanders, ALENEX 2024). With limits that depend on the pair of points there is
 * hardly any such pair, so each pickup is bounded for the stop at hand instead, with exact ways to
 * it and onward, the walk, and the least that a dropoff adds; then the cheapest is tried first.
 */
final class DetourSearch {
  private static final long HOPELESS = Long.MAX_VALUE;

  private final FleetView fleet;
  private final TravelTimes times;
  private final PickupBounds pickups;
  private final DropoffSearch dropoffs;
  private final int stopDwell;
  private final long operatingWeight;

  // What the search is about; set for each search.
  private RequestLimits limits = new RequestLimits();
  private Insertion best = new Insertion();
  private int extraDwell;

  /** Dwell at a stop where the party alone boards, ms. */
  private int ownDwell;

  /** Driving time from the stop looked at to pickup i of the group. */
  private int[] drives = new int[8];

  /** Driving time from pickup i of the group to the next stop. */
  private int[] onward = new int[8];

  /** What an insertion with pickup i of the group surely costs, or HOPELESS. */
  private long[] bounds = new long[8];

  DetourSearch(
      ServiceRules rules,
      FleetView fleet,
      TravelTimes times,
      PickupBounds pickups,
      DropoffSearch dropoffs) {
    this.fleet = fleet;
    this.times = times;
    this.pickups = pickups;
    this.dropoffs = dropoffs;
    stopDwell = rules.dwell().stop();
    operatingWeight = rules.weights().operating();
  }

  /** Starts the search for a request whose pickups are in the group. */
  void begin(RequestLimits request, Insertion best, int extraDwell) {
    limits = request;
    this.best = best;
    this.extraDwell = extraDwell;
    ownDwell = stopDwell + extraDwell;
    int size = pickups.group().size();
    if (size > drives.length) {
      drives = new int[2 * size];
      onward = new int[2 * size];
      bounds = new long[2 * size];
    }
  }

  /** Driving times from the stop looked at to the pickups, to be filled by the caller. */
  int[] drives() {
    return drives;
  }

  /** Driving times from the pickups to the next stop, after {@link #findOnward}. */
  int[] onward() {
    return onward;
  }

  /** Finds the ways from all pickups to the stop behind stop p. */
  void findOnward(int v, int p) {
    int next = fleet.place(v, p + 1);
    if (next == RoutePlan.ANYWHERE) {
      Arrays.fill(onward, 0, pickups.group().size(), 0);
    } else {
      times.durations(pickups.group(), next, onward);
    }
  }

  /** Finds what an insertion of each pickup costs at least, with the ways to it and onward. */
  void findBounds(int v, int p, int leaves) {
    for (int g = 0; g < pickups.group().size(); g++) {
      bounds[g] = bound(v, p, g, leaves);
    }
  }

  /** Leaves a pickup out that is looked at otherwise. */
  void leaveOut(int g) {
    bounds[g] = HOPELESS;
  }

  /** Whether any pickup of the group may, going by bounds on times from and to the group. */
  boolean mayImprove(int v, int p, int leaves, int least) {
    PlaceGroup group = pickups.group();
    int bound = onwardBound(v, p);
    int nearest = group.size() == 1 ? least : times.lowerBound(fleet.place(v, p), group);
    for (int g = 0; g < group.size(); g++) {
      int drive = Math.max(nearest, least - group.handicap(g));
      if (mayImproveInAll(v, p, g, leaves + drive, drive, bound)) {
        return true;
      }
    }
    return false;
  }

  /** A time that the way from any pickup to the stop behind stop p surely takes, ms. */
  int onwardBound(int v, int p) {
    int next = fleet.place(v, p + 1);
    return next == RoutePlan.ANYWHERE ? 0 : times.lowerBound(pickups.group(), next);
  }

  /**
   * Whether a pickup behind a stop can still be part of the best insertion.
   *
   * @param arrival a time before which it is surely not reached
   * @param drive a driving time from stop p that it surely takes
   * @param onward a driving time that it surely takes from there to stop p + 1
   */
  boolean mayImprove(int v, int p, int g, int arrival, int drive, int onward) {
    if (arrival > pickups.latest(g) || arrival + ownDwell + onward > fleet.latest(v, p + 1)) {
      return false;
    }
    int detour = Math.max(0, drive + onward - fleet.leg(v, p)) + ownDwell;
    return operatingWeight * detour + pickups.costBound(g, arrival + stopDwell) <= best.cost();
  }

  /** The same with what the dropoff adds at least, which takes a look at the whole route. */
  boolean mayImproveInAll(int v, int p, int g, int arrival, int drive, int onward) {
    return mayImprove(v, p, g, arrival, drive, onward)
        && boundInAll(v, p, g, arrival, drive, onward) <= best.cost();
  }

  private long boundInAll(int v, int p, int g, int arrival, int drive, int onward) {
    int detour = dropoffs.detourBound(v, p, drive, onward, pickups.direct(g));
    return operatingWeight * detour + pickups.costBound(g, arrival + stopDwell);
  }

  /** What an insertion with {@link #drives} and {@link #onward} costs at least, or HOPELESS. */
  private long bound(int v, int p, int g, int leaves) {
    int arrival = leaves + drives[g];
    return mayImprove(v, p, g, arrival, drives[g], onward[g])
        ? boundInAll(v, p, g, arrival, drives[g], onward[g])
        : HOPELESS;
  }

  /**
   * Insertions of pickups as stops of their own behind stop p, the most promising first: then the
   * first mostly rules the others out. The ways and bounds must be known.
   *
   * @param stopsThere whether parties that are there when the vehicle leaves may board at stop p
   */
  void scan(int v, int p, int leaves, boolean stopsThere) {
    PlaceGroup group = pickups.group();
    while (true) {
      int g = 0;
      for (int other = 1; other < group.size(); other++) {
        g = bounds[other] < bounds[g] ? other : g;
      }
      if (bounds[g] == HOPELESS || bounds[g] > best.cost()) {
        return;
      }
      if (pickups.tighten(limits, g)) {
        bounds[g] = bound(v, p, g, leaves);
      } else {
        boolean boards = stopsThere && group.place(g) == fleet.place(v, p);
        scanDetour(v, p, g, leaves + drives[g], boards ? leaves : Integer.MIN_VALUE);
        bounds[g] = HOPELESS;
      }
    }
  }

  /**
   * Insertions of one pickup as a stop of its own behind stop p.
   *
   * @param boards parties that are there by this time board at stop p instead
   */
  private void scanDetour(int v, int p, int g, int arrival, int boards) {
    int i = pickups.pickup(g);
    for (int j = 0; j < limits.dropoffCount(); j = limits.nextWindow(j)) {
      int earliest = limits.earliest(i, j);
      if (earliest > boards && arrival <= limits.latestPickup(i, j)) {
        int departure = Math.max(arrival + stopDwell, earliest) + extraDwell;
        dropoffs.scan(v, p, i, j, departure, onward[g], ownDwell, drives[g]);
      }
    }
  }
}
