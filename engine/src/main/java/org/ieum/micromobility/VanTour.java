package org.ieum.micromobility;

import java.util.List;

/**
 * What one van does in a shift.
 *
 * @param shift of the van
 * @param jobs that it does
 * @param stops in order; none when it stays at its depot
 * @param end when it is back, ms since the epoch
 * @param metres of the whole tour
 */
public record VanTour(
    VanTourShift shift, List<VanTourJob> jobs, List<VanTourStop> stops, int end, long metres) {
  public VanTour {
    jobs = List.copyOf(jobs);
    stops = List.copyOf(stops);
  }

  /** Time from leaving the depot to being back, ms. */
  public int duration() {
    return stops.isEmpty() ? 0 : end - shift.start();
  }

  /** How many scooters it moves. */
  public int moved() {
    return stops.stream().mapToInt(VanTourStop::unloaded).sum();
  }
}
