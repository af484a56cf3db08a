package org.ieum.insertion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.model.BookingRules;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Capacity;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.PromiseRules;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.road.Contraction;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Heading;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.LineGraph;
import org.ieum.traveltime.NodeOrder;
import org.ieum.traveltime.RandomRoads;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.Test;

/** The search against brute force where turns count and stops lie on one side of the road. */
class LaneSearchTest {
  private static final int STATES = 3_000;
  private static final int MINUTE = 60_000;
  private static final int END = 240 * MINUTE;
  private static final int SIDE = 6;
  private static final ServiceRules RULES =
      new ServiceRules(
          new PromiseRules(8 * MINUTE, 3, 20 * MINUTE, 3, 20 * MINUTE),
          new DwellRules(20_000, 60_000, 60_000),
          BookingRules.DEFAULT,
          new CostWeights(1, 2, 8, 1, 0));

  private int states;
  private int feasible;
  private int diverting;

  /** A city block grid of two-way roads with forbidden turns, and a day on it. */
  private final class Service {
    final Random random;
    final RoadTravelTimes times;
    final List<Integer> places = new ArrayList<>();
    final List<Vehicle> vehicles = new ArrayList<>();
    final LongArrayList boarding = new LongArrayList();
    int now;

    Service(long seed) {
      random = new Random(seed);
      List<int[]> edges = new ArrayList<>();
      for (int node = 0; node < SIDE * SIDE; node++) {
        if (node % SIDE < SIDE - 1) {
          edges.add(edge(node, node + 1));
        }
        if (node / SIDE < SIDE - 1) {
          edges.add(edge(node + SIDE, node));
        }
      }
      EdgeTimes roads = RandomRoads.times(SIDE * SIDE, edges);
      int[][] costs = new int[2 * edges.size()][2 * edges.size()];
      for (int from = 0; from < costs.length; from++) {
        for (int to = 0; to < costs.length; to++) {
          boolean forbidden = to != (from ^ 1) && random.nextInt(6) == 0;
          costs[from][to] =
              forbidden ? EdgeTimes.CLOSED : to == (from ^ 1) ? MINUTE : 10 * random.nextInt(1000);
        }
      }
      LineGraph graph = LineGraph.of(roads, (from, to) -> costs[from][to]);
      int[] order = NodeOrder.ofLanes(graph, new Contraction(roads).toHierarchy());
      Hierarchy hierarchy = new Customization(graph, order, 1).customize(roads);
      List<RoadPosition> positions = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Heading heading = random.nextBoolean() ? Heading.FORWARD : Heading.BACKWARD;
        positions.add(new RoadPosition(random.nextInt(edges.size()), random.nextDouble(), heading));
      }
      boolean anywhere = random.nextBoolean();
      times = new RoadTravelTimes(hierarchy, anywhere ? List.of() : positions);
      for (int i = 0; i < positions.size(); i++) {
        places.add(anywhere ? times.acquire(positions.get(i)) : i);
      }
      for (int v = 0; v < 4; v++) {
        Shift shift = new Shift(new TimeWindow(0, END), place(), Shift.ANYWHERE, List.of());
        vehicles.add(new Vehicle("v" + v, List.of(new Capacity(4, 0)), List.of(shift)));
      }
    }

    private int[] edge(int base, int adjacent) {
      return new int[] {base, adjacent, time(), time()};
    }

    private int time() {
      return 10 * (1000 + random.nextInt(8000));
    }

    int place() {
      return places.get(random.nextInt(places.size()));
    }

    boolean isConnected() {
      for (int from : places) {
        for (int to : places) {
          if (times.duration(from, to) >= TravelTimes.UNREACHABLE) {
            return false;
          }
        }
      }
      return true;
    }

    RideRequest request(long id) {
      int ahead = random.nextInt(6) == 0 ? random.nextInt(40 * MINUTE) : 0;
      return new RideRequest(
          id, id, TimeType.DEPART_AT, now + ahead, Party.of(1), candidates(), candidates());
    }

    private List<CandidatePoint> candidates() {
      List<CandidatePoint> points = new ArrayList<>(List.of(new CandidatePoint(place(), 0)));
      if (random.nextBoolean()) {
        points.add(new CandidatePoint(place(), random.nextInt(3 * MINUTE)));
      }
      return points;
    }

    void run(long seed) {
      Dispatcher[] self = new Dispatcher[1];
      Dispatcher dispatcher = new Dispatcher(RULES, vehicles, times, event -> hear(self[0], event));
      self[0] = dispatcher;
      RouteEvaluator evaluator = new RouteEvaluator(vehicles, RULES.dwell());
      InsertionPlanner planner =
          new InsertionPlanner(evaluator, times, RULES.weights(), RULES.dwell());
      InsertionSearch search =
          new InsertionSearch(RULES, dispatcher.fleet(), evaluator, planner, times);
      for (long id = 0; now < END - 60 * MINUTE; id++) {
        advance(dispatcher, now + random.nextInt(3 * MINUTE));
        RideRequest request = request(id);
        compare(seed, dispatcher.fleet(), evaluator, search, request);
        if (dispatcher.quote(request, now) instanceof Offer offer) {
          assertTrue(dispatcher.confirm(offer, now).isPresent());
        }
      }
    }

    private void hear(Dispatcher dispatcher, DispatchEvent event) {
      if (event instanceof DispatchEvent.VehicleArrived arrived) {
        FleetView fleet = dispatcher.fleet();
        for (int k = 0; k < fleet.rideCount(arrived.vehicle()); k++) {
          if (fleet.pickup(arrived.vehicle(), k) == 0) {
            boarding.add(fleet.request(arrived.vehicle(), k));
          }
        }
      }
    }

    private void advance(Dispatcher dispatcher, int until) {
      while (dispatcher.nextEvent() < until) {
        int at = dispatcher.nextEvent();
        dispatcher.step();
        for (int i = 0; i < boarding.size(); i++) {
          dispatcher.board(boarding.getLong(i), Party.of(1), at);
        }
        boarding.clear();
      }
      now = until;
      dispatcher.advance(now);
    }

    private void compare(
        long seed,
        FleetView fleet,
        RouteEvaluator evaluator,
        InsertionSearch search,
        RideRequest request) {
      RequestLimits limits = new RequestLimits();
      limits.set(request, RULES.promise(), times, now);
      Insertion found = new Insertion();
      search.findBest(limits, now, found);
      BruteForceInsertion expected = new BruteForceInsertion(RULES, fleet, evaluator, times);
      expected.search(limits, now);
      String where = "seed " + seed + " request " + request + " at " + now;
      assertEquals(expected.cost, found.cost(), where);
      assertEquals(expected.vehicle, found.vehicle(), where);
      states++;
      if (found.isFound()) {
        assertEquals(expected.pickupIndex, found.pickupIndex(), where);
        assertEquals(expected.dropoffIndex, found.dropoffIndex(), where);
        assertEquals(expected.pickup, found.pickup(), where);
        assertEquals(expected.dropoff, found.dropoff(), where);
        feasible++;
        diverting += found.pickupIndex() == 0 && fleet.departed(found.vehicle()) ? 1 : 0;
      }
    }
  }

  @Test
  void costEqualsBruteForceOnLanes() {
    for (long seed = 1; states < STATES; seed++) {
      Service service = new Service(seed);
      if (service.isConnected()) {
        service.run(seed);
      }
    }
    assertTrue(feasible > states / 2, feasible + " of " + states + " feasible");
    assertTrue(diverting > feasible / 6, diverting + " of " + feasible + " divert");
  }
}
