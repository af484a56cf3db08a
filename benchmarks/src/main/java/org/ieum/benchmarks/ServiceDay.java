package org.ieum.benchmarks;

/**
 * How good a day of a fleet was.
 *
 * @param served share of the requests, 0 to 1
 * @param shortest share of the shortest quarter of the trips that were served; then the next ones
 * @param meanWait mean wait of the served, s
 * @param driveHours of all vehicles
 * @param directHours shortest drives of the served
 * @param broken promises not kept
 */
record ServiceDay(
    double served,
    double shortest,
    double shorter,
    double longer,
    double longest,
    double meanWait,
    double driveHours,
    double directHours,
    int broken) {

  /** Direct hours served for each hour driven. */
  double directPerDrive() {
    return directHours / driveHours;
  }
}
