package org.ieum.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ieum.traveltime.OneToManyQuery;
import org.ieum.traveltime.RoadPosition;
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

/** Driving times from a node to prepared positions, see {@link OneToOneBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OneToManyBenchmark {
  private static final int TARGETS = 1000;

  private List<RoadPosition> positions = List.of();
  private OneToManyQuery query;

  /** Time to target i, ms. */
  private final int[] row = new int[TARGETS];

  private int next;

  /** Prepares the targets. */
  @Setup
  public void prepare(City city) {
    positions = city.positions(TARGETS);
    query = new OneToManyQuery(city.hierarchy, positions);
  }

  /** A new source each time, to one target. */
  @Benchmark
  public int newSource(City city) {
    next = next + 1 == City.PAIRS ? 0 : next + 1;
    return query.duration(city.from[next], next % TARGETS);
  }

  /** The same source, to another target each time. */
  @Benchmark
  public int sameSource(City city) {
    next = next + 1 == TARGETS ? 0 : next + 1;
    return query.duration(city.from[0], next);
  }

  /** From a position to all 1000 targets. */
  @Benchmark
  public int[] all() {
    next = next + 1 == TARGETS ? 0 : next + 1;
    query.durations(positions.get(next), row);
    return row;
  }
}
