package org.ieum.osmdata.stops;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.ieum.model.StopPoint;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.clip.ClippedRoads;
import org.ieum.progress.InputException;

/** Chooses and places the stop points of an area. */
public final class StopPlanner {
  /** A stop farther than this from a street is on none, metres. */
  private static final double STREET_RADIUS_METRES = 100;

  private static final double AUTO_SHARE = 0.5;

  private final Path extract;
  private final ClippedRoads roads;
  private final AreaOutline area;
  private final StopOptions options;
  private final StreetNetwork network;
  private final PlaceGrid grid = new PlaceGrid();
  private final WalkReach reach;

  /**
   * A planner for one area.
   *
   * @param extract what faults call the map
   * @param roads the streets of the area
   * @param area only streets and stops inside count
   */
  public StopPlanner(Path extract, ClippedRoads roads, AreaOutline area, StopOptions options) {
    this.extract = extract;
    this.roads = roads;
    this.area = area;
    this.options = options;
    this.network = StreetNetworkBuilder.build(roads, area);
    this.reach = new WalkReach(network);
    for (int node = 0; node < network.nodeCount(); node++) {
      grid.add(network.location(node));
    }
  }

  /**
   * Chooses the stops.
   *
   * @throws InputException when the given file is wrong, or no stop is left
   */
  public StopPlan plan() {
    boolean isGiven = options.file().isPresent();
    DroppedStops dropped = new DroppedStops();
    List<StopPoint> existing = existing(dropped);
    Coverage before = coverage(existing);
    long coveredBefore = before.covered();
    boolean isKept =
        isGiven
            || options.choice() == StopChoice.OSM
            || (options.choice() == StopChoice.AUTO
                && coveredBefore >= AUTO_SHARE * before.total());
    List<StopPoint> base = isKept ? existing : List.of();
    Coverage coverage = isKept ? before : coverage(base);
    List<PlacedStop> stops = new ArrayList<>();
    for (StopPoint stop : base) {
      stops.add(new PlacedStop(stop, isGiven ? StopSource.GIVEN : StopSource.OSM));
    }
    if (!isKept || options.fillsGaps()) {
      for (StopPoint stop : placeVirtual(base, coverage)) {
        stops.add(new PlacedStop(stop, StopSource.VIRTUAL));
      }
    }
    if (stops.isEmpty()) {
      throw new InputException(noStop(dropped));
    }
    return new StopPlan(
        stops,
        isKept ? dropped.byReason() : new TreeMap<>(),
        options.walkMetres(),
        Math.round(coverage.total() / 1000.0),
        Math.round(coveredBefore / 1000.0),
        Math.round(coverage.covered() / 1000.0),
        stops.size() >= options.maxStops());
  }

  private String noStop(DroppedStops dropped) {
    if (options.file().isPresent()) {
      return options.file().get() + ": none of the stops can be used: " + reasons(dropped);
    }
    return extract
        + (options.choice() == StopChoice.OSM
            ? ": no usable bus stop in the area " + area + " " + reasons(dropped)
            : ": no place in the area " + area + " where a bus may stop");
  }

  private static String reasons(DroppedStops dropped) {
    StringJoiner text = new StringJoiner("; ");
    dropped
        .byReason()
        .forEach((reason, ids) -> text.add(reason + " (" + String.join(", ", ids) + ")"));
    return text.toString();
  }

  /** The stops that are there before any is placed, without those that no bus can serve. */
  private List<StopPoint> existing(DroppedStops dropped) {
    List<StopPoint> all =
        options
            .file()
            .map(file -> GivenStops.read(file, area))
            .orElseGet(() -> OsmStops.choose(roads.busStops(), dropped));
    List<StopPoint> usable = new ArrayList<>();
    for (StopPoint stop : all) {
      if (!area.contains(stop.location())) {
        dropped.add(stop.id(), "outside the area");
      } else if (isNear(stop, network::isConnected)) {
        usable.add(stop);
      } else if (isNear(stop, network::isDrivable)) {
        dropped.add(stop.id(), "on a street that is cut off from the others");
      } else {
        dropped.add(
            stop.id(), "no drivable street within " + Math.round(STREET_RADIUS_METRES) + " m");
      }
    }
    return usable;
  }

  private boolean isNear(StopPoint stop, IntPredicate isWanted) {
    return grid.nearest(stop.location(), STREET_RADIUS_METRES, isWanted) >= 0;
  }

  private Coverage coverage(List<StopPoint> stops) {
    Coverage coverage = new Coverage(network, options.walkMetres() * 1000);
    for (StopPoint stop : stops) {
      int node = walkNode(stop);
      if (node >= 0) {
        reach.search(node, offset(stop, node), coverage.limit());
        coverage.add(reach);
      }
    }
    return coverage;
  }

  private List<StopPoint> placeVirtual(List<StopPoint> existing, Coverage coverage) {
    IntArrayList candidates = StopCandidates.find(network);
    GreedyPlacement greedy = new GreedyPlacement(network, coverage, candidates);
    int spacing = options.spacingMetres() * 1000;
    Set<String> takenIds = new HashSet<>();
    for (StopPoint stop : existing) {
      takenIds.add(stop.id());
      int node = walkNode(stop);
      if (node >= 0) {
        greedy.keepAway(node, offset(stop, node), spacing);
      }
    }
    int room = Math.max(0, options.maxStops() - existing.size());
    IntArrayList nodes = greedy.place(spacing, options.minGainMetres() * 1000L, room);
    return VirtualStops.name(network, nodes, takenIds);
  }

  private int walkNode(StopPoint stop) {
    return grid.nearest(stop.location(), STREET_RADIUS_METRES, network::isWalkable);
  }

  private int offset(StopPoint stop, int node) {
    return (int) Math.round(stop.location().metresTo(network.location(node)) * 1000);
  }
}
