package org.ieum.micromobility;

/**
 * What counts when riders are given scooters.
 *
 * @param horizon how long before alighting riders are looked at, ms
 * @param walkWeight what a minute's walk counts on top of the time it takes, percent
 * @param unlock time from standing at a scooter to riding, ms
 * @param park time from the end of the ride to having left it, ms
 * @param penalty what it costs that somebody gets no scooter and cannot walk all the way, ms
 * @param spareMetres range that must be left after a ride
 * @param change what another scooter than promised has to save its rider, ms
 */
public record MatchRules(
    int horizon, int walkWeight, int unlock, int park, int penalty, int spareMetres, int change) {
  /**
   * Half an hour ahead; a minute's walk counts like two; 2 km must be left; for less than half a
   * minute nobody is told of another scooter.
   */
  public static final MatchRules DEFAULT =
      new MatchRules(30 * 60_000, 100, 30_000, 20_000, 60 * 60_000, 2_000, 30_000);

  public MatchRules {
    require("horizon", horizon);
    require("walk weight", walkWeight);
    require("time to unlock", unlock);
    require("time to park", park);
    require("penalty", penalty);
    require("spare range", spareMetres);
    require("cost of a change", change);
  }

  private static void require(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be >= 0, was " + value);
    }
  }
}
