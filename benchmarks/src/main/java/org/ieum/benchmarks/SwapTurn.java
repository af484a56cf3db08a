package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.dispatch.Dispatcher;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.TimesSnapshot;

/**
 * New travel times for all roads, again and again during a day. The writer pauses twice: while it
 * notes what is to be prepared, and while it takes over what was prepared. Its longest pause on
 * base1000_c4 was about 1 ms of processor time; {@link SwapPause}, with more requests at a time and
 * roads that are closed, stood still for about 10 ms.
 */
final class SwapTurn implements Turn {
  private static final int EVERY = 500;
  private static final int METRICS = 3;

  private final DispatchInstance instance;
  private final Roads roads;
  private final List<EdgeTimes> traffic = new ArrayList<>();
  private final Customization customization;
  private final Series longest = new Series();
  private final Series mean = new Series();
  private final Series preparing = new Series();

  SwapTurn(DispatchInstance instance, Roads roads, EdgeTimes edges) {
    this.instance = instance;
    this.roads = roads;
    Hierarchy hierarchy = roads.times().metric().hierarchy();
    customization = new Customization(edges, hierarchy.nodeOfRankCells(), /* threads= */ 1);
    Random random = new Random(1);
    for (int i = 0; i < METRICS; i++) {
      traffic.add(slowed(edges, random));
    }
  }

  /** Every road at 0.6 to 1 of its usual speed; all are driven along their direction only. */
  private static EdgeTimes slowed(EdgeTimes edges, Random random) {
    int[] forward = new int[edges.edgeCount()];
    int[] backward = new int[edges.edgeCount()];
    for (int edge = 0; edge < forward.length; edge++) {
      double factor = 0.6 + 0.4 * random.nextDouble();
      forward[edge] = (int) Math.round(edges.forward(edge) / factor / 10) * 10;
      backward[edge] = EdgeTimes.CLOSED;
    }
    return edges.withTimes(forward, backward);
  }

  @Override
  public void take(int number, boolean counted) {
    DispatchDesk desk = new DispatchDesk(roads, instance);
    Dispatcher dispatcher = desk.dispatcher();
    long most = 0;
    long sum = 0;
    long prepared = 0;
    int swaps = 0;
    for (Request request : instance.requests()) {
      desk.serve(request);
      if (request.id() % EVERY == EVERY - 1) {
        long started = Meter.nanos();
        TimesSnapshot snapshot = desk.times().snapshot(dispatcher.drivenLegs());
        long noted = Meter.nanos();
        Hierarchy next = customization.customize(traffic.get(swaps % METRICS));
        NewTravelTimes times = snapshot.prepare(RoadMetric.of(next, List.of()));
        long ready = Meter.nanos();
        dispatcher.adopt(times, request.time());
        long adopted = Meter.nanos();
        most = Math.max(most, Math.max(noted - started, adopted - ready));
        sum += Math.max(noted - started, adopted - ready);
        prepared += ready - noted;
        swaps++;
      }
    }
    if (counted) {
      longest.add(most / 1e6);
      mean.add(sum / 1e6 / swaps);
      preparing.add(prepared / 1e6 / swaps);
    }
  }

  /** The medians of the rounds. */
  List<Result> results() {
    String name = instance.name() + ", new travel times: ";
    return List.of(
        Result.figure(name + "prepared in the background, 1 thread", preparing.median(), "ms"),
        Result.figure(name + "mean pause of the writer", mean.median(), "ms"),
        Result.figure(name + "longest pause of the writer", longest.median(), "ms")
            .toHold(Target.atMost(20, "ms")));
  }
}
