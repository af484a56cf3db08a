package org.ieum.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.ManyToManyQuery;
import org.ieum.traveltime.OneToOneQuery;
import org.ieum.traveltime.RoadPosition;

/**
 * How long new travel times for the whole network take, and what the order that makes them quick
 * costs the queries. All ways take turns in one process; the figures are medians by the clock.
 *
 * <pre>
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar org.ieum.benchmarks.Reweighting
 * </pre>
 */
public final class Reweighting {
  private static final int ROUNDS = 9;
  private static final int WARM_UP = 6;
  private static final int QUERIES = 20_000;

  private final City city = new City();
  private long sink;

  private Reweighting() {}

  /** A row of the table. */
  private static final class Row {
    private final String name;

    /** Time of round i, ms. */
    private final double[] millis = new double[ROUNDS];

    Row(String name) {
      this.name = name;
    }

    void measure(int round, Runnable work) {
      long started = System.nanoTime();
      work.run();
      if (round >= 0) {
        millis[round] = (System.nanoTime() - started) / 1e6;
      }
    }

    double median() {
      Arrays.sort(millis);
      return millis[ROUNDS / 2];
    }
  }

  /** Measures and prints a table. */
  public static void main(String[] arguments) {
    new Reweighting().run(System.out);
  }

  private void run(PrintStream out) {
    city.read();
    Traffic traffic = new Traffic(city.network);
    List<RoadPosition> stops = city.positions(1000);
    Customization one = city.network.customization(1);
    Customization two = city.network.customization(2);
    Row graphHopper = new Row("GraphHopper again, witness order");
    Row alone = new Row("customisation, 1 thread");
    Row pair = new Row("customisation, 2 threads");
    Row matrix = new Row("matrix 1000 x 1000 after it");
    Row all = new Row("both, 2 threads");
    Row old = new Row(QUERIES + " queries, witness hierarchy");
    Row live = new Row(QUERIES + " queries, customised hierarchy");
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      EdgeTimes times = traffic.draw();
      Hierarchy[] made = new Hierarchy[1];
      graphHopper.measure(round, () -> city.contraction.again(times));
      alone.measure(round, () -> made[0] = one.customize(times));
      pair.measure(round, () -> made[0] = two.customize(times));
      matrix.measure(round, () -> sink += matrix(made[0], stops));
      all.measure(round, () -> sink += matrix(two.customize(times), stops));
      old.measure(round, () -> sink += queries(city.witness));
      live.measure(round, () -> sink -= queries(made[0]));
    }
    double yardstick = graphHopper.median();
    for (Row row : List.of(graphHopper, alone, pair, matrix, all)) {
      out.printf(
          Locale.ROOT, "%-44s %9.1f ms %8.3f%n", row.name, row.median(), row.median() / yardstick);
    }
    for (Row row : List.of(old, live)) {
      out.printf(
          Locale.ROOT,
          "%-44s %9.1f ms %8.3f%n",
          row.name,
          row.median(),
          row.median() / old.median());
    }
    out.printf(Locale.ROOT, "(%d rounds; %d)%n", ROUNDS, sink);
  }

  private static int matrix(Hierarchy hierarchy, List<RoadPosition> stops) {
    return new ManyToManyQuery(hierarchy).matrix(stops).duration(0, 1);
  }

  private long queries(Hierarchy hierarchy) {
    OneToOneQuery query = new OneToOneQuery(hierarchy);
    long sum = 0;
    for (int i = 0; i < QUERIES; i++) {
      sum += query.duration(city.from[i], city.to[i]);
    }
    return sum;
  }
}
