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
 * (Laupichler and Sanders, ALENEX 2024). Here points dominate each other at one crossing only: the
 * ends of the roads into it are equally far on foot and from all dropoffs, so of these the one that
 * the vehicle reaches first is enough, which leaves 22 of 55. Beyond that, limits depend on the
 * pair of points, so each pickup is bounded for the stop at hand, with exact ways to it and onward,
 * the walk, and the least that a dropoff adds; then the cheapest is tried first.
 */
final class DetourSearch {
  private static final long HOPELESS = Long.MAX_VALUE;

  private final FleetView fleet;
  private final TravelTimes times;
  private final PickupBounds pickups;
  private final DropoffSearch dropoffs;
  private final int stopDwell;
  private final long operatingWeight;

  /** Whether a shorter way to a pickup makes the same insertion surely cheaper. */
  private final boolean isSoonerBetter;

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

  /** Pickups of the group that are still to be tried, the first {@link #openCount}. */
  private int[] open = new int[8];

  private int openCount;

  /** What an insertion with pickup i of {@link #open} surely costs. */
  private long[] bounds = new long[8];

  /** Whether bound i of {@link #bounds} goes by exact direct drives. */
  private boolean[] isExact = new boolean[8];

  /** Of the pickups like pickup i of the group, the one that the vehicle reaches first. */
  private int[] soonest = new int[8];

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
    isSoonerBetter =
        rules.weights().operating() > 0 && rules.weights().waiting() >= rules.weights().riding();
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
      open = new int[2 * size];
      bounds = new long[2 * size];
      isExact = new boolean[2 * size];
      soonest = new int[2 * size];
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

  /**
   * Finds which pickups may be part of the best insertion, and what that costs at least; {@link
   * #drives} and {@link #onward} must be known. Of several that are alike only the one reached
   * first is, unless the way onward from another is shorter.
   */
  private void findOpen(int v, int p, int leaves) {
    int size = pickups.group().size();
    for (int g = 0; g < size; g++) {
      int first = pickups.first(g);
      if (first == g || drives[g] < drives[soonest[first]]) {
        soonest[first] = g;
      }
    }
    openCount = 0;
    for (int g = 0; g < size; g++) {
      int better = soonest[pickups.first(g)];
      if (g == better || onward[g] < onward[better] || !isSoonerBetter) {
        long bound = bound(v, p, g, leaves);
        if (bound <= best.cost()) {
          open[openCount] = g;
          isExact[openCount] = pickups.isExact(g);
          bounds[openCount++] = bound;
        }
      }
    }
  }

  /**
   * Whether any pickup of the group may, going by the least time to it.
   *
   * @param bound a driving time from stop p that any surely takes
   * @param least the least driving time to any, handicaps included
   */
  boolean mayImprove(int v, int p, int leaves, int bound, int least) {
    PlaceGroup group = pickups.group();
    int onwardBound = onwardBound(v, p);
    for (int g = 0; g < group.size(); g++) {
      int drive = Math.max(bound, least - group.handicap(g));
      if (pickups.isFirst(g) && mayImproveInAll(v, p, g, leaves + drive, drive, onwardBound)) {
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

  /**
   * Whether any pickup behind a stop may, with bounds that hold for all of them; a single one is
   * not worth a look at the whole route.
   */
  boolean mayAnyImprove(int v, int p, int arrival, int drive, int onward) {
    if (pickups.group().size() == 1) {
      return mayImprove(v, p, 0, arrival, drive, onward);
    }
    if (arrival > pickups.latest() || arrival + ownDwell + onward > fleet.latest(v, p + 1)) {
      return false;
    }
    int detour = Math.max(0, drive + onward - fleet.leg(v, p)) + ownDwell;
    long left = best.cost() - operatingWeight * detour;
    if (pickups.leastCost() > left) {
      return false;
    }
    for (int g = 0; g < pickups.group().size(); g++) {
      if (pickups.isFirst(g)
          && arrival <= pickups.latest(g)
          && pickups.costBound(g, arrival + stopDwell) <= left
          && boundInAll(v, p, g, arrival, drive, onward) <= best.cost()) {
        return true;
      }
    }
    return false;
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
    findOpen(v, p, leaves);
    while (openCount > 0) {
      int k = 0;
      for (int other = 1; other < openCount; other++) {
        k = bounds[other] < bounds[k] ? other : k;
      }
      if (bounds[k] > best.cost()) {
        return;
      }
      int g = open[k];
      if (!isExact[k]) {
        if (!pickups.isExact(g)) {
          pickups.tighten(limits, g);
        }
        isExact[k] = true;
        bounds[k] = bound(v, p, g, leaves);
      } else {
        boolean boards = stopsThere && pickups.group().place(g) == fleet.place(v, p);
        scanDetour(v, p, g, leaves + drives[g], boards ? leaves : Integer.MIN_VALUE);
        openCount--;
        open[k] = open[openCount];
        bounds[k] = bounds[openCount];
        isExact[k] = isExact[openCount];
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
