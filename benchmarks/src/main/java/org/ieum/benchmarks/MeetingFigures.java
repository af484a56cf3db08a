package org.ieum.benchmarks;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whole dispatch with meeting points. The wait of a rider is limited from the end of the walk,
 * where KaRRi limits it from the request, so that more is there to be found and to be searched.
 */
final class MeetingFigures {
  private MeetingFigures() {}

  /** Requests that run first, while code is still being compiled. */
  private static final int WARM_UP = 500;

  /** Requests of an instance of which only the beginning is run. */
  private static final int BEGINNING = 1000;

  /** Runs all requests once. */
  static List<Result> measure(RoadPack pack, DispatchInstance instance, Roads roads) {
    return measure(instance.name(), pack, instance.unsolved(), roads, Target.ratioAtMost(30));
  }

  /** Runs the first requests once, with no target. */
  static List<Result> measureBeginning(RoadPack pack, DispatchInstance instance, Roads roads) {
    DispatchInstance beginning = instance.first(BEGINNING);
    String name = String.format(Locale.ROOT, "%s, first %,d", instance.name(), BEGINNING);
    return measure(name, pack, beginning, roads, null);
  }

  private static List<Result> measure(
      String title,
      RoadPack pack,
      DispatchInstance instance,
      Roads roads,
      @Nullable Target target) {
    YardstickTurn yardstick = new YardstickTurn(roads.witness(), /* share= */ 1);
    yardstick.take(0, /* counted= */ true);
    DispatchRun.free(instance.first(WARM_UP), roads, new MeetingPoints(pack));
    MeetingPoints points = new MeetingPoints(pack);
    DispatchRun run = DispatchRun.free(instance, roads, points);
    yardstick.take(1, /* counted= */ true);
    double q = yardstick.micros();
    String name = title + ", meeting points (wait after walk): ";
    Result mean = Result.time(name + "a request, mean", run.latencies().mean(), q);
    return List.of(
        target == null ? mean : mean.toHold(target),
        Result.time(name + "a request, p99", run.latencies().p99(), q),
        Result.figure(name + "served", Quality.of(run).served(), "riders"),
        Result.figure(name + "pickups", points.meanPickups(), "places"),
        Result.figure(name + "dropoffs", points.meanDropoffs(), "places"),
        Result.figure(name + "crossings of one end", points.meanNodes(), "nodes"));
  }
}
