package org.ieum.micromobility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.traveltime.TravelTimes;

/**
 * Riders and scooters as numbers. A scooter starts at a node, and stands at another one after each
 * ride: node s is where scooter s stands first, node (scooters + r) where rider r leaves one.
 * Reservations that can be kept are kept by beginning behind them: such a scooter starts where its
 * rider leaves it, and that rider has no choice any more. Where they may be exchanged, their riders
 * choose among scooters that are no worse.
 */
final class MatchingProblem {
  /** No rider, scooter or node. */
  static final int NONE = -1;

  /** Dearer than any plan. */
  static final long BROKEN = Long.MAX_VALUE / 4;

  final MatchRules rules;
  final List<LastMileRider> riders;
  final List<OfferedScooter> scooters;

  /** Riders whose reservation cannot be kept. */
  final List<String> lost = new ArrayList<>();

  /** Whether somebody else, or nobody known, has scooter s. */
  final boolean[] isTaken;

  /** Who keeps scooter s before others may have it, or NONE. */
  final int[] keeper;

  /** Scooter that rider r keeps, or NONE. */
  final int[] kept;

  /** Scooter that rider r has been promised and may exchange, or NONE. */
  final int[] promised;

  /** When scooter s is free, after its keeper, ms. */
  final long[] freeFrom;

  /** How far scooter s goes, after its keeper, metres. */
  final int[] range;

  /** Cost of rider r without a scooter, ms. */
  final long[] without;

  /** Walk of rider r without a scooter, ms; NONE if too far. */
  final int[] wholeWalk;

  /** From node n to rider r at n * riders + r: walk to there, ms; NONE where r cannot ride. */
  private final int[] walk;

  /** The same for the ride with unlocking and parking, ms. */
  private final int[] ride;

  /** The same for the range that is needed, metres. */
  private final int[] metres;

  MatchingProblem(
      List<LastMileRider> riders,
      List<OfferedScooter> scooters,
      LastMileTimes times,
      MatchRules rules,
      boolean exchanges) {
    this.rules = rules;
    this.riders = List.copyOf(riders);
    this.scooters = List.copyOf(scooters);
    int r = riders.size();
    int s = scooters.size();
    isTaken = new boolean[s];
    keeper = new int[s];
    kept = new int[r];
    promised = new int[r];
    freeFrom = new long[s];
    range = new int[s];
    without = new long[r];
    wholeWalk = new int[r];
    walk = new int[(s + r) * r];
    ride = new int[(s + r) * r];
    metres = new int[(s + r) * r];
    Arrays.fill(keeper, NONE);
    Arrays.fill(kept, NONE);
    Arrays.fill(promised, NONE);
    for (int i = 0; i < r; i++) {
      LastMileRider rider = riders.get(i);
      int all = times.walk(rider.alighting(), rider.destination());
      wholeWalk[i] = all <= rider.longestWalk() ? all : NONE;
      without[i] = wholeWalk[i] == NONE ? rules.penalty() : weighted(all);
      for (int n = 0; n < s + r; n++) {
        connect(n, i, times);
      }
    }
    readReservations(exchanges);
  }

  private void connect(int n, int r, LastMileTimes times) {
    int at = n * riders.size() + r;
    LastMileRider rider = riders.get(r);
    int place = place(n);
    walk[at] = times.walk(rider.alighting(), place);
    if (walk[at] > rider.longestWalk()
        || !times.mayStart(place)
        || !times.mayEnd(rider.destination())
        || n == scooters.size() + r) {
      walk[at] = NONE;
      return;
    }
    int riding = times.ride(place, rider.destination());
    if (riding >= TravelTimes.UNREACHABLE) {
      walk[at] = NONE;
      return;
    }
    ride[at] = rules.unlock() + riding + rules.park();
    metres[at] = times.rideMetres(place, rider.destination());
  }

  private void readReservations(boolean exchanges) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (int r = 0; r < riders.size(); r++) {
      if (numbers.put(riders.get(r).id(), r) != null) {
        throw new IllegalArgumentException("rider " + riders.get(r).id() + " is there twice");
      }
    }
    Map<String, String> reserved = new TreeMap<>();
    for (int s = 0; s < scooters.size(); s++) {
      OfferedScooter scooter = scooters.get(s);
      freeFrom[s] = scooter.freeFrom();
      range[s] = scooter.rangeMetres();
      if (scooter.reservedFor().isEmpty()) {
        continue;
      }
      String other = reserved.put(scooter.reservedFor(), scooter.id());
      if (other != null) {
        throw new IllegalArgumentException(
            scooter.reservedFor() + " has both " + other + " and " + scooter.id());
      }
      Integer r = numbers.get(scooter.reservedFor());
      if (r == null) {
        isTaken[s] = true;
      } else if (canRide(s, r, range[s]) && exchanges) {
        promised[r] = s;
        closeWorse(s, r);
      } else if (canRide(s, r, range[s])) {
        freeFrom[s] = arrival(s, r, freeFrom[s]);
        range[s] -= metres(s, r);
        keeper[s] = r;
        kept[r] = s;
      } else {
        lost.add(scooter.reservedFor());
      }
    }
  }

  /**
   * Leaves rider r no scooter that is farther to walk to or later there than a promised one, or
   * does not save what a change costs.
   */
  private void closeWorse(int s, int r) {
    int longest = walk(s, r);
    long latest = arrival(s, r, scooters.get(s).freeFrom());
    long most = cost(s, r, scooters.get(s).freeFrom()) - rules.change();
    for (int other = 0; other < scooters.size(); other++) {
      if (other == s || walk(other, r) == NONE) {
        continue;
      }
      if (cost(other, r, scooters.get(other).freeFrom()) > most
          || walk(other, r) > longest
          || arrival(other, r, scooters.get(other).freeFrom()) > latest) {
        walk[other * riders.size() + r] = NONE;
      }
    }
  }

  int place(int node) {
    return node < scooters.size()
        ? scooters.get(node).place()
        : riders.get(node - scooters.size()).destination();
  }

  /** Where scooter s stands when the first rider who has a choice takes it. */
  int startNode(int s) {
    return keeper[s] == NONE ? s : leftBy(keeper[s]);
  }

  /** Where rider r leaves a scooter. */
  int leftBy(int r) {
    return scooters.size() + r;
  }

  /** Whether rider r can take a scooter at a node and get there with what range it has. */
  boolean canRide(int node, int r, int rangeMetres) {
    int at = node * riders.size() + r;
    return walk[at] != NONE && metres[at] + (long) rules.spareMetres() <= rangeMetres;
  }

  int walk(int node, int r) {
    return walk[node * riders.size() + r];
  }

  int metres(int node, int r) {
    return metres[node * riders.size() + r];
  }

  /** When rider r takes a scooter at a node that is free from a time, ms. */
  long start(int node, int r, long free) {
    return Math.max(free, (long) riders.get(r).alightsAt() + walk(node, r));
  }

  /** When rider r has left it again, ms. */
  long arrival(int node, int r, long free) {
    return start(node, r, free) + ride[node * riders.size() + r];
  }

  /** What it costs that rider r does that, ms. */
  long cost(int node, int r, long free) {
    int walks = walk(node, r);
    return arrival(node, r, free) - riders.get(r).alightsAt() + weighted(walks) - walks;
  }

  private long weighted(int walks) {
    return walks + (long) walks * rules.walkWeight() / 100;
  }

  /**
   * What it costs that riders use a scooter one after the other, ms; NONE if they cannot.
   *
   * @param chain who, in order, without the scooter's keeper
   */
  long chainCost(int s, int[] chain, int count) {
    int node = startNode(s);
    long free = freeFrom[s];
    int left = range[s];
    long sum = 0;
    for (int i = 0; i < count; i++) {
      int r = chain[i];
      if (!canRide(node, r, left)) {
        return NONE;
      }
      sum += cost(node, r, free);
      free = arrival(node, r, free);
      left -= metres(node, r);
      node = leftBy(r);
    }
    return sum;
  }

  /** How many riders of a chain can use a scooter before one cannot. */
  int able(int s, int[] chain, int count) {
    for (int i = count; i > 0; i--) {
      if (chainCost(s, chain, i) != NONE) {
        return i;
      }
    }
    return 0;
  }

  /**
   * What a plan costs in all, keepers and riders without a scooter included, ms; {@link #BROKEN} if
   * it cannot be.
   */
  long cost(int[][] chains) {
    boolean[] rides = new boolean[riders.size()];
    long sum = 0;
    for (int s = 0; s < chains.length; s++) {
      long own = chainCost(s, chains[s], chains[s].length);
      if (own == NONE) {
        return BROKEN;
      }
      sum += own;
      for (int r : chains[s]) {
        rides[r] = true;
      }
    }
    for (int r = 0; r < rides.length; r++) {
      if (kept[r] != NONE) {
        sum += cost(kept[r], r, scooters.get(kept[r]).freeFrom());
      } else if (!rides[r]) {
        sum += without[r];
      }
    }
    return sum;
  }

  /**
   * Tells a plan.
   *
   * @param chains riders of scooter s in order, without its keeper
   */
  MatchingPlan plan(int[][] chains) {
    ScooterMatch[] matches = new ScooterMatch[riders.size()];
    for (int s = 0; s < chains.length; s++) {
      if (keeper[s] != NONE) {
        matches[keeper[s]] = match(s, s, keeper[s], scooters.get(s).freeFrom());
      }
      int node = startNode(s);
      long free = freeFrom[s];
      for (int r : chains[s]) {
        matches[r] = match(s, node, r, free);
        free = arrival(node, r, free);
        node = leftBy(r);
      }
    }
    for (int r = 0; r < matches.length; r++) {
      if (matches[r] == null) {
        LastMileRider rider = riders.get(r);
        boolean walks = wholeWalk[r] != NONE;
        int takes = walks ? wholeWalk[r] : rules.penalty();
        int alights = rider.alightsAt();
        matches[r] =
            new ScooterMatch(
                rider.id(), "", rider.alighting(), walks ? takes : 0, alights, alights + takes);
      }
    }
    return new MatchingPlan(Arrays.asList(matches), cost(chains), lost);
  }

  private ScooterMatch match(int s, int node, int r, long free) {
    return new ScooterMatch(
        riders.get(r).id(),
        scooters.get(s).id(),
        place(node),
        walk(node, r),
        Math.toIntExact(start(node, r, free)),
        Math.toIntExact(arrival(node, r, free)));
  }
}
