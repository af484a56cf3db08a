package org.ieum.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.micromobility.LastMileTimes;
import org.ieum.micromobility.VanTourRoads;
import org.ieum.model.LatLon;
import org.ieum.road.RideProfile;
import org.ieum.road.RoadNetwork;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.ManyToManyQuery;
import org.ieum.traveltime.ModeNetwork;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.PathQuery;
import org.ieum.traveltime.RideRules;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.Snapper;
import org.ieum.traveltime.StopMatrix;
import org.ieum.traveltime.TravelTimes;

/**
 * Scooter stations on the streets of a map, at least so far apart that walking between neighbours
 * takes some minutes, with the times of walkers, riders and vans between them.
 */
final class ScooterCity implements LastMileTimes, VanTourRoads {
  private static final double WALKING = 1.25;
  private static final double SNAP = 150;

  /** Stations stand within this distance of the middle, metres. */
  private static final double RADIUS = 3_000;

  private static final int TRIES = 40;

  private final List<LatLon> stations = new ArrayList<>();
  private final StopMatrix walks;
  private final StopMatrix rides;
  private final StopMatrix drives;

  /** Length of the ride from i to j at i * stations + j, metres. */
  private final int[] rideMetres;

  /** Length of the drive from i to j, like the above. */
  private final int[] driveMetres;

  private final LatLon middle;

  ScooterCity(Path map, int count, long seed) {
    RoadNetwork network = RoadNetwork.read(map);
    ModeNetwork walking = network.onFoot(WALKING);
    ModeNetwork riding = network.riding(RideProfile.DEFAULT, RideRules.NONE);
    middle = middle(network.geometry());
    Snapper walker = walking.snapper(SNAP);
    Snapper rider = riding.snapper(SNAP);
    Snapper driver = network.drivingSnapper(SNAP);
    List<RoadPosition> onFoot = new ArrayList<>();
    List<RoadPosition> ridden = new ArrayList<>();
    List<RoadPosition> driven = new ArrayList<>();
    Random random = new Random(seed);
    while (stations.size() < count) {
      LatLon place = farOne(random, walker, rider, driver);
      stations.add(place);
      onFoot.add(position(walker, place));
      ridden.add(position(rider, place));
      driven.add(position(driver, place));
    }
    walks = new ManyToManyQuery(walking.hierarchy()).matrix(onFoot);
    rides = new ManyToManyQuery(riding.hierarchy()).matrix(ridden);
    drives = new ManyToManyQuery(network.hierarchy()).matrix(driven);
    rideMetres = metres(riding.hierarchy(), ridden, network.geometry());
    driveMetres = metres(network.hierarchy(), driven, network.geometry());
  }

  private static LatLon middle(PathGeometry geometry) {
    double lat = 0;
    double lon = 0;
    for (int edge = 0; edge < geometry.edgeCount(); edge++) {
      LatLon start = geometry.shape(edge).get(0);
      lat += start.lat() / geometry.edgeCount();
      lon += start.lon() / geometry.edgeCount();
    }
    return new LatLon(lat, lon);
  }

  private static RoadPosition position(Snapper snapper, LatLon place) {
    return snapper.snap(place).map(Snap::position).orElseThrow();
  }

  /** Of some places that everybody can get to, the one farthest from all stations. */
  private LatLon farOne(Random random, Snapper... snappers) {
    LatLon best = middle;
    double most = -1;
    for (int found = 0; found < TRIES; ) {
      double north = (2 * random.nextDouble() - 1) * RADIUS / 111_000;
      double east = (2 * random.nextDouble() - 1) * RADIUS / 111_000;
      LatLon place =
          new LatLon(
              middle.lat() + north,
              middle.lon() + east / StrictMath.cos(StrictMath.toRadians(middle.lat())));
      boolean fits = middle.metresTo(place) <= RADIUS;
      for (Snapper snapper : snappers) {
        fits = fits && snapper.snap(place).isPresent();
      }
      if (fits) {
        found++;
        double least = Double.MAX_VALUE;
        for (LatLon station : stations) {
          least = Math.min(least, station.metresTo(place));
        }
        if (least > most) {
          most = least;
          best = place;
        }
      }
    }
    return best;
  }

  private static int[] metres(
      Hierarchy hierarchy, List<RoadPosition> positions, PathGeometry geometry) {
    PathQuery paths = new PathQuery(hierarchy);
    int[] metres = new int[positions.size() * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      for (int j = 0; j < positions.size(); j++) {
        metres[i * positions.size() + j] =
            paths
                .findPath(positions.get(i), positions.get(j))
                .map(path -> (int) Math.ceil(path.metres(path.duration(), geometry)))
                .orElse(TravelTimes.UNREACHABLE);
      }
    }
    return metres;
  }

  int size() {
    return stations.size();
  }

  /** People who work around each station: most in the middle. */
  double[] work() {
    return stations.stream()
        .mapToDouble(station -> StrictMath.exp(-middle.metresTo(station) / 1_000))
        .toArray();
  }

  /** People who live around each station: more further out. */
  double[] homes() {
    return stations.stream()
        .mapToDouble(station -> 0.2 + middle.metresTo(station) / RADIUS)
        .toArray();
  }

  @Override
  public int walk(int from, int to) {
    return walks.duration(from, to);
  }

  @Override
  public int ride(int from, int to) {
    return rides.duration(from, to);
  }

  @Override
  public int rideMetres(int from, int to) {
    return rideMetres[from * size() + to];
  }

  @Override
  public int millis(int from, int to) {
    return drives.duration(from, to);
  }

  @Override
  public int metres(int from, int to) {
    return driveMetres[from * size() + to];
  }
}
