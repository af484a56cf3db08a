package org.ieum.server.report;

import java.time.LocalDateTime;
import java.util.List;
import org.ieum.simulation.KeyFigure;

/**
 * Everything that the report of one simulated day shows. Any list may be empty; the page then says
 * so in words.
 *
 * @param title what the page is about, usually the name of the area
 * @param subtitle date, seed, fleet and rules in one line
 * @param epoch the local date and time that time 0 stands for
 * @param zone label of the time zone, shown beside clock times; may be empty
 * @param serviceStart start of service, milliseconds since the epoch
 * @param serviceEnd end of service, milliseconds since the epoch, later than the start
 * @param attribution whom the map data belong to
 * @param keyFigures in the order of the table; figures of one group are shown together
 * @param roads background of the map
 * @param stops where vehicles may stop, with what happened there
 * @param vehicles the fleet's day
 * @param waitingTimes of served riders, milliseconds each, in any order
 * @param ridingTimes of served riders, milliseconds each, in any order
 * @param occupancy what the fleet was doing, in consecutive bins
 * @param requests by hour and outcome
 * @param rejections by hour and reason
 */
public record ReportData(
    String title,
    String subtitle,
    LocalDateTime epoch,
    String zone,
    int serviceStart,
    int serviceEnd,
    String attribution,
    List<KeyFigure> keyFigures,
    List<Road> roads,
    List<StopActivity> stops,
    List<VehicleDay> vehicles,
    List<Integer> waitingTimes,
    List<Integer> ridingTimes,
    List<OccupancyBin> occupancy,
    List<RequestHour> requests,
    List<RejectionCount> rejections) {
  public ReportData {
    if (serviceStart >= serviceEnd) {
      throw new IllegalArgumentException(
          "service start must be < service end, was " + serviceStart + " >= " + serviceEnd);
    }
    keyFigures = List.copyOf(keyFigures);
    roads = List.copyOf(roads);
    stops = List.copyOf(stops);
    vehicles = List.copyOf(vehicles);
    waitingTimes = List.copyOf(waitingTimes);
    ridingTimes = List.copyOf(ridingTimes);
    occupancy = List.copyOf(occupancy);
    requests = List.copyOf(requests);
    rejections = List.copyOf(rejections);
  }
}
