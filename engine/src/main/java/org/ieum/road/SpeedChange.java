package org.ieum.road;

/**
 * How quickly roads are driven from a time on, all of them.
 *
 * @param time ms since midnight; 0 for the start of the day
 * @param factors of all roads, as they are then
 */
public record SpeedChange(int time, SpeedFactors factors) {}
