package org.ieum.reoptimize;

/**
 * How long a search may go on. With iterations alone its result depends on nothing but problem and
 * seed.
 *
 * @param iterations at most so many
 * @param nanos at most so long, ns
 */
public record SearchBudget(long iterations, long nanos) {
  public SearchBudget {
    if (iterations < 0) {
      throw new IllegalArgumentException("iterations must be >= 0, was " + iterations);
    }
    if (nanos < 0) {
      throw new IllegalArgumentException("nanos must be >= 0, was " + nanos);
    }
  }

  /** So many iterations, however long they take. */
  public static SearchBudget ofIterations(long iterations) {
    return new SearchBudget(iterations, Long.MAX_VALUE);
  }

  /** So much time, ns. */
  public static SearchBudget ofNanos(long nanos) {
    return new SearchBudget(Long.MAX_VALUE, nanos);
  }
}
