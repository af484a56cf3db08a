package org.ieum.journey;

import java.util.ArrayList;
import java.util.List;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;

/** A way between one end of a journey and a transit stop, or from end to end. */
sealed interface Way {
  /** The transit stop, or {@link #WHOLE}. */
  int stop();

  /** How long it takes, ms: at most what is promised, or at least what it can take. */
  int duration();

  /** How much of it is walked, ms, as far as known. */
  int walking();

  /** Minor units. */
  long fare();

  int vehicles();

  /** The stop of a way that leads from origin to destination. */
  int WHOLE = -1;

  /** On foot. */
  record OnFoot(int stop, int duration) implements Way {
    @Override
    public int walking() {
      return duration;
    }

    @Override
    public long fare() {
      return 0;
    }

    @Override
    public int vehicles() {
      return 0;
    }
  }

  /**
   * By an on-demand ride that has yet to be asked for.
   *
   * @param pickups where it could begin, with the walk to get there
   * @param dropoffs where it could end, with the walk from there
   */
  record ByRide(
      int stop,
      int duration,
      int walking,
      long fare,
      List<CandidatePoint> pickups,
      List<CandidatePoint> dropoffs)
      implements Way {
    @Override
    public int vehicles() {
      return 1;
    }
  }

  /**
   * By a shared scooter.
   *
   * @param walkTo the scooter, ms
   * @param walkFrom where it is left, ms
   */
  record ByScooter(int stop, ScooterField.Hop hop, int walkTo, int walkFrom) implements Way {
    @Override
    public int duration() {
      return walkTo + hop.ride() + walkFrom;
    }

    /** Its legs from a start, Unix ms. */
    List<Leg> legs(LatLon from, LatLon to, long start) {
      List<Leg> legs = new ArrayList<>();
      long takes = start + walkTo;
      long leaves = takes + hop.ride();
      if (walkTo > 0) {
        legs.add(new WalkLeg(from, hop.from(), start, takes));
      }
      legs.add(
          new ScooterLeg(
              hop.scooter().supply().systemId(),
              hop.scooter().scooter().id(),
              hop.scooter().supply().managed(),
              hop.from(),
              hop.to(),
              takes,
              leaves,
              hop.metres(),
              hop.fare(),
              hop.fareKnown()));
      if (walkFrom > 0) {
        legs.add(new WalkLeg(hop.to(), to, leaves, leaves + walkFrom));
      }
      return legs;
    }

    @Override
    public int walking() {
      return walkTo + walkFrom;
    }

    @Override
    public long fare() {
      return hop.fare();
    }

    @Override
    public int vehicles() {
      return 1;
    }
  }
}
