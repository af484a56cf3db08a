package org.ieum.server.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ieum.model.Capacity;
import org.ieum.model.LatLon;
import org.ieum.model.Shift;
import org.ieum.road.ServiceArea;
import org.ieum.server.report.VehicleDay;
import org.ieum.server.report.VehicleDay.LoadChange;
import org.ieum.server.report.VehicleDay.TrackPoint;
import org.ieum.simulation.DrivenLeg;
import org.ieum.simulation.VehicleLog;
import org.ieum.simulation.VehicleLog.Span;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.PathGeometry;

/** Where a vehicle was at any time of the day, along the streets. */
final class VehicleTrack {
  private final ServiceArea area;
  private final VehicleLog vehicle;
  private final PathGeometry geometry;
  private final List<TrackPoint> track = new ArrayList<>();

  VehicleTrack(ServiceArea area, VehicleLog vehicle) {
    this.area = area;
    this.vehicle = vehicle;
    geometry = area.network().geometry();
  }

  VehicleDay toVehicleDay() {
    List<Shift> shifts = vehicle.vehicle().shifts();
    int start = shifts.get(0).time().earliest();
    int end = shifts.get(shifts.size() - 1).time().latest();
    LatLon place = geometry.locate(area.drivingPositions().get(shifts.get(0).startStopPoint()));
    track.add(new TrackPoint(start, place));
    for (DrivenLeg leg : vehicle.legs()) {
      if (leg.path().size() > 0 && leg.arrival() > leg.departure()) {
        drive(leg);
      }
    }
    TrackPoint last = track.get(track.size() - 1);
    if (last.time() < end) {
      track.add(new TrackPoint(end, last.place()));
    }
    return new VehicleDay(vehicle.vehicle().id(), seats(), track, loads());
  }

  private int seats() {
    int seats = 0;
    for (Capacity capacity : vehicle.vehicle().configurations()) {
      seats = Math.max(seats, capacity.seats());
    }
    return seats;
  }

  private List<LoadChange> loads() {
    List<LoadChange> loads = new ArrayList<>();
    int aboard = 0;
    for (Span span : vehicle.spans()) {
      if (span.aboard() != aboard) {
        aboard = span.aboard();
        loads.add(new LoadChange(span.start(), aboard));
      }
    }
    return loads;
  }

  private void drive(DrivenLeg leg) {
    TrackPoint last = track.get(track.size() - 1);
    track.add(new TrackPoint(leg.departure(), last.place()));
    DrivePath path = leg.path();
    int driven = leg.arrival() - leg.departure();
    int before = 0;
    for (int piece = 0; piece < path.size() && before < driven; piece++) {
      int end = path.endMillis(piece);
      double share = end <= driven ? 1 : (double) (driven - before) / (end - before);
      drivePiece(path, piece, share, leg.departure() + before, Math.min(end, driven) - before);
      before = end;
    }
  }

  /** Adds the bends of one piece, in time as in length. */
  private void drivePiece(DrivePath path, int piece, double share, int start, int duration) {
    double from = path.fromFraction(piece);
    double to = from + (path.toFraction(piece) - from) * share;
    List<LatLon> shape = geometry.shape(path.edge(piece));
    double length = 0;
    for (int i = 1; i < shape.size(); i++) {
      length += shape.get(i - 1).metresTo(shape.get(i));
    }
    List<TrackPoint> bends = new ArrayList<>();
    double along = 0;
    for (int i = 1; i + 1 < shape.size() && length > 0; i++) {
      along += shape.get(i - 1).metresTo(shape.get(i));
      double passed = (along / length - from) / (to - from);
      if (passed > 0 && passed < 1) {
        bends.add(new TrackPoint(start + (int) (passed * duration), shape.get(i)));
      }
    }
    if (to < from) {
      Collections.reverse(bends);
    }
    track.addAll(bends);
    var end = new org.ieum.traveltime.RoadPosition(path.edge(piece), to);
    track.add(new TrackPoint(start + duration, geometry.locate(end)));
  }
}
