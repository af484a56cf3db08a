package org.ieum.micromobility;

/**
 * Something for vans to do: bring scooters from one place to another, or change batteries at one.
 *
 * @param kind what is done
 * @param from where scooters are loaded, or batteries changed
 * @param to where scooters are unloaded; the same for batteries
 * @param count how many scooters
 * @param riders how many riders it saves
 */
public record VanTourJob(Kind kind, int from, int to, int count, double riders) {
  /** What is done. */
  public enum Kind {
    /** Scooters change their place. */
    MOVE,
    /** Batteries are changed where scooters stand. */
    SWAP
  }

  public VanTourJob {
    if (count < 1) {
      throw new IllegalArgumentException("count must be >= 1, was " + count);
    }
    if ((kind == Kind.SWAP) != (from == to)) {
      throw new IllegalArgumentException(
          "scooters must move between two places, batteries at one, was " + from + " to " + to);
    }
  }

  /** The same for a part of the scooters. */
  VanTourJob part(int part) {
    return new VanTourJob(kind, from, to, part, riders * part / count);
  }
}
