package org.ieum.simulation;

import java.util.Locale;
import org.ieum.dispatch.TroubleCause;

/** Why a confirmed leg could not be had, by what riders were told. */
public enum Lapse {
  /** Nothing was told: the leg ought not to have been offered. */
  NONE,
  /** The vehicle was told to be late, by roads or whatever else. */
  DELAY,
  /** The vehicle was told to have broken down. */
  BREAKDOWN;

  static Lapse of(TroubleCause cause) {
    return cause == TroubleCause.BREAKDOWN ? BREAKDOWN : DELAY;
  }

  /** The name in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
