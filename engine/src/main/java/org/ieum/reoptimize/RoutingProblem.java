package org.ieum.reoptimize;

import java.util.Arrays;

/**
 * A static pickup-and-delivery problem with time windows in flat arrays. Request r has the nodes 2r
 * (pickup) and 2r + 1 (drop-off); of R requests and V vehicles, vehicle v starts at node 2R + 2v
 * and ends at node 2R + 2v + 1.
 *
 * <p>A vehicle that comes before a node's window waits; service begins at {@code max(arrival,
 * earliest)} and at most at {@code latest}. A ride lasts from the end of service at the pickup to
 * the beginning of service at the drop-off. Times are integers of any one unit, costs of any other.
 * Both matrices should keep the triangle inequality: where they do not, plans stay feasible but
 * good ones may be missed.
 */
public final class RoutingProblem {
  /** The vehicle of a request that any may serve. */
  public static final int ANY = -1;

  /** The longest ride of a request that has no limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  final int requests;
  final int vehicles;

  /** Visits of requests: 2R. */
  final int visits;

  /** All nodes: 2R + 2V. */
  final int nodes;

  final int locations;

  /** Where node n is. */
  final int[] location;

  /** First index of node n's location in the matrices. */
  final int[] row;

  /** Start of the window of node n. */
  final int[] earliest;

  /** End of the window of node n; of service's beginning. */
  final int[] latest;

  /** How long service takes at node n. */
  final int[] service;

  /** Change of load at node n; positive at a pickup, 0 at starts and ends. */
  final int[] demand;

  /** The same in wheelchairs, which need places of their own. */
  final int[] wheelchairs;

  /** Loads that vehicle v can take: each pair of numbers is a load and wheelchairs beside it. */
  final int[][] capacity;

  /** The most that vehicle v can take beside no wheelchair. */
  final int[] mostLoad;

  /** The vehicle that must serve request r, or {@link #ANY}. */
  final int[] bound;

  /** Whether request r is in its vehicle, or boards where that starts. */
  final boolean[] aboard;

  /** Cost of each unit of time by which service at node n begins later. */
  final int[] price;

  /** Whether any node has a price. */
  final boolean pricesTime;

  /** Longest ride of request r. */
  final int[] maxRide;

  /** Whether any request has a longest ride. */
  final boolean limitsRides;

  /** Vehicles that differ in nothing have the same kind; kind of vehicle v, dense from 0. */
  final int[] kind;

  /** Drive time from location i to location j at {@code i * locations + j}. */
  final int[] time;

  /** Cost of driving from location i to location j at {@code i * locations + j}. */
  final int[] cost;

  private RoutingProblem(Draft draft, int[] time, int[] cost) {
    requests = draft.requests;
    vehicles = draft.vehicles;
    visits = 2 * requests;
    nodes = visits + 2 * vehicles;
    locations = draft.locations;
    location = draft.location.clone();
    row = new int[nodes];
    for (int n = 0; n < nodes; n++) {
      row[n] = location[n] * locations;
    }
    earliest = draft.earliest.clone();
    latest = draft.latest.clone();
    service = draft.service.clone();
    demand = draft.demand.clone();
    wheelchairs = draft.wheelchairs.clone();
    capacity = draft.capacity.clone();
    mostLoad = mostLoads();
    bound = draft.bound.clone();
    aboard = draft.aboard.clone();
    price = draft.price.clone();
    pricesTime = Arrays.stream(price).anyMatch(each -> each != 0);
    maxRide = draft.maxRide.clone();
    this.time = time;
    this.cost = cost;
    boolean limited = false;
    for (int limit : maxRide) {
      limited |= limit != UNLIMITED;
    }
    limitsRides = limited;
    kind = kinds();
    for (int r = 0; r < requests; r++) {
      tighten(r);
    }
  }

  /** Starts the description of a problem. */
  public static Draft draft(int requests, int vehicles, int locations) {
    if (requests < 0 || vehicles < 1 || locations < 1) {
      throw new IllegalArgumentException(
          "requests must be >= 0, vehicles and locations >= 1, were "
              + requests
              + ", "
              + vehicles
              + ", "
              + locations);
    }
    return new Draft(requests, vehicles, locations);
  }

  /** The number of requests. */
  public int requests() {
    return requests;
  }

  /** The number of vehicles. */
  public int vehicles() {
    return vehicles;
  }

  int startOf(int vehicle) {
    return visits + 2 * vehicle;
  }

  int endOf(int vehicle) {
    return visits + 2 * vehicle + 1;
  }

  int time(int from, int to) {
    return time[row[from] + location[to]];
  }

  int cost(int from, int to) {
    return cost[row[from] + location[to]];
  }

  private int[] mostLoads() {
    int[] result = new int[vehicles];
    for (int v = 0; v < vehicles; v++) {
      for (int i = 0; i < capacity[v].length; i += 2) {
        result[v] = Math.max(result[v], capacity[v][i]);
      }
    }
    return result;
  }

  /** Whether a vehicle can take a load, and so many wheelchairs beside it. */
  boolean fits(int v, int load, int chairs) {
    if (chairs == 0) {
      return load <= mostLoad[v];
    }
    int[] loads = capacity[v];
    for (int i = 0; i < loads.length; i += 2) {
      if (load <= loads[i] && chairs <= loads[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private int[] kinds() {
    int[] result = new int[vehicles];
    int count = 0;
    for (int v = 0; v < vehicles; v++) {
      int same = 0;
      while (same < v && !areAlike(v, same)) {
        same++;
      }
      result[v] = same < v ? result[same] : count++;
    }
    return result;
  }

  private boolean areAlike(int v, int w) {
    return Arrays.equals(capacity[v], capacity[w])
        && areAlikeNodes(startOf(v), startOf(w))
        && areAlikeNodes(endOf(v), endOf(w));
  }

  private boolean areAlikeNodes(int a, int b) {
    return location[a] == location[b]
        && earliest[a] == earliest[b]
        && latest[a] == latest[b]
        && service[a] == service[b];
  }

  /** Takes from both windows of a request what the other one and the ride leave no use for. */
  private void tighten(int request) {
    int pickup = 2 * request;
    int dropoff = pickup + 1;
    int direct = service[pickup] + time(pickup, dropoff);
    latest[pickup] = Math.min(latest[pickup], latest[dropoff] - direct);
    earliest[dropoff] = Math.max(earliest[dropoff], earliest[pickup] + direct);
    if (maxRide[request] != UNLIMITED) {
      int longest = service[pickup] + maxRide[request];
      latest[dropoff] = Math.min(latest[dropoff], latest[pickup] + longest);
      earliest[pickup] = Math.max(earliest[pickup], earliest[dropoff] - longest);
    }
  }

  /** A problem being described; nodes left out are at location 0 with an empty window. */
  public static final class Draft {
    private final int requests;
    private final int vehicles;
    private final int locations;
    private final int[] location;
    private final int[] earliest;
    private final int[] latest;
    private final int[] service;
    private final int[] demand;
    private final int[] wheelchairs;
    private final int[][] capacity;
    private final int[] maxRide;
    private final int[] bound;
    private final boolean[] aboard;
    private final int[] price;

    private Draft(int requests, int vehicles, int locations) {
      this.requests = requests;
      this.vehicles = vehicles;
      this.locations = locations;
      int nodes = 2 * requests + 2 * vehicles;
      location = new int[nodes];
      earliest = new int[nodes];
      latest = new int[nodes];
      service = new int[nodes];
      demand = new int[nodes];
      wheelchairs = new int[nodes];
      capacity = new int[vehicles][0];
      maxRide = new int[requests];
      bound = new int[requests];
      Arrays.fill(bound, ANY);
      aboard = new boolean[requests];
      price = new int[nodes];
      Arrays.fill(maxRide, UNLIMITED);
    }

    /** Where and when a node may be served. */
    public Draft node(int node, int where, int from, int until, int duration) {
      if (where < 0 || where >= locations) {
        throw new IllegalArgumentException(
            "location must be in [0, " + locations + "), was " + where);
      }
      if (from > until) {
        throw new IllegalArgumentException(
            "earliest must be <= latest, was " + from + " > " + until);
      }
      location[node] = where;
      earliest[node] = from;
      latest[node] = until;
      service[node] = duration;
      return this;
    }

    /** What a request loads. */
    public Draft demand(int request, int load) {
      return demand(request, load, 0);
    }

    /** What a request loads, and the wheelchairs beside it. */
    public Draft demand(int request, int load, int chairs) {
      if (load < 0 || chairs < 0) {
        throw new IllegalArgumentException("demand must be >= 0, was " + load + ", " + chairs);
      }
      demand[2 * request] = load;
      demand[2 * request + 1] = -load;
      wheelchairs[2 * request] = chairs;
      wheelchairs[2 * request + 1] = -chairs;
      return this;
    }

    /** How long a request's ride may last. */
    public Draft maxRide(int request, int longest) {
      maxRide[request] = longest;
      return this;
    }

    /** Lets one vehicle alone serve a request. */
    public Draft bind(int request, int vehicle) {
      if (vehicle < 0 || vehicle >= vehicles) {
        throw new IllegalArgumentException(
            "vehicle must be in [0, " + vehicles + "), was " + vehicle);
      }
      bound[request] = vehicle;
      return this;
    }

    /**
     * Says that a request is in a vehicle, or boards where that starts: its pickup is that of the
     * start and takes no time.
     */
    public Draft aboard(int request, int vehicle) {
      bind(request, vehicle);
      int start = 2 * requests + 2 * vehicle;
      node(2 * request, location[start], earliest[start], earliest[start], 0);
      aboard[request] = true;
      return this;
    }

    /** What each unit of time costs by which service at a node begins later. */
    public Draft price(int node, int cost) {
      if (cost < 0) {
        throw new IllegalArgumentException("price must be >= 0, was " + cost);
      }
      price[node] = cost;
      return this;
    }

    /** What a vehicle can hold. */
    public Draft capacity(int vehicle, int load) {
      return capacity(vehicle, new int[] {load, 0});
    }

    /**
     * What a vehicle can hold in one of its configurations or another.
     *
     * @param loads of each configuration the load, and the wheelchairs beside it
     */
    public Draft capacity(int vehicle, int[] loads) {
      capacity[vehicle] = loads.clone();
      return this;
    }

    /**
     * The whole problem.
     *
     * @param time drive time from location i to j at {@code i * locations + j}; kept, not copied
     * @param cost cost of the same
     */
    public RoutingProblem build(int[] time, int[] cost) {
      int size = locations * locations;
      if (time.length != size || cost.length != size) {
        throw new IllegalArgumentException(
            "matrices must have " + size + " entries, had " + time.length + " and " + cost.length);
      }
      return new RoutingProblem(this, time, cost);
    }
  }
}
