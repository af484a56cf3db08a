package org.ieum.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ieum.journey.ScooterField.Hop;
import org.ieum.journey.ScooterField.Standing;
import org.ieum.micromobility.LastMileRider;
import org.ieum.micromobility.LastMileTimes;
import org.ieum.micromobility.MatchRules;
import org.ieum.micromobility.MatchingPlan;
import org.ieum.micromobility.OfferedScooter;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterMatch;
import org.ieum.micromobility.ScooterMatching;
import org.ieum.model.LatLon;
import org.ieum.traveltime.TravelTimes;

/**
 * Looks again and again at who of those who will alight soon has which scooter, and finds better
 * ones, as scooters come free where none was when journeys were confirmed. Nobody gets one that is
 * farther to walk to, dearer, of another system or later at the destination. Belongs to the thread
 * of its {@link ScooterRides}.
 */
public final class ScooterExchanges {
  /** The rides of the journeys have unlocking and range in them already. */
  private static final MatchRules RULES =
      new MatchRules(
          MatchRules.DEFAULT.horizon(),
          MatchRules.DEFAULT.walkWeight(),
          0,
          0,
          MatchRules.DEFAULT.penalty(),
          0,
          MatchRules.DEFAULT.change());

  private final ScooterRides rides;
  private final int longestRide;

  /**
   * Looks on the map of rides.
   *
   * @param longestRide ms
   */
  public ScooterExchanges(ScooterRides rides, int longestRide) {
    this.rides = rides;
    this.longestRide = longestRide;
  }

  /**
   * Somebody who has a scooter and does not walk to it yet.
   *
   * @param id unique
   * @param scooter that is held for the rider, as system, colon, id
   * @param alighting where the walk to it begins
   * @param alightsAt when, as it looks now, Unix ms
   * @param destination where the scooter is to be left
   * @param walk to the scooter, ms
   */
  public record Waiting(
      String id, String scooter, LatLon alighting, long alightsAt, LatLon destination, int walk) {}

  /**
   * A better scooter for somebody.
   *
   * @param who as given
   * @param scooterId within the same system
   * @param place where it stands
   * @param walk to it, ms
   * @param ride ms
   * @param metres of the ride
   */
  public record Exchange(
      Waiting who, String scooterId, LatLon place, int walk, int ride, int metres) {
    /**
     * The journey with this scooter, at the price that was shown.
     *
     * @param leg number of the ride; the walk to the scooter is the leg before
     */
    public Journey in(Journey journey, int leg) {
      List<Leg> legs = new ArrayList<>(journey.legs());
      if (!(legs.get(leg) instanceof ScooterLeg old)
          || !(legs.get(leg - 1) instanceof WalkLeg before)) {
        throw new IllegalArgumentException("leg " + leg + " must be on a scooter behind a walk");
      }
      long start = before.start() + walk;
      long end = start + ride;
      legs.set(leg - 1, new WalkLeg(before.from(), place, before.start(), start));
      legs.set(
          leg,
          new ScooterLeg(
              old.systemId(),
              scooterId,
              old.reservable(),
              place,
              old.to(),
              start,
              end,
              metres,
              old.fare(),
              old.fareKnown()));
      if (leg + 1 < legs.size() && legs.get(leg + 1) instanceof WalkLeg behind) {
        long there = end + behind.end() - behind.start();
        legs.set(leg + 1, new WalkLeg(behind.from(), behind.to(), end, there));
      }
      return journey.withLegs(legs);
    }
  }

  /**
   * Finds what to exchange. All of it can be done at once, or any part of which nobody else is to
   * have what the part gives.
   *
   * @param waiting in any order; those whose scooter is not on the map, or who alight behind the
   *     horizon, keep what they have
   * @param isTaken whether somebody has the scooter of a system and id, a colon between
   * @param now Unix ms
   */
  public List<Exchange> find(Collection<Waiting> waiting, Predicate<String> isTaken, long now) {
    Table table = new Table(waiting, isTaken, now);
    MatchingPlan plan = new ScooterMatching(table, RULES).exchange(0, table.riders, table.offered);
    List<Exchange> found = new ArrayList<>();
    for (int i = 0; i < plan.matches().size(); i++) {
      ScooterMatch match = plan.matches().get(i);
      Waiting who = table.waiting.get(i);
      if (match.rides() && !match.scooterId().equals(who.scooter())) {
        Hop hop = table.hop(i, match.place() - table.firstScooter());
        found.add(
            new Exchange(
                who,
                hop.scooter().scooter().id(),
                hop.from(),
                match.walk(),
                hop.ride(),
                hop.metres()));
      }
    }
    return found;
  }

  /**
   * Walks and rides of one look. Rider i alights at place 2i and goes to place 2i + 1; scooters are
   * behind them.
   */
  private final class Table implements LastMileTimes {
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<LastMileRider> riders = new ArrayList<>();
    private final List<OfferedScooter> offered = new ArrayList<>();

    /** Of the field, by their places. */
    private final List<Integer> scooters = new ArrayList<>();

    /** From each rider to each scooter, ms. */
    private final List<int[]> walks = new ArrayList<>();

    private final List<List<Optional<Hop>>> hops = new ArrayList<>();

    Table(Collection<Waiting> all, Predicate<String> isTaken, long now) {
      Map<String, Integer> numbers = new TreeMap<>();
      for (int s = 0; s < rides.field().scooters().size(); s++) {
        numbers.put(rides.field().scooter(s).key(), s);
      }
      Map<String, String> owners = new TreeMap<>();
      Set<Integer> around = new TreeSet<>();
      for (Waiting one : all) {
        Integer own = numbers.get(one.scooter());
        if (own != null && one.alightsAt() >= now && one.alightsAt() - now <= RULES.horizon()) {
          owners.put(one.scooter(), one.id());
          around.add(own);
          rides.near(one.alighting(), one.walk()).forEach(near -> around.add(near.place()));
        }
      }
      for (int s : around) {
        Standing standing = rides.field().scooter(s);
        boolean isOwned = owners.containsKey(standing.key());
        if (isOwned || (standing.supply().managed() && !isTaken.test(standing.key()))) {
          scooters.add(s);
        }
      }
      for (Waiting one : all) {
        if (owners.containsKey(one.scooter())) {
          int own = scooters.indexOf(numbers.get(one.scooter()));
          List<Optional<Hop>> theirs = rides.hops(scooters, one.destination(), longestRide);
          // Whose own ride is not found here keeps it, too: the scooter is a stranger's then.
          if (theirs.get(own).isPresent()) {
            int i = waiting.size();
            int ahead = (int) (one.alightsAt() - now);
            waiting.add(one);
            riders.add(new LastMileRider(one.id(), 2 * i, ahead, 2 * i + 1, one.walk()));
            hops.add(theirs);
            walks.add(walks(one, own, theirs));
          }
        }
      }
      for (int s : scooters) {
        Standing standing = rides.field().scooter(s);
        offered.add(
            new OfferedScooter(
                standing.key(),
                firstScooter() + offered.size(),
                range(standing),
                0,
                owners.getOrDefault(standing.key(), "")));
      }
    }

    /** The held scooter is as far as the rider was told. */
    private int[] walks(Waiting who, int own, List<Optional<Hop>> theirs) {
      Map<Integer, Integer> near = new TreeMap<>();
      rides.near(who.alighting(), who.walk()).forEach(one -> near.put(one.place(), one.walk()));
      Standing had = rides.field().scooter(scooters.get(own));
      long fare = theirs.get(own).orElseThrow().fare();
      int[] walks = new int[scooters.size()];
      for (int s = 0; s < walks.length; s++) {
        Standing other = rides.field().scooter(scooters.get(s));
        boolean isLike =
            other.supply().systemId().equals(had.supply().systemId())
                && Objects.equals(other.plan(), had.plan())
                && theirs.get(s).map(Hop::fare).orElse(Long.MAX_VALUE) <= fare;
        walks[s] =
            isLike
                ? near.getOrDefault(scooters.get(s), TravelTimes.UNREACHABLE)
                : TravelTimes.UNREACHABLE;
      }
      walks[own] = who.walk();
      return walks;
    }

    private static int range(Standing standing) {
      int range = standing.scooter().rangeMetres();
      return range == Scooter.UNKNOWN_RANGE ? Integer.MAX_VALUE : range;
    }

    int firstScooter() {
      return 2 * riders.size();
    }

    Hop hop(int rider, int scooter) {
      return hops.get(rider).get(scooter).orElseThrow();
    }

    /** Only between where somebody alights and a scooter; who has one does not walk all the way. */
    @Override
    public int walk(int from, int to) {
      boolean isToScooter = to >= firstScooter();
      return isToScooter ? walks.get(from / 2)[to - firstScooter()] : TravelTimes.UNREACHABLE;
    }

    @Override
    public int ride(int from, int to) {
      return find(from, to).map(Hop::ride).orElse(TravelTimes.UNREACHABLE);
    }

    @Override
    public int rideMetres(int from, int to) {
      return find(from, to).map(Hop::metres).orElse(0);
    }

    private Optional<Hop> find(int from, int to) {
      return from < firstScooter() ? Optional.empty() : hops.get(to / 2).get(from - firstScooter());
    }
  }
}
