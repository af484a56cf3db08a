package org.ieum.micromobility;

/**
 * One shift of a van. It begins and ends, empty, at its depot.
 *
 * @param van unique among the shifts of one problem
 * @param depot a place
 * @param capacity how many scooters it holds
 * @param batteries how many full batteries it has along
 * @param start ms since the epoch
 * @param end ms since the epoch
 */
public record VanTourShift(String van, int depot, int capacity, int batteries, int start, int end) {
  public VanTourShift {
    if (capacity < 0 || batteries < 0) {
      throw new IllegalArgumentException(
          "capacity and batteries must be >= 0, were " + capacity + " and " + batteries);
    }
    if (start < 0 || start > end) {
      throw new IllegalArgumentException("start must be from 0 to " + end + ", was " + start);
    }
  }
}
