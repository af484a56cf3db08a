package org.ieum.micromobility;

import java.util.Optional;
import org.ieum.traveltime.TravelTimes;

/**
 * Checks tours of vans with nothing but their stops, the roads and the rules: times add up, the
 * shift is kept, a van never holds more scooters than it can nor unloads what it has not, batteries
 * suffice, and what is done at the stops is what the jobs say.
 */
public final class VanTourCheck {
  private VanTourCheck() {}

  /** What is wrong with one tour. */
  public static Optional<String> findFault(VanTour tour, VanTourRoads roads, VanTourRules rules) {
    VanTourShift shift = tour.shift();
    int place = shift.depot();
    long clock = shift.start();
    long metres = 0;
    int load = 0;
    int batteries = shift.batteries();
    for (VanTourStop stop : tour.stops()) {
      long drive = roads.millis(place, stop.place());
      if (drive >= TravelTimes.UNREACHABLE) {
        return fault(tour, "no way leads from " + place + " to " + stop.place());
      }
      clock += drive;
      metres += roads.metres(place, stop.place());
      place = stop.place();
      if (stop.arrival() < clock) {
        return fault(
            tour, "place " + place + " is reached at " + clock + ", not " + stop.arrival());
      }
      clock =
          stop.arrival()
              + (long) rules.handling() * (stop.loaded() + stop.unloaded())
              + (long) rules.swap() * stop.swapped();
      if (stop.departure() < clock) {
        return fault(tour, "place " + place + " is left at " + clock + ", not " + stop.departure());
      }
      clock = stop.departure();
      // Loading first is the harder order for what fits in, unloading first for what is there.
      if (stop.loaded() < 0 || stop.unloaded() < 0 || stop.swapped() < 0) {
        return fault(tour, "counts below 0 at place " + place);
      }
      if (load + stop.loaded() > shift.capacity()) {
        return fault(tour, (load + stop.loaded()) + " scooters do not fit in");
      }
      if (stop.unloaded() > load) {
        return fault(tour, "only " + load + " scooters are there to unload at place " + place);
      }
      load += stop.loaded() - stop.unloaded();
      batteries -= stop.swapped();
      if (batteries < 0) {
        return fault(tour, "batteries run out at place " + place);
      }
    }
    if (!tour.stops().isEmpty()) {
      long home = roads.millis(place, shift.depot());
      if (home >= TravelTimes.UNREACHABLE) {
        return fault(tour, "no way leads back from " + place);
      }
      clock += home;
      metres += roads.metres(place, shift.depot());
    }
    if (load != 0) {
      return fault(tour, load + " scooters are still aboard at the end");
    }
    if (clock > tour.end() || tour.end() > shift.end()) {
      return fault(tour, "it is back at " + clock + ", not " + tour.end() + " of " + shift.end());
    }
    if (metres != tour.metres()) {
      return fault(tour, "it is " + metres + " m long, not " + tour.metres());
    }
    return findWrongJob(tour);
  }

  /** Whether the stops do what the jobs ask for, place by place. */
  private static Optional<String> findWrongJob(VanTour tour) {
    for (VanTourStop stop : tour.stops()) {
      int place = stop.place();
      int[] done = new int[3];
      for (VanTourStop other : tour.stops()) {
        if (other.place() == place) {
          done[0] += other.loaded();
          done[1] += other.unloaded();
          done[2] += other.swapped();
        }
      }
      int[] asked = new int[3];
      for (VanTourJob job : tour.jobs()) {
        boolean isMove = job.kind() == VanTourJob.Kind.MOVE;
        asked[0] += isMove && job.from() == place ? job.count() : 0;
        asked[1] += isMove && job.to() == place ? job.count() : 0;
        asked[2] += !isMove && job.from() == place ? job.count() : 0;
      }
      if (done[0] != asked[0] || done[1] != asked[1] || done[2] != asked[2]) {
        return fault(tour, "place " + place + " does not get what its jobs ask for");
      }
    }
    long loaded = tour.stops().stream().mapToInt(VanTourStop::loaded).sum();
    long swapped = tour.stops().stream().mapToInt(VanTourStop::swapped).sum();
    long asked = tour.jobs().stream().mapToInt(VanTourJob::count).sum();
    return loaded + swapped == asked
        ? Optional.empty()
        : fault(tour, loaded + swapped + " scooters are seen to of " + asked);
  }

  /**
   * What is wrong with a whole plan: a tour, or that places would give scooters that they do not
   * have, or get more than fit.
   *
   * @param scooters at place i
   * @param flat how many of them have no charge left
   * @param capacity of place i, or {@link ScooterStation#UNBOUNDED}
   */
  public static Optional<String> findFault(
      VanTourPlan plan,
      int[] scooters,
      int[] flat,
      int[] capacity,
      VanTourRoads roads,
      VanTourRules rules) {
    int[] loaded = new int[scooters.length];
    int[] unloaded = new int[scooters.length];
    int[] swapped = new int[scooters.length];
    for (VanTour tour : plan.tours()) {
      Optional<String> fault = findFault(tour, roads, rules);
      if (fault.isPresent()) {
        return fault;
      }
      for (VanTourStop stop : tour.stops()) {
        loaded[stop.place()] += stop.loaded();
        unloaded[stop.place()] += stop.unloaded();
        swapped[stop.place()] += stop.swapped();
      }
    }
    for (int place = 0; place < scooters.length; place++) {
      if (loaded[place] > scooters[place] || swapped[place] > flat[place]) {
        return Optional.of(
            "place " + place + " has " + scooters[place] + " scooters, " + flat[place] + " flat");
      }
      boolean bounded = capacity[place] != ScooterStation.UNBOUNDED;
      // Other vans may come first, so what they would take away is still there.
      if (bounded && unloaded[place] > Math.max(0, capacity[place] - scooters[place])) {
        return Optional.of("place " + place + " holds " + capacity[place] + " scooters");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> fault(VanTour tour, String what) {
    return Optional.of("tour of " + tour.shift().van() + ": " + what);
  }
}
