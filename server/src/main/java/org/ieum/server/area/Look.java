package org.ieum.server.area;

/**
 * One look at the routes of an area by its optimiser.
 *
 * @param before what became of what the look before had found
 * @param saved by how much the cost of all routes is lower by that, see {@link
 *     org.ieum.fleet.RouteCost}
 * @param writing how long the writer did nothing else, ns
 * @param searching how long was searched, ns; 0 when there was nothing to look at
 */
public record Look(Outcome before, long saved, long writing, long searching) {
  /** What became of a proposal. */
  public enum Outcome {
    /** There was none. */
    NONE,
    /** It was put in place, at least in part. */
    APPLIED,
    /** Too much had happened in the meantime. */
    REFUSED,
    /** It went wrong, or the search for another one did. */
    FAILED
  }
}
