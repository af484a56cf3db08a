package org.ieum.simulation;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.ieum.demand.RequestedTrip;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.dispatch.OptimizerClock;
import org.ieum.dispatch.RepositionClock;
import org.ieum.dispatch.ServiceClock;
import org.ieum.dispatch.StopReach;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingState;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.Vehicle;
import org.ieum.progress.LatencyRecorder;
import org.ieum.progress.ProgressLine;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.reposition.DemandForecast;
import org.ieum.reposition.RepositionPlanner;
import org.ieum.reposition.RepositionRules;
import org.ieum.traveltime.DrivePaths;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Lets a fleet live through a day of requests. Four sources of events are merged by time: new
 * travel times, requests, what riders do, and what vehicles do; at equal times in that order, so
 * that a day is the same whenever it is run.
 */
public final class Simulation {
  private final ServiceRules rules;
  private final List<Vehicle> vehicles;
  private final TravelTimes times;
  private final DrivePaths paths;
  private final PathGeometry geometry;
  private final StopReach reach;
  private final RiderBehaviour behaviour;
  private @Nullable Improvement improvement;
  private @Nullable Positioning positioning;
  private @Nullable JourneyDay journeys;

  /**
   * How routes are improved while they are driven.
   *
   * @param seed of the first search
   */
  public record Improvement(RouteOptimizer optimizer, ReoptimizeRules rules, long seed) {}

  /**
   * How idle vehicles are moved to where riders are expected.
   *
   * @param day weekday of the epoch
   */
  public record Positioning(DemandForecast forecast, RepositionRules rules, DayOfWeek day) {}

  /**
   * Sets the stage.
   *
   * @param paths may be the same object as {@code times}
   * @param reach finds the stop points around riders
   */
  public Simulation(
      ServiceRules rules,
      List<Vehicle> vehicles,
      TravelTimes times,
      DrivePaths paths,
      PathGeometry geometry,
      StopReach reach,
      RiderBehaviour behaviour) {
    this.rules = rules;
    this.vehicles = List.copyOf(vehicles);
    this.times = times;
    this.paths = paths;
    this.geometry = geometry;
    this.reach = reach;
    this.behaviour = behaviour;
  }

  /** Has routes improved from the first trip on; otherwise riders ride as they were inserted. */
  public Simulation improved(Improvement how) {
    improvement = how;
    return this;
  }

  /** Has idle vehicles moved from the first trip on; otherwise they wait where they are. */
  public Simulation positioned(Positioning how) {
    positioning = how;
    return this;
  }

  /** Lets riders choose among journeys; otherwise all ask for an on-demand ride. */
  public Simulation choosing(JourneyDay how) {
    journeys = how;
    return this;
  }

  /**
   * Runs one day.
   *
   * @param trips in the order in which they are asked for; in events, a request has the number of
   *     its trip in this list, or of its confirmation where riders choose among journeys
   */
  public SimulationResult run(List<RequestedTrip> trips) {
    return run(trips, List.of());
  }

  /**
   * Runs one day whose travel times change.
   *
   * @param trips as above
   * @param changes in the order of their times
   */
  public SimulationResult run(List<RequestedTrip> trips, List<TimesChange> changes) {
    try (ProgressLine progress = new ProgressLine("simulate", "requests", trips.size())) {
      Day day = new Day(trips, changes);
      for (int next = 0; next < trips.size(); next++) {
        RequestedTrip trip = trips.get(next);
        day.change(trip.submitted());
        day.liveUntil(trip.submitted());
        day.ask(next, trip);
        progress.add(1);
      }
      day.change(RoutePlan.NEVER);
      day.liveUntil(RoutePlan.NEVER);
      return day.result();
    }
  }

  /** Something that riders do at a time. */
  private record RiderAction(int time, long sequence, Runnable action) {}

  /** The state of one run. */
  private final class Day implements Travellers.Stage {
    private final List<RequestLog> requests = new ArrayList<>();
    private final List<VehicleLog> vehicleLogs = new ArrayList<>();
    private final List<DispatchEvent> events = new ArrayList<>();
    private final LatencyRecorder latency = new LatencyRecorder();
    private final PriorityQueue<RiderAction> agenda =
        new PriorityQueue<>(
            Comparator.comparingInt(RiderAction::time).thenComparingLong(RiderAction::sequence));
    private final Dispatcher dispatcher;
    private final DayLog log;
    private final List<TimesChange> changes;
    private final List<ServiceClock> clocks = new ArrayList<>();
    private final @Nullable Travellers travellers;

    /** Where riders choose among journeys: requests whose parties have come to their pickups. */
    private final Set<Long> present = new TreeSet<>();

    private int changed;
    private long sequence;

    Day(List<RequestedTrip> trips, List<TimesChange> changes) {
      this.changes = changes;
      if (journeys == null) {
        for (RequestedTrip trip : trips) {
          requests.add(new RequestLog(trip));
        }
      }
      for (Vehicle vehicle : vehicles) {
        vehicleLogs.add(new VehicleLog(vehicle));
      }
      log = new DayLog(requests, vehicleLogs, new DrivenRoads(times, paths, geometry));
      dispatcher = new Dispatcher(rules, vehicles, times, this::hear);
      log.watch(dispatcher.fleet());
      travellers = journeys == null ? null : new Travellers(journeys, dispatcher, this);
      if (!trips.isEmpty()) {
        startClocks(trips.get(0).submitted());
      }
    }

    private void startClocks(int start) {
      Improvement improved = improvement;
      if (improved != null) {
        clocks.add(
            new OptimizerClock(
                dispatcher, improved.optimizer(), improved.rules(), improved.seed(), start));
      }
      Positioning positioned = positioning;
      if (positioned != null) {
        RepositionPlanner planner =
            new RepositionPlanner(
                times, positioned.forecast(), positioned.rules(), vehicles.size());
        clocks.add(new RepositionClock(dispatcher, planner, positioned.day(), start));
      }
    }

    /** The clock at which something is due first, the optimiser's at equal times. */
    private @Nullable ServiceClock firstClock() {
      ServiceClock first = null;
      for (ServiceClock clock : clocks) {
        first = first == null || clock.next() < first.next() ? clock : first;
      }
      return first;
    }

    private void hear(DispatchEvent event) {
      events.add(event);
      log.record(event);
      Travellers who = travellers;
      if (who != null) {
        who.hear(event);
      }
      if (event instanceof DispatchEvent.VehicleArrived arrived) {
        var fleet = dispatcher.fleet();
        for (int k = 0; k < fleet.rideCount(arrived.vehicle()); k++) {
          if (fleet.pickup(arrived.vehicle(), k) == 0) {
            plan(fleet.request(arrived.vehicle(), k), arrived.time());
          }
        }
      }
    }

    /** A party boards as soon as vehicle and party are there, if it comes. */
    private void plan(long request, int time) {
      boolean comes = travellers == null || present.contains(request);
      if (comes && behaviour.choice(request) != RiderBehaviour.Choice.NO_SHOW) {
        int there = requests.get((int) request).getOffer().promise().pickupWindow().earliest();
        int boards = Math.max(time, there);
        at(boards, () -> board(request, boards));
      }
    }

    @Override
    public void at(int time, Runnable action) {
      agenda.add(new RiderAction(time, sequence++, action));
    }

    /** Lets riders and vehicles act before a time, and riders at it. */
    void liveUntil(int time) {
      while (true) {
        RiderAction action = agenda.peek();
        int actionTime = action == null ? RoutePlan.NEVER : action.time();
        int vehicleTime = dispatcher.nextEvent();
        int first = Math.min(time, Math.min(actionTime, vehicleTime));
        ServiceClock clock = firstClock();
        if (clock != null && clock.next() < first && first < RoutePlan.NEVER) {
          clock.step();
        } else if (vehicleTime < actionTime && vehicleTime < time) {
          dispatcher.step();
        } else if (action != null && actionTime < time) {
          agenda.poll();
          action.action().run();
        } else {
          return;
        }
      }
    }

    /** Lives through the changes of travel times up to a time. */
    void change(int until) {
      for (; changed < changes.size() && changes.get(changed).time() <= until; changed++) {
        TimesChange change = changes.get(changed);
        liveUntil(change.time());
        dispatcher.adopt(change.preparing().apply(dispatcher.drivenLegs()), change.time());
      }
    }

    private void board(long request, int time) {
      Optional<Booking> booking = dispatcher.findBooking(request);
      if (booking.isPresent() && booking.get().state() == BookingState.ARRIVED_AT_PICKUP) {
        Party party = booking.get().offer().request().party();
        dispatcher.board(request, behaviour.boarding(request, party), time);
      }
    }

    @Override
    public void cancel(int request, int time) {
      Optional<Booking> booking = dispatcher.findBooking(request);
      if (booking.isPresent() && booking.get().state() != BookingState.ONBOARD) {
        dispatcher.cancel(request, time);
      }
    }

    @Override
    public void present(int request, int time) {
      present.add((long) request);
      Optional<Booking> booking = dispatcher.findBooking(request);
      if (booking.isPresent() && booking.get().state() == BookingState.ARRIVED_AT_PICKUP) {
        plan(request, time);
      }
    }

    @Override
    public boolean isGivenUp(long request) {
      return behaviour.choice(request) != RiderBehaviour.Choice.RIDES;
    }

    @Override
    public RequestLog log(int request) {
      return requests.get(request);
    }

    @Override
    public OptionalInt confirm(Offer offer, RequestedTrip trip, int time) {
      int number = requests.size();
      RideRequest asked = offer.request().withId(number);
      RequestLog request =
          new RequestLog(
              new RequestedTrip(
                  number,
                  trip.rider(),
                  time,
                  asked.timeType(),
                  asked.time(),
                  trip.origin(),
                  trip.destination(),
                  asked.party()));
      request.offer = offer.withRequest(asked);
      requests.add(request);
      Optional<Booking> booking = dispatcher.confirm(request.offer, time);
      if (booking.isEmpty()) {
        requests.remove(number);
        return OptionalInt.empty();
      }
      expect(booking.get());
      return OptionalInt.of(number);
    }

    SimulationResult result() {
      return new SimulationResult(
          requests,
          vehicleLogs,
          events,
          latency,
          travellers == null ? JourneyResult.NONE : travellers.result());
    }

    void ask(int number, RequestedTrip trip) {
      if (travellers != null) {
        latency.start();
        travellers.ask(trip);
        latency.stop();
        return;
      }
      RequestLog request = requests.get(number);
      latency.start();
      QuoteAnswer answer = answer(number, trip);
      latency.stop();
      if (answer instanceof Offer offer) {
        request.offer = offer;
        expect(
            dispatcher
                .confirm(offer, trip.submitted())
                .orElseThrow(() -> new IllegalStateException(offer + " did not hold at once")));
      } else if (answer instanceof Rejection rejection) {
        request.rejection = rejection;
      }
    }

    private QuoteAnswer answer(int number, RequestedTrip trip) {
      if (trip.origin().equals(trip.destination())) {
        return new Rejection(RejectionReason.BOOKING_RULE, "pickup and drop-off are the same");
      }
      List<CandidatePoint> pickups = reach.around(trip.origin());
      List<CandidatePoint> dropoffs = reach.around(trip.destination());
      if (pickups.isEmpty() || dropoffs.isEmpty()) {
        LatLon far = pickups.isEmpty() ? trip.origin() : trip.destination();
        return new Rejection(
            RejectionReason.OUT_OF_AREA,
            String.format(
                Locale.ROOT,
                "no stop point in walking distance of %.5f, %.5f",
                far.lat(),
                far.lon()));
      }
      RideRequest request =
          new RideRequest(
              number, trip.rider(), trip.timeType(), trip.time(), trip.party(), pickups, dropoffs);
      return dispatcher.quote(request, trip.submitted());
    }

    private void expect(Booking booking) {
      long request = booking.request();
      int now = requests.get((int) request).trip().submitted();
      if (booking.state() == BookingState.ARRIVED_AT_PICKUP) {
        plan(request, now);
      }
      if (behaviour.choice(request) == RiderBehaviour.Choice.CANCELS) {
        int pickup = requests.get((int) request).plannedPickup();
        int time = behaviour.cancelTime(request, now, pickup);
        at(time, () -> cancel((int) request, time));
      }
    }
  }
}
