package org.ieum.model;

/**
 * How long a vehicle stands.
 *
 * @param stop at a stop with boarding or alighting, from arrival, ms
 * @param wheelchair more for each wheelchair that boards or alights, ms
 * @param noShowWait how long a vehicle waits for a party that is not there, from its arrival or the
 *     start of the pickup window, whichever is later, ms; less where waiting would break a promise
 * @param diversion at a stop for a party that waits at the very place where a diverted vehicle is
 *     about to turn off, ms; at most {@code stop}
 */
public record DwellRules(int stop, int wheelchair, int noShowWait, int diversion) {
  /** Half a minute a stop, two more for a wheelchair, two minutes for a late rider. */
  public static final DwellRules DEFAULT = new DwellRules(30_000, 120_000, 120_000);

  public DwellRules {
    if (stop < 0 || wheelchair < 0 || noShowWait < 0) {
      throw new IllegalArgumentException(
          "dwell must be >= 0, was " + stop + ", " + wheelchair + ", " + noShowWait);
    }
    if (diversion < 0 || diversion > stop) {
      throw new IllegalArgumentException(
          "dwell at a diversion must be from 0 to " + stop + ", was " + diversion);
    }
  }

  /** The same dwell wherever somebody boards. */
  public DwellRules(int stop, int wheelchair, int noShowWait) {
    this(stop, wheelchair, noShowWait, stop);
  }
}
