package org.ieum.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ieum.model.StopPoint;
import org.ieum.progress.InputException;
import org.ieum.traveltime.ManyToManyQuery;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.Snapper;
import org.ieum.traveltime.StopMatrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts stop points on the graph. */
final class StopPlacement {
  private static final Logger LOG = LoggerFactory.getLogger(StopPlacement.class);

  /** The matrix of more would not fit into one array on disk. */
  private static final int MAX_STOP_POINTS = 20_000;

  /** Added to the id of a stop point for its other side. */
  private static final String OPPOSITE = " (opposite)";

  private final RoadNetwork network;
  private final AreaSettings settings;
  private final Snapper driving;
  private final Snapper walking;
  private final boolean servesBothSides;
  private final List<StopPoint> served = new ArrayList<>();
  private final List<RoadPosition> drivingPositions = new ArrayList<>();
  private final List<RoadPosition> walkingPositions = new ArrayList<>();
  private final List<SetAside> setAside = new ArrayList<>();

  StopPlacement(RoadNetwork network, AreaSettings settings) {
    this.network = network;
    this.settings = settings;
    driving =
        settings
            .turns()
            .map(rules -> network.kerbSnapper(settings.stopPointRadius(), rules.kerbSide()))
            .orElseGet(() -> network.drivingSnapper(settings.stopPointRadius()));
    walking = network.walkingSnapper(settings.stopPointRadius());
    servesBothSides = settings.turns().filter(r -> r.kerbSide() == KerbSide.ANY).isPresent();
  }

  ServiceArea build(List<StopPoint> stopPoints) {
    int most = servesBothSides ? MAX_STOP_POINTS / 2 : MAX_STOP_POINTS;
    if (stopPoints.size() > most) {
      throw new InputException(
          "an area has at most " + most + " stop points, was " + stopPoints.size());
    }
    for (StopPoint stopPoint : stopPoints) {
      place(stopPoint);
    }
    warn(settings, setAside, stopPoints.size());
    if (served.isEmpty()) {
      throw new InputException(
          "none of the "
              + stopPoints.size()
              + " stop points can be served"
              + (setAside.isEmpty() ? "" : ", e.g. " + describe(setAside.get(0))));
    }
    ServiceArea.PlacedStops stops =
        new ServiceArea.PlacedStops(served, drivingPositions, walkingPositions);
    StopMatrix matrix = new ManyToManyQuery(network.hierarchy()).matrix(stops.driving());
    return new ServiceArea(network, settings, stops, setAside, matrix);
  }

  private void place(StopPoint stopPoint) {
    Optional<Snap> road = driving.snap(stopPoint.location());
    Optional<Snap> walkway = walking.snap(stopPoint.location());
    if (road.isEmpty()) {
      Snapper cutOff = network.cutOffSnapper(settings.stopPointRadius());
      boolean islet = cutOff.snap(stopPoint.location()).isPresent();
      SetAside.Reason reason = islet ? SetAside.Reason.CUT_OFF : SetAside.Reason.NO_ROAD;
      setAside.add(new SetAside(stopPoint, reason));
    } else if (walkway.isEmpty()) {
      setAside.add(new SetAside(stopPoint, SetAside.Reason.NO_WALKWAY));
    } else {
      RoadPosition position = road.get().position();
      serve(stopPoint, position, walkway.get().position());
      if (servesBothSides) {
        KerbSnapper.findOpposite(network.driving(), position)
            .ifPresent(other -> serve(opposite(stopPoint), other, walkway.get().position()));
      }
    }
  }

  private void serve(StopPoint stopPoint, RoadPosition road, RoadPosition walkway) {
    served.add(stopPoint);
    drivingPositions.add(road);
    walkingPositions.add(walkway);
  }

  /** The other side of a stop point. */
  private static StopPoint opposite(StopPoint stopPoint) {
    return new StopPoint(stopPoint.id() + OPPOSITE, stopPoint.name(), stopPoint.location());
  }

  /** Warns of stop points that are not served, naming each of them. */
  static void warn(AreaSettings settings, List<SetAside> setAside, int total) {
    if (setAside.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (SetAside one : setAside) {
      text.append(text.length() == 0 ? "" : "; ").append(describe(one));
    }
    LOG.warn(
        "{}",
        String.format(
            Locale.ROOT,
            "%d of %d stop points set aside (within %.0f m): %s",
            setAside.size(),
            total,
            settings.stopPointRadius(),
            text));
  }

  private static String describe(SetAside one) {
    return one.stopPoint().id() + " (" + one.reason().text() + ")";
  }
}
