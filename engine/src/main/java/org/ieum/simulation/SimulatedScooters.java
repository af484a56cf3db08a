package org.ieum.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ieum.journey.ScooterLeg;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterSupply;

/**
 * The shared scooters of a simulated day: where they are, how far they still go, and who has them.
 * A scooter is held for at most one trip, and ridden only by whom it is held for.
 */
final class SimulatedScooters {
  private static final int NOBODY = -1;

  private final ScooterSupply morning;
  private final Map<String, State> states = new TreeMap<>();

  /** Those that stand elsewhere than when the last supply was made. */
  private final Set<String> moved = new TreeSet<>();

  private final List<ScooterTrip> trips = new ArrayList<>();

  private static final class State {
    private Scooter scooter;
    private int holder = NOBODY;
    private boolean isRidden;

    State(Scooter scooter) {
      this.scooter = scooter;
    }
  }

  SimulatedScooters(ScooterSupply morning) {
    this.morning = morning;
    for (Scooter scooter : morning.scooters()) {
      states.put(scooter.id(), new State(scooter));
    }
  }

  /** All scooters where they stand; those that are held or ridden are among them. */
  ScooterSupply supply(Instant now) {
    moved.clear();
    return morning.with(states.values().stream().map(state -> state.scooter).toList(), now);
  }

  /** Whether something has moved since the last supply. */
  boolean isOutdated() {
    return !moved.isEmpty();
  }

  /** Whether nobody else can have a scooter, by its system and id, a colon between. */
  boolean isTaken(String key) {
    String id = key.substring(morning.systemId().length() + 1);
    return state(id).holder != NOBODY || moved.contains(id);
  }

  /** Keeps a scooter for a trip, if nobody has it and it can go so far. */
  boolean hold(ScooterLeg leg, int trip) {
    State state = state(leg.scooterId());
    boolean can = state.holder == NOBODY && !moved.contains(leg.scooterId()) && fits(state, leg);
    if (can) {
      state.holder = trip;
    }
    return can;
  }

  /** Nobody needs it any more; nothing happens when it is not held for that trip, or ridden. */
  boolean release(ScooterLeg leg, int trip) {
    State state = state(leg.scooterId());
    boolean was = state.holder == trip && !state.isRidden;
    if (was) {
      state.holder = NOBODY;
    }
    return was;
  }

  /** A rider takes a scooter; false if it is not there, not held for the rider or too flat. */
  boolean take(ScooterLeg leg, int trip, int time, int end) {
    State state = state(leg.scooterId());
    if (state.holder != trip || state.isRidden || !fits(state, leg)) {
      return false;
    }
    int range = state.scooter.rangeMetres();
    int left = range == Scooter.UNKNOWN_RANGE ? range : range - leg.metres();
    trips.add(
        new ScooterTrip(
            leg.scooterId(), trip, time, end, leg.from(), leg.to(), leg.metres(), left));
    state.isRidden = true;
    state.scooter = state.scooter.at(leg.to(), "", left);
    moved.add(leg.scooterId());
    return true;
  }

  /** A rider leaves the scooter; it is free from now on. */
  void leave(ScooterLeg leg, int trip) {
    State state = state(leg.scooterId());
    if (state.holder != trip || !state.isRidden) {
      throw new IllegalStateException("trip " + trip + " does not ride " + leg.scooterId());
    }
    state.holder = NOBODY;
    state.isRidden = false;
  }

  private static boolean fits(State state, ScooterLeg leg) {
    Scooter scooter = state.scooter;
    return scooter.position().equals(leg.from())
        && (scooter.rangeMetres() == Scooter.UNKNOWN_RANGE
            || scooter.rangeMetres() >= leg.metres());
  }

  private State state(String id) {
    State state = states.get(id);
    if (state == null) {
      throw new IllegalArgumentException("there is no scooter " + id);
    }
    return state;
  }

  int count() {
    return states.size();
  }

  List<ScooterTrip> trips() {
    return trips;
  }
}
