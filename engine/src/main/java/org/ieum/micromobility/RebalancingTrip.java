package org.ieum.micromobility;

/**
 * A ride that somebody wants.
 *
 * @param time when, ms since the first midnight
 * @param from place
 * @param to place
 * @param answer how readily the rider accepts a reward, from 0, most readily, to 1
 */
public record RebalancingTrip(int time, int from, int to, double answer) {}
