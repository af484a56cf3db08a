package org.ieum.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ieum.demand.RequestedTrip;
import org.ieum.fare.Mode;
import org.ieum.journey.Journey;
import org.ieum.journey.Leg;
import org.jspecify.annotations.Nullable;

/**
 * What became of one trip whose rider chose among journeys. Times are ms since the epoch, or {@link
 * RequestLog#NONE}.
 */
public final class JourneyLog {
  private final RequestedTrip trip;
  int choices;
  int refusals;
  @Nullable Journey journey;
  int departedAt = RequestLog.NONE;
  int plannedArrival = RequestLog.NONE;
  int arrivedAt = RequestLog.NONE;
  JourneyOutcome outcome = JourneyOutcome.NO_WAY;
  @Nullable Lapse lapse;
  final List<Integer> requests = new ArrayList<>();

  JourneyLog(RequestedTrip trip) {
    this.trip = trip;
  }

  public RequestedTrip trip() {
    return trip;
  }

  public JourneyOutcome outcome() {
    return outcome;
  }

  /** How many journeys the rider could choose among. */
  public int choices() {
    return choices;
  }

  /** How many journeys could not be confirmed before one was, or none. */
  public int refusals() {
    return refusals;
  }

  /** The journey that was confirmed. */
  public @Nullable Journey journey() {
    return journey;
  }

  /** The journey, for trips that found a way. */
  public Journey getJourney() {
    if (journey == null) {
      throw new IllegalStateException("trip " + trip.id() + " has no journey");
    }
    return journey;
  }

  /** The requests of its on-demand rides, in order. */
  public List<Integer> requests() {
    return List.copyOf(requests);
  }

  /** When the rider set out, as planned. */
  public int departedAt() {
    return departedAt;
  }

  public int plannedArrival() {
    return plannedArrival;
  }

  public int arrivedAt() {
    return arrivedAt;
  }

  /** Why a leg could not be had, if one could not. */
  public @Nullable Lapse lapse() {
    return lapse;
  }

  /** Whether a confirmed leg could not be had and nothing was told that would explain it. */
  public boolean isInfeasible() {
    return lapse == Lapse.NONE;
  }

  /** Modes of all legs in order, joined by {@code +}; empty without a journey. */
  public String legs() {
    List<String> modes = new ArrayList<>();
    if (journey != null) {
      journey.legs().forEach(leg -> modes.add(leg.mode().code()));
    }
    return String.join("+", modes);
  }

  /**
   * The modes by which the trip is made, each once, joined by {@code +}; {@code walk} if all is
   * walked, empty without a journey.
   */
  public String mix() {
    if (journey == null) {
      return "";
    }
    Set<Mode> modes = new TreeSet<>();
    journey.legs().forEach(leg -> modes.add(leg.mode()));
    if (modes.size() > 1) {
      modes.remove(Mode.WALK);
    }
    return String.join("+", modes.stream().map(Mode::code).toList());
  }

  /** All that is walked, as planned, ms; 0 without a journey. */
  public long walking() {
    return journey == null ? 0 : journey.walking();
  }

  /** Minor units; 0 without a journey. */
  public long fare() {
    return journey == null ? 0 : journey.fare();
  }

  public int transfers() {
    return journey == null ? 0 : journey.transfers();
  }

  /** How the rider gets from the last transit stop to the destination; empty without transit. */
  public String egress() {
    String egress = "";
    if (journey != null) {
      for (Leg leg : journey.legs()) {
        if (leg.mode() == Mode.TRANSIT) {
          egress = Mode.WALK.code();
        } else if (!egress.isEmpty() && leg.mode() != Mode.WALK) {
          egress = leg.mode().code();
        }
      }
    }
    return egress;
  }
}
