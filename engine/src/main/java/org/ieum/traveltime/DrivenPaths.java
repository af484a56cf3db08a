package org.ieum.traveltime;

import org.jspecify.annotations.Nullable;

/**
 * The paths that vehicles drive, unpacked from the hierarchy, of which the recent ones are
 * remembered; and where no open road leads, those of the usual metric with no road closed.
 */
final class DrivenPaths {
  private final PlaceTable places;
  private final SearchGraph graph;
  private final LegBuilder legs;
  private final RoadMetric usual;

  /** Finds the usual paths; there when it has been needed. */
  private @Nullable LegBuilder usualLegs;

  private final RecentLegs recent = new RecentLegs();

  DrivenPaths(PlaceTable places, RoadMetric metric, RoadMetric usual) {
    this.places = places;
    this.usual = usual;
    graph = metric.hierarchy().graph();
    legs = new LegBuilder(metric.hierarchy());
  }

  /** The path between two places, if it is remembered. */
  @Nullable Leg find(int fromPlace, int toPlace) {
    return recent.find(places, fromPlace, toPlace);
  }

  /** Finds the path between two places that an open road joins, and keeps it. */
  Leg open(int fromPlace, int toPlace) {
    return keep(leg(legs, graph, fromPlace, toPlace));
  }

  /** Finds the usual path between two places, and keeps it. */
  Leg usual(int fromPlace, int toPlace) {
    LegBuilder builder = usualLegs;
    if (builder == null) {
      builder = new LegBuilder(usual.hierarchy());
      usualLegs = builder;
    }
    return keep(leg(builder, usual.hierarchy().graph(), fromPlace, toPlace));
  }

  /** Takes over what another object has that it replaces, as far as it goes for any metric. */
  void inherit(DrivenPaths replaced) {
    if (usualLegs == null) {
      usualLegs = replaced.usualLegs;
    }
  }

  /** Remembers a path that has been found on this metric. */
  Leg keep(Leg leg) {
    recent.put(leg);
    return leg;
  }

  private Leg leg(LegBuilder builder, SearchGraph on, int fromPlace, int toPlace) {
    RoadPosition to = places.position(toPlace);
    if (fromPlace >= 0) {
      return builder.fromPosition(places.position(fromPlace), fromPlace, to, toPlace);
    }
    return on.isAtEnd(~fromPlace, to)
        ? builder.standing(fromPlace, to, toPlace)
        : builder.fromNode(on.endNode(~fromPlace), fromPlace, to, toPlace);
  }
}
