package org.ieum.progress;

/** How long a piece of work takes, for people to read; decides nothing. */
public final class Stopwatch {
  private final long started = System.nanoTime();

  /** Seconds since it was made. */
  public double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }
}
