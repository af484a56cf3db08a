package org.ieum.dispatch;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.ImprovedRoute;
import org.ieum.dispatch.DispatchEvent.RoutesImproved;
import org.ieum.dispatch.DispatchEvent.VehicleAnnounced;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.FreePiece;
import org.ieum.fleet.PlanValidator;
import org.ieum.fleet.RouteCost;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.RouteRebuild;
import org.ieum.model.BookingState;
import org.ieum.model.ServiceRules;
import org.ieum.model.Vehicle;
import org.ieum.reoptimize.Neighbourhood;
import org.ieum.reoptimize.NeighbourhoodBuilder;
import org.ieum.reoptimize.ProposedRoutes;
import org.ieum.traveltime.TravelTimes;

/**
 * The writer's side of re-optimisation: says which vehicles are worth a look, and puts proposals in
 * place as far as they still fit. A rider whose vehicle has been announced keeps it; one aboard
 * does anyway; the stop to which a vehicle drives stays.
 *
 * <p>A proposal falls into groups of vehicles that exchange rides. Each group is taken whole or not
 * at all: if a ride has come since, or has boarded or is about to where the proposal has it move,
 * the group is left as it is. Rides that have gone are left out of it.
 */
final class Reoptimization {
  private final FleetState fleet;
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final Bookings bookings;
  private final ServiceRules rules;
  private final FleetClock clock;
  private final Consumer<DispatchEvent> listener;
  private final NeighbourhoodBuilder builder;
  private final Vicinity vicinity;
  private final RouteRebuild rebuild;
  private final PlanValidator validator;

  /** Whether the state had moved on from some of the last proposal. */
  private boolean wasOutdated;

  Reoptimization(
      FleetState fleet,
      RouteEvaluator evaluator,
      TravelTimes times,
      List<Vehicle> roster,
      Bookings bookings,
      ServiceRules rules,
      FleetClock clock,
      Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.evaluator = evaluator;
    this.times = times;
    this.bookings = bookings;
    this.rules = rules;
    this.clock = clock;
    this.listener = listener;
    builder =
        new NeighbourhoodBuilder(
            fleet, roster, times, rules, request -> bookings.get(request).isAnnounced());
    vicinity = new Vicinity(fleet, times);
    rebuild = new RouteRebuild(times, rules.dwell().stop());
    validator = new PlanValidator(evaluator, times);
  }

  /** Tells riders their vehicles who board within a time. */
  void announce(int ahead, int now) {
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      for (int k = 0; k < fleet.rideCount(v); k++) {
        int pickup = fleet.pickup(v, k);
        if (pickup == RoutePlan.ABOARD || fleet.arrival(v, pickup) - now > ahead) {
          continue;
        }
        announce(fleet.request(v, k), now);
      }
    }
  }

  /** Tells a rider the vehicle, unless that has been done or the party is aboard. */
  void announce(long request, int now) {
    Booking booking = bookings.get(request);
    if (!booking.isAnnounced() && booking.state() != BookingState.ONBOARD) {
      booking.announce();
      listener.accept(new VehicleAnnounced(now, request, booking.vehicle()));
    }
  }

  /** Some vehicles near each other of which one has got another route since it was last here. */
  Optional<Neighbourhood> findNeighbourhood(int size, int now) {
    while (true) {
      int[] vehicles = vicinity.next(size);
      if (vehicles.length == 0) {
        return Optional.empty();
      }
      Optional<Neighbourhood> found = builder.build(vehicles, now);
      if (found.isPresent()) {
        return found;
      }
    }
  }

  /** Has all vehicles looked at again. */
  void forgetLooks() {
    vicinity.forget();
  }

  /** Puts the groups of a proposal in place that still fit and save anything. */
  long apply(ProposedRoutes proposal, int now) {
    long saved = 0;
    wasOutdated = false;
    for (List<Integer> group : groups(proposal)) {
      saved += applyGroup(proposal, group, now);
    }
    return saved;
  }

  /** Whether {@link #apply} left out a group that no longer fitted, rather than saved nothing. */
  boolean wasOutdated() {
    return wasOutdated;
  }

  /** Does again what was told. */
  void replay(List<ImprovedRoute> routes, int now) {
    int[] vehicles = routes.stream().mapToInt(ImprovedRoute::vehicle).toArray();
    long[][] visits = new long[vehicles.length][];
    for (int i = 0; i < vehicles.length; i++) {
      visits[i] = routes.get(i).visits().stream().mapToLong(Long::longValue).toArray();
    }
    if (apply(new ProposedRoutes(vehicles, visits), now) <= 0) {
      throw new IllegalStateException("improved routes do not fit at " + now + ": " + routes);
    }
  }

  /** Vehicles of a proposal that exchange rides, by their numbers in it. */
  private List<List<Integer>> groups(ProposedRoutes proposal) {
    int[] group = new int[proposal.size()];
    Arrays.setAll(group, i -> i);
    for (int i = 0; i < proposal.size(); i++) {
      for (long visit : proposal.visits(i)) {
        int now = numberOf(proposal, bookings.find(visit >> 1).map(Booking::vehicle).orElse(-1));
        if (now >= 0) {
          join(group, i, now);
        }
      }
    }
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < group.length; i++) {
      List<Integer> members = new ArrayList<>();
      for (int j = 0; j < group.length; j++) {
        if (group[j] == i) {
          members.add(j);
        }
      }
      if (!members.isEmpty()) {
        groups.add(members);
      }
    }
    return groups;
  }

  private static int numberOf(ProposedRoutes proposal, int vehicle) {
    for (int i = 0; i < proposal.size(); i++) {
      if (proposal.vehicle(i) == vehicle) {
        return i;
      }
    }
    return -1;
  }

  private static void join(int[] group, int a, int b) {
    int kept = Math.min(group[a], group[b]);
    int gone = Math.max(group[a], group[b]);
    for (int i = 0; i < group.length; i++) {
      group[i] = group[i] == gone ? kept : group[i];
    }
  }

  private long applyGroup(ProposedRoutes proposal, List<Integer> group, int now) {
    List<RoutePlan> present = new ArrayList<>();
    for (int i : group) {
      RoutePlan plan = new RoutePlan();
      fleet.load(proposal.vehicle(i), plan);
      if (!evaluator.evaluate(plan, now)) {
        return outdated();
      }
      present.add(plan);
    }
    List<RoutePlan> plans = new ArrayList<>();
    List<ImprovedRoute> routes = new ArrayList<>();
    long saved = 0;
    int rides = 0;
    for (int i = 0; i < group.size(); i++) {
      long[] visits = ahead(present.get(i), proposal.visits(group.get(i)));
      RoutePlan plan = new RoutePlan();
      if (!rebuild.build(present, i, visits, plan)
          || !keepsAnnounced(present.get(i), plan)
          || !evaluator.evaluate(plan, now)) {
        return outdated();
      }
      plans.add(plan);
      routes.add(new ImprovedRoute(plan.vehicle(), Arrays.stream(visits).boxed().toList()));
      saved += RouteCost.of(present.get(i), rules.weights()) - RouteCost.of(plan, rules.weights());
      rides += present.get(i).rideCount() - plan.rideCount();
    }
    if (rides != 0) {
      return outdated();
    }
    if (saved <= 0) {
      return 0;
    }
    validator.checkTogether(fleet, plans, now);
    putAll(plans);
    listener.accept(new RoutesImproved(now, routes, saved));
    return saved;
  }

  private long outdated() {
    wasOutdated = true;
    return 0;
  }

  /** The visits that have not happened, and are not about to at the stop that stays. */
  private long[] ahead(RoutePlan present, long[] visits) {
    int fixed = FreePiece.find(present).map(FreePiece::start).orElse(0);
    return Arrays.stream(visits)
        .filter(
            visit -> {
              Booking booking = bookings.find(visit >> 1).orElse(null);
              if (booking == null || booking.vehicle() != present.vehicle()) {
                return booking != null;
              }
              int ride = present.findRide(visit >> 1);
              if (ride < 0) {
                // It has lost its vehicle; nobody can rebuild that.
                return true;
              }
              int stop = (visit & 1) == 0 ? present.pickup(ride) : present.dropoff(ride);
              return stop > fixed;
            })
        .toArray();
  }

  private boolean keepsAnnounced(RoutePlan present, RoutePlan plan) {
    for (int k = 0; k < present.rideCount(); k++) {
      if (plan.findRide(present.request(k)) < 0 && bookings.get(present.request(k)).isAnnounced()) {
        return false;
      }
    }
    return true;
  }

  /** A place may leave one route before it comes into another, and is held meanwhile. */
  private void putAll(List<RoutePlan> plans) {
    IntArrayList held = new IntArrayList();
    for (RoutePlan plan : plans) {
      for (int i = 0; i < plan.stopCount(); i++) {
        held.add(plan.place(i));
        times.retain(plan.place(i));
      }
    }
    plans.forEach(this::put);
    for (int i = 0; i < held.size(); i++) {
      times.release(held.getInt(i));
    }
  }

  private void put(RoutePlan plan) {
    fleet.replace(plan);
    for (int k = 0; k < plan.rideCount(); k++) {
      Booking booking = bookings.get(plan.request(k));
      booking.move(booking.offer(), plan.vehicle());
    }
    clock.reschedule(plan.vehicle());
    vicinity.seen(plan.vehicle());
  }
}
