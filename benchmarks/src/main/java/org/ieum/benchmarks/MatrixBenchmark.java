package org.ieum.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ieum.traveltime.ManyToManyQuery;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.StopMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Driving times between all pairs of random positions, see {@link OneToOneBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MatrixBenchmark {
  /** How many positions. */
  @Param({"100", "1000"})
  public int size;

  private List<RoadPosition> positions = List.of();
  private ManyToManyQuery query;

  /** Draws the positions. */
  @Setup
  public void prepare(City city) {
    positions = city.positions(size);
    query = new ManyToManyQuery(city.hierarchy);
  }

  /** The whole matrix, searches of the targets included. */
  @Benchmark
  public StopMatrix matrix() {
    return query.matrix(positions);
  }
}
