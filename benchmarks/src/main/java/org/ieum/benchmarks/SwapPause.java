package org.ieum.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Offer;
import org.ieum.model.RideRequest;
import org.ieum.model.TimeType;
import org.ieum.road.RoadClass;
import org.ieum.road.SpeedFactors;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.TimesSnapshot;

/**
 * How long dispatch stands still when new travel times take over: 1000 vehicles with riders between
 * places anywhere in the city, or between stop points. Stands beside the rows of {@link Suite} as
 * the heavier case: by the clock, four requests a second on the roads of Porto, some of them
 * closed; the swap took about 10 ms. {@link SwapTurn}, which is in the suite, takes processor time
 * on a whole day of KaRRi, on which all roads stay open; its longest pause was about 1 ms.
 *
 * <pre>
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar org.ieum.benchmarks.SwapPause
 * </pre>
 */
public final class SwapPause {
  private static final int VEHICLES = 1000;
  private static final int STOPS = 1000;
  private static final int SWAPS = 20;
  private static final int WARM_UP = 10;
  private static final int END = 20 * 3_600_000;

  /** Time from one request to the next, ms. */
  private static final int PACE = 250;

  /** Dispatch goes on so long between the snapshot and the swap, ms. */
  private static final int PREPARATION = 1_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final City city;
  private final Customization customization;
  private final Random random = new Random(1);
  private final List<RoadPosition> positions;
  private final List<RoadPosition> stops;
  private final RoadTravelTimes times;
  private final RandomFleet fleet;
  private final Dispatcher dispatcher;
  private int now;
  private long requests;
  private int broken;

  private SwapPause(City city, boolean anywhere) {
    this.city = city;
    customization = city.network.customization(2);
    positions = city.positions(20_000);
    stops = anywhere ? List.of() : positions.subList(0, STOPS);
    times = new RoadTravelTimes(city.hierarchy, stops);
    fleet = new RandomFleet(VEHICLES, END, times, this::place, request -> true, this::hear);
    dispatcher = fleet.dispatcher();
  }

  private int place() {
    return stops.isEmpty()
        ? times.acquire(positions.get(random.nextInt(positions.size())))
        : random.nextInt(stops.size());
  }

  private void hear(DispatchEvent event) {
    if (event instanceof DispatchEvent.PromiseAtRisk) {
      broken++;
    }
  }

  /** Lets requests come for a while. */
  private void live(int until) {
    for (; now < until; now += PACE) {
      fleet.advance(now);
      ask();
    }
  }

  private void ask() {
    int from = place();
    int to = place();
    int ahead = random.nextInt(3) == 0 ? random.nextInt(1_800_000) : 0;
    long id = requests++;
    RideRequest request =
        new RideRequest(
            id,
            id,
            TimeType.DEPART_AT,
            now + ahead,
            RandomFleet.ONE,
            List.of(new CandidatePoint(from, 0)),
            List.of(new CandidatePoint(to, 0)));
    if (dispatcher.quote(request, now) instanceof Offer offer) {
      fleet.take(offer, now);
    }
    times.release(from);
    times.release(to);
  }

  /** Measures and prints two tables. */
  public static void main(String[] arguments) {
    City city = new City();
    city.read();
    new SwapPause(city, /* anywhere= */ false).run("between " + STOPS + " stop points");
    new SwapPause(city, /* anywhere= */ true).run("between places anywhere");
  }

  private void run(String where) {
    PrintStream out = System.out;
    live(3_600_000);
    double[] weights = new double[SWAPS];
    double[] derived = new double[SWAPS];
    double[] places = new double[SWAPS];
    double[] snapshots = new double[SWAPS];
    double[] pauses = new double[SWAPS];
    double[] processor = new double[SWAPS];
    int legs = 0;
    int moving = 0;
    for (int i = -WARM_UP; i < SWAPS; i++) {
      long start = System.nanoTime();
      TimesSnapshot snapshot = times.snapshot(dispatcher.drivenLegs());
      long noted = System.nanoTime();
      EdgeTimes next = traffic();
      long begun = System.nanoTime();
      Hierarchy hierarchy = customization.customize(next);
      long customized = System.nanoTime();
      RoadMetric metric = RoadMetric.of(hierarchy, stops);
      long matrix = System.nanoTime();
      NewTravelTimes prepared = snapshot.prepare(metric);
      long ready = System.nanoTime();
      live(now + PREPARATION);
      legs = 0;
      moving = 0;
      for (int v = 0; v < VEHICLES; v++) {
        legs += dispatcher.fleet().stopCount(v) - 1;
        moving += dispatcher.fleet().departed(v) ? 1 : 0;
      }
      broken = 0;
      long swap = System.nanoTime();
      long cpu = THREADS.getCurrentThreadCpuTime();
      dispatcher.adopt(prepared, now);
      long swapped = System.nanoTime();
      if (i >= 0) {
        snapshots[i] = (noted - start) / 1e6;
        weights[i] = (customized - begun) / 1e6;
        derived[i] = (matrix - customized) / 1e6;
        places[i] = (ready - matrix) / 1e6;
        processor[i] = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
        pauses[i] = (swapped - swap) / 1e6;
      }
      live(now + 30_000);
    }
    out.printf(
        Locale.ROOT,
        "%d vehicles %s: %d legs, %d vehicles under way, %d promises broken by the last swap%n",
        VEHICLES,
        where,
        legs,
        moving,
        broken);
    print("background: weights, 2 threads", weights);
    print("background: matrix", derived);
    print("background: places and paths", places);
    print("writer: snapshot", snapshots);
    print("writer: swap", pauses);
    print("writer: swap, processor time", processor);
  }

  private static void print(String what, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "  %-32s median %7.1f ms, worst of %d %7.1f ms%n",
        what,
        sorted[sorted.length / 2],
        sorted.length,
        sorted[sorted.length - 1]);
  }

  /** Random traffic: every class has its factor, one edge in ten its own, some are closed. */
  private EdgeTimes traffic() {
    SpeedFactors.Builder factors = SpeedFactors.on(city.network);
    for (RoadClass roadClass : RoadClass.values()) {
      factors.roadClass(roadClass, 0.6 + 0.6 * random.nextDouble());
    }
    for (int edge = 0; edge < city.network.edgeCount(); edge++) {
      if (random.nextInt(10) == 0) {
        factors.edge(edge, random.nextInt(200) == 0 ? 0 : 0.3 + random.nextDouble());
      }
    }
    return factors.build().applyTo(city.network.driving());
  }
}
