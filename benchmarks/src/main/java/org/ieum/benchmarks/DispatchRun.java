package org.ieum.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.insertion.Insertion;
import org.ieum.model.BookingRules;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Capacity;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.PromiseRules;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.road.Contraction;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.StopMatrix;

/**
 * Runs the dispatcher on an instance of {@code ../shared/data/dispatch} and compares it with KaRRi.
 *
 * <pre>
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar org.ieum.benchmarks.DispatchRun base1000_c4 guided
 * </pre>
 */
public final class DispatchRun {
  private static final int STOP = 60_000;

  /**
   * The rules of the SPEC: a wait of 300 s includes the stop of 60 s, no limit on the ride itself.
   */
  private static final ServiceRules RULES =
      new ServiceRules(
          new PromiseRules(240_000, 1.7, 120_000, 100, Integer.MAX_VALUE / 8),
          new DwellRules(STOP, 0, 0),
          BookingRules.DEFAULT,
          new CostWeights(1, 0, 1, 1, 1));

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private final DispatchInstance instance;
  private final boolean guided;
  private final RoadTravelTimes times;
  private final Dispatcher dispatcher;
  private final long[] nanos;
  private int served;
  private int different;
  private final PrintStream out = System.out;

  private DispatchRun(DispatchInstance instance, Hierarchy hierarchy, boolean guided) {
    this.instance = instance;
    this.guided = guided;
    times = new RoadTravelTimes(hierarchy, List.of(), new StopMatrix(0, new int[0]));
    List<Vehicle> fleet = new ArrayList<>();
    for (DispatchInstance.Vehicle vehicle : instance.vehicles) {
      int place = times.acquire(DispatchInstance.end(vehicle.edge()));
      TimeWindow hours = new TimeWindow(vehicle.start(), vehicle.end());
      fleet.add(
          new Vehicle(
              "v" + vehicle.id(),
              List.of(new Capacity(vehicle.capacity(), 0)),
              List.of(new Shift(hours, place, Shift.ANYWHERE, List.of()))));
    }
    dispatcher = new Dispatcher(RULES, fleet, times, this::hear);
    nanos = new long[instance.requests.size()];
  }

  private void hear(DispatchEvent event) {
    if (event instanceof DispatchEvent.VehicleArrived arrived) {
      var fleet = dispatcher.fleet();
      for (int k = 0; k < fleet.rideCount(arrived.vehicle()); k++) {
        if (fleet.pickup(arrived.vehicle(), k) == 0) {
          boarding.add(fleet.request(arrived.vehicle(), k));
        }
      }
    }
  }

  private final List<Long> boarding = new ArrayList<>();

  private void boardAll(int now) {
    for (long request : boarding) {
      dispatcher.board(request, Party.of(1), now);
    }
    boarding.clear();
  }

  private void advance(int time) {
    while (dispatcher.nextEvent() < time) {
      int now = dispatcher.nextEvent();
      dispatcher.step();
      boardAll(now);
    }
  }

  private void run() {
    for (int r = 0; r < instance.requests.size(); r++) {
      DispatchInstance.Request asked = instance.requests.get(r);
      DispatchInstance.Answer answer = instance.answers.get(r);
      long started = cpu();
      advance(asked.time());
      int from = times.acquire(DispatchInstance.end(asked.origin()));
      int to = times.acquire(DispatchInstance.end(asked.destination()));
      RideRequest request =
          new RideRequest(
              asked.id(),
              asked.id(),
              TimeType.DEPART_AT,
              asked.time(),
              Party.of(1),
              List.of(new CandidatePoint(from, 0)),
              List.of(new CandidatePoint(to, 0)));
      QuoteAnswer quote = dispatcher.quote(request, asked.time());
      nanos[r] = cpu() - started;
      Insertion found = dispatcher.lastInsertion();
      if (quote instanceof Offer offer) {
        boolean same =
            answer.vehicle() == offer.vehicle()
                && answer.pickupIndex() == found.pickupIndex()
                && answer.dropoffIndex() == found.dropoffIndex()
                && answer.cost() == offer.cost();
        if (!same) {
          tell(
              asked,
              answer,
              offer.vehicle()
                  + " "
                  + found.pickupIndex()
                  + " "
                  + found.dropoffIndex()
                  + " "
                  + offer.cost());
        }
        if (guided && !answer.isAccepted()) {
          // KaRRi refused; so the guided run does.
        } else {
          started = cpu();
          Optional<Booking> booking =
              guided && !same
                  ? dispatcher.assign(
                      offer,
                      answer.vehicle(),
                      answer.pickupIndex(),
                      answer.dropoffIndex(),
                      asked.time())
                  : dispatcher.confirm(offer, asked.time());
          if (booking.isEmpty()) {
            out.println("  KaRRi's answer does not hold here");
            booking = dispatcher.confirm(offer, asked.time());
          }
          served++;
          if (booking.get().state() == org.ieum.model.BookingState.ARRIVED_AT_PICKUP) {
            dispatcher.board(asked.id(), Party.of(1), asked.time());
          }
          nanos[r] += cpu() - started;
        }
      } else if (answer.isAccepted()) {
        tell(asked, answer, "rejected");
        if (guided) {
          out.println("  KaRRi's answer cannot be applied");
        }
      }
      times.release(from);
      times.release(to);
    }
  }

  private void tell(DispatchInstance.Request asked, DispatchInstance.Answer answer, String ours) {
    different++;
    if (guided && different <= 20) {
      out.println("request " + asked.id() + ": KaRRi " + answer + ", ours " + ours);
    }
  }

  /** Runs an instance and prints what came of it. */
  public static void main(String[] args) {
    Path folder = Path.of(System.getProperty("ieum.shared", "../shared")).resolve("data/dispatch");
    DispatchInstance instance = new DispatchInstance(folder, args[0]);
    Hierarchy hierarchy = new Contraction(instance.edges).toHierarchy();
    double q = yardstick(hierarchy);
    int rounds = Integer.getInteger("rounds", 2);
    for (int round = 0; round < rounds; round++) {
      DispatchRun run = new DispatchRun(instance, hierarchy, args[1].equals("guided"));
      long started = cpu();
      run.run();
      double seconds = (cpu() - started) / 1e9;
      Arrays.sort(run.nanos);
      int n = run.nanos.length;
      double mean = 0;
      for (long nano : run.nanos) {
        mean += nano / 1e3 / n;
      }
      double p99 = run.nanos[(int) (0.99 * n)] / 1e3;
      run.out.printf(
          Locale.ROOT,
          "%s %s: %d served, %d different, %.1f s; mean %.1f us = %.2f q, p50 %.1f, p99 %.1f us ="
              + " %.2f q, q = %.1f us, places held %d%n",
          instance.name,
          args[1],
          run.served,
          run.different,
          seconds,
          mean,
          mean / q,
          run.nanos[n / 2] / 1e3,
          p99,
          p99 / q,
          q,
          run.times.heldPlaces());
    }
  }

  private static double yardstick(Hierarchy hierarchy) {
    Yardstick yardstick = new Yardstick(hierarchy);
    Random random = new Random(1);
    int pairs = 100_000;
    int[] nodes = new int[2 * pairs];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = hierarchy.node(random.nextInt(hierarchy.size()));
    }
    double best = Double.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < 3; round++) {
      long started = cpu();
      for (int i = 0; i < pairs; i++) {
        sum += yardstick.duration(nodes[2 * i], nodes[2 * i + 1]);
      }
      best = Math.min(best, (cpu() - started) / 1e3 / pairs);
    }
    if (sum == 42) {
      throw new IllegalStateException();
    }
    return best;
  }
}
