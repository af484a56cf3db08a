package org.ieum.simulation;

import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.PathGeometry;

/**
 * A drive from one stop to the next, or to where the vehicle was diverted.
 *
 * @param departure when it began, ms since the epoch
 * @param arrival when it ended; before the end of the path if the vehicle was diverted
 * @param path the path that it followed
 * @param aboard people in the vehicle
 * @param metres how far it went
 * @param isCutOff whether no open road led there, so that it was driven as on usual roads
 */
public record DrivenLeg(
    int departure, int arrival, DrivePath path, int aboard, double metres, boolean isCutOff) {
  /** Length in metres of a path up to a driving time in ms. */
  public static double metres(DrivePath path, int millis, PathGeometry geometry) {
    double sum = 0;
    int before = 0;
    for (int i = 0; i < path.size() && before < millis; i++) {
      double length =
          Math.abs(path.toFraction(i) - path.fromFraction(i)) * geometry.length(path.edge(i));
      int end = path.endMillis(i);
      sum += end <= millis ? length : length * (millis - before) / (end - before);
      before = end;
    }
    return sum;
  }
}
