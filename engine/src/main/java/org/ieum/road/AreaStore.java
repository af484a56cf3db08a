package org.ieum.road;

import java.util.ArrayList;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.traveltime.Heading;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.StopMatrix;

/** How the stop points of a service area and their matrix are laid out in a file. */
final class AreaStore {
  private static final List<Heading> HEADINGS =
      List.of(Heading.EITHER, Heading.FORWARD, Heading.BACKWARD);

  private AreaStore() {}

  static void write(ServiceArea area, StoreFile.Writer to) {
    writePositions(area.drivingPositions(), to);
    writePositions(area.walkingPositions(), to);
    writeStopPoints(area.stopPoints(), to);
    List<StopPoint> setAside = new ArrayList<>();
    for (SetAside one : area.setAside()) {
      setAside.add(one.stopPoint());
    }
    writeStopPoints(setAside, to);
    for (SetAside one : area.setAside()) {
      to.add(one.reason().name());
    }
    to.add(area.matrix().cells());
  }

  static ServiceArea read(StoreFile.Reader from, RoadNetwork network, AreaSettings settings)
      throws StoreFile.DamagedException {
    List<RoadPosition> driving = readPositions(from);
    List<RoadPosition> walking = readPositions(from);
    List<StopPoint> served = readStopPoints(from);
    List<StopPoint> others = readStopPoints(from);
    List<SetAside> setAside = new ArrayList<>();
    for (StopPoint stopPoint : others) {
      setAside.add(new SetAside(stopPoint, SetAside.Reason.valueOf(from.text())));
    }
    StopMatrix matrix = new StopMatrix(served.size(), from.ints());
    ServiceArea.PlacedStops stops = new ServiceArea.PlacedStops(served, driving, walking);
    return new ServiceArea(network, settings, stops, setAside, matrix);
  }

  private static void writePositions(List<RoadPosition> positions, StoreFile.Writer to) {
    int[] edges = new int[positions.size()];
    double[] fractions = new double[positions.size()];
    byte[] headings = new byte[positions.size()];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = positions.get(i).edge();
      fractions[i] = positions.get(i).fraction();
      headings[i] = (byte) HEADINGS.indexOf(positions.get(i).heading());
    }
    to.add(edges);
    to.add(fractions);
    to.add(headings);
  }

  private static List<RoadPosition> readPositions(StoreFile.Reader from)
      throws StoreFile.DamagedException {
    int[] edges = from.ints();
    double[] fractions = from.doubles();
    byte[] headings = from.bytes();
    List<RoadPosition> positions = new ArrayList<>(edges.length);
    for (int i = 0; i < edges.length; i++) {
      positions.add(new RoadPosition(edges[i], fractions[i], HEADINGS.get(headings[i])));
    }
    return positions;
  }

  private static void writeStopPoints(List<StopPoint> stopPoints, StoreFile.Writer to) {
    double[] coordinates = new double[2 * stopPoints.size()];
    for (int i = 0; i < stopPoints.size(); i++) {
      coordinates[2 * i] = stopPoints.get(i).location().lat();
      coordinates[2 * i + 1] = stopPoints.get(i).location().lon();
    }
    to.add(coordinates);
    for (StopPoint stopPoint : stopPoints) {
      to.add(stopPoint.id());
      to.add(stopPoint.name());
    }
  }

  private static List<StopPoint> readStopPoints(StoreFile.Reader from)
      throws StoreFile.DamagedException {
    double[] coordinates = from.doubles();
    List<StopPoint> stopPoints = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      LatLon location = new LatLon(coordinates[i], coordinates[i + 1]);
      stopPoints.add(new StopPoint(from.text(), from.text(), location));
    }
    return stopPoints;
  }
}
