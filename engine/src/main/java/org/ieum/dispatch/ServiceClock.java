package org.ieum.dispatch;

/** Something that is done for a dispatcher now and then, where time is only thought of. */
public interface ServiceClock {
  /** When something is due, ms since the epoch. */
  int next();

  /** Does what is due; {@link #next} is later then. */
  void step();
}
