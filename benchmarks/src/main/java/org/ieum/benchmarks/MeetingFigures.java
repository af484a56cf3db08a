package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ieum.model.LimitsFrom;
import org.jspecify.annotations.Nullable;

/**
 * Whole dispatch with meeting points. The target holds for limits that run from the request, walks
 * included, as SPEC.md says. Where they run from the stop, riders may wait as long at the end of a
 * long walk: more is there to be found and to be searched.
 */
final class MeetingFigures {
  private MeetingFigures() {}

  /** Requests that run first, while code is still being compiled. */
  private static final int WARM_UP = 500;

  /** Requests of an instance of which only the beginning is run. */
  private static final int BEGINNING = 1000;

  /** Runs all requests once with either kind of limits. */
  static List<Result> measure(RoadPack pack, DispatchInstance instance, Roads roads) {
    DispatchInstance unsolved = instance.unsolved();
    Target target = Target.ratioAtMost(30);
    List<Result> results = new ArrayList<>();
    results.addAll(measure(instance.name(), LimitsFrom.REQUEST, pack, unsolved, roads, target));
    results.addAll(measure(instance.name(), LimitsFrom.STOP, pack, unsolved, roads, null));
    return results;
  }

  /** Runs the first requests once with either kind of limits, with no target. */
  static List<Result> measureBeginning(RoadPack pack, DispatchInstance instance, Roads roads) {
    DispatchInstance beginning = instance.first(BEGINNING);
    String title = String.format(Locale.ROOT, "%s, first %,d", instance.name(), BEGINNING);
    List<Result> results = new ArrayList<>();
    results.addAll(measure(title, LimitsFrom.REQUEST, pack, beginning, roads, null));
    results.addAll(measure(title, LimitsFrom.STOP, pack, beginning, roads, null));
    return results;
  }

  private static List<Result> measure(
      String title,
      LimitsFrom from,
      RoadPack pack,
      DispatchInstance instance,
      Roads roads,
      @Nullable Target target) {
    YardstickTurn yardstick = new YardstickTurn(roads.witness(), /* share= */ 1);
    yardstick.take(0, /* counted= */ true);
    run(instance.first(WARM_UP), from, roads, new MeetingPoints(pack));
    MeetingPoints points = new MeetingPoints(pack);
    DispatchRun run = run(instance, from, roads, points);
    yardstick.take(1, /* counted= */ true);
    double q = yardstick.micros();
    String limits = from == LimitsFrom.REQUEST ? "request" : "stop";
    String name = title + ", meeting points (limits from " + limits + "): ";
    Result mean = Result.time(name + "a request, mean", run.latencies().mean(), q);
    return List.of(
        target == null ? mean : mean.toHold(target),
        Result.time(name + "a request, p99", run.latencies().p99(), q),
        Result.figure(name + "served", Quality.of(run).served(), "riders"),
        Result.figure(name + "pickups", points.meanPickups(), "places"),
        Result.figure(name + "dropoffs", points.meanDropoffs(), "places"),
        Result.figure(name + "crossings of one end", points.meanNodes(), "nodes"));
  }

  private static DispatchRun run(
      DispatchInstance instance, LimitsFrom from, Roads roads, MeetingPoints points) {
    return DispatchRun.free(instance, new DispatchDesk(roads, instance, from), points);
  }
}
