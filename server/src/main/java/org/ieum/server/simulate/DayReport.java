package org.ieum.server.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.model.Promise;
import org.ieum.model.Rejection;
import org.ieum.model.StopPoint;
import org.ieum.road.RoadNetwork;
import org.ieum.server.report.OccupancyBin;
import org.ieum.server.report.RejectionCount;
import org.ieum.server.report.ReportData;
import org.ieum.server.report.RequestHour;
import org.ieum.server.report.Road;
import org.ieum.server.report.StopActivity;
import org.ieum.server.report.VehicleDay;
import org.ieum.simulation.FleetOccupancy;
import org.ieum.simulation.Outcome;
import org.ieum.simulation.RequestLog;
import org.ieum.simulation.VehicleLog;
import org.ieum.traveltime.PathGeometry;

/** Fills the report page with a day. */
final class DayReport {
  private static final String ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0";
  private static final int BIN = 300_000;
  private static final int HOUR = 3_600_000;

  private final Day day;

  private DayReport(Day day) {
    this.day = day;
  }

  static ReportData of(Day day) {
    return new DayReport(day).data();
  }

  private ReportData data() {
    List<Integer> waiting = new ArrayList<>();
    List<Integer> riding = new ArrayList<>();
    for (RequestLog request : day.result().requests()) {
      if (request.isServed()) {
        waiting.add(request.waiting());
        riding.add(request.riding());
      }
    }
    return new ReportData(
        day.name(),
        subtitle(),
        day.date().atStartOfDay(),
        "local time",
        day.serviceStart(),
        day.serviceEnd(),
        ATTRIBUTION,
        day.figures(),
        roads(),
        stops(),
        vehicles(),
        waiting,
        riding,
        occupancy(),
        requests(),
        rejections());
  }

  private String subtitle() {
    return String.format(
        java.util.Locale.ROOT,
        "%tA %<tF, %s to %s · %d vehicles, %,d requests · seed %s",
        day.date(),
        Clock.time(day.serviceStart()).substring(0, 5),
        Clock.time(day.serviceEnd()).substring(0, 5),
        day.result().vehicles().size(),
        day.result().requests().size(),
        day.settings().getOrDefault("seed", "-"));
  }

  private List<Road> roads() {
    PathGeometry geometry = day.area().network().geometry();
    List<Road> roads = new ArrayList<>();
    for (int edge = 0; edge < geometry.edgeCount(); edge++) {
      if (geometry.drivable(edge) || geometry.walkable(edge)) {
        roads.add(new Road(kind(edge), geometry.shape(edge)));
      }
    }
    return roads;
  }

  private Road.Kind kind(int edge) {
    RoadNetwork network = day.area().network();
    if (!network.geometry().drivable(edge)) {
      return Road.Kind.PATH;
    }
    return network.roadClass(edge).isMain() ? Road.Kind.MAIN : Road.Kind.MINOR;
  }

  private List<StopActivity> stops() {
    List<StopPoint> points = day.area().stopPoints();
    int[] boardings = new int[points.size()];
    int[] alightings = new int[points.size()];
    for (RequestLog request : day.result().requests()) {
      if (request.isServed()) {
        Promise promise = request.getOffer().promise();
        boardings[promise.pickupStopPoint()] += request.getBoarded().size();
        alightings[promise.dropoffStopPoint()] += request.getBoarded().size();
      }
    }
    List<StopActivity> stops = new ArrayList<>();
    for (int s = 0; s < boardings.length; s++) {
      stops.add(new StopActivity(points.get(s), boardings[s], alightings[s]));
    }
    return stops;
  }

  private List<VehicleDay> vehicles() {
    List<VehicleDay> vehicles = new ArrayList<>();
    for (VehicleLog vehicle : day.result().vehicles()) {
      vehicles.add(new VehicleTrack(day.area(), vehicle).toVehicleDay());
    }
    return vehicles;
  }

  private List<OccupancyBin> occupancy() {
    FleetOccupancy fleet =
        new FleetOccupancy(day.result().vehicles(), day.serviceStart(), day.serviceEnd(), BIN);
    List<OccupancyBin> bins = new ArrayList<>();
    for (int bin = 0; bin < fleet.binCount(); bin++) {
      bins.add(
          new OccupancyBin(
              fleet.binStart(bin),
              fleet.binEnd(bin),
              fleet.onBreak(bin),
              fleet.idle(bin),
              fleet.byRiders(bin)));
    }
    return bins;
  }

  private List<RequestHour> requests() {
    Map<Integer, int[]> hours = new TreeMap<>();
    for (RequestLog request : day.result().requests()) {
      int hour = request.trip().submitted() / HOUR;
      hours.computeIfAbsent(hour, key -> new int[4])[column(request.outcome())]++;
    }
    List<RequestHour> list = new ArrayList<>();
    hours.forEach((hour, n) -> list.add(new RequestHour(hour, n[0], n[1], n[2], n[3])));
    return list;
  }

  private static int column(Outcome outcome) {
    return switch (outcome) {
      case SERVED -> 0;
      case REJECTED -> 1;
      case CANCELLED -> 2;
      case NO_SHOW -> 3;
    };
  }

  private List<RejectionCount> rejections() {
    List<RejectionCount> list = new ArrayList<>();
    for (RequestLog request : day.result().requests()) {
      Rejection rejection = request.rejection();
      if (rejection != null) {
        int hour = request.trip().submitted() / HOUR;
        list.add(new RejectionCount(hour, rejection.reason().code(), 1));
      }
    }
    return list;
  }
}
