package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.ieum.model.LatLon;
import org.ieum.road.RoadNetwork;
import org.ieum.road.SpeedFactors;
import org.ieum.server.api.RoadSpeedInput;
import org.ieum.server.api.RoadSpeedView;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.api.RoadView;
import org.ieum.server.journal.JournalEvent;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.TimesSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * How roads are driven now: the one set of travel times that all of the desk use, and which roads
 * are not as usual. Belongs to the writer's thread, but for {@link #metric}.
 */
final class Roads {
  static final String CHANGED = "road_speeds_changed";

  private final AreaSetup setup;
  private final RoadTravelTimes times;
  private final RoadMetric usual;
  private final Object making = new Object();
  private RoadSpeeds inForce = RoadSpeeds.USUAL;

  /** Made when it is first needed, since many areas never do. */
  private @Nullable Customization customization;

  Roads(AreaSetup setup) {
    this.setup = setup;
    times = setup.map().travelTimes();
    usual = times.metric();
  }

  /** Whoever plans by them plans anew when roads change. */
  RoadTravelTimes times() {
    return times;
  }

  RoadSpeeds inForce() {
    return inForce;
  }

  /** What another metric has to be prepared for; nothing when what is asked holds already. */
  Optional<TimesSnapshot> begin(RoadSpeeds asked, Desk desk) {
    return inForce.isAs(asked)
        ? Optional.empty()
        : Optional.of(times.snapshot(desk.dispatcher().drivenLegs()));
  }

  /** The roads at other speeds; takes a while, on any thread. */
  RoadMetric metric(RoadSpeeds speeds) {
    if (speeds.speeds().isEmpty()) {
      return usual;
    }
    RoadNetwork network = setup.map().network();
    SpeedFactors.Builder factors = SpeedFactors.on(network);
    speeds.speeds().forEach(speed -> speed.addTo(factors));
    synchronized (making) {
      Customization maker = customization;
      if (maker == null) {
        maker = network.customization(1);
        customization = maker;
      }
      return RoadMetric.of(
          maker.customize(factors.build().applyTo(network.driving())),
          setup.map().drivingPositions());
    }
  }

  /** Puts what has been prepared in place; routes and promises follow. */
  RoadSpeedsView adopt(NewTravelTimes next, RoadSpeeds speeds, Desk desk) {
    desk.advance();
    inForce = speeds.from(desk.times().toUtc(desk.now()));
    desk.scribe.note(CHANGED, null, inForce.write());
    desk.dispatcher().adopt(next, desk.now());
    return view(desk);
  }

  /** Does again what was written; returns false for an event of another type. */
  boolean replay(JournalEvent event, JsonNode data, Desk desk) {
    if (!event.type().equals(CHANGED)) {
      return false;
    }
    desk.begin(event.time());
    RoadSpeeds speeds = RoadSpeeds.read(data, event.time());
    TimesSnapshot snapshot = times.snapshot(desk.dispatcher().drivenLegs());
    adopt(snapshot.prepare(metric(speeds)), speeds, desk);
    return true;
  }

  /**
   * Goes on with the roads of a snapshot, before there is a dispatcher.
   *
   * @param isSameMap whether its numbers of roads mean the same
   */
  void restore(@Nullable RoadSpeeds kept, boolean isSameMap) {
    if (kept == null) {
      return;
    }
    List<RoadSpeed> speeds =
        isSameMap ? kept.speeds() : new RoadFinder(setup.map().network()).findAgain(kept.speeds());
    inForce = new RoadSpeeds(speeds, kept.reason(), kept.since());
    if (!speeds.isEmpty()) {
      times.adopt(metric(inForce));
    }
  }

  RoadSpeedsView view(Desk desk) {
    boolean isEver = inForce.since() > 0;
    return new RoadSpeedsView(
        setup.id(),
        isEver ? desk.times().toOffset(inForce.since()) : null,
        isEver ? inForce.reason() : null,
        inForce.speeds().stream().map(this::view).toList());
  }

  private RoadSpeedView view(RoadSpeed speed) {
    RoadSpeedInput asked = speed.asked();
    return new RoadSpeedView(
        asked.roadClass(),
        asked.lat(),
        asked.lon(),
        asked.heading(),
        asked.speedFactor(),
        speed.edge() == RoadSpeed.NONE ? null : road(speed.edge()));
  }

  private RoadView road(int edge) {
    RoadNetwork network = setup.map().network();
    LatLon middle = network.geometry().locate(new RoadPosition(edge, 0.5));
    return new RoadView(edge, network.roadClass(edge).text(), middle.lat(), middle.lon());
  }
}
