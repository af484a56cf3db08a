package org.ieum.server.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ieum.demand.RequestedTrip;
import org.ieum.dispatch.StopReach;
import org.ieum.model.ServiceRules;
import org.ieum.model.Vehicle;
import org.ieum.road.RoadNetwork;
import org.ieum.road.ServiceArea;
import org.ieum.road.SpeedChange;
import org.ieum.simulation.JourneyDay;
import org.ieum.simulation.KeyFigure;
import org.ieum.simulation.KeyFigures;
import org.ieum.simulation.RiderBehaviour;
import org.ieum.simulation.Simulation;
import org.ieum.simulation.Simulation.Improvement;
import org.ieum.simulation.Simulation.Positioning;
import org.ieum.simulation.SimulationResult;
import org.ieum.simulation.TimesChange;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.RoadTravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a simulated day is made of.
 *
 * @param name of the area
 * @param area its roads and stop points
 * @param date of the service day
 * @param serviceStart ms since midnight
 * @param serviceEnd ms since midnight
 * @param speeds how quickly roads are driven in the course of the day, in the order of times
 * @param fleet the vehicles
 * @param trips in the order in which they are asked for
 * @param rules of the service
 * @param behaviour of riders
 * @param improvement how routes are improved while they are driven, null when they are not
 * @param positioning how idle vehicles are moved, null when they wait where they are
 * @param journeys among which riders choose, null when all ask for an on-demand ride
 * @param longestWalk that riders accept to or from a stop, ms
 * @param settings every option of the run and its effective value
 */
public record DayRun(
    String name,
    ServiceArea area,
    LocalDate date,
    int serviceStart,
    int serviceEnd,
    List<SpeedChange> speeds,
    List<Vehicle> fleet,
    List<RequestedTrip> trips,
    ServiceRules rules,
    RiderBehaviour behaviour,
    @Nullable Improvement improvement,
    @Nullable Positioning positioning,
    @Nullable JourneyDay journeys,
    int longestWalk,
    Map<String, String> settings) {
  public DayRun {
    speeds = List.copyOf(speeds);
    fleet = List.copyOf(fleet);
    trips = List.copyOf(trips);
  }

  /** Simulates the day. */
  public Day run() {
    RoadTravelTimes times = area.travelTimes();
    PathGeometry geometry = area.network().geometry();
    StopReach reach = new StopReach(area.placeSnapper(), area.walkAccess(), longestWalk);
    List<TimesChange> changes = changes(times);
    Simulation simulation = new Simulation(rules, fleet, times, times, geometry, reach, behaviour);
    if (improvement != null) {
      simulation.improved(improvement);
    }
    if (positioning != null) {
      simulation.positioned(positioning);
    }
    if (journeys != null) {
      simulation.choosing(journeys);
    }
    SimulationResult result = simulation.run(trips, changes);
    RoadTravelTimes usual = area.travelTimes();
    List<KeyFigure> figures =
        KeyFigures.of(result, (from, to) -> metres(usual.path(from, to), geometry));
    return new Day(name, date, serviceStart, serviceEnd, area, result, figures, settings);
  }

  /** Puts the times of the start of the day in place, and says how they change later. */
  private List<TimesChange> changes(RoadTravelTimes times) {
    List<TimesChange> changes = new ArrayList<>();
    if (!speeds.isEmpty()) {
      RoadNetwork network = area.network();
      Customization customization =
          network.customization(Runtime.getRuntime().availableProcessors());
      for (SpeedChange speed : speeds) {
        if (speed.time() == 0) {
          times.adopt(metric(customization, speed));
        } else {
          changes.add(
              new TimesChange(
                  speed.time(),
                  legs -> times.snapshot(legs).prepare(metric(customization, speed))));
        }
      }
    }
    return changes;
  }

  private RoadMetric metric(Customization customization, SpeedChange speed) {
    return RoadMetric.of(
        customization.customize(speed.factors().applyTo(area.network().driving())),
        area.drivingPositions());
  }

  private static double metres(DrivePath path, PathGeometry geometry) {
    return path.metres(path.duration(), geometry);
  }
}
