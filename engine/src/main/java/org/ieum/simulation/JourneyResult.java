package org.ieum.simulation;

import java.util.List;

/**
 * What became of the journeys of a day.
 *
 * @param journeys one for each trip, in the order in which they were asked for
 * @param scooterTrips in the order in which they began
 * @param scooters how many there were
 * @param expiredHolds how often a scooter was kept for a rider who did not come in time
 * @param exchanges how often a rider got a better scooter than the one held before
 */
public record JourneyResult(
    List<JourneyLog> journeys,
    List<ScooterTrip> scooterTrips,
    int scooters,
    int expiredHolds,
    int exchanges) {
  /** Of a day on which nobody chose. */
  public static final JourneyResult NONE = new JourneyResult(List.of(), List.of(), 0, 0, 0);

  public JourneyResult {
    journeys = List.copyOf(journeys);
    scooterTrips = List.copyOf(scooterTrips);
  }

  /** Journeys with a leg that could not be had, and nobody was told why: ought to be 0. */
  public int infeasible() {
    int count = 0;
    for (JourneyLog journey : journeys) {
      count += journey.isInfeasible() ? 1 : 0;
    }
    return count;
  }
}
