package org.ieum.benchmarks;

import java.util.List;

/** Whole dispatch with meeting points. */
final class MeetingFigures {
  private MeetingFigures() {}

  /** Runs the requests once; the code has been compiled by other work before. */
  static List<Result> measure(RoadPack pack, DispatchInstance instance, Roads roads) {
    YardstickTurn yardstick = new YardstickTurn(roads.witness(), /* share= */ 1);
    yardstick.take(0, /* counted= */ true);
    MeetingPoints points = new MeetingPoints(pack);
    DispatchRun run = DispatchRun.free(instance, roads, points);
    yardstick.take(1, /* counted= */ true);
    double q = yardstick.micros();
    String name = "meeting points, " + instance.requests().size() + " of " + instance.name() + ": ";
    return List.of(
        Result.time(name + "mean", run.latencies().mean(), q).toHold(Target.ratioAtMost(30)),
        Result.time(name + "p99", run.latencies().p99(), q),
        Result.figure(name + "served", Quality.of(run).served(), "riders"),
        Result.figure(name + "pickups", points.meanPickups(), "places"),
        Result.figure(name + "dropoffs", points.meanDropoffs(), "places"),
        Result.figure(name + "crossings of one end", points.meanNodes(), "places"));
  }
}
