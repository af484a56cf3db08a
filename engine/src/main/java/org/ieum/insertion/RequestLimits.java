package org.ieum.insertion;

import java.util.Arrays;
import java.util.List;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Promise;
import org.ieum.model.PromiseRules;
import org.ieum.model.RideRequest;
import org.ieum.model.TimeType;
import org.ieum.traveltime.PlaceGroup;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * A request as the search reads it: its stop points, and for each pair of them the limits that a
 * promise would set. Reused from request to request; belongs to one thread.
 *
 * <p>Depart-at: the window starts when the rider has walked to the pickup. Arrive-by: the latest
 * dropoff is the requested time less the walk from the dropoff, and the window starts as much
 * earlier as the longest trip lasts, but not before the party can be there. Either way the promise
 * has the same shape. The window is shorter by the walk to the pickup where {@link
 * PromiseRules#limitsFrom} says that walks count, and the trip by both.
 */
public final class RequestLimits {
  private static final int UNKNOWN = -1;

  private @Nullable PromiseRules rules;
  private @Nullable TravelTimes times;
  private long request;
  private int riders;
  private int wheelchairs;
  private int pickupCount;
  private int dropoffCount;

  /** Whether the window at a pickup is the same for all dropoffs. */
  private boolean sharesWindow;

  /** The dropoff from which the walk is shortest, the first of them. */
  private int nearest;

  /** Stop point of pickup i. */
  private int[] pickupPoint = new int[8];

  /** Walk to pickup i, ms. */
  private int[] accessWalk = new int[8];

  /** The first pickup from which all takes as long as from pickup i, walks included; mostly i. */
  private int[] alike = new int[8];

  /** What tells pickup i from others, see {@link TravelTimes#exit}. */
  private int[] exit = new int[8];

  /** Whether pickup i is out of the question. */
  private boolean[] isClosed = new boolean[8];

  /** Stop point of dropoff j. */
  private int[] dropoffPoint = new int[8];

  /** Walk from dropoff j, ms. */
  private int[] egressWalk = new int[8];

  /** All dropoffs. */
  private final PlaceGroup dropoffs = new PlaceGroup();

  /** Direct drive to dropoff j, while a pickup is looked at. */
  private int[] drives = new int[8];

  // Pair of pickup i and dropoff j, see #pair.
  /** Direct drive of the pair, UNREACHABLE when it is out of the question, or UNKNOWN as yet. */
  private int[] direct = new int[64];

  /** Start of the pickup window of the pair. */
  private int[] earliest = new int[64];

  /** End of the pickup window of the pair. */
  private int[] latestPickup = new int[64];

  /** Latest dropoff of the pair. */
  private int[] latestDropoff = new int[64];

  /** Longest ride of the pair. */
  private int[] maxRide = new int[64];

  /**
   * Works out the limits of a new request.
   *
   * @param soonest when the party can set out at the earliest; no window starts before
   */
  public void set(RideRequest asked, PromiseRules rules, TravelTimes times, int soonest) {
    this.rules = rules;
    this.times = times;
    setParty(asked.id(), asked.party());
    setPoints(asked.pickups(), asked.dropoffs());
    sharesWindow = asked.timeType() == TimeType.DEPART_AT;
    for (int i = 0; i < pickupCount; i++) {
      isClosed[i] = false;
      exit[i] = times.exit(pickupPoint[i], dropoffs);
      alike[i] = firstAlike(i);
      for (int j = 0; alike[i] == i && j < dropoffCount; j++) {
        setPair(asked, rules, times, soonest, i, j);
      }
    }
  }

  private int firstAlike(int i) {
    int first = 0;
    while (exit[i] >= 0
        && first < i
        && (exit[first] != exit[i] || accessWalk[first] != accessWalk[i])) {
      first++;
    }
    return exit[i] >= 0 ? first : i;
  }

  private void setParty(long requestId, Party party) {
    request = requestId;
    riders = party.riders();
    wheelchairs = party.wheelchairs();
  }

  private void setPoints(List<CandidatePoint> boarding, List<CandidatePoint> alighting) {
    pickupCount = boarding.size();
    dropoffCount = alighting.size();
    reserve();
    for (int i = 0; i < pickupCount; i++) {
      pickupPoint[i] = boarding.get(i).stopPoint();
      accessWalk[i] = boarding.get(i).walkDuration();
    }
    for (int j = 0; j < dropoffCount; j++) {
      dropoffPoint[j] = alighting.get(j).stopPoint();
      egressWalk[j] = alighting.get(j).walkDuration();
    }
    groupDropoffs();
  }

  private void groupDropoffs() {
    dropoffs.clear();
    nearest = 0;
    for (int j = 0; j < dropoffCount; j++) {
      dropoffs.add(dropoffPoint[j], 0);
      nearest = egressWalk[j] < egressWalk[nearest] ? j : nearest;
    }
  }

  private void reserve() {
    if (pickupCount > pickupPoint.length) {
      pickupPoint = Arrays.copyOf(pickupPoint, 2 * pickupCount);
      accessWalk = Arrays.copyOf(accessWalk, 2 * pickupCount);
      alike = new int[2 * pickupCount];
      exit = new int[2 * pickupCount];
      isClosed = new boolean[2 * pickupCount];
    }
    if (dropoffCount > dropoffPoint.length) {
      dropoffPoint = Arrays.copyOf(dropoffPoint, 2 * dropoffCount);
      egressWalk = Arrays.copyOf(egressWalk, 2 * dropoffCount);
      drives = new int[2 * dropoffCount];
    }
    int pairs = pickupCount * dropoffCount;
    if (pairs > direct.length) {
      direct = new int[2 * pairs];
      earliest = new int[2 * pairs];
      latestPickup = new int[2 * pairs];
      latestDropoff = new int[2 * pairs];
      maxRide = new int[2 * pairs];
    }
  }

  private void setPair(
      RideRequest asked, PromiseRules rules, TravelTimes times, int soonest, int i, int j) {
    int pair = pair(i, j);
    boolean isSamePlace = pickupPoint[i] == dropoffPoint[j];
    if (asked.timeType() == TimeType.DEPART_AT) {
      earliest[pair] = Math.max(asked.time(), soonest) + accessWalk[i];
      latestPickup[pair] = earliest[pair] + rules.maxWait() - rules.counted(accessWalk[i]);
      boolean isOpen = !isSamePlace && latestPickup[pair] >= earliest[pair];
      direct[pair] = isOpen ? UNKNOWN : TravelTimes.UNREACHABLE;
    } else if (isSamePlace) {
      direct[pair] = TravelTimes.UNREACHABLE;
    } else {
      setBackwards(asked, rules, times, soonest, i, j);
    }
  }

  private void setBackwards(
      RideRequest asked, PromiseRules rules, TravelTimes times, int soonest, int i, int j) {
    int pair = pair(i, j);
    int drive = times.duration(pickupPoint[i], dropoffPoint[j]);
    direct[pair] = drive;
    if (drive >= TravelTimes.UNREACHABLE) {
      return;
    }
    latestDropoff[pair] = asked.time() - egressWalk[j];
    int spanned = maxSpan(rules, drive, i, j);
    earliest[pair] = Math.max(latestDropoff[pair] - spanned, soonest + accessWalk[i]);
    int longestWait = rules.maxWait() - rules.counted(accessWalk[i]);
    latestPickup[pair] = Math.min(earliest[pair] + longestWait, latestDropoff[pair] - drive);
    maxRide[pair] = rules.maxRide(drive);
    if (latestPickup[pair] < earliest[pair]) {
      direct[pair] = TravelTimes.UNREACHABLE;
    }
  }

  /** Longest time from the start of the window to arrival at the dropoff, ms. */
  private int maxSpan(PromiseRules rules, int drive, int i, int j) {
    int walks = rules.counted(accessWalk[i]) + rules.counted(egressWalk[j]);
    return rules.maxTrip(drive) - walks;
  }

  /** Asks for the direct drives from a pickup when the first of them is needed. */
  private void resolve(int i) {
    if (rules == null || times == null) {
      throw new IllegalStateException("no request has been set");
    }
    times.durations(pickupPoint[i], dropoffs, drives);
    for (int j = 0; j < dropoffCount; j++) {
      int pair = pair(i, j);
      if (direct[pair] == UNKNOWN) {
        int span = drives[j] < TravelTimes.UNREACHABLE ? maxSpan(rules, drives[j], i, j) : 0;
        direct[pair] = drives[j] <= span ? drives[j] : TravelTimes.UNREACHABLE;
        latestDropoff[pair] = earliest[pair] + span;
        maxRide[pair] = rules.maxRide(drives[j]);
      }
    }
  }

  /** Takes over the one pair and the promise of an offer; its drive takes what it takes now. */
  public void set(Offer offer, TravelTimes times) {
    Promise promise = offer.promise();
    setParty(offer.request().id(), offer.request().party());
    pickupCount = 1;
    dropoffCount = 1;
    pickupPoint[0] = promise.pickupStopPoint();
    accessWalk[0] = offer.accessWalk();
    alike[0] = 0;
    isClosed[0] = false;
    dropoffPoint[0] = promise.dropoffStopPoint();
    egressWalk[0] = offer.egressWalk();
    direct[0] = times.duration(promise.pickupStopPoint(), promise.dropoffStopPoint());
    earliest[0] = promise.pickupWindow().earliest();
    latestPickup[0] = promise.pickupWindow().latest();
    latestDropoff[0] = promise.latestDropoff();
    maxRide[0] = promise.maxRideDuration();
    sharesWindow = true;
    groupDropoffs();
  }

  /** Puts a pickup out of the question. */
  public void closePickup(int i) {
    isClosed[i] = true;
  }

  /** Puts a dropoff out of the question. */
  public void closeDropoff(int j) {
    for (int i = 0; i < pickupCount; i++) {
      direct[pair(i, j)] = TravelTimes.UNREACHABLE;
    }
  }

  /** Whether a pair is out of the question for all that is known without asking for its drive. */
  public boolean isClosed(int i, int j) {
    return isClosed[i] || direct[pair(i, j)] >= TravelTimes.UNREACHABLE;
  }

  /**
   * The dropoffs from one to the next returned have the same window at any pickup: all of them when
   * the party sets out at a time, single ones when it wants to arrive by a time.
   */
  public int nextWindow(int j) {
    return sharesWindow ? dropoffCount : j + 1;
  }

  /** Of the dropoffs with the same window as one, the first from which the walk is shortest. */
  int nearest(int j) {
    return sharesWindow ? nearest : j;
  }

  /** Whether no pair of different stop points with a drive between them is left. */
  public boolean isEmpty() {
    for (int i = 0; i < pickupCount; i++) {
      for (int j = 0; j < dropoffCount; j++) {
        if (!isClosed(i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Cell of a pair; pickups that are alike share theirs. */
  private int pair(int i, int j) {
    return alike[i] * dropoffCount + j;
  }

  /**
   * The first pickup with the same walk as another from which all dropoffs are equally far, such as
   * the ends of two roads at one crossing. Their pairs have the same limits.
   */
  int alike(int i) {
    return alike[i];
  }

  public long request() {
    return request;
  }

  public int riders() {
    return riders;
  }

  public int wheelchairs() {
    return wheelchairs;
  }

  /** How many people travel. */
  public int size() {
    return riders + wheelchairs;
  }

  /** All dropoffs, by their numbers. */
  public PlaceGroup dropoffs() {
    return dropoffs;
  }

  public int pickupCount() {
    return pickupCount;
  }

  public int dropoffCount() {
    return dropoffCount;
  }

  public int pickupPoint(int i) {
    return pickupPoint[i];
  }

  public int dropoffPoint(int j) {
    return dropoffPoint[j];
  }

  public int accessWalk(int i) {
    return accessWalk[i];
  }

  public int egressWalk(int j) {
    return egressWalk[j];
  }

  /** Direct drive, or {@link TravelTimes#UNREACHABLE} when the pair is out of the question. */
  public int direct(int i, int j) {
    int pair = pair(i, j);
    if (direct[pair] == UNKNOWN) {
      resolve(i);
    }
    return isClosed[i] ? TravelTimes.UNREACHABLE : direct[pair];
  }

  public int earliest(int i, int j) {
    return earliest[pair(i, j)];
  }

  public int latestPickup(int i, int j) {
    return latestPickup[pair(i, j)];
  }

  /** Latest dropoff; ask for the direct drive before. */
  public int latestDropoff(int i, int j) {
    return latestDropoff[pair(i, j)];
  }

  /** Longest ride; ask for the direct drive before. */
  public int maxRide(int i, int j) {
    return maxRide[pair(i, j)];
  }
}
