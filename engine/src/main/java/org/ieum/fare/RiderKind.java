package org.ieum.fare;

import java.util.Locale;

/** Kinds of riders who may have prices of their own. */
public enum RiderKind {
  ADULT,
  YOUTH,
  CHILD;

  /** As in files and on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
