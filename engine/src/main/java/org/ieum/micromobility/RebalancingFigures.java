package org.ieum.micromobility;

/**
 * What came of simulated days.
 *
 * @param asked rides that were wanted
 * @param unserved of those, rides that found no scooter
 * @param turnedAway rides that found no dock where they wanted to end
 * @param offers rewards offered
 * @param accepted of those, accepted
 * @param rewards paid, minor units
 * @param mostRewards on one day, minor units
 * @param tours of vans that left their depot
 * @param vanMetres that vans drove
 * @param vanMillis that vans were at work
 * @param moved scooters that vans moved
 * @param swapped batteries that vans changed
 * @param undone scooters and batteries that vans had no time for
 */
public record RebalancingFigures(
    int asked,
    int unserved,
    int turnedAway,
    int offers,
    int accepted,
    long rewards,
    long mostRewards,
    int tours,
    long vanMetres,
    long vanMillis,
    int moved,
    int swapped,
    int undone) {
  /** Share of the rides wanted that found no scooter. */
  public double unservedShare() {
    return asked == 0 ? 0 : (double) unserved / asked;
  }

  /** Cost of vans and rewards together, minor units. */
  public double cost(VanTourRules rules) {
    return rules.cost(vanMillis, vanMetres) + rewards;
  }
}
