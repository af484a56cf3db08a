package org.ieum.fare;

/** A part of a drive, as a meter sees it. */
public record Stretch(int metres, int seconds) {
  public Stretch {
    Exact.requireAtLeast("metres", 0, metres);
    Exact.requireAtLeast("seconds", 0, seconds);
  }
}
