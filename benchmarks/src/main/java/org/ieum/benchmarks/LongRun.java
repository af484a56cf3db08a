package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.longs.LongArrayFIFOQueue;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.model.BookingState;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Offer;
import org.ieum.model.RideRequest;
import org.ieum.model.TimeType;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;

/**
 * A day that does not end: a million requests between places anywhere in the city through one
 * dispatcher. Places, labels and legs come and go; some rides are called off, some riders do not
 * come. Ends with 1 when memory grows after the first half, in which caches fill.
 *
 * <pre>
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar org.ieum.benchmarks.LongRun [requests]
 * </pre>
 */
public final class LongRun {
  private static final int REQUESTS = 1_000_000;
  private static final int VEHICLES = 200;

  /** Time from one request to the next, ms; with a million of them less than six days. */
  private static final int PACE = 500;

  private static final int END = 10 * 86_400_000;

  /** How often memory is looked at. */
  private static final int LOOKS = 10;

  /** By how much memory may grow in the second half. */
  private static final double GROWTH = 0.05;

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private final City city;
  private final Random random = new Random(1);
  private final RoadTravelTimes times;
  private final RandomFleet fleet;
  private final Dispatcher dispatcher;

  /** Rides to be called off, in order of time. */
  private final LongArrayFIFOQueue cancelled = new LongArrayFIFOQueue();

  private final IntArrayFIFOQueue cancelledAt = new IntArrayFIFOQueue();
  private long confirmed;
  private long calledOff;
  private long noShows;

  private LongRun(City city) {
    this.city = city;
    times = new RoadTravelTimes(city.hierarchy, List.of());
    fleet = new RandomFleet(VEHICLES, END, times, this::place, LongRun::comes, this::hear);
    dispatcher = fleet.dispatcher();
  }

  private int place() {
    while (true) {
      int edge = random.nextInt(city.network.edgeCount());
      if (city.network.geometry().drivable(edge)) {
        return times.acquire(new RoadPosition(edge, random.nextDouble()));
      }
    }
  }

  private void hear(DispatchEvent event) {
    if (event instanceof DispatchEvent.RiderNoShow) {
      noShows++;
    }
  }

  private static boolean comes(long request) {
    return request % 50 != 0;
  }

  private void advance(int until) {
    fleet.advance(until);
    while (!cancelledAt.isEmpty() && cancelledAt.firstInt() <= until) {
      cancelledAt.dequeueInt();
      long request = cancelled.dequeueLong();
      if (dispatcher.findBooking(request).filter(LongRun::isToCome).isPresent()) {
        dispatcher.cancel(request, until);
        calledOff++;
      }
    }
  }

  private static boolean isToCome(Booking booking) {
    return booking.state() != BookingState.ONBOARD;
  }

  private void ask(long id, int now) {
    int ahead = random.nextInt(3) == 0 ? random.nextInt(1_800_000) : 0;
    RideRequest request =
        new RideRequest(
            id, id, TimeType.DEPART_AT, now + ahead, RandomFleet.ONE, points(), points());
    if (dispatcher.quote(request, now) instanceof Offer offer && random.nextInt(10) > 0) {
      confirmed++;
      if (!fleet.take(offer, now) && random.nextInt(20) == 0) {
        cancelled.enqueue(id);
        cancelledAt.enqueue(now + 120_000);
      }
    }
    release(request.pickups());
    release(request.dropoffs());
  }

  /** A place, or now and then four of them, which the caller holds. */
  private List<CandidatePoint> points() {
    List<CandidatePoint> points = new ArrayList<>();
    int count = random.nextInt(8) == 0 ? 4 : 1;
    for (int i = 0; i < count; i++) {
      points.add(new CandidatePoint(place(), i * 60_000));
    }
    return points;
  }

  private void release(List<CandidatePoint> points) {
    for (CandidatePoint point : points) {
      times.release(point.stopPoint());
    }
  }

  /** Runs, prints what is held, and ends with 1 when memory grows in the second half. */
  public static void main(String[] arguments) {
    int requests = arguments.length == 0 ? REQUESTS : Integer.parseInt(arguments[0]);
    City city = new City();
    city.read();
    System.exit(new LongRun(city).run(requests) ? 0 : 1);
  }

  /** Returns whether memory stays as it is in the second half. */
  private boolean run(int requests) {
    PrintStream out = System.out;
    double half = 0;
    double most = 0;
    long start = System.nanoTime();
    for (int id = 1; id <= requests; id++) {
      int now = Math.multiplyExact(id, PACE);
      advance(now);
      ask(id, now);
      if (id % (requests / LOOKS) == 0) {
        double used = usedMegabytes();
        int look = id / (requests / LOOKS);
        half = look == LOOKS / 2 ? used : half;
        most = look > LOOKS / 2 ? Math.max(most, used) : most;
        out.printf(
            Locale.ROOT,
            "%8d requests, hour %5.1f, %4.0f s: %7.1f MB used, %5d places held, %5d bookings live;"
                + " %d confirmed, %d called off, %d no-shows%n",
            id,
            now / 3.6e6,
            (System.nanoTime() - start) / 1e9,
            used,
            times.heldPlaces(),
            dispatcher.liveBookings(),
            confirmed,
            calledOff,
            noShows);
      }
    }
    boolean holds = most <= half * (1 + GROWTH);
    out.printf(
        Locale.ROOT,
        "second half: at most %.1f MB after %.1f MB at its start, %+.1f %% (bound %+.0f %%): %s%n",
        most,
        half,
        100 * (most / half - 1),
        100 * GROWTH,
        holds ? "holds" : "GROWS");
    return holds;
  }

  /** The heap in use after full collections. */
  private static double usedMegabytes() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return MEMORY.getHeapMemoryUsage().getUsed() / 1e6;
  }
}
