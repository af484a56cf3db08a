package org.ieum.benchmarks;

import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.util.PMap;
import java.util.concurrent.TimeUnit;
import org.ieum.traveltime.OneToOneQuery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Driving time between two nodes: the yardstick <em>q</em>, the live kernel, and GraphHopper's own
 * algorithm on its own contracted graph, over the same random pairs.
 *
 * <pre>
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar OneToOne
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OneToOneBenchmark {
  private OneToOneQuery live;
  private Yardstick yardstick;
  private CHRoutingAlgorithmFactory graphHopper;
  private int next;

  /** Prepares the queries. */
  @Setup
  public void prepare(City city) {
    live = new OneToOneQuery(city.hierarchy);
    yardstick = new Yardstick(city.witness);
    graphHopper = new CHRoutingAlgorithmFactory(city.contraction.graphHopperGraph());
  }

  private int next() {
    next = next + 1 == City.PAIRS ? 0 : next + 1;
    return next;
  }

  /** The yardstick q. */
  @Benchmark
  public int yardstick(City city) {
    int i = next();
    return yardstick.duration(city.from[i], city.to[i]);
  }

  /** The kernel that the engine uses. */
  @Benchmark
  public int live(City city) {
    int i = next();
    return live.duration(city.from[i], city.to[i]);
  }

  /** GraphHopper's bidirectional search with stalling, without unpacking the path. */
  @Benchmark
  public double graphHopper(City city) {
    int i = next();
    int from = city.contraction.graphHopperNode(city.from[i]);
    int to = city.contraction.graphHopperNode(city.to[i]);
    return graphHopper.createAlgo(new PMap()).calcPath(from, to).getWeight();
  }
}
