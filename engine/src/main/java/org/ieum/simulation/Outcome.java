package org.ieum.simulation;

import java.util.Locale;

/** How a request ended. */
public enum Outcome {
  SERVED,
  REJECTED,
  CANCELLED,
  NO_SHOW;

  /** The name in files, e.g. {@code no_show}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
