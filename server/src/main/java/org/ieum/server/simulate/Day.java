package org.ieum.server.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ieum.road.ServiceArea;
import org.ieum.simulation.KeyFigure;
import org.ieum.simulation.SimulationResult;

/**
 * A day that has been simulated.
 *
 * @param name of the area
 * @param date of the service day; time 0 is its midnight
 * @param serviceStart ms since midnight
 * @param serviceEnd ms since midnight
 * @param area where it took place
 * @param result what happened
 * @param figures how good it was
 * @param settings every option of the run and its effective value, in the order of the help
 */
public record Day(
    String name,
    LocalDate date,
    int serviceStart,
    int serviceEnd,
    ServiceArea area,
    SimulationResult result,
    List<KeyFigure> figures,
    Map<String, String> settings) {
  public Day {
    if (serviceStart >= serviceEnd) {
      throw new IllegalArgumentException(
          "service start must be < service end, was " + serviceStart + " >= " + serviceEnd);
    }
    figures = List.copyOf(figures);
  }

  /** The id of a stop point. */
  String stopId(int stopPoint) {
    return area.stopPoints().get(stopPoint).id();
  }

  /** The id of a vehicle. */
  String vehicleId(int vehicle) {
    return result.vehicles().get(vehicle).vehicle().id();
  }
}
