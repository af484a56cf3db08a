package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;

/** Keeps the times of rides and the driving of a day, from its events. */
final class DayBook {
  private static final int NOT = -1;

  /** Requested time of request i, ms. */
  private final int[] requested;

  /** Shortest drive of request i, ms. */
  private final int[] direct;

  /** When the vehicle left with request i, ms. */
  private final int[] departed;

  /** When request i alighted, ms. */
  private final int[] alighted;

  /** When vehicle v set out on its leg, or {@link #NOT}. */
  private final int[] out;

  /** People in vehicle v on its leg. */
  private final int[] riders;

  /** Who boarded vehicle v where it stands. */
  private final List<LongArrayList> boarded = new ArrayList<>();

  private long driveMillis;
  private long emptyMillis;
  private long riderMillis;

  DayBook(List<Request> requests, int vehicles) {
    requested = new int[requests.size()];
    direct = new int[requests.size()];
    departed = new int[requests.size()];
    alighted = new int[requests.size()];
    for (Request request : requests) {
      requested[request.id()] = request.time();
      alighted[request.id()] = NOT;
    }
    out = new int[vehicles];
    riders = new int[vehicles];
    for (int v = 0; v < vehicles; v++) {
      out[v] = NOT;
      boarded.add(new LongArrayList());
    }
  }

  void enter(DispatchEvent event) {
    if (event instanceof VehicleDeparted departure) {
      leave(departure);
    } else if (event instanceof VehicleArrived arrival) {
      endLeg(arrival.vehicle(), arrival.time());
    } else if (event instanceof VehicleDiverted diversion) {
      endLeg(diversion.vehicle(), diversion.atTime());
    } else if (event instanceof RiderBoarded boarding) {
      boarded.get(boarding.vehicle()).add(boarding.request());
    } else if (event instanceof RiderAlighted alighting) {
      alighted[(int) alighting.request()] = alighting.time();
    } else if (event instanceof RideConfirmed confirmed) {
      direct[(int) confirmed.offer().request().id()] = confirmed.offer().directDuration();
    }
  }

  private void leave(VehicleDeparted departure) {
    int vehicle = departure.vehicle();
    out[vehicle] = departure.time();
    riders[vehicle] = departure.riders();
    LongArrayList here = boarded.get(vehicle);
    for (int i = 0; i < here.size(); i++) {
      departed[(int) here.getLong(i)] = departure.time();
    }
    here.clear();
  }

  private void endLeg(int vehicle, int time) {
    if (out[vehicle] == NOT) {
      return;
    }
    int millis = time - out[vehicle];
    driveMillis += millis;
    riderMillis += (long) millis * riders[vehicle];
    if (riders[vehicle] == 0) {
      emptyMillis += millis;
    }
    out[vehicle] = NOT;
  }

  int requestCount() {
    return requested.length;
  }

  /** Whether a ride has come to its end. */
  boolean isServed(int request) {
    return alighted[request] != NOT;
  }

  /** From the request to the departure from the pickup, ms. */
  int wait(int request) {
    return departed[request] - requested[request];
  }

  /** From that departure to the dropoff, ms. */
  int ride(int request) {
    return alighted[request] - departed[request];
  }

  /** Shortest drive, ms. */
  int direct(int request) {
    return direct[request];
  }

  /** Time that all vehicles drove, ms. */
  long driveMillis() {
    return driveMillis;
  }

  /** Of it with nobody aboard. */
  long emptyMillis() {
    return emptyMillis;
  }

  /** Driving time summed over the people aboard, ms. */
  long riderMillis() {
    return riderMillis;
  }
}
