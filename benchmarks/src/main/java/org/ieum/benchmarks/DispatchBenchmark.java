package org.ieum.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ieum.model.Offer;
import org.ieum.model.QuoteAnswer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the dispatcher does for one request of a busy fleet, and a whole day.
 *
 * <pre>
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar Dispatch
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DispatchBenchmark {
  /** An offer made before the measurement; its ride is called off after it. */
  @State(Scope.Benchmark)
  public static class OpenOffer {
    private Offer offer;

    /** Finds one. */
    @Setup(Level.Invocation)
    public void quote(BusyFleet fleet) {
      offer = fleet.nextOffer();
    }

    /** Calls it off. */
    @TearDown(Level.Invocation)
    public void cancel(BusyFleet fleet) {
      fleet.dispatcher().cancel(offer.request().id(), fleet.now());
    }
  }

  /** A ride confirmed before the measurement. */
  @State(Scope.Benchmark)
  public static class OpenRide {
    private long request;

    /** Confirms one. */
    @Setup(Level.Invocation)
    public void confirm(BusyFleet fleet) {
      Offer offer = fleet.nextOffer();
      request = offer.request().id();
      fleet.dispatcher().confirm(offer, fleet.now());
    }
  }

  /** The exact best insertion of a request. */
  @Benchmark
  public QuoteAnswer quote(BusyFleet fleet) {
    return fleet.dispatcher().quote(fleet.nextRequest(), fleet.now());
  }

  /** Confirms the offer of the moment: the route is changed and all that hangs on it updated. */
  @Benchmark
  public Object confirm(BusyFleet fleet, OpenOffer open) {
    return fleet.dispatcher().confirm(open.offer, fleet.now());
  }

  /** Takes a ride out of its route. */
  @Benchmark
  public void cancel(BusyFleet fleet, OpenRide ride) {
    fleet.dispatcher().cancel(ride.request, fleet.now());
  }

  /** A whole day to the end of all rides. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 2)
  @Measurement(iterations = 3)
  public Object wholeDay(BusyFleet fleet) {
    return fleet.wholeDay();
  }
}
