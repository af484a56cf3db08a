package org.ieum.server.area;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ieum.dispatch.TroubleCause;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.LatLon;
import org.ieum.reposition.IdleVehicles;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.PositionView;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.Snapper;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Compares where vehicles say they are with where they are planned to be, and corrects the plan
 * where the difference matters. Belongs to the writer's thread. After a restart it knows who was
 * followed, who was silent, and where they were at the last snapshot.
 *
 * <p>A vehicle that has reported once is followed: it does not arrive by the clock alone, but when
 * it is near its stop or its driver says so. Until then its arrival moves on. Vehicles that never
 * report are taken to keep to their plan.
 */
final class Tracking {
  /** Silent for so long, a vehicle is out of contact, ms. */
  static final int SILENCE = 60_000;

  /** Difference of arrival that is worth a correction, ms. */
  private static final int TOLERANCE = 45_000;

  /** So near to a stop a vehicle may be there, metres. */
  private static final double NEAR = 150;

  /** So far from where it ought to stand a vehicle is somewhere else, metres. */
  private static final double AWAY = 300;

  /** Farther from any road a position says nothing, metres. */
  private static final double OFF_ROAD = 150;

  /** Where a vehicle is that nobody hears of, it is taken to stay so long at a time, ms. */
  private static final int STEP = 30_000;

  /** The least by which an arrival that does not come is put off, ms. */
  private static final int SHORT_STEP = 5_000;

  /** No bus goes faster to where it is to wait, m/s. */
  private static final int FASTEST = 30;

  /** Who is elsewhere than where an idle vehicle ought to be is left alone for so long, ms. */
  private static final int REST = 300_000;

  private final AreaSetup setup;
  private final RoadTravelTimes times;
  private final EdgeTimes edges;
  private final Snapper snapper;

  /** What is known of vehicle v; null when it has never reported. */
  private final @Nullable Track[] tracks;

  /** Until when vehicle v is not to be moved, ms since 1970, UTC. */
  private final long[] staysUntil;

  Tracking(AreaSetup setup, RoadTravelTimes times) {
    this.setup = setup;
    this.times = times;
    edges = setup.map().network().driving();
    snapper = setup.map().network().drivingSnapper(OFF_ROAD);
    tracks = new Track[setup.fleet().size()];
    staysUntil = new long[setup.fleet().size()];
  }

  /** The last position that was believed. */
  @Nullable PositionView position(int v) {
    Track track = tracks[v];
    return track == null ? null : track.view();
  }

  /** What a snapshot keeps of a vehicle; {@code heard} in ms since 1970, UTC. */
  record Followed(String vehicle, @Nullable LatLon place, long heard, boolean lost) {}

  /** Of all vehicles that have reported. */
  List<Followed> followed(EventText text) {
    List<Followed> all = new ArrayList<>();
    for (int v = 0; v < tracks.length; v++) {
      Track track = tracks[v];
      if (track != null) {
        all.add(
            new Followed(
                text.vehicleId(v), track.place().orElse(null), track.heard(), track.isLost()));
      }
    }
    return all;
  }

  /** Goes on with vehicles of before; what has been replayed since says whether they are silent. */
  void restore(List<Followed> before, EventText text) {
    for (Followed one : before) {
      int v = text.vehicle(one.vehicle());
      if (v >= 0) {
        Track replayed = tracks[v];
        boolean lost = replayed == null ? one.lost() : replayed.isLost();
        tracks[v] = Track.restored(one.place(), one.heard(), lost);
      }
    }
  }

  /** Notes what the journal tells of a vehicle: that it was silent, or was heard again. */
  void replay(int v, boolean lost, long time) {
    tracks[v] = Track.restored(null, time, lost);
  }

  /** Gives all vehicles time to report, for nobody could until now. */
  void resume(long now) {
    for (Track track : tracks) {
      if (track != null) {
        track.hearAnew(now);
      }
    }
  }

  /** Whether a vehicle has fallen silent. */
  boolean isLost(int v) {
    Track track = tracks[v];
    return track != null && track.isLost();
  }

  /** Whether an idle vehicle has lately been seen elsewhere, so that it does as it likes. */
  boolean staysPut(int v, long now) {
    return now < staysUntil[v];
  }

  /** Where a vehicle was last, by its own account. */
  Optional<LatLon> lastPlace(int v) {
    return Optional.ofNullable(tracks[v]).flatMap(Track::place);
  }

  /** Takes in a position; one that is doubled, late or cannot be changes nothing. */
  PositionView report(int v, PositionInput input, Desk desk) {
    Track track = tracks[v];
    if (track == null) {
      track = new Track();
      tracks[v] = track;
    }
    long now = desk.times().toUtc(desk.now());
    boolean wasLost = track.isLost();
    OffsetDateTime time = input.time() == null ? desk.times().toOffset(now) : input.time();
    boolean isNew = track.take(input, time, now);
    if (wasLost && !track.isLost()) {
      desk.scribe.note(
          EventText.CONTACT_RESTORED, null, desk.text.vehicleId(v), EventText.object());
    }
    if (isNew) {
      follow(v, track.place().orElseThrow(), desk);
    }
    return Objects.requireNonNull(track.view());
  }

  /** Notes which vehicles have fallen silent. */
  void listen(Desk desk) {
    long now = desk.times().toUtc(desk.now());
    for (int v = 0; v < tracks.length; v++) {
      Track track = tracks[v];
      if (track != null && !track.isLost() && now - track.heard() > SILENCE) {
        track.lose();
        ObjectNode data = EventText.object().put("silent_ms", now - track.heard());
        desk.scribe.note(EventText.CONTACT_LOST, null, desk.text.vehicleId(v), data);
      }
    }
  }

  /**
   * Keeps followed vehicles that are not near their stops from arriving by the clock. What is
   * decided is decided for the moment of the arrival, because the clock has not got further yet.
   */
  void holdBack(Desk desk) {
    for (int v = firstToHold(desk); v >= 0; v = firstToHold(desk)) {
      hold(v, desk);
    }
  }

  /** The vehicle to be held that would arrive first, or -1. */
  private int firstToHold(Desk desk) {
    FleetView fleet = desk.dispatcher().fleet();
    int first = -1;
    int least = desk.now();
    for (int v = 0; v < tracks.length; v++) {
      Track track = tracks[v];
      boolean drives = track != null && fleet.departed(v) && fleet.place(v, 1) >= 0;
      if (drives && fleet.arrival(v, 1) < least && isFar(track, fleet.place(v, 1))) {
        least = fleet.arrival(v, 1);
        first = v;
      }
    }
    return first;
  }

  private boolean isFar(Track track, int stopPoint) {
    LatLon place = track.place().orElse(null);
    return place != null
        && place.metresTo(stopLocation(stopPoint)) > NEAR
        && snapper.snap(place).isPresent();
  }

  private void hold(int v, Desk desk) {
    FleetView fleet = desk.dispatcher().fleet();
    int time = fleet.arrival(v, 1);
    int next = fleet.place(v, 1);
    RoadPosition position = lastPlace(v).flatMap(snapper::snap).map(Snap::position).orElseThrow();
    int end = leastEnd(position, next);
    boolean isSilent = desk.times().toUtc(desk.now()) - heard(v) > STEP;
    int at = time + (isSilent ? STEP : SHORT_STEP);
    if (end == RoutePlan.ANYWHERE) {
      // No way leads on from there that we know; the driver will find one.
      desk.dispatcher().locate(v, next, at, TroubleCause.DELAY, time);
      return;
    }
    TroubleCause cause = isLost(v) ? TroubleCause.NO_CONTACT : TroubleCause.DELAY;
    desk.dispatcher().locate(v, end, Math.max(at, time + toEnd(position, end)), cause, time);
  }

  private long heard(int v) {
    Track track = tracks[v];
    return track == null ? 0 : track.heard();
  }

  private void follow(int v, LatLon place, Desk desk) {
    FleetView fleet = desk.dispatcher().fleet();
    Snap snap = snapper.snap(place).orElse(null);
    if (snap == null || isOut(fleet, v, desk.now())) {
      return;
    }
    if (IdleVehicles.isIdle(fleet, v, desk.now())) {
      followIdle(v, place, snap, desk);
      return;
    }
    boolean drives = fleet.departed(v) || fleet.place(v, 0) < 0;
    boolean hasNext = fleet.stopCount(v) > 1 && fleet.place(v, 1) >= 0;
    if (!drives) {
      if (place.metresTo(stopLocation(fleet.place(v, 0))) > AWAY && !isBoarded(fleet, v)) {
        locate(v, snap, hasNext ? fleet.place(v, 1) : RoutePlan.ANYWHERE, desk);
      }
    } else if (hasNext) {
      int next = fleet.place(v, 1);
      int end = leastEnd(snap.position(), next);
      if (end == RoutePlan.ANYWHERE) {
        return;
      }
      int arrival = desk.now() + toEnd(snap.position(), end) + times.durationAnyway(end, next);
      boolean isThere = place.metresTo(stopLocation(next)) <= NEAR;
      int planned = fleet.departed(v) ? fleet.arrival(v, 1) : soonestArrival(fleet, v, desk.now());
      if (Math.abs(arrival - planned) > TOLERANCE && !(isThere && planned <= arrival)) {
        locate(v, snap, next, desk);
      }
    }
  }

  /**
   * Corrects where an idle vehicle is that stands somewhere else, or does not go where it is sent.
   * Somewhere along the end of a long edge is near enough.
   */
  private void followIdle(int v, LatLon place, Snap snap, Desk desk) {
    FleetView fleet = desk.dispatcher().fleet();
    int there = fleet.place(v, 0);
    int ahead = Math.max(0, fleet.arrival(v, 0) - desk.now());
    boolean isNear = place.metresTo(location(there)) <= AWAY + FASTEST * (ahead / 1000.0);
    int next = fleet.place(v, 1);
    if (!isNear && leastEnd(snap.position(), next) != there) {
      staysUntil[v] = desk.times().toUtc(desk.now()) + REST;
      locate(v, snap, next, desk);
    }
  }

  /** When a vehicle that turns off can be at its next stop. */
  private static int soonestArrival(FleetView fleet, int v, int now) {
    return Math.max(now, fleet.departure(v, 0)) + fleet.leg(v, 0);
  }

  /** Whether a vehicle is kept from driving. */
  static boolean isOut(FleetView fleet, int v, int now) {
    return !fleet.departed(v)
        && fleet.kind(v, 0) == StopKind.DIVERSION
        && fleet.soonest(v, 0) > Math.max(now, fleet.arrival(v, 0));
  }

  private static boolean isBoarded(FleetView fleet, int v) {
    for (int k = 0; k < fleet.rideCount(v); k++) {
      if (fleet.pickup(v, k) == 0) {
        return true;
      }
    }
    return false;
  }

  private void locate(int v, Snap snap, int next, Desk desk) {
    int end = leastEnd(snap.position(), next);
    if (end != RoutePlan.ANYWHERE) {
      int at = desk.now() + toEnd(snap.position(), end);
      desk.dispatcher().locate(v, end, at, TroubleCause.DELAY, desk.now());
    }
  }

  /** The end of its edge by which a vehicle is at a stop first; ANYWHERE when none leads there. */
  private int leastEnd(RoadPosition position, int next) {
    int best = RoutePlan.ANYWHERE;
    int least = TravelTimes.UNREACHABLE;
    for (int against = 0; against < 2; against++) {
      int end = ~(2 * position.edge() + against);
      int along = toEnd(position, end);
      if (along >= EdgeTimes.CLOSED) {
        continue;
      }
      int drive = next < 0 ? 0 : times.durationAnyway(end, next);
      if (along + drive < least) {
        least = along + drive;
        best = end;
      }
    }
    return best;
  }

  /** As the road is driven now; who is on one that is closed comes off it as usual. */
  private int toEnd(RoadPosition position, int end) {
    int open = toEnd(position, end, times.metric().hierarchy().graph().roads());
    return open < EdgeTimes.CLOSED ? open : toEnd(position, end, edges);
  }

  private static int toEnd(RoadPosition position, int end, EdgeTimes roads) {
    return (~end & 1) == 1 ? roads.toBase(position) : roads.toAdjacent(position);
  }

  /** Of a stop point or the end of an edge. */
  private LatLon location(int place) {
    if (place >= 0) {
      return stopLocation(place);
    }
    RoadPosition end = new RoadPosition(~place >> 1, (~place & 1) == 1 ? 0 : 1);
    return setup.map().network().geometry().locate(end);
  }

  private LatLon stopLocation(int stopPoint) {
    return setup.map().stopPoints().get(stopPoint).location();
  }
}
