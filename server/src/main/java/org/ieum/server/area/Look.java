package org.ieum.server.area;

/**
 * One look at the routes of an area by its optimiser.
 *
 * @param outcome what became of the better plan that it found
 * @param saved by how much the cost of all routes is lower by that, see {@link
 *     org.ieum.fleet.RouteCost}
 * @param taking how long the writer did nothing else to see what there is to look at, ns
 * @param searching how long was searched beside it, ns; 0 when there was nothing to look at
 * @param applying how long the writer did nothing else to put the plan in place, ns
 */
public record Look(Outcome outcome, long saved, long taking, long searching, long applying) {
  /** What became of a plan. */
  public enum Outcome {
    /** There was none, or it was no better any more. */
    NONE,
    /** It was put in place, at least in part. */
    APPLIED,
    /** Too much had happened in the meantime. */
    REFUSED,
    /** It went wrong, or the search for it did. */
    FAILED
  }

  static Look nothing(Outcome outcome) {
    return new Look(outcome, 0, 0, 0, 0);
  }
}
