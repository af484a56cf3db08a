package org.ieum.server.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.ieum.model.LatLon;
import org.ieum.transit.Timetable;
import org.ieum.transit.TransitAccess;
import org.ieum.transit.TransitNetwork;
import org.ieum.transit.TransitOptions;
import org.ieum.transit.TransitRide;
import org.ieum.transit.TransitRouter;
import org.ieum.transit.TransitTrip;
import org.junit.jupiter.api.Test;

/**
 * The feeds of Porto Alegre, and random trips across it by them. The buses depart between 12 and 16
 * only, on a day of the week.
 */
class PortoAlegreTransitTest {
  private static final long SEED = 20261122;
  private static final int CASES = 200;
  private static final LocalDate DAY = LocalDate.of(2019, 5, 15);
  private static final int SLACK = 60;
  private static final int HORIZON = 3 * 3600;

  /** Time that others on the machine take does not count. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final PortoAlegre city = new PortoAlegre();
  private final TransitNetwork network = new TransitNetwork(city.timetable, city.footpaths);
  private final TransitRouter router = new TransitRouter(network);
  private final long midnight = DAY.atStartOfDay(ZoneId.of("America/Sao_Paulo")).toEpochSecond();

  @Test
  void bothFeedsAreReadWhole() throws IOException {
    assertEquals(0, city.buses.faultCount(), () -> city.buses.faults().toString());
    assertEquals(0, city.trains.faultCount(), () -> city.trains.faults().toString());
    Timetable timetable = city.timetable;
    int stops = 0;
    int routes = 0;
    int trips = 0;
    int calls = 0;
    for (String zip : List.of("poa_eptc.zip", "poa_trensurb.zip")) {
      stops += count(zip, "stops.txt").size();
      routes += count(zip, "routes.txt").size();
      Map<String, Integer> times = count(zip, "stop_times.txt");
      trips += times.size();
      calls += times.values().stream().mapToInt(n -> n).sum();
    }
    assertEquals(stops, timetable.stopCount());
    assertEquals(routes, timetable.routeCount());
    assertEquals(trips, timetable.tripCount());
    int length = 0;
    for (int trip = 0; trip < timetable.tripCount(); trip++) {
      length += timetable.length(timetable.patternOf(trip));
    }
    assertEquals(calls, length);
    System.out.printf(
        "%d stops, %d routes, %d patterns, %d trips, %d calls, %d footpaths%n",
        stops, routes, timetable.patternCount(), trips, calls, city.footpaths.size());
  }

  /** How often each value of the first column comes. */
  private static Map<String, Integer> count(String zip, String file) throws IOException {
    Map<String, Integer> found = new HashMap<>();
    try (ZipFile open = new ZipFile(PortoAlegre.file(zip).toFile());
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    open.getInputStream(open.getEntry(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          found.merge(line.substring(0, line.indexOf(',')), 1, Integer::sum);
        }
      }
    }
    return found;
  }

  @Test
  void firstArrivalIsThatOfDijkstra() {
    EarliestArrival plain = new EarliestArrival(city.timetable, city.footpaths, DAY);
    Random random = new Random(SEED);
    int reached = 0;
    for (int i = 0; i < CASES; i++) {
      long start = midnight + 11 * 3600 + random.nextInt(4 * 3600);
      List<TransitAccess> access = city.walks(city.place(random), start, 30);
      List<TransitAccess> egress = city.walks(city.place(random), 0, 30);
      long limit = start + HORIZON;
      long expected = plain.find(access, egress, limit, SLACK);
      TransitOptions options = new TransitOptions(limit, 8, SLACK, false, 0);
      List<TransitTrip> trips = router.departAt(access, egress, options);
      long found = trips.isEmpty() ? limit + 1 : trips.get(0).time();
      assertEquals(expected, found, "seed " + SEED + " case " + i);
      reached += trips.isEmpty() ? 0 : 1;
    }
    System.out.printf("%d of %d can be reached within %d s%n", reached, CASES, HORIZON);
    assertTrue(reached > CASES / 2);
  }

  @Test
  void everyJourneyCanBeHad() {
    Random random = new Random(SEED);
    for (int maxExtra : new int[] {TransitOptions.ANY_EXTRA, 3600}) {
      for (boolean forward : new boolean[] {true, false}) {
        long[] nanos = new long[CASES];
        int journeys = 0;
        for (int i = -CASES / 2; i < CASES; i++) {
          long start = midnight + (forward ? 12 : 14) * 3600L + random.nextInt(2 * 3600);
          LatLon from = city.place(random);
          LatLon to = city.place(random);
          List<TransitAccess> access = city.walks(from, forward ? start : 0, 30);
          List<TransitAccess> egress = city.walks(to, 0, 30);
          if (!forward) {
            egress = PortoAlegre.by(egress, start);
          }
          TransitOptions options =
              new TransitOptions(
                  forward ? start + HORIZON : start - HORIZON, 4, SLACK, false, maxExtra);
          long before = CPU.getCurrentThreadCpuTime();
          List<TransitTrip> trips =
              forward
                  ? router.departAt(access, egress, options)
                  : router.arriveBy(access, egress, options);
          if (i >= 0) {
            nanos[i] = CPU.getCurrentThreadCpuTime() - before;
            journeys += trips.size();
          }
          for (TransitTrip trip : trips) {
            check(trip, access.get(trip.accessKey()), egress.get(trip.egressKey()), forward);
          }
        }
        assertTrue(journeys > CASES);
        Arrays.sort(nanos);
        System.out.printf(
            "%s, extra %s: %.1f journeys a query, median %.1f ms, p95 %.1f ms, longest %.1f ms of CPU%n",
            forward ? "depart at" : "arrive by",
            maxExtra == TransitOptions.ANY_EXTRA ? "any" : maxExtra + " s",
            (double) journeys / CASES,
            nanos[CASES / 2] / 1e6,
            nanos[CASES * 95 / 100] / 1e6,
            nanos[CASES - 1] / 1e6);
      }
    }
  }

  private void check(TransitTrip trip, TransitAccess to, TransitAccess from, boolean forward) {
    Timetable timetable = city.timetable;
    long time = forward ? to.time() : trip.time() + to.time();
    int stop = to.stop();
    int walking = to.walking() + from.walking();
    long fare = to.fare() + from.fare();
    boolean first = true;
    for (TransitRide ride : trip.rides()) {
      if (!first) {
        walking += ride.walkingBefore();
        time += ride.walkingBefore() + SLACK;
        assertEquals(ride.walkingBefore(), walk(stop, ride.boardStop()));
      } else {
        assertEquals(stop, ride.boardStop());
      }
      first = false;
      assertTrue(time <= ride.departure());
      assertTrue(timetable.runs(ride.trip(), ride.serviceDay()));
      int pattern = timetable.patternOf(ride.trip());
      assertTrue(ride.boardPosition() < ride.alightPosition());
      assertEquals(ride.boardStop(), timetable.stopAt(pattern, ride.boardPosition()));
      assertEquals(ride.alightStop(), timetable.stopAt(pattern, ride.alightPosition()));
      int feed = timetable.route(timetable.trip(ride.trip()).route()).feed();
      long day = timetable.dayStart(feed, ride.serviceDay());
      assertEquals(day + timetable.departure(ride.trip(), ride.boardPosition()), ride.departure());
      assertEquals(day + timetable.arrival(ride.trip(), ride.alightPosition()), ride.arrival());
      fare += feed == 0 ? 470 : 420;
      time = ride.arrival();
      stop = ride.alightStop();
    }
    assertEquals(from.stop(), stop);
    if (forward) {
      assertEquals(time + from.time(), trip.time());
    } else {
      assertTrue(time <= from.time());
    }
    assertEquals(walking, trip.walking());
    assertEquals(trip.rides().size(), trip.vehicles());
    assertEquals(fare, trip.fare());
    assertTrue(trip.fareKnown());
  }

  private int walk(int from, int to) {
    for (int way = city.footpaths.start(from); way < city.footpaths.end(from); way++) {
      if (city.footpaths.to(way) == to) {
        return city.footpaths.walking(way);
      }
    }
    throw new AssertionError("no way from " + from + " to " + to);
  }
}
