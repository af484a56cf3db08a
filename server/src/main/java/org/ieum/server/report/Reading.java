package org.ieum.server.report;

/**
 * A key figure in everyday units: minutes, kilometres, per cent.
 *
 * @param number as people read it
 * @param unit blank for a count
 */
public record Reading(String number, String unit) {
  /** The value in the unit in which people say it. */
  public static Reading of(double value, String unit) {
    if (!Double.isFinite(value)) {
      return new Reading(Numbers.NOTHING, "");
    }
    double size = Math.abs(value);
    return switch (unit) {
      case "share" -> new Reading(Numbers.fixed(value * 100, 1), "%");
      case "%" -> new Reading(Numbers.fixed(value, 1), "%");
      case "ms" -> size < 1000 ? plain(value, unit) : of(value / 1000, "s");
      case "s" -> size < 60 ? plain(value, unit) : new Reading(Numbers.fixed(value / 60, 1), "min");
      case "m" ->
          size < 1000
              ? plain(value, unit)
              : new Reading(Numbers.fixed(value / 1000, size < 100_000 ? 1 : 0), "km");
      default -> plain(value, unit);
    };
  }

  private static Reading plain(double value, String unit) {
    return new Reading(Numbers.number(value), unit);
  }
}
