package org.ieum.traveltime;

/**
 * Other travel times that wait to take the place of those in use. They are prepared on any thread;
 * both methods belong to the thread of the travel times in use, and {@link #takeOver} is called
 * once.
 */
public interface NewTravelTimes {
  /**
   * Whether the shortest path between two places will be another one, or pass its edges at other
   * times. Asked before {@link #takeOver}.
   *
   * @throws IllegalStateException when they have taken over already
   */
  boolean changesPath(int fromPlace, int toPlace);

  /**
   * Puts the new travel times in place. Places keep their numbers.
   *
   * @throws IllegalStateException when they have taken over already
   */
  void takeOver();
}
