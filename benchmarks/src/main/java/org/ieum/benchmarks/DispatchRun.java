package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.longs.LongArrayList;
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
import org.ieum.model.BookingState;
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
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.NodeOrder;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.StopMatrix;

/**
 * Runs the dispatcher on an instance of {@code ../shared/data/dispatch} and compares it with KaRRi.
 * In a guided run KaRRi's answers are applied, so that all rows are compared; in a free run ours
 * are. Figures are processor time of advancing, quote and confirmation, in multiples of the
 * yardstick.
 *
 * <pre>
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar org.ieum.benchmarks.DispatchRun base1000_c4 guided
 * </pre>
 */
public final class DispatchRun {
  private static final int STOP = 60_000;
  private static final int ROUNDS = 2;
  private static final int SHOWN = 20;

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

  /** Requests whose vehicle has come. */
  private final LongArrayList boarding = new LongArrayList();

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

  private void boardAll(int now) {
    for (int i = 0; i < boarding.size(); i++) {
      dispatcher.board(boarding.getLong(i), Party.of(1), now);
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
      long started = cpu();
      handle(instance.requests.get(r), instance.answers.get(r));
      nanos[r] = cpu() - started;
    }
  }

  private void handle(DispatchInstance.Request asked, DispatchInstance.Answer answer) {
    advance(asked.time());
    int from = times.acquire(DispatchInstance.end(asked.origin()));
    int to = times.acquire(DispatchInstance.end(asked.destination()));
    QuoteAnswer quote = dispatcher.quote(request(asked, from, to), asked.time());
    boolean same = isSame(quote, answer);
    if (!same) {
      tell(asked, answer, quote);
    }
    if (quote instanceof Offer offer && (!guided || answer.isAccepted())) {
      accept(offer, answer, guided && !same, asked.time());
    }
    times.release(from);
    times.release(to);
  }

  private static RideRequest request(DispatchInstance.Request asked, int from, int to) {
    return new RideRequest(
        asked.id(),
        asked.id(),
        TimeType.DEPART_AT,
        asked.time(),
        Party.of(1),
        List.of(new CandidatePoint(from, 0)),
        List.of(new CandidatePoint(to, 0)));
  }

  private boolean isSame(QuoteAnswer quote, DispatchInstance.Answer answer) {
    if (!(quote instanceof Offer offer)) {
      return !answer.isAccepted();
    }
    Insertion found = dispatcher.lastInsertion();
    return answer.vehicle() == offer.vehicle()
        && answer.pickupIndex() == found.pickupIndex()
        && answer.dropoffIndex() == found.dropoffIndex()
        && answer.cost() == offer.cost();
  }

  /** Accepts an offer; where KaRRi chose otherwise, for KaRRi's choice if it holds. */
  private void accept(Offer offer, DispatchInstance.Answer answer, boolean asKarri, int now) {
    Optional<Booking> booking =
        asKarri
            ? dispatcher.assign(
                offer, answer.vehicle(), answer.pickupIndex(), answer.dropoffIndex(), now)
            : dispatcher.confirm(offer, now);
    if (booking.isEmpty() && asKarri) {
      out.println("  KaRRi's answer does not hold here, ours was taken");
      booking = dispatcher.confirm(offer, now);
    }
    if (booking.isEmpty()) {
      throw new IllegalStateException("offer did not hold: " + offer);
    }
    served++;
    if (booking.get().state() == BookingState.ARRIVED_AT_PICKUP) {
      dispatcher.board(offer.request().id(), Party.of(1), now);
    }
  }

  private void tell(
      DispatchInstance.Request asked, DispatchInstance.Answer answer, QuoteAnswer quote) {
    different++;
    if (guided && different <= SHOWN) {
      String ours =
          quote instanceof Offer offer ? offer.vehicle() + " at " + offer.cost() : "rejected";
      out.println("  request " + asked.id() + ": KaRRi " + answer + ", ours " + ours);
    }
  }

  /** Runs an instance and prints what came of it. */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: DispatchRun INSTANCE guided|free");
      System.exit(2);
    }
    Path folder = Path.of(System.getProperty("ieum.shared", "../shared")).resolve("data/dispatch");
    DispatchInstance instance = new DispatchInstance(folder, args[0]);
    Hierarchy witness = new Contraction(instance.edges).toHierarchy();
    Hierarchy hierarchy =
        new Customization(instance.edges, NodeOrder.of(witness), 1).customize(instance.edges);
    double q = yardstick(witness);
    for (int round = 0; round < ROUNDS; round++) {
      DispatchRun run = new DispatchRun(instance, hierarchy, args[1].equals("guided"));
      run.run();
      run.print(q);
    }
  }

  private void print(double q) {
    Arrays.sort(nanos);
    double sum = 0;
    for (long nano : nanos) {
      sum += nano;
    }
    double mean = sum / 1e3 / nanos.length;
    double p99 = nanos[(int) (0.99 * nanos.length)] / 1e3;
    out.printf(
        Locale.ROOT,
        "%s %s: %,d served, %d answers differ; mean %.1f us = %.2f q, p99 %.1f us = %.2f q"
            + " (q = %.1f us)%n",
        instance.name,
        guided ? "guided" : "free",
        served,
        different,
        mean,
        mean / q,
        p99,
        p99 / q,
        q);
  }

  private static double yardstick(Hierarchy hierarchy) {
    Yardstick yardstick = new Yardstick(hierarchy);
    Random random = new Random(1);
    int pairs = 100_000;
    int[] nodes = new int[2 * pairs];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = hierarchy.node(random.nextInt(hierarchy.size()));
    }
    double[] micros = new double[3];
    for (int round = 0; round < micros.length; round++) {
      long started = cpu();
      for (int i = 0; i < pairs; i++) {
        yardstick.duration(nodes[2 * i], nodes[2 * i + 1]);
      }
      micros[round] = (cpu() - started) / 1e3 / pairs;
    }
    Arrays.sort(micros);
    return micros[1];
  }
}
