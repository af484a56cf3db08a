package org.ieum.journey;

/**
 * What journeys may be like.
 *
 * @param longestWalk of one walk to, from or between vehicles, ms
 * @param longestWayOnFoot of a journey that is walked all the way, ms
 * @param longestScooterRide ms
 * @param boardingSlack how long before a departure one is at the stop, ms
 * @param mostVehicles in one journey
 * @param feederStops how many transit stops on-demand rides and scooters feed at each end, at most
 */
public record JourneyRules(
    int longestWalk,
    int longestWayOnFoot,
    int longestScooterRide,
    int boardingSlack,
    int mostVehicles,
    int feederStops) {
  /** Walks of 15 minutes, 40 on foot only, 30 on a scooter, a minute at the stop, 4 vehicles. */
  public static final JourneyRules DEFAULT =
      new JourneyRules(900_000, 2_400_000, 1_800_000, 60_000, 4, 24);

  public JourneyRules {
    require("longest walk", longestWalk);
    require("longest way on foot", longestWayOnFoot);
    require("longest scooter ride", longestScooterRide);
    require("boarding slack", boardingSlack);
    require("most vehicles", mostVehicles);
    require("feeder stops", feederStops);
  }

  /** The same with another longest walk, ms. */
  public JourneyRules withLongestWalk(int other) {
    return new JourneyRules(
        other, longestWayOnFoot, longestScooterRide, boardingSlack, mostVehicles, feederStops);
  }

  private static void require(String what, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " must be >= 0, was " + value);
    }
  }
}
