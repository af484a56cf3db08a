package org.ieum.traveltime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Travel times and paths on a road graph: a matrix between stop points, labels for all other
 * places, and paths unpacked from the hierarchy, of which the recent ones are remembered because a
 * moving vehicle is asked about again and again.
 *
 * <p>Design note. KaRRi (Laupichler and Sanders, ALENEX 2024) keeps the stops of all vehicles in
 * buckets at the vertices of the hierarchy and scans those that a request's search settles. Here
 * each stop keeps its own label, and a request's is written out by rank: then the time between a
 * request and one stop costs one pass over some hundred cells that lie together, is only asked for
 * when bounds leave a chance, and nothing has to be entered into or removed from buckets when
 * routes change.
 */
public final class RoadTravelTimes implements TravelTimes, DrivePaths {
  private final List<RoadPosition> stopPoints;

  /** The metric with no road closed, for drives to where no open road leads. */
  private final RoadMetric usual;

  // What depends on the metric, see #become.
  private RoadMetric metric;
  private PlaceTable places;
  private SearchGraph graph;
  private StopMatrix matrix;
  private SpreadLabels sources;
  private SpreadLabels targets;
  private DrivenPaths paths;

  /** What is known of groups. */
  private FocusedGroups groups;

  /** Whether roads are closed that usually are not. */
  private boolean closesRoads;

  /** Searches the matrix and prepares all queries. */
  public RoadTravelTimes(Hierarchy hierarchy, List<RoadPosition> stopPoints) {
    this(hierarchy, stopPoints, new ManyToManyQuery(hierarchy).matrix(stopPoints));
  }

  /** Prepares the queries with a matrix known from before. */
  public RoadTravelTimes(Hierarchy hierarchy, List<RoadPosition> stopPoints, StopMatrix matrix) {
    this(new RoadMetric(hierarchy, matrix), stopPoints);
  }

  private RoadTravelTimes(RoadMetric usual, RoadMetric metric, List<RoadPosition> stopPoints) {
    checkSize(metric, stopPoints);
    Hierarchy hierarchy = metric.hierarchy();
    this.usual = usual;
    this.metric = metric;
    this.stopPoints = List.copyOf(stopPoints);
    closesRoads = metric.closesSomeOf(usual);
    graph = hierarchy.graph();
    matrix = metric.matrix();
    places = new PlaceTable(metric, this.stopPoints);
    sources = new SpreadLabels(hierarchy.size());
    targets = new SpreadLabels(hierarchy.size());
    paths = new DrivenPaths(places, metric, usual);
    groups = new FocusedGroups(places, metric);
  }

  /** Prepares the queries with what is known of the usual travel times. */
  public RoadTravelTimes(RoadMetric usual, List<RoadPosition> stopPoints) {
    this(usual, usual, stopPoints);
  }

  private static void checkSize(RoadMetric metric, List<RoadPosition> stopPoints) {
    if (metric.matrix().size() != stopPoints.size()) {
      throw new IllegalArgumentException(
          "matrix is for "
              + metric.matrix().size()
              + " stop points, there are "
              + stopPoints.size());
    }
  }

  /**
   * The usual travel times for another thread; it starts with no places but the stop points, and
   * {@link #adopt} gives it another metric.
   */
  public RoadTravelTimes fork() {
    return new RoadTravelTimes(usual, stopPoints);
  }

  /** What the travel times stand on. */
  public RoadMetric metric() {
    return metric;
  }

  /**
   * Takes another metric over at once, before anybody has planned on these times.
   *
   * @throws IllegalArgumentException when it is for other roads or stop points, or opens a road
   *     that is never open
   */
  public void adopt(RoadMetric next) {
    snapshot(new DrivenLegs()).prepare(next).takeOver();
  }

  /**
   * Notes what is needed to prepare another metric on another thread.
   *
   * @param driven the legs of vehicles under way
   */
  public TimesSnapshot snapshot(DrivenLegs driven) {
    return new TimesSnapshot(this, places.positions(), driven, groups.approaches());
  }

  /** The same places and usual times on another metric, for one thread. */
  RoadTravelTimes twin(RoadMetric next, List<@Nullable RoadPosition> positions) {
    RoadTravelTimes twin = new RoadTravelTimes(usual, next, stopPoints);
    twin.places.mirror(positions);
    return twin;
  }

  /** Makes all labels, and makes ready to {@link #approach} if that is of use. */
  void warmUp(boolean approaches) {
    if (places.heldCount() > 0) {
      places.makeLabels();
    }
    if (approaches) {
      groups.prepareApproach();
    }
  }

  /** Makes and keeps the label from the end of an edge. */
  void keepEdgeEnd(int edgeEnd) {
    places.fromEdgeEnd(edgeEnd);
  }

  /** Whether a leg joins two places, which may stand for other positions by now. */
  boolean isFor(Leg leg, int fromPlace, int toPlace) {
    return RecentLegs.isFor(leg, places, fromPlace, toPlace);
  }

  /** Keeps a leg that has been found on this metric. */
  void remember(Leg leg) {
    paths.keep(leg);
  }

  /** Brings the places up to date with those of another object. */
  void mirror(RoadTravelTimes other) {
    if (places.mirrors(other.places)) {
      return;
    }
    places.mirror(other.places);
    sources.clear();
    targets.clear();
  }

  /** Takes over all that a twin has; the twin is not to be used any more. */
  void become(RoadTravelTimes twin) {
    metric = twin.metric;
    closesRoads = twin.closesRoads;
    graph = twin.graph;
    matrix = twin.matrix;
    places = twin.places;
    sources = twin.sources;
    targets = twin.targets;
    twin.paths.inherit(paths);
    paths = twin.paths;
    groups = twin.groups;
  }

  @Override
  public int stopPointCount() {
    return stopPoints.size();
  }

  /** The place of a position, which the caller holds until it lets it go. */
  public int acquire(RoadPosition position) {
    return places.acquire(position);
  }

  /**
   * Where a place is.
   *
   * @throws IllegalStateException when nobody holds it
   */
  public RoadPosition position(int place) {
    return places.position(place);
  }

  @Override
  public void retain(int place) {
    places.retain(place);
  }

  @Override
  public void release(int place) {
    int held = places.heldCount();
    places.release(place);
    if (places.heldCount() < held) {
      sources.forget(place);
      groups.forgetApproach();
      targets.forget(place);
    }
  }

  /** How many places that are no stop points somebody holds. */
  public int heldPlaces() {
    return places.heldCount();
  }

  @Override
  public int duration(int fromPlace, int toPlace) {
    if (fromPlace >= 0 && fromPlace < matrix.size() && toPlace < matrix.size()) {
      return matrix.duration(fromPlace, toPlace);
    }
    if (fromPlace < 0) {
      return fromEdgeEnd(fromPlace, toPlace);
    }
    if (fromPlace == toPlace) {
      return 0;
    }
    int best = throughLabels(fromPlace, toPlace);
    return places.isSameEdge(fromPlace, toPlace)
        ? Math.min(best, graph.along(places.position(fromPlace), places.position(toPlace)))
        : best;
  }

  @Override
  public boolean isCutOff(int fromPlace, int toPlace) {
    return closesRoads && duration(fromPlace, toPlace) >= UNREACHABLE;
  }

  @Override
  public int durationAnyway(int fromPlace, int toPlace) {
    int duration = duration(fromPlace, toPlace);
    return duration < UNREACHABLE || !closesRoads
        ? duration
        : leg(fromPlace, toPlace).path().duration();
  }

  private int throughLabels(int fromPlace, int toPlace) {
    int slot = targets.find(toPlace);
    if (slot < 0 && sources.find(fromPlace) < 0 && places.isFocus(toPlace)) {
      int size = places.toSize(toPlace);
      slot = targets.spread(toPlace, places.toCells(toPlace), size);
    }
    if (slot >= 0) {
      int size = places.fromSize(fromPlace);
      return targets.best(slot, places.fromCells(fromPlace), size);
    }
    slot = sources.find(fromPlace);
    if (slot < 0) {
      int size = places.fromSize(fromPlace);
      slot = sources.spread(fromPlace, places.fromCells(fromPlace), size);
    }
    int size = places.toSize(toPlace);
    return sources.best(slot, places.toCells(toPlace), size);
  }

  @Override
  public int approach(PlaceGroup group, int limit) {
    return groups.approach(group, limit);
  }

  @Override
  public int reached(int i) {
    return groups.reached(i);
  }

  @Override
  public int leastWithin(int fromPlace, PlaceGroup group, int limit) {
    Approach near = groups.findApproach(group, limit);
    if (near == null) {
      return TravelTimes.super.leastWithin(fromPlace, group, limit);
    }
    int least =
        fromPlace < 0
            ? near.millisCells()[graph.endNode(~fromPlace)]
            : places.throughExits(fromPlace, near.millisCells());
    for (int i = 0; i < group.size(); i++) {
      int direct = group.handicap(i) + places.withoutNodes(fromPlace, group.place(i));
      least = Math.min(least, direct);
    }
    return least;
  }

  @Override
  public void focus(PlaceGroup group, boolean follow) {
    groups.focus(group, follow);
  }

  @Override
  public int lowerBound(int fromPlace, PlaceGroup group) {
    FocusedGroup known = groups.find(group);
    if (known == null) {
      return TravelTimes.super.lowerBound(fromPlace, group);
    }
    return known.boundTo(fromPlace);
  }

  @Override
  public int lowerBound(PlaceGroup group, int toPlace) {
    FocusedGroup known = groups.find(group);
    return known == null ? TravelTimes.super.lowerBound(group, toPlace) : known.boundFrom(toPlace);
  }

  @Override
  public int exit(int fromPlace, PlaceGroup group) {
    for (int i = 0; i < group.size(); i++) {
      if (places.isSameEdge(fromPlace, group.place(i))) {
        return -1;
      }
    }
    return places.exit(fromPlace);
  }

  @Override
  public void durations(int fromPlace, PlaceGroup group, int[] result) {
    FocusedGroup known = groups.find(group);
    if (known == null) {
      TravelTimes.super.durations(fromPlace, group, result);
      return;
    }
    known.durationsTo(fromPlace, result);
  }

  @Override
  public void durations(PlaceGroup group, int toPlace, int[] result) {
    FocusedGroup known = groups.find(group);
    if (known == null) {
      TravelTimes.super.durations(group, toPlace, result);
      return;
    }
    known.durationsFrom(toPlace, result);
  }

  private int fromEdgeEnd(int fromPlace, int toPlace) {
    if (places.endsAt(fromPlace, toPlace)) {
      return 0;
    }
    int slot = sources.find(fromPlace);
    if (slot < 0) {
      int[] label = places.fromEdgeEnd(fromPlace);
      slot = sources.spread(fromPlace, label, label.length);
    }
    int size = places.toSize(toPlace);
    return sources.best(slot, places.toCells(toPlace), size);
  }

  @Override
  public boolean isAt(int edgeEnd, int place) {
    return places.endsAt(edgeEnd, place);
  }

  @Override
  public int lowerBound(int fromPlace, int toPlace) {
    if (fromPlace < 0) {
      return 0;
    }
    if (fromPlace < matrix.size() && toPlace < matrix.size()) {
      return matrix.duration(fromPlace, toPlace);
    }
    return places.bound(fromPlace, toPlace);
  }

  @Override
  public void findDiversion(int fromPlace, int toPlace, int elapsed, Diversion result) {
    leg(fromPlace, toPlace).findDiversion(elapsed, result);
  }

  @Override
  public DrivePath path(int fromPlace, int toPlace) {
    return leg(fromPlace, toPlace).path();
  }

  @Override
  public boolean remembersPath(int fromPlace, int toPlace) {
    return paths.find(fromPlace, toPlace) != null;
  }

  /** The path between two places, as it is driven. */
  Leg leg(int fromPlace, int toPlace) {
    Leg known = paths.find(fromPlace, toPlace);
    if (known != null) {
      return known;
    }
    return isCutOff(fromPlace, toPlace)
        ? paths.usual(fromPlace, toPlace)
        : paths.open(fromPlace, toPlace);
  }
}
