package org.ieum.benchmarks;

import java.util.List;

/** Whole dispatch with meeting points. */
final class MeetingFigures {
  private MeetingFigures() {}

  /** Requests that run first, while code is still being compiled. */
  private static final int WARM_UP = 500;

  /** Runs all requests once. */
  static List<Result> measure(RoadPack pack, DispatchInstance instance, Roads roads) {
    YardstickTurn yardstick = new YardstickTurn(roads.witness(), /* share= */ 1);
    yardstick.take(0, /* counted= */ true);
    DispatchRun.free(instance.first(WARM_UP), roads, new MeetingPoints(pack));
    MeetingPoints points = new MeetingPoints(pack);
    DispatchRun run = DispatchRun.free(instance.unsolved(), roads, points);
    yardstick.take(1, /* counted= */ true);
    double q = yardstick.micros();
    String name = instance.name() + " with meeting points: ";
    return List.of(
        Result.time(name + "a request, mean", run.latencies().mean(), q)
            .toHold(Target.ratioAtMost(30)),
        Result.time(name + "a request, p99", run.latencies().p99(), q),
        Result.figure(name + "served", Quality.of(run).served(), "riders"),
        Result.figure(name + "pickups", points.meanPickups(), "places"),
        Result.figure(name + "dropoffs", points.meanDropoffs(), "places"),
        Result.figure(name + "crossings of one end", points.meanNodes(), "nodes"));
  }
}
