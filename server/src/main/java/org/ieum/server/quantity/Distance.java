package org.ieum.server.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A distance.
 *
 * @param metres 0 to 1,000,000
 */
public record Distance(int metres) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,9})?)(m|km)?");
  private static final int MAX_METRES = 1_000_000;

  public Distance {
    if (metres < 0 || metres > MAX_METRES) {
      throw new IllegalArgumentException(
          "distance must be from 0 to " + MAX_METRES + " m, was " + metres);
    }
  }

  /**
   * Reads {@code 300m}, {@code 1.2km}, or a number of metres; rounds to whole metres.
   *
   * @throws IllegalArgumentException when the text is no such distance; the message tells the text
   */
  public static Distance parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      BigDecimal number = new BigDecimal(matcher.group(1));
      BigDecimal metres = "km".equals(matcher.group(2)) ? number.movePointRight(3) : number;
      BigDecimal whole = metres.setScale(0, RoundingMode.HALF_UP);
      if (whole.compareTo(BigDecimal.valueOf(MAX_METRES)) <= 0) {
        return new Distance(whole.intValueExact());
      }
    }
    throw new IllegalArgumentException(
        "must be a distance such as 300m or 1.2km (up to 1000km), was '" + text + "'");
  }

  /** E.g. {@code 300m}; from 1 km on, hundreds of metres are written as {@code 1.2km}. */
  @Override
  public String toString() {
    if (metres < 1000 || metres % 100 != 0) {
      return metres + "m";
    }
    int tenths = metres / 100 % 10;
    return metres / 1000 + (tenths == 0 ? "" : "." + tenths) + "km";
  }
}
