package org.ieum.fleet;

/** What a stop in a route is for. */
public enum StopKind {
  /** Riders board or alight; goes when the last of them does. */
  SERVICE(0),
  /** A vehicle begins its shift here. */
  SHIFT_START(1),
  /** The vehicle is done; nothing can be inserted until the next shift starts. */
  SHIFT_END(2),
  /** The driver rests, with nobody aboard. */
  BREAK(3),
  /** Where a moving vehicle was diverted; only ever the first stop of a route. */
  DIVERSION(4);

  private static final StopKind[] BY_CODE = values();

  private final int code;

  StopKind(int code) {
    this.code = code;
  }

  /** The number by which a route stores it. */
  int code() {
    return code;
  }

  static StopKind ofCode(int code) {
    return BY_CODE[code];
  }

  /** Whether the vehicle must come here empty. */
  public boolean needsEmptyVehicle() {
    return this == SHIFT_END || this == BREAK;
  }
}
