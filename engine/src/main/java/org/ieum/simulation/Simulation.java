package org.ieum.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import org.ieum.demand.RequestedTrip;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.dispatch.OptimizerClock;
import org.ieum.dispatch.StopReach;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingState;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.Offer;
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

  /**
   * How routes are improved while they are driven.
   *
   * @param seed of the first search
   */
  public record Improvement(RouteOptimizer optimizer, ReoptimizeRules rules, long seed) {}

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

  /**
   * Runs one day.
   *
   * @param trips in the order in which they are asked for; in events, a request has the number of
   *     its trip in this list
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
      return new SimulationResult(day.requests, day.vehicleLogs, day.events, day.latency);
    }
  }

  /** Something that riders do at a time. */
  private record RiderAction(int time, long sequence, long request, boolean boards) {}

  /** The state of one run. */
  private final class Day {
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
    private final @Nullable OptimizerClock optimizer;
    private int changed;
    private long sequence;

    Day(List<RequestedTrip> trips, List<TimesChange> changes) {
      this.changes = changes;
      for (RequestedTrip trip : trips) {
        requests.add(new RequestLog(trip));
      }
      for (Vehicle vehicle : vehicles) {
        vehicleLogs.add(new VehicleLog(vehicle));
      }
      log = new DayLog(requests, vehicleLogs, new DrivenRoads(times, paths, geometry));
      dispatcher = new Dispatcher(rules, vehicles, times, this::hear);
      log.watch(dispatcher.fleet());
      optimizer = trips.isEmpty() ? null : optimizer(trips.get(0).submitted());
    }

    private @Nullable OptimizerClock optimizer(int start) {
      return improvement == null
          ? null
          : new OptimizerClock(
              dispatcher, improvement.optimizer(), improvement.rules(), improvement.seed(), start);
    }

    private void hear(DispatchEvent event) {
      events.add(event);
      log.record(event);
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
      if (behaviour.choice(request) != RiderBehaviour.Choice.NO_SHOW) {
        int there = requests.get((int) request).getOffer().promise().pickupWindow().earliest();
        agenda.add(new RiderAction(Math.max(time, there), sequence++, request, true));
      }
    }

    /** Lets riders and vehicles act before a time, and riders at it. */
    void liveUntil(int time) {
      while (true) {
        RiderAction action = agenda.peek();
        int actionTime = action == null ? RoutePlan.NEVER : action.time();
        int vehicleTime = dispatcher.nextEvent();
        int first = Math.min(time, Math.min(actionTime, vehicleTime));
        if (optimizer != null && optimizer.next() < first && first < RoutePlan.NEVER) {
          optimizer.step();
        } else if (vehicleTime < actionTime && vehicleTime < time) {
          dispatcher.step();
        } else if (action != null && actionTime < time) {
          agenda.poll();
          act(action);
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

    private void act(RiderAction action) {
      Optional<Booking> booking = dispatcher.findBooking(action.request());
      if (booking.isEmpty()) {
        return;
      }
      BookingState state = booking.get().state();
      if (action.boards() && state == BookingState.ARRIVED_AT_PICKUP) {
        var party = booking.get().offer().request().party();
        dispatcher.board(
            action.request(), behaviour.boarding(action.request(), party), action.time());
      } else if (!action.boards() && state != BookingState.ONBOARD) {
        dispatcher.cancel(action.request(), action.time());
      }
    }

    void ask(int number, RequestedTrip trip) {
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
        agenda.add(new RiderAction(time, sequence++, request, false));
      }
    }
  }
}
