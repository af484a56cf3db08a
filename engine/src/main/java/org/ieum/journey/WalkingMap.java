package org.ieum.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ieum.model.LatLon;
import org.ieum.traveltime.FlatGraph;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.Snapper;
import org.ieum.traveltime.TravelTimes;
import org.ieum.traveltime.WalkAccess;

/** Where people walk. Immutable; {@link Reach}es belong to one thread each. */
public final class WalkingMap {
  private final FlatGraph graph;
  private final Snapper snapper;
  private final double metresPerSecond;

  /**
   * Takes the walking graph.
   *
   * @param graph times the same in both directions
   * @param snapper finds the path nearest to a place
   * @param metresPerSecond walking speed
   */
  public WalkingMap(FlatGraph graph, Snapper snapper, double metresPerSecond) {
    this.graph = graph;
    this.snapper = snapper;
    this.metresPerSecond = metresPerSecond;
  }

  /** The path nearest to a place. */
  public Optional<Snap> snap(LatLon place) {
    return snapper.snap(place);
  }

  /** Finds which of some places are near. Those far from any path are never found. */
  public Reach reach(List<LatLon> places) {
    List<RoadPosition> positions = new ArrayList<>();
    int[] placeOf = new int[places.size()];
    int[] beside = new int[places.size()];
    Snap[] snaps = new Snap[places.size()];
    for (int place = 0; place < places.size(); place++) {
      Optional<Snap> snap = snapper.snap(places.get(place));
      if (snap.isPresent()) {
        snaps[place] = snap.get();
        placeOf[positions.size()] = place;
        beside[positions.size()] = millis(snap.get().distance());
        positions.add(snap.get().position());
      }
    }
    return new Reach(
        new WalkAccess(graph, positions, metresPerSecond),
        Arrays.copyOf(placeOf, positions.size()),
        Arrays.copyOf(beside, positions.size()),
        snaps);
  }

  /** Time to walk so far straight on, ms. */
  public int millis(double metres) {
    return (int) Math.round(metres / metresPerSecond * 1000);
  }

  /** Which of some places are within walking reach of another; belongs to one thread. */
  public static final class Reach {
    private final WalkAccess access;

    /** Place of position i. */
    private final int[] placeOf;

    /** Walk between position i and its place beside the path, ms. */
    private final int[] beside;

    /** Where place i meets the paths; null when nowhere. */
    private final Snap[] snaps;

    private Reach(WalkAccess access, int[] placeOf, int[] beside, Snap[] snaps) {
      this.access = access;
      this.placeOf = placeOf;
      this.beside = beside;
      this.snaps = snaps;
    }

    /** The same for another thread. */
    public Reach fork() {
      return new Reach(access.fork(), placeOf, beside, snaps);
    }

    /** Where a place meets the paths. */
    public Optional<Snap> snap(int place) {
      return Optional.ofNullable(snaps[place]);
    }

    /** The places within a limit, in the order of the ways along the paths. */
    public List<Near> around(Snap from, int limit) {
      List<Near> result = new ArrayList<>();
      for (var found : access.stopPointsAround(from, limit)) {
        int millis = found.walkDuration() + beside[found.stopPoint()];
        if (millis <= limit) {
          result.add(new Near(placeOf[found.stopPoint()], millis));
        }
      }
      return result;
    }

    /** The walk between two places on or beside the paths, ms, or UNREACHABLE beyond a limit. */
    public int duration(Snap from, Snap to, int limit) {
      int besides = access.millis(from.distance()) + access.millis(to.distance());
      int millis = access.duration(from.position(), to.position(), limit) + besides;
      return millis <= limit ? millis : TravelTimes.UNREACHABLE;
    }
  }

  /**
   * A place in reach.
   *
   * @param place its number
   * @param walk ms
   */
  public record Near(int place, int walk) {}
}
