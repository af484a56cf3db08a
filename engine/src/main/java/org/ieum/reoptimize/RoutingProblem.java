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

  /** Capacity of vehicle v. */
  final int[] capacity;

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
    capacity = draft.capacity.clone();
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
    return capacity[v] == capacity[w]
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
    private final int[] capacity;
    private final int[] maxRide;

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
      capacity = new int[vehicles];
      maxRide = new int[requests];
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
      if (load < 0) {
        throw new IllegalArgumentException("demand must be >= 0, was " + load);
      }
      demand[2 * request] = load;
      demand[2 * request + 1] = -load;
      return this;
    }

    /** How long a request's ride may last. */
    public Draft maxRide(int request, int longest) {
      maxRide[request] = longest;
      return this;
    }

    /** What a vehicle can hold. */
    public Draft capacity(int vehicle, int load) {
      capacity[vehicle] = load;
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
