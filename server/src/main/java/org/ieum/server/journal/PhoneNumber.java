package org.ieum.server.journal;

/**
 * A telephone number, to be compared however it is written: with its country ({@code +46 70 123 45
 * 67}, {@code 0046…}) or without ({@code 070-123 45 67}).
 *
 * @param digits without zeros in front
 * @param isInternational whether the country is among them
 */
record PhoneNumber(String digits, boolean isInternational) {
  /** So many digits are looked up; also the least to be compared without the country. */
  private static final int TAIL = 7;

  static PhoneNumber of(String text) {
    String stripped = text.strip();
    // (0) stands for what is left out behind a country's number.
    String digits = stripped.replace("(0)", "").replaceAll("[^0-9]", "");
    boolean isInternational = stripped.startsWith("+") || digits.startsWith("00");
    return new PhoneNumber(digits.replaceFirst("^0+", ""), isInternational);
  }

  /** The last digits, which are the same in all spellings. */
  String tail() {
    return digits.substring(Math.max(0, digits.length() - TAIL));
  }

  /** Whether both may be the same telephone. */
  boolean matches(PhoneNumber other) {
    if (digits.equals(other.digits)) {
      return !digits.isEmpty();
    }
    if (digits.length() < other.digits.length()) {
      return other.matches(this);
    }
    return !other.isInternational && other.digits.length() >= TAIL && digits.endsWith(other.digits);
  }
}
