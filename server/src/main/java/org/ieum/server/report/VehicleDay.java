package org.ieum.server.report;

import java.util.List;
import org.ieum.model.LatLon;

/**
 * Where a vehicle was and how many rode in it. Between two track points it moves in a straight line
 * at constant speed; it is on the map from the first to the last of them. A stand is two points at
 * the same place.
 *
 * @param id the vehicle's name
 * @param seats how many riders it seats
 * @param track where it was, by ascending time
 * @param loads riders aboard from each time on, by ascending time; nobody before the first
 */
public record VehicleDay(String id, int seats, List<TrackPoint> track, List<LoadChange> loads) {
  /**
   * The vehicle was at a place.
   *
   * @param time milliseconds since the epoch
   * @param place where it was
   */
  public record TrackPoint(int time, LatLon place) {}

  /**
   * Riders boarded or got off.
   *
   * @param time milliseconds since the epoch
   * @param aboard riders in the vehicle from then on
   */
  public record LoadChange(int time, int aboard) {
    public LoadChange {
      if (aboard < 0) {
        throw new IllegalArgumentException("riders aboard must be >= 0, was " + aboard);
      }
    }
  }

  public VehicleDay {
    track = List.copyOf(track);
    loads = List.copyOf(loads);
    for (int i = 1; i < track.size(); i++) {
      requireOrder(id, track.get(i - 1).time(), track.get(i).time());
    }
    for (int i = 1; i < loads.size(); i++) {
      requireOrder(id, loads.get(i - 1).time(), loads.get(i).time());
    }
  }

  private static void requireOrder(String id, int before, int after) {
    if (before > after) {
      throw new IllegalArgumentException(
          "times of vehicle " + id + " must ascend, were " + before + " > " + after);
    }
  }
}
