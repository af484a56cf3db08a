package org.ieum.benchmarks;

import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.util.PMap;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.ieum.traveltime.ManyToManyQuery;
import org.ieum.traveltime.OneToManyQuery;
import org.ieum.traveltime.OneToOneQuery;
import org.ieum.traveltime.RoadPosition;

/**
 * All kernels in multiples of the yardstick <em>q</em>, taking turns in one process and measured in
 * processor time of the thread, so that other work on the machine disturbs the ratios little.
 *
 * <pre>
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar org.ieum.benchmarks.Ratios
 * </pre>
 */
public final class Ratios {
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static long sink;

  private Ratios() {}

  /**
   * A kernel.
   *
   * @param name what it is
   * @param runs how often it runs in a round
   * @param work one run, given a number that counts on
   */
  private record Kernel(String name, int runs, IntUnaryOperator work) {
    /** Processor time of one run, µs. */
    double measure(int round) {
      long started = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < runs; i++) {
        sink += work.applyAsInt(round * runs + i);
      }
      return (THREADS.getCurrentThreadCpuTime() - started) / 1e3 / runs;
    }
  }

  /** Measures and prints a table. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    City city = new City();
    city.read();
    out.printf(
        Locale.ROOT,
        "%s: %,d nodes and %,d arcs for cars%n",
        City.map().getFileName(),
        city.hierarchy.size(),
        city.hierarchy.arcCount());
    List<Kernel> kernels = kernels(city);
    double[][] micros = new double[kernels.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int k = 0; k < kernels.size(); k++) {
        double one = kernels.get(k).measure(round + WARM_UP);
        if (round >= 0) {
          micros[k][round] = one;
        }
      }
    }
    for (double[] times : micros) {
      Arrays.sort(times);
    }
    double q = micros[0][ROUNDS / 2];
    for (int k = 0; k < kernels.size(); k++) {
      double median = micros[k][ROUNDS / 2];
      out.printf(
          Locale.ROOT, "%-34s %,12.3f us %,10.3f q%n", kernels.get(k).name(), median, median / q);
    }
    out.printf(Locale.ROOT, "(%d rounds, median processor time; %d)%n", ROUNDS, sink);
  }

  private static List<Kernel> kernels(City city) {
    Yardstick yardstick = new Yardstick(city.witness);
    OneToOneQuery live = new OneToOneQuery(city.hierarchy);
    CHRoutingAlgorithmFactory factory =
        new CHRoutingAlgorithmFactory(city.contraction.graphHopperGraph());
    List<RoadPosition> hundred = city.positions(100);
    List<RoadPosition> thousand = city.positions(1000);
    ManyToManyQuery matrix = new ManyToManyQuery(city.hierarchy);
    OneToManyQuery toMany = new OneToManyQuery(city.hierarchy, thousand);
    int[] row = new int[thousand.size()];
    return List.of(
        new Kernel(
            "one-to-one, yardstick",
            10_000,
            i -> yardstick.duration(city.from[i % City.PAIRS], city.to[i % City.PAIRS])),
        new Kernel(
            "one-to-one, live",
            10_000,
            i -> live.duration(city.from[i % City.PAIRS], city.to[i % City.PAIRS])),
        new Kernel("one-to-one, GraphHopper's own", 1_000, i -> graphHopper(city, factory, i)),
        new Kernel(
            "one-to-many, new source, 1 target",
            5_000,
            i -> toMany.duration(city.from[i % City.PAIRS], i % thousand.size())),
        new Kernel(
            "one-to-many, same source, 1 target",
            100_000,
            i -> toMany.duration(city.from[0], i % thousand.size())),
        new Kernel(
            "one-to-many, 1000 targets",
            200,
            i -> {
              toMany.durations(thousand.get(i % thousand.size()), row);
              return row[0];
            }),
        new Kernel("matrix 100 x 100", 5, i -> matrix.matrix(hundred).duration(0, 1)),
        new Kernel("matrix 1000 x 1000", 2, i -> matrix.matrix(thousand).duration(0, 1)));
  }

  private static int graphHopper(City city, CHRoutingAlgorithmFactory factory, int i) {
    int from = city.contraction.graphHopperNode(city.from[i % City.PAIRS]);
    int to = city.contraction.graphHopperNode(city.to[i % City.PAIRS]);
    return (int) factory.createAlgo(new PMap()).calcPath(from, to).getWeight();
  }
}
