package org.ieum.benchmarks;

import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.util.PMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.ManyToManyQuery;
import org.ieum.traveltime.OneToManyQuery;
import org.ieum.traveltime.OneToOneQuery;
import org.ieum.traveltime.RoadPosition;

/** All kernels of a city in multiples of its yardstick, taking turns in one process. */
final class KernelFigures {
  private static final int TRAFFIC = 4;
  private static final String PEER = "one-to-one, GraphHopper's own";
  private static final String MATRIX = "matrix 1000 x 1000";
  private static final String TWO_THREADS = "re-weighting, 2 threads by the clock";

  /** On Porto, by the name of the kernel. */
  private static final Map<String, Target> TARGETS =
      Map.of(
          PEER,
          Target.ratioAtLeast(8),
          MATRIX,
          Target.ratioAtMost(2700).aiming("2,000 q"),
          TWO_THREADS,
          Target.timeAtMost(1000).aiming("60 ms"));

  private final City city;
  private final YardstickTurn yardstick;
  private final List<Kernel> kernels = new ArrayList<>();
  private final List<EdgeTimes> times = new ArrayList<>();

  /**
   * Prepares the kernels.
   *
   * @param city read
   */
  KernelFigures(City city) {
    this.city = city;
    yardstick = new YardstickTurn(city.witness, /* share= */ 10);
    OneToOneQuery live = new OneToOneQuery(city.hierarchy);
    CHRoutingAlgorithmFactory factory =
        new CHRoutingAlgorithmFactory(city.contraction.graphHopperGraph());
    kernels.add(
        Kernel.of(
            "one-to-one, live",
            10_000,
            i -> live.duration(city.from[i % City.PAIRS], city.to[i % City.PAIRS])));
    kernels.add(Kernel.of(PEER, 1000, i -> peer(factory, i)));
    List<RoadPosition> hundred = city.positions(100);
    List<RoadPosition> thousand = city.positions(1000);
    addOneToMany(thousand);
    ManyToManyQuery matrix = new ManyToManyQuery(city.hierarchy);
    kernels.add(Kernel.of("matrix 100 x 100", 5, i -> matrix.matrix(hundred).duration(0, 1)));
    kernels.add(Kernel.of(MATRIX, 1, i -> matrix.matrix(thousand).duration(0, 1)));
    addReweighting();
  }

  private int peer(CHRoutingAlgorithmFactory factory, int i) {
    int from = city.contraction.graphHopperNode(city.from[i % City.PAIRS]);
    int to = city.contraction.graphHopperNode(city.to[i % City.PAIRS]);
    return (int) factory.createAlgo(new PMap()).calcPath(from, to).getWeight();
  }

  private void addOneToMany(List<RoadPosition> targets) {
    OneToManyQuery toMany = new OneToManyQuery(city.hierarchy, targets);
    int[] row = new int[targets.size()];
    kernels.add(
        Kernel.of(
            "one-to-many, new source, 1 target",
            5000,
            i -> toMany.duration(city.from[i % City.PAIRS], i % targets.size())));
    kernels.add(
        Kernel.of(
            "one-to-many, same source, 1 target",
            100_000,
            i -> toMany.duration(city.from[0], i % targets.size())));
    kernels.add(
        Kernel.of(
            "one-to-many, 1000 targets",
            200,
            i -> {
              toMany.durations(targets.get(i % targets.size()), row);
              return row[0];
            }));
  }

  private void addReweighting() {
    Traffic traffic = new Traffic(city.network);
    for (int i = 0; i < TRAFFIC; i++) {
      times.add(traffic.draw());
    }
    Customization one = city.network.customization(1);
    kernels.add(
        Kernel.of(
            "re-weighting, 1 thread", 1, i -> one.customize(times.get(i % TRAFFIC)).arcCount()));
  }

  /** Adds what several threads do; by the clock, so other work on the machine disturbs it. */
  KernelFigures withThreads() {
    Customization two = city.network.customization(2);
    kernels.add(
        Kernel.byTheClock(TWO_THREADS, 1, i -> two.customize(times.get(i % TRAFFIC)).arcCount()));
    List<RoadPosition> stops = city.positions(1000);
    kernels.add(
        Kernel.byTheClock(
            "re-weighting and matrix 1000 x 1000, by the clock",
            1,
            i ->
                new ManyToManyQuery(two.customize(times.get(i % TRAFFIC)))
                    .matrix(stops)
                    .duration(0, 1)));
    return this;
  }

  /** Measures everything in rounds. */
  KernelFigures measure(int warmUp, int rounds) {
    List<Turn> turns = new ArrayList<>(kernels);
    turns.add(0, yardstick);
    Turn.all(turns, warmUp, rounds);
    return this;
  }

  /** The medians of the rounds; targets are for Porto. */
  List<Result> results() {
    double q = yardstick.micros();
    List<Result> results = new ArrayList<>();
    results.add(Result.time(yardstick.cost().name(), q, q));
    for (Kernel kernel : kernels) {
      Cost cost = kernel.cost();
      Result time = Result.time(cost.name(), cost.micros(), q);
      Target target = city.isPorto() ? TARGETS.get(cost.name()) : null;
      results.add(target == null ? time : time.toHold(target));
      results.add(Result.bytes(cost.name() + ": allocated", cost.bytes()));
    }
    return results;
  }
}
