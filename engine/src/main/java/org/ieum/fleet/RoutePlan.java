package org.ieum.fleet;

import static org.ieum.fleet.RouteLayout.*;

import java.util.Arrays;
import org.ieum.traveltime.TravelTimes;

/**
 * One vehicle's route as a draft: its stops and its rides. It is filled from a {@link FleetView},
 * edited, and timed by {@link RouteEvaluator}. Stop 0 is where the vehicle is or where it left
 * last. Reused from plan to plan; belongs to one thread.
 *
 * <p>What binds a stop comes from two sources: its own (a break window, the end of a shift) and the
 * rides that board or alight there. Only the first is kept with the stop; the evaluator derives the
 * second from the rides, so that taking a ride out needs no undoing.
 */
public final class RoutePlan {
  /** The place of a shift end that may be wherever the vehicle is. */
  public static final int ANYWHERE = Integer.MIN_VALUE;

  /** A time later than any horizon. */
  public static final int NEVER = 2_000_000_000;

  /** A ride as long as you like; can be added to any time of the horizon. */
  public static final int UNLIMITED = Integer.MAX_VALUE / 4;

  /** The pickup of a ride that has been in the vehicle since before stop 0. */
  public static final int ABOARD = -1;

  int vehicle;
  int stopCount;
  int rideCount;

  /** Whether the vehicle has left stop 0. */
  boolean departed;

  private boolean hasCutOffLeg;

  /** Driving time spent on the leg that a diversion cut short; only part of the cost. */
  private int drivenBefore;

  /** Stop i begins at i &lt;&lt; STOP_BITS, see RouteLayout. */
  int[] stops = new int[16 << STOP_BITS];

  /** Ride k, in the order of confirmation, begins at k * RIDE_SIZE, see RouteLayout. */
  int[] rides = new int[16 * RIDE_SIZE];

  /** Empties the plan and makes room. */
  void reset(int vehicle, int stopRoom, int rideRoom) {
    this.vehicle = vehicle;
    stopCount = 0;
    rideCount = 0;
    departed = false;
    hasCutOffLeg = false;
    drivenBefore = 0;
    reserve(stopRoom, rideRoom);
  }

  private void reserve(int stopRoom, int rideRoom) {
    if (stopRoom << STOP_BITS > stops.length) {
      stops = Arrays.copyOf(stops, Math.max(stopRoom << STOP_BITS, 2 * stops.length));
    }
    if (rideRoom * RIDE_SIZE > rides.length) {
      rides = Arrays.copyOf(rides, Math.max(rideRoom * RIDE_SIZE, 2 * rides.length));
    }
  }

  public int vehicle() {
    return vehicle;
  }

  public int stopCount() {
    return stopCount;
  }

  public int rideCount() {
    return rideCount;
  }

  public boolean departed() {
    return departed;
  }

  public int place(int stop) {
    return stops[(stop << STOP_BITS) + PLACE];
  }

  public StopKind kind(int stop) {
    return StopKind.ofCode(stops[(stop << STOP_BITS) + KIND]);
  }

  public int leg(int stop) {
    return stops[(stop << STOP_BITS) + LEG];
  }

  /** Dwell at a stop, ms; valid after a successful evaluation, like all that follow. */
  public int dwell(int stop) {
    return stops[(stop << STOP_BITS) + DWELL];
  }

  /** Planned arrival at a stop. */
  public int arrival(int stop) {
    return stops[(stop << STOP_BITS) + ARRIVAL];
  }

  /** Planned departure from a stop. */
  public int departure(int stop) {
    return stops[(stop << STOP_BITS) + DEPARTURE];
  }

  /** Earliest possible departure from a stop. */
  public int soonest(int stop) {
    return stops[(stop << STOP_BITS) + SOONEST];
  }

  public int riders(int stop) {
    return stops[(stop << STOP_BITS) + RIDERS];
  }

  public int wheelchairs(int stop) {
    return stops[(stop << STOP_BITS) + WHEELCHAIRS];
  }

  public long request(int ride) {
    return RouteLayout.request(rides, ride * RIDE_SIZE);
  }

  /** Stop at which a ride boards, or {@link #ABOARD}. */
  public int pickup(int ride) {
    return rides[ride * RIDE_SIZE + PICKUP];
  }

  /** Stop at which a ride alights. */
  public int dropoff(int ride) {
    return rides[ride * RIDE_SIZE + DROPOFF];
  }

  public int earliest(int ride) {
    return rides[ride * RIDE_SIZE + EARLIEST];
  }

  public int latestPickup(int ride) {
    return rides[ride * RIDE_SIZE + LATEST_PICKUP];
  }

  public int latestDropoff(int ride) {
    return rides[ride * RIDE_SIZE + LATEST_DROPOFF];
  }

  public int maxRide(int ride) {
    return rides[ride * RIDE_SIZE + MAX_RIDE];
  }

  /** People of a ride. */
  public int partySize(int ride) {
    return rideRiders(ride) + rideWheelchairs(ride);
  }

  public int rideRiders(int ride) {
    return rides[ride * RIDE_SIZE + RIDE_RIDERS];
  }

  public int rideWheelchairs(int ride) {
    return rides[ride * RIDE_SIZE + RIDE_WHEELCHAIRS];
  }

  /** The number of the ride of a request, or -1. */
  public int findRide(long requestId) {
    for (int k = 0; k < rideCount; k++) {
      if (request(k) == requestId) {
        return k;
      }
    }
    return -1;
  }

  /** Driving and dwell of the whole route, ms; needs the dwell of an evaluated plan. */
  public int operatingTime() {
    int sum = drivenBefore;
    for (int i = 0; i < stopCount; i++) {
      if (i > 0 || !departed) {
        sum += dwell(i);
      }
      sum += leg(i);
    }
    return sum;
  }

  /**
   * Moves stop 0 to where the moving vehicle can turn off.
   *
   * @param newPlace where that is
   * @param time when the vehicle is there, ms since the epoch
   * @param driven driving time since the vehicle left the old stop 0, ms
   */
  public void divert(int newPlace, int time, int driven, TravelTimes times) {
    if (!departed) {
      throw new IllegalStateException("vehicle " + vehicle + " stands and cannot be diverted");
    }
    setStop(0, newPlace, StopKind.DIVERSION, 0);
    stops[OWN_READY] = time;
    stops[ARRIVAL] = time;
    departed = false;
    drivenBefore += driven;
    retime(0, times);
  }

  /**
   * Corrects when the moving vehicle left stop 0, as it turns out to be further or less far on its
   * way.
   */
  public void leftAt(int time) {
    if (!departed) {
      throw new IllegalStateException("vehicle " + vehicle + " stands and has not left");
    }
    stops[DEPARTURE] = time;
  }

  /** Lets the standing vehicle leave at a time, whatever was planned. */
  public void leaveAt(int time) {
    if (departed) {
      throw new IllegalStateException("vehicle " + vehicle + " has left");
    }
    stops[OWN_READY] = Integer.MIN_VALUE;
    stops[DEPARTURE] = time;
  }

  /**
   * Puts a vehicle, standing or not, where it is seen. One whose shift has not begun, or who rests,
   * is there all the same, and leaves no earlier than it would have.
   *
   * @param place end of an edge or stop point
   * @param time when the vehicle is there
   * @param until when it can leave at the earliest
   * @throws IllegalStateException when somebody is to board where it was thought to stand
   */
  public void standAt(int place, int time, int until, TravelTimes times) {
    for (int k = 0; k < rideCount; k++) {
      if (pickup(k) == 0) {
        throw new IllegalStateException(
            "vehicle " + vehicle + " is where request " + request(k) + " boards");
      }
    }
    boolean rests = !departed && kind(0) != StopKind.SERVICE && kind(0) != StopKind.DIVERSION;
    int ready = Math.max(Math.max(time, until), rests ? soonest(0) : time);
    int driven = departed ? Math.max(0, time - departure(0)) : 0;
    setStop(0, place, StopKind.DIVERSION, 0);
    stops[OWN_READY] = ready;
    stops[ARRIVAL] = time;
    departed = false;
    drivenBefore += driven;
    retime(0, times);
  }

  /**
   * Brings a stop to the front, behind stop 0.
   *
   * @throws IllegalStateException when somebody alights there who boards on the way to it, or when
   *     something else than rides lies before it
   */
  public void bringForward(int stop, TravelTimes times) {
    for (int i = 1; i <= stop; i++) {
      if (kind(i) != StopKind.SERVICE) {
        throw new IllegalStateException(
            "vehicle " + vehicle + " has a " + kind(i) + " before stop " + stop);
      }
    }
    for (int k = 0; k < rideCount; k++) {
      if (dropoff(k) == stop && pickup(k) > 0) {
        throw new IllegalStateException(
            "request " + request(k) + " alights at stop " + stop + " and has not boarded");
      }
    }
    int[] moved = Arrays.copyOfRange(stops, stop << STOP_BITS, (stop + 1) << STOP_BITS);
    System.arraycopy(stops, 1 << STOP_BITS, stops, 2 << STOP_BITS, (stop - 1) << STOP_BITS);
    System.arraycopy(moved, 0, stops, 1 << STOP_BITS, moved.length);
    for (int at = 0; at < rideCount * RIDE_SIZE; at += RIDE_SIZE) {
      rides[at + PICKUP] = broughtForward(rides[at + PICKUP], stop);
      rides[at + DROPOFF] = broughtForward(rides[at + DROPOFF], stop);
    }
    retime(times);
  }

  private static int broughtForward(int index, int stop) {
    if (index == stop) {
      return 1;
    }
    return index >= 1 && index < stop ? index + 1 : index;
  }

  private void setStop(int stop, int place, StopKind kind, int dwell) {
    int at = stop << STOP_BITS;
    Arrays.fill(stops, at, at + (1 << STOP_BITS), 0);
    stops[at + PLACE] = place;
    stops[at + KIND] = kind.code();
    stops[at + OWN_READY] = Integer.MIN_VALUE;
    stops[at + OWN_LATE] = NEVER;
    stops[at + OWN_DWELL] = dwell;
  }

  /** Puts a stop without rides in front of stop {@code at}; rides move along. */
  public void insertStop(int at, int place, StopKind kind, int dwell, TravelTimes times) {
    reserve(stopCount + 1, rideCount);
    moveStops(at, at + 1);
    stopCount++;
    setStop(at, place, kind, dwell);
    retime(at, times);
    if (at > 0) {
      retime(at - 1, times);
    }
  }

  private void moveStops(int from, int to) {
    System.arraycopy(
        stops, from << STOP_BITS, stops, to << STOP_BITS, (stopCount - from) << STOP_BITS);
    for (int at = 0; at < rideCount * RIDE_SIZE; at += RIDE_SIZE) {
      rides[at + PICKUP] += rides[at + PICKUP] >= from ? to - from : 0;
      rides[at + DROPOFF] += rides[at + DROPOFF] >= from ? to - from : 0;
    }
  }

  private void retime(int stop, TravelTimes times) {
    stops[(stop << STOP_BITS) + LEG] =
        stop + 1 == stopCount || place(stop + 1) == ANYWHERE
            ? 0
            : times.duration(place(stop), place(stop + 1));
  }

  /**
   * Gives all legs the driving times of now. A leg along which no open road leads stays in the
   * route all the same, see {@link TravelTimes#durationAnyway}.
   *
   * @return whether any leg takes another time than before
   */
  public boolean retime(TravelTimes times) {
    boolean changed = false;
    for (int i = 0; i + 1 < stopCount; i++) {
      int at = (i << STOP_BITS) + LEG;
      int to = place(i + 1);
      int leg = to == ANYWHERE ? 0 : times.duration(place(i), to);
      if (leg >= TravelTimes.UNREACHABLE) {
        leg = times.durationAnyway(place(i), to);
        hasCutOffLeg = true;
      }
      changed |= leg != stops[at];
      stops[at] = leg;
    }
    return changed;
  }

  /** Whether {@link #retime} has met a leg along which no open road leads. */
  public boolean hasCutOffLeg() {
    return hasCutOffLeg;
  }

  /** Latest arrival at a stop for its own sake: of breaks and ends of shifts. */
  public int ownLatest(int stop) {
    return stops[(stop << STOP_BITS) + OWN_LATE];
  }

  /** Binds a stop for its own sake: when it can be left first, and reached last. */
  void bind(int stop, int ready, int late) {
    stops[(stop << STOP_BITS) + OWN_READY] = ready;
    stops[(stop << STOP_BITS) + OWN_LATE] = late;
  }

  /** Adds a ride between two stops of this plan; returns its number. */
  public int addRide(long request, int riders, int wheelchairs, int pickup, int dropoff) {
    reserve(stopCount, rideCount + 1);
    int at = rideCount * RIDE_SIZE;
    rides[at + REQUEST_LOW] = (int) request;
    rides[at + REQUEST_HIGH] = (int) (request >>> 32);
    rides[at + RIDE_RIDERS] = riders;
    rides[at + RIDE_WHEELCHAIRS] = wheelchairs;
    rides[at + PICKUP] = pickup;
    rides[at + DROPOFF] = dropoff;
    limitRide(rideCount, Integer.MIN_VALUE / 2, NEVER, NEVER, UNLIMITED);
    return rideCount++;
  }

  /**
   * Sets the limits of a ride.
   *
   * @param earliest start of the pickup window
   * @param latestPickup its end
   * @param latestDropoff latest arrival at the dropoff
   * @param maxRide longest time aboard, ms
   */
  public void limitRide(int ride, int earliest, int latestPickup, int latestDropoff, int maxRide) {
    int at = ride * RIDE_SIZE;
    rides[at + EARLIEST] = earliest;
    rides[at + LATEST_PICKUP] = latestPickup;
    rides[at + LATEST_DROPOFF] = latestDropoff;
    rides[at + MAX_RIDE] = maxRide;
  }

  /** Takes a ride out, and the stops that served nobody else. Stop 0 stays. */
  public void removeRide(int ride, TravelTimes times) {
    int after = (ride + 1) * RIDE_SIZE;
    System.arraycopy(rides, after, rides, ride * RIDE_SIZE, rideCount * RIDE_SIZE - after);
    rideCount--;
    for (int i = stopCount - 1; i > 0; i--) {
      if (kind(i) == StopKind.SERVICE && !serves(i)) {
        moveStops(i + 1, i);
        stopCount--;
        retime(i - 1, times);
      }
    }
  }

  /** Whether a stop would go with a ride. */
  public boolean servesOnly(int stop, int ride) {
    for (int k = 0; k < rideCount; k++) {
      if (k != ride && (pickup(k) == stop || dropoff(k) == stop)) {
        return false;
      }
    }
    return kind(stop) == StopKind.SERVICE;
  }

  private boolean serves(int stop) {
    for (int k = 0; k < rideCount; k++) {
      if (pickup(k) == stop || dropoff(k) == stop) {
        return true;
      }
    }
    return false;
  }

  /** Sets how many of a party there are; those left behind free their places. */
  public void shrinkParty(int ride, int riders, int wheelchairs) {
    rides[ride * RIDE_SIZE + RIDE_RIDERS] = riders;
    rides[ride * RIDE_SIZE + RIDE_WHEELCHAIRS] = wheelchairs;
  }

  /** Lets a vehicle that was kept at stop 0 go. */
  public void release() {
    if (kind(0) == StopKind.SERVICE) {
      stops[OWN_READY] = Integer.MIN_VALUE;
    }
  }

  /** Keeps the vehicle at stop 0 until a time. */
  public void holdUntil(int time) {
    stops[OWN_READY] = Math.max(stops[OWN_READY], time);
  }

  /**
   * Begins this plan with the first stops of another one, without its rides.
   *
   * @param count how many stops, at least one
   */
  void beginLike(RoutePlan other, int count) {
    reset(other.vehicle, other.stopCount, other.rideCount);
    System.arraycopy(other.stops, 0, stops, 0, count << STOP_BITS);
    stopCount = count;
    departed = other.departed;
    drivenBefore = other.drivenBefore;
  }

  /** Appends the stops of another plan from one on, without its rides. */
  void endLike(RoutePlan other, int from) {
    int count = other.stopCount - from;
    reserve(stopCount + count, rideCount);
    System.arraycopy(
        other.stops, from << STOP_BITS, stops, stopCount << STOP_BITS, count << STOP_BITS);
    stopCount += count;
  }

  /** Appends a stop without rides; {@link #retime} is to follow. */
  void appendStop(int place, int dwell) {
    reserve(stopCount + 1, rideCount);
    setStop(stopCount++, place, StopKind.SERVICE, dwell);
  }

  /** Adds a ride of another plan with all its limits. */
  void addRideLike(RoutePlan other, int ride, int pickup, int dropoff) {
    reserve(stopCount, rideCount + 1);
    int at = rideCount++ * RIDE_SIZE;
    System.arraycopy(other.rides, ride * RIDE_SIZE, rides, at, RIDE_SIZE);
    rides[at + PICKUP] = pickup;
    rides[at + DROPOFF] = dropoff;
  }
}
