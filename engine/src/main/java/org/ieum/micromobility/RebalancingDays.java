package org.ieum.micromobility;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.ieum.traveltime.TravelTimes;

/**
 * Lives through days of shared scooters, with vans and rewards or without, on the same rides.
 *
 * <p>A rider takes the best charged scooter of the place, or goes without; one who finds no dock
 * goes on to where there is one. Before a ride begins its rider may be offered a reward for another
 * end. Vans get tours when their shift begins; what they find is then no longer what was planned,
 * so they load and leave what they can, and what is left aboard goes where there is room. Nothing
 * is drawn here, so the same rides and plan give the same figures; and the answers of riders stand
 * in their rides, so variants differ by what is done only.
 */
public final class RebalancingDays {
  private static final int HOUR = 3_600_000;
  private static final int DAY = 24 * HOUR;

  private final RebalancingPlan plan;
  private final int[] capacity;
  private final LastMileTimes times;
  private final VanTourRoads roads;
  private final RebalanceForecast forecast;
  private final RebalancingFleet fleet;

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingInt(Event::time).thenComparingInt(Event::number));

  private int eventCount;

  /** Rides under way to place i. */
  private final int[] coming;

  /** Rewards that have been accepted on day i, minor units. */
  private final long[] spent;

  /** Outlooks by the hour at which they begin and the horizon. */
  private final Map<Long, RebalanceOutlook[]> outlooks = new TreeMap<>();

  private int unserved;
  private int turnedAway;
  private int offers;
  private int accepted;
  private int tours;
  private long vanMetres;
  private long vanMillis;
  private int moved;
  private int swapped;
  private int undone;

  /** Something that happens at a time; of equal ones the first that was known. */
  private record Event(int time, int number, Runnable what) {}

  private RebalancingDays(
      RebalancingPlan plan,
      int[] capacity,
      int[] scooters,
      LastMileTimes times,
      VanTourRoads roads,
      RebalanceForecast forecast,
      int days) {
    this.plan = plan;
    this.capacity = capacity;
    this.times = times;
    this.roads = roads;
    this.forecast = forecast;
    fleet = new RebalancingFleet(capacity, scooters, plan.fullRange(), plan.flatRange());
    coming = new int[capacity.length];
    spent = new long[days];
  }

  /**
   * Lives through days.
   *
   * @param capacity of place i; together they have more room than there are scooters
   * @param scooters at place i in the beginning
   * @param times of riders between places
   * @param roads of vans between places
   * @param trips that are wanted, by time
   * @param days how many, at most 14
   */
  public static RebalancingFigures run(
      RebalancingPlan plan,
      int[] capacity,
      int[] scooters,
      LastMileTimes times,
      VanTourRoads roads,
      RebalanceForecast forecast,
      List<RebalancingTrip> trips,
      int days) {
    if (days < 1 || days > 14) {
      throw new IllegalArgumentException("days must be from 1 to 14, were " + days);
    }
    return new RebalancingDays(plan, capacity.clone(), scooters, times, roads, forecast, days)
        .run(trips);
  }

  private RebalancingFigures run(List<RebalancingTrip> trips) {
    for (int day = 0; day < spent.length && plan.vans(); day++) {
      int midnight = day * DAY;
      plan.shifts().stream()
          .mapToInt(VanTourShift::start)
          .distinct()
          .sorted()
          .forEach(start -> at(midnight + start, () -> sendVans(midnight, start)));
    }
    for (RebalancingTrip trip : trips) {
      at(trip.time(), () -> begin(trip));
    }
    while (!events.isEmpty()) {
      events.remove().what().run();
      fleet.check();
    }
    long rewards = 0;
    long most = 0;
    for (long day : spent) {
      rewards += day;
      most = Math.max(most, day);
    }
    return new RebalancingFigures(
        trips.size(),
        unserved,
        turnedAway,
        offers,
        accepted,
        rewards,
        most,
        tours,
        vanMetres,
        vanMillis,
        moved,
        swapped,
        undone);
  }

  private void at(int time, Runnable what) {
    events.add(new Event(time, eventCount++, what));
  }

  private void begin(RebalancingTrip trip) {
    int scooter = fleet.best(trip.from(), times.rideMetres(trip.from(), trip.to()));
    if (scooter < 0) {
      unserved++;
      return;
    }
    int end = plan.rewards() ? rewardedEnd(trip, fleet.range(scooter)) : trip.to();
    fleet.take(trip.from(), scooter);
    coming[end]++;
    int metres = times.rideMetres(trip.from(), end);
    at(trip.time() + times.ride(trip.from(), end), () -> end(end, scooter, metres));
  }

  private void end(int place, int scooter, int metres) {
    coming[place]--;
    int end = place;
    if (!fleet.hasRoom(place)) {
      turnedAway++;
      end = nearestRoom(place);
    }
    fleet.leave(end, scooter, metres + (end == place ? 0 : times.rideMetres(place, end)));
  }

  /** The place with room that is quickest to ride to; the way there takes no time in the days. */
  private int nearestRoom(int place) {
    int nearest = -1;
    for (int other = 0; other < capacity.length; other++) {
      if (fleet.hasRoom(other)
          && (nearest < 0 || times.ride(place, other) < times.ride(place, nearest))) {
        nearest = other;
      }
    }
    if (nearest < 0) {
      throw new IllegalStateException("no place has room for " + fleet.size() + " scooters");
    }
    return nearest;
  }

  /** Where a rider ends who may have been offered something. */
  private int rewardedEnd(RebalancingTrip trip, int range) {
    int day = Math.min(spent.length - 1, trip.time() / DAY);
    int direct = times.ride(trip.from(), trip.to());
    List<RewardCandidate> candidates = new ArrayList<>();
    for (int place = 0; place < capacity.length; place++) {
      int ride = times.ride(trip.from(), place);
      int walk = times.walk(place, trip.to());
      if (place != trip.to()
          && place != trip.from()
          && ride < TravelTimes.UNREACHABLE
          && walk < TravelTimes.UNREACHABLE
          && times.rideMetres(trip.from(), place) <= range) {
        int extra = Math.max(0, ride + walk - direct);
        candidates.add(new RewardCandidate(0, trip.to(), place, extra));
      }
    }
    int[] expected = new int[capacity.length];
    long[] vanCost = new long[capacity.length];
    for (int place = 0; place < expected.length; place++) {
      expected[place] = fleet.count(place) + coming[place];
      vanCost[place] = vanCost();
    }
    List<RewardOffer> chosen =
        RewardPlanner.choose(
            candidates,
            expected,
            outlooks(trip.time() / HOUR, plan.rewardHorizon()),
            vanCost,
            plan.dailyBudget() - spent[day],
            plan.rewardRules());
    if (chosen.isEmpty()) {
      return trip.to();
    }
    RewardOffer offer = chosen.get(0);
    offers++;
    if (trip.answer() >= offer.acceptance()) {
      return trip.to();
    }
    accepted++;
    spent[day] += offer.reward().minorUnits();
    return offer.candidate().place();
  }

  /** What vans have spent on each scooter that they moved. */
  private long vanCost() {
    return moved == 0
        ? plan.vanCost()
        : (long)
            Math.min((double) plan.vanCost(), plan.vanRules().cost(vanMillis, vanMetres) / moved);
  }

  private RebalanceOutlook[] outlooks(int hour, int horizon) {
    int ofWeek = hour % (7 * 24);
    return outlooks.computeIfAbsent(
        (long) horizon << 16 | ofWeek,
        key ->
            forecast.outlooks(
                plan.firstDay(), ofWeek * HOUR, ofWeek * HOUR + horizon, capacity, fleet.size()));
  }

  private void sendVans(int midnight, int start) {
    List<VanTourShift> shifts = new ArrayList<>();
    int end = 0;
    for (VanTourShift shift : plan.shifts()) {
      if (shift.start() == start) {
        shifts.add(
            new VanTourShift(
                shift.van(),
                shift.depot(),
                shift.capacity(),
                shift.batteries(),
                midnight + start,
                midnight + shift.end()));
        end = Math.max(end, midnight + shift.end());
      }
    }
    int[] scooters = fleet.counts();
    int[] flat = new int[scooters.length];
    for (int place = 0; place < flat.length; place++) {
      flat[place] = fleet.flat(place);
    }
    RebalanceOutlook[] after = outlooks(end / HOUR, plan.vanHorizon());
    int[] targets = RebalanceTargets.levels(scooters, after, plan.leastGain());
    List<VanTourJob> jobs = VanTourJobs.of(scooters, flat, targets, after, roads, plan.vanRules());
    VanTourPlan found =
        VanTourSearch.plan(jobs, shifts, roads, plan.vanRules(), plan.seed() + midnight + start);
    VanTourCheck.findFault(found, scooters, flat, capacity, roads, plan.vanRules())
        .ifPresent(
            fault -> {
              throw new IllegalStateException(fault);
            });
    undone += found.unserved().stream().mapToInt(VanTourJob::count).sum();
    found.tours().forEach(this::drive);
  }

  private void drive(VanTour tour) {
    if (tour.stops().isEmpty()) {
      return;
    }
    tours++;
    vanMetres += tour.metres();
    vanMillis += tour.duration();
    IntArrayList aboard = new IntArrayList();
    for (VanTourStop stop : tour.stops()) {
      at(stop.arrival(), () -> visit(stop, aboard));
    }
    int last = tour.stops().get(tour.stops().size() - 1).place();
    at(tour.end(), () -> putDown(last, tour.shift().depot(), aboard));
  }

  private void visit(VanTourStop stop, IntArrayList aboard) {
    int place = stop.place();
    swapped += fleet.swap(place, stop.swapped());
    for (int i = 0; i < stop.loaded() && fleet.count(place) > 0; i++) {
      int scooter = fleet.any(place);
      fleet.take(place, scooter);
      aboard.add(scooter);
    }
    for (int i = 0; i < stop.unloaded() && !aboard.isEmpty() && fleet.hasRoom(place); i++) {
      fleet.leave(place, aboard.removeInt(0), 0);
      moved++;
    }
  }

  /** Leaves what is still aboard where there is room, on a way of its own before going home. */
  private void putDown(int last, int depot, IntArrayList aboard) {
    int place = last;
    while (!aboard.isEmpty()) {
      int next = nearestRoom(place);
      vanMetres += roads.metres(place, next);
      vanMillis += roads.millis(place, next) + plan.vanRules().handling();
      place = next;
      fleet.leave(place, aboard.removeInt(0), 0);
    }
    if (place != last) {
      vanMetres += roads.metres(place, depot) - roads.metres(last, depot);
      vanMillis += roads.millis(place, depot) - roads.millis(last, depot);
    }
  }
}
