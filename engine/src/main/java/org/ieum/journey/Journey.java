package org.ieum.journey;

import java.util.List;
import org.ieum.fare.Mode;

/**
 * A way from door to door.
 *
 * @param legs in order; not empty
 * @param walking all that is walked, ms
 * @param vehicles how many vehicles are used
 * @param transitFare of the tickets for all rides by timetable, minor units, before anything is
 *     taken off; rides that have a fare of their own need none
 * @param fare of all legs, minor units
 * @param fareKnown whether all fares are known; unknown ones count as 0
 */
public record Journey(
    List<Leg> legs, long walking, int vehicles, long transitFare, long fare, boolean fareKnown) {
  public Journey {
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("a journey must have a leg, had 0");
    }
    legs = List.copyOf(legs);
  }

  /** A journey of legs whose fares add up but for a fare of its own for all transit. */
  static Journey of(List<Leg> legs, long transitFare, boolean fareKnown) {
    long walking = 0;
    long fare = transitFare;
    int vehicles = 0;
    boolean known = fareKnown;
    for (Leg leg : legs) {
      known &= !(leg instanceof ScooterLeg scooter) || scooter.fareKnown();
      known &= !(leg instanceof RideLeg ride) || ride.offer().fareKnown();
      if (leg.mode() == Mode.WALK) {
        walking += leg.end() - leg.start();
      } else {
        vehicles++;
      }
      fare += leg.fare();
    }
    return new Journey(legs, walking, vehicles, transitFare, fare, known);
  }

  /** The same journey at another fare, minor units. */
  Journey withFare(long other) {
    return new Journey(legs, walking, vehicles, transitFare, other, fareKnown);
  }

  /** The same vehicles and fares with other walks and times. */
  Journey withLegs(List<Leg> others) {
    long walks = 0;
    for (Leg leg : others) {
      walks += leg.mode() == Mode.WALK ? leg.end() - leg.start() : 0;
    }
    return new Journey(others, walks, vehicles, transitFare, fare, fareKnown);
  }

  /** When one sets out, Unix ms. */
  public long departure() {
    return legs.get(0).start();
  }

  /** When one arrives as planned, Unix ms. */
  public long arrival() {
    return legs.get(legs.size() - 1).end();
  }

  /** When one has arrived by what is promised, Unix ms. */
  public long latestArrival() {
    for (int i = legs.size() - 1; i >= 0 && legs.get(i).mode() != Mode.TRANSIT; i--) {
      Leg leg = legs.get(i);
      if (leg.latestEnd() > leg.end()) {
        return arrival() + leg.latestEnd() - leg.end();
      }
    }
    return arrival();
  }

  /** How often one changes vehicles. */
  public int transfers() {
    return Math.max(0, vehicles - 1);
  }

  /** Whether some leg is travelled so. */
  public boolean uses(Mode mode) {
    return legs.stream().anyMatch(leg -> leg.mode() == mode);
  }
}
