package org.ieum.fare;

import java.util.Locale;
import org.ieum.model.Money;

/**
 * A line of a bill.
 *
 * @param leg index of the leg that it is for
 * @param type what it is
 * @param label the service, the id of the pass, or the mode that was changed from
 * @param amount below 0 for what is taken off
 */
public record FareItem(int leg, Type type, String label, Money amount) {
  /** What a line is for. */
  public enum Type {
    RIDE,
    PASS,
    TRANSFER;

    /** As on the wire. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
