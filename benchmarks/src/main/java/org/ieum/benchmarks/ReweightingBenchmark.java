package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
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

/** New travel times for the whole network; {@link Reweighting} compares other ways. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReweightingBenchmark {
  private static final int TRAFFIC = 4;

  /** How many threads may work. */
  @Param({"1", "2"})
  public int threads;

  private final List<EdgeTimes> times = new ArrayList<>();
  private Customization customization;
  private int next;

  /** Draws traffic. */
  @Setup
  public void prepare(City city) {
    Traffic traffic = new Traffic(city.network);
    for (int i = 0; i < TRAFFIC; i++) {
      times.add(traffic.draw());
    }
    customization = city.network.customization(threads);
  }

  /** A whole hierarchy. */
  @Benchmark
  public Hierarchy customize() {
    next = next + 1 == TRAFFIC ? 0 : next + 1;
    return customization.customize(times.get(next));
  }
}
