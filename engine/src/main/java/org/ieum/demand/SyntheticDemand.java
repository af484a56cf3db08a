package org.ieum.demand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.model.TimeType;
import org.ieum.traveltime.PathGeometry;

/**
 * Makes up a day of trips from nothing but the map. Where streets and paths are dense, people live
 * and work, so trips end there; attractors draw more in the morning and send them home later. The
 * length of trips falls off exponentially, and none is so short that one would walk. The same seed
 * gives the same trips.
 */
public final class SyntheticDemand {
  private static final int NOON = 12 * 3_600_000;
  private static final int MINUTE = 60_000;
  private static final int TRIES = 200;

  private final DemandSettings settings;
  private final TripEnds ends;
  private final List<Attractor> attractors;
  private final double attraction;

  /**
   * Weighs the map.
   *
   * @param geometry where people can walk
   * @param attractors places that draw more trips, or none
   */
  public SyntheticDemand(
      DemandSettings settings, PathGeometry geometry, List<Attractor> attractors) {
    this.settings = settings;
    this.attractors = List.copyOf(attractors);
    ends = new TripEnds(geometry);
    double sum = 0;
    for (Attractor attractor : attractors) {
      sum += attractor.weight();
    }
    attraction = sum;
  }

  /**
   * Makes up trips, in the order in which they are asked for.
   *
   * @param start start of service, ms since the epoch; the epoch is a midnight
   * @param end end of service
   * @throws IllegalArgumentException when the area is too small for the shortest trip
   */
  public List<RequestedTrip> trips(int count, int start, int end, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(draft(i, start, end, random));
    }
    drafts.sort(Comparator.comparingInt(Draft::submitted).thenComparingInt(Draft::rider));
    List<RequestedTrip> trips = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      trips.add(drafts.get(id).toTrip(id));
    }
    return trips;
  }

  private record Draft(
      int rider,
      int submitted,
      TimeType timeType,
      int time,
      LatLon origin,
      LatLon destination,
      Party party) {
    RequestedTrip toTrip(int id) {
      return new RequestedTrip(id, rider, submitted, timeType, time, origin, destination, party);
    }
  }

  private Draft draft(int rider, int start, int end, SplittableRandom random) {
    int time = DemandProfile.WEEKDAY.draw(start, end, random);
    Ends ends = drawEnds(random, time);
    TimeType type =
        random.nextDouble() < settings.arriveByShare() ? TimeType.ARRIVE_BY : TimeType.DEPART_AT;
    int ahead = random.nextInt(2 * MINUTE);
    if (random.nextDouble() < settings.prebookedShare()) {
      ahead = 30 * MINUTE + random.nextInt(210 * MINUTE);
    } else if (type == TimeType.ARRIVE_BY) {
      ahead = 30 * MINUTE + random.nextInt(30 * MINUTE);
    }
    int submitted = Math.max(0, time - ahead);
    return new Draft(
        rider, submitted, type, time, ends.origin, ends.destination, drawParty(random));
  }

  private record Ends(LatLon origin, LatLon destination) {
    double metres() {
      return origin.metresTo(destination);
    }
  }

  /**
   * Draws until the length of the trip suits. Where that takes too long, the shortest trip that is
   * long enough stands in.
   */
  private Ends drawEnds(SplittableRandom random, int time) {
    Ends best = null;
    for (int tries = 0; tries < TRIES || best == null; tries++) {
      Ends next = new Ends(drawEnd(random, time >= NOON), drawEnd(random, time < NOON));
      double metres = next.metres();
      boolean suits = metres >= settings.shortestTrip();
      if (suits && random.nextDouble() < StrictMath.exp(-metres / settings.tripDecay())) {
        return next;
      }
      if (best == null || isBetter(metres, best.metres())) {
        best = next;
      }
    }
    if (best.metres() < settings.shortestTrip()) {
      throw new IllegalArgumentException(
          "shortest trip of " + settings.shortestTrip() + " m is too long for the area");
    }
    return best;
  }

  private boolean isBetter(double metres, double than) {
    double least = settings.shortestTrip();
    return than < least ? metres > than : metres >= least && metres < than;
  }

  private LatLon drawEnd(SplittableRandom random, boolean attracted) {
    double left = random.nextDouble() * (1 + attraction) - 1;
    if (attracted && left >= 0) {
      for (Attractor attractor : attractors) {
        left -= attractor.weight();
        if (left < 0) {
          return ends.drawAround(attractor.location(), attractor.radius(), random);
        }
      }
    }
    return ends.draw(random);
  }

  private Party drawParty(SplittableRandom random) {
    double draw = random.nextDouble();
    int riders = draw < 0.78 ? 1 : draw < 0.94 ? 2 : draw < 0.98 ? 3 : 4;
    return random.nextDouble() < settings.wheelchairShare()
        ? new Party(riders - 1, 1)
        : Party.of(riders);
  }
}
