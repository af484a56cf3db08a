package org.ieum.server.demo;

import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import org.ieum.demand.RequestedTrip;
import org.ieum.demand.SyntheticDemand;

/** Trips as in a simulated day, those of the present hour. */
public final class MadeUpTrips implements TripSource {
  private static final int HOUR_MS = 3_600_000;

  private static final int AT_ONCE = 200;

  private final SyntheticDemand demand;
  private final Deque<RequestedTrip> waiting = new ArrayDeque<>();
  private long seed;
  private int hour = -1;

  /**
   * @param seed of the trips; the same one draws the same trips
   */
  public MadeUpTrips(SyntheticDemand demand, long seed) {
    this.demand = demand;
    this.seed = seed;
  }

  @Override
  public RequestedTrip next(LocalTime at) {
    if (waiting.isEmpty() || at.getHour() != hour) {
      draw(at.getHour());
    }
    return waiting.remove();
  }

  /** Draws the trips of an hour in an order that does not follow how far ahead they are. */
  private void draw(int ofHour) {
    hour = ofHour;
    waiting.clear();
    int start = hour * HOUR_MS;
    RequestedTrip[] byRider = new RequestedTrip[AT_ONCE]; // trip of rider i
    for (RequestedTrip trip : demand.trips(AT_ONCE, start, start + HOUR_MS, seed++)) {
      byRider[Math.toIntExact(trip.rider())] = trip;
    }
    for (RequestedTrip trip : byRider) {
      waiting.add(trip);
    }
  }
}
