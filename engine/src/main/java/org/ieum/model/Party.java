package org.ieum.model;

/**
 * Who travels together on one ride request.
 *
 * @param riders people who take a seat
 * @param wheelchairs people who take a wheelchair place
 */
public record Party(int riders, int wheelchairs) {
  /** A larger party than any vehicle on a road takes; bounds every sum of loads. */
  public static final int MAX_SIZE = 1000;

  public Party {
    if (riders < 0 || riders > MAX_SIZE) {
      throw new IllegalArgumentException(
          "riders must be from 0 to " + MAX_SIZE + ", was " + riders);
    }
    if (wheelchairs < 0 || wheelchairs > MAX_SIZE) {
      throw new IllegalArgumentException(
          "wheelchairs must be from 0 to " + MAX_SIZE + ", was " + wheelchairs);
    }
    if (riders + wheelchairs == 0) {
      throw new IllegalArgumentException("a party must have at least one rider, was 0");
    }
  }

  /** A party of so many riders without wheelchairs. */
  public static Party of(int riders) {
    return new Party(riders, 0);
  }

  /** How many people travel. */
  public int size() {
    return riders + wheelchairs;
  }
}
