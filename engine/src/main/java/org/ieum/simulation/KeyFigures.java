package org.ieum.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ieum.model.Party;
import org.ieum.model.Shift;
import org.ieum.simulation.VehicleLog.Activity;

/**
 * The figures by which planners judge a day, under the names that MATSim and FleetPy gave them, and
 * those that neither has: promises kept, drift of the estimate, and who is rejected more often.
 */
public final class KeyFigures {
  private static final String DEMAND = "Requests";
  private static final String RIDERS = "Riders";
  private static final String FLEET = "Fleet";
  private static final String PROMISE = "Promises";
  private static final String EQUITY = "Equity";

  /** Zones and groups with fewer requests than this say nothing about a gap. */
  private static final int FEWEST = 30;

  private final SimulationResult result;
  private final DirectDistances direct;
  private final List<RequestLog> served = new ArrayList<>();
  private final List<KeyFigure> figures = new ArrayList<>();

  private KeyFigures(SimulationResult result, DirectDistances direct) {
    this.result = result;
    this.direct = direct;
    for (RequestLog request : result.requests()) {
      if (request.isServed()) {
        served.add(request);
      }
    }
  }

  /** Shortest driving distances between stop points. */
  public interface DirectDistances {
    /** Metres of the shortest drive from one stop point to another. */
    double metres(int fromStopPoint, int toStopPoint);
  }

  /** Works the figures out, in the order in which they are shown. */
  public static List<KeyFigure> of(SimulationResult result, DirectDistances direct) {
    KeyFigures all = new KeyFigures(result, direct);
    all.figures.addAll(JourneyFigures.of(result.journeys()));
    all.addDemand();
    all.addRiders();
    all.addPromises();
    all.addFleet();
    all.addEquity();
    return List.copyOf(all.figures);
  }

  private void add(
      String group, String name, String label, double value, String unit, String description) {
    figures.add(new KeyFigure(group, name, label, value, unit, description, false));
  }

  private void addHeadline(
      String group, String name, String label, double value, String unit, String description) {
    figures.add(new KeyFigure(group, name, label, value, unit, description, true));
  }

  private int count(Outcome outcome) {
    int count = 0;
    for (RequestLog request : result.requests()) {
      count += request.outcome() == outcome ? 1 : 0;
    }
    return count;
  }

  private void addDemand() {
    int all = result.requests().size();
    addHeadline(DEMAND, "requests", "Requests", all, "", "Ride requests of the day.");
    addHeadline(
        DEMAND, "rides", "Rides", served.size(), "", "Requests that ended at their drop-off.");
    addHeadline(
        DEMAND,
        "rejectionRate",
        "Rejected",
        ratio(count(Outcome.REJECTED), all),
        "share",
        "Requests that got no offer, of all requests.");
    add(
        DEMAND,
        "cancelled",
        "Cancelled",
        count(Outcome.CANCELLED),
        "",
        "Bookings called off before boarding.");
    add(
        DEMAND,
        "noShows",
        "No-shows",
        count(Outcome.NO_SHOW),
        "",
        "Parties that were not at their pickup.");
    add(DEMAND, "passengers", "Passengers", passengers(), "", "People carried.");
  }

  private int passengers() {
    int people = 0;
    for (RequestLog request : served) {
      people += request.getBoarded().size();
    }
    return people;
  }

  private void addRiders() {
    Sample wait = new Sample();
    Sample ride = new Sample();
    Sample walk = new Sample();
    Sample detour = new Sample();
    for (RequestLog request : served) {
      wait.add(request.waiting() / 1e3);
      ride.add(request.riding() / 1e3);
      walk.add((request.getOffer().accessWalk() + request.getOffer().egressWalk()) / 1e3);
      detour.add(
          (request.alightedAt() - request.departedAt())
              / Math.max(1.0, request.getOffer().directDuration()));
    }
    addHeadline(
        RIDERS,
        "wait_average",
        "Mean wait",
        wait.mean(),
        "s",
        "From the start of the pickup window, when the rider is at the stop, to boarding.");
    add(RIDERS, "wait_median", "Median wait", wait.quantile(0.5), "s", "Half wait less.");
    addHeadline(
        RIDERS, "wait_p95", "Wait, 95th percentile", wait.quantile(0.95), "s", "95 % wait less.");
    add(
        RIDERS,
        "percentage_WT_below_10",
        "Waits below 10 min",
        100 * wait.shareBelow(600),
        "%",
        "Rides with a wait of less than ten minutes.");
    addHeadline(
        RIDERS,
        "inVehicleTravelTime_mean",
        "Mean ride",
        ride.mean(),
        "s",
        "From boarding to alighting.");
    add(RIDERS, "walk_average", "Mean walk", walk.mean(), "s", "To and from the stops together.");
    add(
        RIDERS,
        "detour_average",
        "Mean detour factor",
        detour.mean(),
        "",
        "Time aboard while under way over the direct drive between the same stops.");
  }

  private void addPromises() {
    RoadTrouble trouble = RoadTrouble.of(result);
    int kept = 0;
    Sample pickup = new Sample();
    Sample dropoff = new Sample();
    for (RequestLog request : served) {
      kept += request.isPromiseKept() ? 1 : 0;
      pickup.add((request.departedAt() - request.plannedPickup()) / 1e3);
      dropoff.add((request.alightedAt() - request.plannedDropoff()) / 1e3);
    }
    addHeadline(
        PROMISE,
        "promisesKept",
        "Promises kept",
        ratio(kept, served.size()),
        "share",
        "Rides whose pickup window, latest drop-off and longest ride all came true.");
    add(
        PROMISE,
        "promisesBroken",
        "Promises broken by the roads",
        trouble.promisesBroken(),
        "bookings",
        "Bookings of which riders were told, when travel times changed, that a promise cannot be"
            + " kept; it may have been kept in the end.");
    add(
        PROMISE,
        "ridesAffected",
        "Rides affected by closed roads",
        trouble.ridesAffected(),
        "bookings",
        "Bookings that were to board or alight where no open road led at the time they were told.");
    add(
        PROMISE,
        "legsCutOff",
        "Driven over closed roads",
        trouble.legsCutOff(),
        "legs",
        "Drives to where no open road led, driven as on usual roads as nobody called the rides"
            + " off.");
    add(
        PROMISE,
        "estimateDrift_pickup",
        "Drift of the pickup time",
        pickup.mean(),
        "s",
        "Actual less first estimated departure from the pickup, mean.");
    add(
        PROMISE,
        "estimateDrift_pickup_p95",
        "Drift of the pickup time, 95th percentile",
        pickup.quantile(0.95),
        "s",
        "95 % of the departures were later than estimated by less.");
    add(
        PROMISE,
        "estimateDrift_dropoff",
        "Drift of the arrival time",
        dropoff.mean(),
        "s",
        "Actual less first estimated arrival, mean.");
  }

  private void addFleet() {
    double total = 0;
    double empty = 0;
    double carried = 0;
    for (VehicleLog vehicle : result.vehicles()) {
      for (DrivenLeg leg : vehicle.legs()) {
        total += leg.metres();
        empty += leg.aboard() == 0 ? leg.metres() : 0;
        carried += leg.metres() * leg.aboard();
      }
    }
    double directMetres = 0;
    double directPeopleMetres = 0;
    double ridingMillis = 0;
    for (RequestLog request : served) {
      var promise = request.getOffer().promise();
      double metres = direct.metres(promise.pickupStopPoint(), promise.dropoffStopPoint());
      directMetres += metres;
      directPeopleMetres += metres * request.getBoarded().size();
      ridingMillis += request.alightedAt() - request.departedAt();
    }
    double hours = shiftMillis() / 3.6e6;
    add(FLEET, "vehicles", "Vehicles", result.vehicles().size(), "", "Size of the fleet.");
    addHeadline(FLEET, "totalDistance", "Distance driven", total / 1e3, "km", "By all vehicles.");
    add(
        FLEET,
        "repositioning",
        "Repositioning",
        repositioningMillis() / 3.6e6,
        "h",
        "Time in which idle vehicles drove to where riders were expected.");
    addHeadline(
        FLEET,
        "emptyRatio",
        "Driven empty",
        ratio(empty, total),
        "share",
        "Distance with nobody aboard over all distance.");
    add(
        FLEET,
        "d_p/d_t",
        "Passenger over vehicle distance",
        ratio(carried, total),
        "",
        "Kilometres of passengers for each kilometre of a vehicle: mean occupancy by distance.");
    add(
        FLEET,
        "l_det",
        "Detour by distance",
        ratio(carried, directPeopleMetres),
        "",
        "Kilometres that passengers rode over those of their direct drives.");
    addHeadline(
        FLEET,
        "poolingRate",
        "Pooled rides",
        ratio(pooled(), served.size()),
        "share",
        "Rides that shared their vehicle with another party for some of the way.");
    add(
        FLEET,
        "sharingFactor",
        "Sharing factor",
        ratio(ridingMillis, occupiedMillis()),
        "",
        "Time of parties under way over time of vehicles with a party under way: mean parties.");
    addHeadline(
        FLEET,
        "ridesPerVehicleHour",
        "Rides per vehicle hour",
        ratio(served.size(), hours),
        "",
        "Rides over the hours that the fleet was on shift.");
    add(
        FLEET,
        "fleetUtilization",
        "Fleet utilisation",
        ratio(busyMillis(), shiftMillis()),
        "share",
        "Time driving or at stops over time on shift.");
    add(
        FLEET,
        "savedDistance",
        "Saved distance",
        1 - ratio(total, directMetres),
        "share",
        "What the fleet drove less than all parties would have, each on its own direct way.");
  }

  /** Served requests by vehicle, in the order in which they left their pickups. */
  private List<List<RequestLog>> servedByVehicle() {
    List<List<RequestLog>> byVehicle = new ArrayList<>();
    for (int v = 0; v < result.vehicles().size(); v++) {
      byVehicle.add(new ArrayList<>());
    }
    for (RequestLog request : served) {
      byVehicle.get(request.vehicle()).add(request);
    }
    for (List<RequestLog> rides : byVehicle) {
      rides.sort(Comparator.comparingInt(RequestLog::departedAt));
    }
    return byVehicle;
  }

  /** Time in which a vehicle had a party under way, stops between included, of all vehicles. */
  private double occupiedMillis() {
    double sum = 0;
    for (List<RequestLog> rides : servedByVehicle()) {
      int until = Integer.MIN_VALUE;
      for (RequestLog ride : rides) {
        sum += Math.max(0, ride.alightedAt() - Math.max(until, ride.departedAt()));
        until = Math.max(until, ride.alightedAt());
      }
    }
    return sum;
  }

  /** Rides during which another party was under way in the same vehicle. */
  private int pooled() {
    int pooled = 0;
    List<List<RequestLog>> byVehicle = servedByVehicle();
    for (RequestLog request : served) {
      for (RequestLog other : byVehicle.get(request.vehicle())) {
        if (other != request
            && other.departedAt() < request.alightedAt()
            && request.departedAt() < other.alightedAt()) {
          pooled++;
          break;
        }
      }
    }
    return pooled;
  }

  private double shiftMillis() {
    double sum = 0;
    for (VehicleLog vehicle : result.vehicles()) {
      for (Shift shift : vehicle.vehicle().shifts()) {
        sum += (double) shift.time().latest() - shift.time().earliest();
      }
    }
    return sum;
  }

  private double repositioningMillis() {
    double sum = 0;
    for (VehicleLog vehicle : result.vehicles()) {
      sum += vehicle.repositioning();
    }
    return sum;
  }

  private double busyMillis() {
    double sum = 0;
    for (VehicleLog vehicle : result.vehicles()) {
      List<VehicleLog.Span> spans = vehicle.spans();
      for (int i = 0; i + 1 < spans.size(); i++) {
        Activity activity = spans.get(i).activity();
        if (activity == Activity.DRIVING || activity == Activity.AT_STOP) {
          sum += (double) spans.get(i + 1).start() - spans.get(i).start();
        }
      }
    }
    return sum;
  }

  private void addEquity() {
    RejectionGap groups = new RejectionGap(FEWEST);
    RejectionGap zones = new RejectionGap(FEWEST);
    for (RequestLog request : result.requests()) {
      boolean rejected = request.outcome() == Outcome.REJECTED;
      groups.add(group(request.trip().party()), rejected);
      zones.add(RejectionGap.zone(request.trip().origin()), rejected);
    }
    add(
        EQUITY,
        "rejectionGap_groups",
        "Rejection gap between groups",
        groups.gap(),
        "share",
        "Highest less lowest rejection rate of single riders, groups and parties with a"
            + " wheelchair; those with fewer than "
            + FEWEST
            + " requests left out.");
    add(
        EQUITY,
        "rejectionGap_zones",
        "Rejection gap between zones",
        zones.gap(),
        "share",
        "The same between origins in squares of about 2 km.");
  }

  private static long group(Party party) {
    return party.wheelchairs() > 0 ? 2 : party.size() > 1 ? 1 : 0;
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }
}
