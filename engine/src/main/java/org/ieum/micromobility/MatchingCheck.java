package org.ieum.micromobility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.traveltime.TravelTimes;

/**
 * Looks from outside at a plan of scooters, and knows nothing of how it came about: rides each
 * scooter from where it stands, rider by rider in the order of their times, and says what cannot be
 * or is told wrongly.
 */
public final class MatchingCheck {
  private final LastMileTimes times;
  private final MatchRules rules;

  /** A check by the same times and rules as the matching. */
  public MatchingCheck(LastMileTimes times, MatchRules rules) {
    this.times = times;
    this.rules = rules;
  }

  /** What is wrong with a plan, one sentence each; nothing if all is well. */
  public List<String> faults(
      int now, List<LastMileRider> riders, List<OfferedScooter> scooters, MatchingPlan plan) {
    List<String> faults = new ArrayList<>();
    Map<String, LastMileRider> byId = new TreeMap<>();
    for (LastMileRider rider : riders) {
      byId.put(rider.id(), rider);
    }
    Map<String, List<ScooterMatch>> rides = new TreeMap<>();
    Map<String, ScooterMatch> matches = new TreeMap<>();
    long cost = 0;
    for (ScooterMatch match : plan.matches()) {
      LastMileRider rider = byId.get(match.riderId());
      if (rider == null || matches.put(match.riderId(), match) != null) {
        faults.add(match.riderId() + " is nobody or twice in the plan");
        continue;
      }
      cost += cost(rider, match);
      if (match.rides()) {
        rides.computeIfAbsent(match.scooterId(), id -> new ArrayList<>()).add(match);
      } else {
        checkWalk(rider, match, faults);
      }
    }
    for (OfferedScooter scooter : scooters) {
      List<ScooterMatch> own = rides.remove(scooter.id());
      if (own != null) {
        own.sort(Comparator.comparingInt(ScooterMatch::start));
        checkRides(now, scooter, own, byId, faults);
      }
      checkReservation(scooter, own == null ? List.of() : own, byId, plan, faults);
    }
    rides.keySet().forEach(id -> faults.add("scooter " + id + " is not there"));
    for (LastMileRider rider : riders) {
      boolean isSoon = rider.alightsAt() <= (long) now + rules.horizon();
      if (isSoon && !matches.containsKey(rider.id())) {
        faults.add(rider.id() + " is missing");
      }
    }
    if (cost != plan.cost()) {
      faults.add("cost must be " + cost + ", was " + plan.cost());
    }
    return faults;
  }

  private long cost(LastMileRider rider, ScooterMatch match) {
    long extra = (long) match.walk() * rules.walkWeight() / 100;
    return (long) match.arrival() - rider.alightsAt() + extra;
  }

  private void checkWalk(LastMileRider rider, ScooterMatch match, List<String> faults) {
    int walk = times.walk(rider.alighting(), rider.destination());
    boolean walks = walk <= rider.longestWalk();
    int takes = walks ? walk : rules.penalty();
    if (match.arrival() != rider.alightsAt() + takes || match.walk() != (walks ? walk : 0)) {
      faults.add(rider.id() + " cannot be there without a scooter at " + match.arrival());
    }
  }

  private void checkRides(
      int now,
      OfferedScooter scooter,
      List<ScooterMatch> own,
      Map<String, LastMileRider> byId,
      List<String> faults) {
    int place = scooter.place();
    int free = Math.max(now, scooter.freeFrom());
    int range = scooter.rangeMetres();
    for (ScooterMatch match : own) {
      LastMileRider rider = byId.get(match.riderId());
      if (rider == null) {
        continue;
      }
      String who = rider.id() + " on " + scooter.id();
      int walk = times.walk(rider.alighting(), place);
      int ride = times.ride(place, rider.destination());
      range -= times.rideMetres(place, rider.destination());
      if (match.place() != place || match.walk() != walk) {
        faults.add(who + " takes it where it is not, or the walk is told wrongly");
      }
      if (walk > rider.longestWalk()) {
        faults.add(who + " walks longer than allowed");
      }
      if (!times.mayStart(place) || !times.mayEnd(rider.destination())) {
        faults.add(who + " rides where the zones do not allow it");
      }
      if (ride >= TravelTimes.UNREACHABLE || range < rules.spareMetres()) {
        faults.add(who + " cannot ride that far");
      }
      if (match.start() < free || match.start() < rider.alightsAt() + walk) {
        faults.add(who + " starts too early");
      }
      if (match.arrival() != match.start() + rules.unlock() + ride + rules.park()) {
        faults.add(who + " arrives at another time than told");
      }
      place = rider.destination();
      free = match.arrival();
    }
  }

  private static void checkReservation(
      OfferedScooter scooter,
      List<ScooterMatch> own,
      Map<String, LastMileRider> byId,
      MatchingPlan plan,
      List<String> faults) {
    String owner = scooter.reservedFor();
    if (owner.isEmpty() || plan.lost().contains(owner)) {
      return;
    }
    boolean isKept = !own.isEmpty() && own.get(0).riderId().equals(owner);
    boolean isUntouched = !byId.containsKey(owner) && own.isEmpty();
    if (!isKept && !isUntouched) {
      faults.add("scooter " + scooter.id() + " is reserved for " + owner);
    }
  }
}
