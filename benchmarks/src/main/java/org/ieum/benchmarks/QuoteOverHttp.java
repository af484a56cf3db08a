package org.ieum.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ieum.dispatch.StopReach;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.QuoteAnswer;
import org.ieum.server.api.QuoteInput;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a quote costs over loopback, and of what that is made: the walk to stops, the search on the
 * writer's thread, the way there and back, and HTTP. One client, one connection, so each figure is
 * a time from question to answer.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar QuoteOverHttp
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class QuoteOverHttp {
  /** Finds stops within walking distance, as each thread of the server does. */
  @State(Scope.Thread)
  public static class Walks {
    private StopReach reach;

    List<CandidatePoint> around(LocalServer server, LatLon place) {
      if (reach == null) {
        var setup = server.setup();
        reach =
            new StopReach(
                setup.map().placeSnapper(), setup.map().walkAccess(), setup.longestWalk());
      }
      return reach.around(place);
    }
  }

  /** The stops around both ends. */
  @Benchmark
  public int walks(LocalServer server, Walks walks) {
    QuoteInput input = server.nextInput();
    LatLon pickup = new LatLon(input.pickupLat(), input.pickupLon());
    LatLon dropOff = new LatLon(input.dropOffLat(), input.dropOffLon());
    return walks.around(server, pickup).size() + walks.around(server, dropOff).size();
  }

  /** The search alone, on the dispatcher itself. */
  @Benchmark
  public QuoteAnswer dispatcherQuote(TwinDispatcher twin) {
    return twin.quote();
  }

  /** To the writer's thread and back, for next to nothing. */
  @Benchmark
  public int question(LocalServer server) {
    return server.area().ask(desk -> desk.liveBookings()).join();
  }

  /** A quote of the area, in this process. */
  @Benchmark
  public Object areaQuote(LocalServer server) {
    return server.area().quote(server.nextInput()).join();
  }

  /** HTTP alone. */
  @Benchmark
  public String healthOverHttp(LocalServer server) throws IOException {
    return server.get("/health/live");
  }

  /** A question to the writer over HTTP. */
  @Benchmark
  public String vehicleOverHttp(LocalServer server) throws IOException {
    return server.get("/v1/vehicles/bus-01");
  }

  /** A quote over HTTP. */
  @Benchmark
  public String quoteOverHttp(LocalServer server) throws IOException {
    return server.post("/v1/quotes", server.nextBody());
  }
}
