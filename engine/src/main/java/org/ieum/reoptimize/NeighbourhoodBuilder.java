package org.ieum.reoptimize;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.FreePiece;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.Capacity;
import org.ieum.model.ServiceRules;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.PlaceGroup;
import org.ieum.traveltime.TravelTimes;

/**
 * Makes a {@link Neighbourhood} of the routes of some vehicles, as the package says. Reads the
 * fleet on the writer's thread.
 *
 * <p>Times of the problem are ms after now. A visit of the problem begins when the dwell at its
 * stop is over; the dwell is part of the leg that leads there.
 */
public final class NeighbourhoodBuilder {
  /** Longer than any drive; two of them can be added many times over. */
  private static final int FAR = 1 << 26;

  private final FleetView fleet;
  private final List<Vehicle> roster;
  private final TravelTimes times;
  private final ServiceRules rules;
  private final LongPredicate isAnnounced;
  private final PlaceGroup group = new PlaceGroup();

  /** Reads a fleet. */
  public NeighbourhoodBuilder(
      FleetView fleet,
      List<Vehicle> roster,
      TravelTimes times,
      ServiceRules rules,
      LongPredicate isAnnounced) {
    this.fleet = fleet;
    this.roster = roster;
    this.times = times;
    this.rules = rules;
    this.isAnnounced = isAnnounced;
  }

  /** One vehicle as it takes part. */
  private record Member(int vehicle, RoutePlan plan, FreePiece piece, List<Integer> rides) {}

  /**
   * Takes the snapshot. Vehicles off their shifts, and those that come late by now, take no part.
   *
   * @param vehicles their indices in the fleet
   * @return nothing when there is no ride whose visits could be planned anew
   */
  public Optional<Neighbourhood> build(int[] vehicles, int now) {
    List<Member> members = new ArrayList<>();
    for (int vehicle : vehicles) {
      RoutePlan plan = new RoutePlan();
      fleet.load(vehicle, plan);
      FreePiece.find(plan).ifPresent(piece -> members.add(member(vehicle, plan, piece)));
    }
    while (true) {
      Neighbourhood neighbourhood = build(members, now);
      PlanCheck check = new PlanCheck(neighbourhood.problem());
      boolean isWhole = true;
      for (int v = members.size() - 1; v >= 0; v--) {
        int[] visits = neighbourhood.visits()[v];
        if (!check.keeps(v, visits, visits.length)) {
          members.remove(v);
          isWhole = false;
        }
      }
      if (members.isEmpty() || (isWhole && neighbourhood.rideCount() == 0)) {
        return Optional.empty();
      }
      if (isWhole) {
        return Optional.of(neighbourhood);
      }
    }
  }

  /** The rides that alight within the piece; whoever boards there does. */
  private static Member member(int vehicle, RoutePlan plan, FreePiece piece) {
    List<Integer> rides = new ArrayList<>();
    for (int k = 0; k < plan.rideCount(); k++) {
      if (piece.hasDropoff(plan, k)) {
        rides.add(k);
      }
    }
    return new Member(vehicle, plan, piece, rides);
  }

  private Neighbourhood build(List<Member> members, int now) {
    int requests = members.stream().mapToInt(member -> member.rides().size()).sum();
    Places places = new Places(members);
    RoutingProblem.Draft draft =
        RoutingProblem.draft(requests, Math.max(1, members.size()), places.count());
    int[] vehicles = new int[members.size()];
    long[] ids = new long[requests];
    int[][] visits = new int[members.size()][];
    int first = 0;
    for (int v = 0; v < members.size(); v++) {
      Member member = members.get(v);
      vehicles[v] = member.vehicle();
      addVehicle(draft, requests, v, member, places, now);
      for (int i = 0; i < member.rides().size(); i++) {
        ids[first + i] = member.plan().request(member.rides().get(i));
        addRide(draft, first + i, v, member, member.rides().get(i), places, now);
      }
      visits[v] = visits(member, first);
      first += member.rides().size();
    }
    int[] time = places.matrix();
    int operating = rules.weights().operating();
    int[] cost = new int[time.length];
    for (int i = 0; i < time.length; i++) {
      cost[i] = (int) Math.min(Integer.MAX_VALUE / 4, (long) operating * time[i]);
    }
    return new Neighbourhood(vehicles, ids, draft.build(time, cost), visits);
  }

  private void addVehicle(
      RoutingProblem.Draft draft, int requests, int v, Member member, Places places, int now) {
    RoutePlan plan = member.plan();
    int start = Math.max(0, plan.soonest(member.piece().start()) - now);
    int node = 2 * requests + 2 * v;
    draft.node(node, places.start(v), start, start, 0);
    int end = member.piece().end();
    int latest = end < plan.stopCount() ? fleet.latest(member.vehicle(), end) - now : FAR;
    draft.node(node + 1, places.end(v), 0, Math.max(0, latest), 0);
    List<Capacity> configurations = roster.get(member.vehicle()).configurations();
    int[] loads = new int[2 * configurations.size()];
    for (int i = 0; i < configurations.size(); i++) {
      loads[2 * i] = configurations.get(i).seats();
      loads[2 * i + 1] = configurations.get(i).wheelchairPlaces();
    }
    draft.capacity(v, loads);
  }

  private void addRide(
      RoutingProblem.Draft draft, int r, int v, Member member, int k, Places places, int now) {
    RoutePlan plan = member.plan();
    int size = plan.partySize(k);
    int dwell = rules.dwell().stop();
    int more = plan.rideWheelchairs(k) * rules.dwell().wheelchair();
    boolean boards = member.piece().hasPickup(plan, k);
    int latest = plan.latestDropoff(k);
    draft.demand(r, plan.rideRiders(k), plan.rideWheelchairs(k));
    if (boards) {
      int from = Math.max(0, plan.earliest(k) - now);
      int until = Math.max(from, plan.latestPickup(k) + dwell - now);
      draft.node(2 * r, places.at(plan.place(plan.pickup(k))), from, until, more);
      draft.price(2 * r, size * Math.max(0, rules.weights().waiting() - rules.weights().riding()));
      if (plan.maxRide(k) < RoutePlan.UNLIMITED) {
        draft.maxRide(r, plan.maxRide(k) + dwell);
      }
      if (isAnnounced.test(plan.request(k))) {
        draft.bind(r, v);
      }
    } else {
      draft.aboard(r, v);
      if (plan.pickup(k) == member.piece().start()) {
        latest = Math.min(latest, plan.soonest(plan.pickup(k)) + plan.maxRide(k));
      }
    }
    int place = places.at(plan.place(plan.dropoff(k)));
    draft.node(2 * r + 1, place, 0, Math.max(0, latest + dwell - now), more);
    draft.price(2 * r + 1, size * rules.weights().riding());
  }

  /** The visits of a vehicle as planned: who alights at a stop does so before others board. */
  private static int[] visits(Member member, int first) {
    RoutePlan plan = member.plan();
    IntArrayList visits = new IntArrayList();
    for (int i = 0; i < member.rides().size(); i++) {
      if (!member.piece().hasPickup(plan, member.rides().get(i))) {
        visits.add(2 * (first + i));
      }
    }
    for (int stop = member.piece().start(); stop < member.piece().end(); stop++) {
      for (int i = 0; i < member.rides().size(); i++) {
        if (plan.dropoff(member.rides().get(i)) == stop) {
          visits.add(2 * (first + i) + 1);
        }
      }
      for (int i = 0; i < member.rides().size() && stop > member.piece().start(); i++) {
        if (plan.pickup(member.rides().get(i)) == stop) {
          visits.add(2 * (first + i));
        }
      }
    }
    return visits.toIntArray();
  }

  /** Where a problem takes place: starts, then ends, then the stops between. */
  private final class Places {
    private final List<Member> members;
    private final IntArrayList stops = new IntArrayList();

    Places(List<Member> members) {
      this.members = members;
      for (Member member : members) {
        for (int i = member.piece().start() + 1; i < member.piece().end(); i++) {
          int place = member.plan().place(i);
          if (!stops.contains(place)) {
            stops.add(place);
          }
        }
      }
    }

    int count() {
      return Math.max(1, 2 * members.size() + stops.size());
    }

    int start(int v) {
      return v;
    }

    int end(int v) {
      return members.size() + v;
    }

    int at(int place) {
      return 2 * members.size() + stops.indexOf(place);
    }

    /** Drives, and the dwell at their ends. */
    int[] matrix() {
      int size = count();
      int[] matrix = new int[size * size];
      int vehicles = members.size();
      for (int row = 0; row < size; row++) {
        // Nobody drives back to where a vehicle starts.
        Arrays.fill(matrix, row * size, row * size + vehicles, FAR);
        matrix[row * size + row] = 0;
      }
      group.clear();
      for (int i = 0; i < stops.size(); i++) {
        group.add(stops.getInt(i), 0);
      }
      for (int v = 0; v < vehicles; v++) {
        RoutePlan plan = members.get(v).plan();
        int start = members.get(v).piece().start();
        int place = plan.place(start);
        boolean isShared = start > 0 && plan.kind(start) == StopKind.SERVICE;
        fill(matrix, v, place, isShared);
        fillEnd(matrix, v, place, v);
      }
      for (int i = 0; i < stops.size(); i++) {
        int row = 2 * vehicles + i;
        fill(matrix, row, stops.getInt(i), /* isShared= */ true);
        for (int v = 0; v < vehicles; v++) {
          fillEnd(matrix, row, stops.getInt(i), v);
        }
      }
      return matrix;
    }

    private void fill(int[] matrix, int row, int place, boolean isShared) {
      int[] drives = new int[stops.size()];
      times.durations(place, group, drives);
      int at = row * count() + 2 * members.size();
      for (int i = 0; i < drives.length; i++) {
        boolean isSame = isShared && stops.getInt(i) == place;
        matrix[at + i] = isSame ? 0 : Math.min(FAR, drives[i] + rules.dwell().stop());
      }
    }

    private void fillEnd(int[] matrix, int row, int place, int v) {
      Member member = members.get(v);
      int end = member.piece().end();
      boolean goes =
          end < member.plan().stopCount() && member.plan().place(end) != RoutePlan.ANYWHERE;
      matrix[row * count() + end(v)] =
          goes ? Math.min(FAR, times.duration(place, member.plan().place(end))) : 0;
    }
  }
}
