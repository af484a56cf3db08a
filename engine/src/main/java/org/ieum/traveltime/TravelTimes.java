package org.ieum.traveltime;

/**
 * Driving times as dispatch needs them. A <em>place</em> is a number for where a vehicle can be:
 *
 * <ul>
 *   <li>from 0: a stop point, by its index; always there
 *   <li>behind the stop points: any other position on the road, there as long as somebody holds it,
 *       see {@link #retain}
 *   <li>below 0: the end of a directed edge, at which a moving vehicle can turn off: the bitwise
 *       complement of twice the edge, plus one when it is driven against its direction
 * </ul>
 *
 * <p>An object of this type holds scratch memory and belongs to one thread.
 */
public interface TravelTimes {
  /** The duration between places that no path joins; two of them can be added without overflow. */
  int UNREACHABLE = Integer.MAX_VALUE / 4;

  /** How many stop points there are. */
  int stopPointCount();

  /**
   * Shortest driving time, ms, or {@link #UNREACHABLE}. A drive by way of a third place is never
   * shorter.
   *
   * @param toPlace a stop point or another position, from 0
   */
  int duration(int fromPlace, int toPlace);

  /**
   * Whether no open road leads from one place to another. A vehicle that has to go there all the
   * same drives as if no road were closed, see {@link #durationAnyway}; nobody is promised that.
   */
  default boolean isCutOff(int fromPlace, int toPlace) {
    return false;
  }

  /**
   * Driving time of a vehicle that has to go from one place to another: the shortest, or where no
   * open road leads there, the usual one with no road closed, ms. The path that it takes is the one
   * of {@link #findDiversion}.
   */
  default int durationAnyway(int fromPlace, int toPlace) {
    return duration(fromPlace, toPlace);
  }

  /** Whether a vehicle that comes to the end of an edge is at a place there. */
  boolean isAt(int edgeEnd, int place);

  /** A time that the shortest drive surely takes, ms; cheap, and never more than the duration. */
  default int lowerBound(int fromPlace, int toPlace) {
    return 0;
  }

  /** The least of the lower bounds to places of a group, handicaps left out, ms. */
  default int lowerBound(int fromPlace, PlaceGroup group) {
    int least = UNREACHABLE;
    for (int i = 0; i < group.size(); i++) {
      least = Math.min(least, lowerBound(fromPlace, group.place(i)));
    }
    return least;
  }

  /** The least of the lower bounds from places of a group, handicaps left out, ms. */
  default int lowerBound(PlaceGroup group, int toPlace) {
    int least = UNREACHABLE;
    for (int i = 0; i < group.size(); i++) {
      least = Math.min(least, lowerBound(group.place(i), toPlace));
    }
    return least;
  }

  /**
   * Where a place leads: from places with the same number the ways to any place of a group take
   * equally long.
   *
   * @return a number from 0, or -1 when nothing is known
   */
  default int exit(int fromPlace, PlaceGroup group) {
    return -1;
  }

  /** Writes the duration to each place of a group, handicaps left out, ms. */
  default void durations(int fromPlace, PlaceGroup group, int[] result) {
    for (int i = 0; i < group.size(); i++) {
      result[i] = duration(fromPlace, group.place(i));
    }
  }

  /** Writes the duration from each place of a group, handicaps left out, ms. */
  default void durations(PlaceGroup group, int toPlace, int[] result) {
    for (int i = 0; i < group.size(); i++) {
      result[i] = duration(group.place(i), toPlace);
    }
  }

  /**
   * Says that many questions about ways to and from the places of a group follow, or that no more
   * do and the group may change; it makes them quicker and changes no answer.
   */
  default void focus(PlaceGroup group, boolean follow) {}

  /**
   * Finds all places from which a place of a group can be reached within a limit, its handicap
   * included, if that is quick. Until the next call, {@link #leastWithin} is quick for that group
   * and limit.
   *
   * @return how many places there are, see {@link #reached}; -1 when any place must be expected
   */
  default int approach(PlaceGroup group, int limit) {
    return -1;
  }

  /** One of the places found by {@link #approach}, from 0. */
  default int reached(int i) {
    throw new IllegalStateException("no places have been found");
  }

  /**
   * The least of the durations to places of a group, their handicaps included, ms, if it is at most
   * a limit; otherwise any number above the limit.
   */
  default int leastWithin(int fromPlace, PlaceGroup group, int limit) {
    int least = UNREACHABLE;
    for (int i = 0; i < group.size(); i++) {
      int place = group.place(i);
      int bound = group.handicap(i) + lowerBound(fromPlace, place);
      if (bound <= limit && bound < least) {
        least = Math.min(least, group.handicap(i) + duration(fromPlace, place));
      }
    }
    return least;
  }

  /**
   * Finds where a vehicle under way can first leave its path. The vehicle left {@code fromPlace}
   * some time ago on the shortest path to {@code toPlace}; it finishes the edge that it is on. When
   * that edge is the last one, the diversion is the place that it drives to.
   *
   * @param elapsed time since it left, ms, from 0 to the duration of the path
   * @param result filled with the place and how long after leaving the vehicle gets there
   */
  void findDiversion(int fromPlace, int toPlace, int elapsed, Diversion result);

  /** Whether {@link #findDiversion} answers at once for two places, as it did before. */
  default boolean remembersPath(int fromPlace, int toPlace) {
    return false;
  }

  /**
   * Holds a place; every holder lets it go once. Nothing to do for places that are always there.
   */
  default void retain(int place) {}

  /** Lets a place go, which may then be forgotten. */
  default void release(int place) {}
}
