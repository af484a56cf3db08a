package org.ieum.server.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ieum.server.api.QuoteInput;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a field or parameter; those of one name are the same everywhere. Requests are
 * checked against them and the API's description shows them.
 *
 * @param min of a number; 0 for texts
 * @param max of a number, or the length of a text
 * @param pattern of a text
 * @param saying what the pattern asks for, or what else is to be said of a number
 */
record FieldRule(double min, double max, @Nullable Pattern pattern, String saying) {
  private static final long LARGEST_EXACT = (1L << 53) - 1;
  private static final Pattern PRINTABLE = Pattern.compile("^[^\\u0000-\\u001f\\u007f]+$");
  private static final FieldRule TEXT = text(128, PRINTABLE, "must be printable");

  /** What a dispatcher says for the record, in the journal, where it cannot be deleted. */
  private static final FieldRule REASON =
      text(
          200,
          Pattern.compile("^(?!.*[0-9]{6})[^@\\u0000-\\u001f\\u007f]+$"),
          "must hold no names or numbers of people, for it is kept: no @, no six digits in a row");

  private static final FieldRule DAY =
      text(10, Pattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "must be a day such as 2026-05-06");

  private static final Map<String, FieldRule> RULES =
      Map.ofEntries(
          Map.entry("pickup_lat", range(-90, 90)),
          Map.entry("pickup_lon", range(-180, 180)),
          Map.entry("drop_off_lat", range(-90, 90)),
          Map.entry("drop_off_lon", range(-180, 180)),
          Map.entry("origin_lat", range(-90, 90)),
          Map.entry("origin_lon", range(-180, 180)),
          Map.entry("destination_lat", range(-90, 90)),
          Map.entry("destination_lon", range(-180, 180)),
          Map.entry("modes", choice("drt|transit|scooter")),
          Map.entry("lat", range(-90, 90)),
          Map.entry("lon", range(-180, 180)),
          Map.entry(
              "passenger_count",
              range(0, QuoteInput.MOST_PASSENGERS)
                  .saying("people on seats, 1 when null; 0 only with wheelchairs")),
          Map.entry("wheelchairs", range(0, QuoteInput.MOST_WHEELCHAIRS)),
          Map.entry(
              "luggage", range(0, 0).saying("must be 0, since it is not taken into account yet")),
          Map.entry("max_walk_distance", range(0, QuoteInput.LONGEST_WALK)),
          Map.entry(
              "road_class",
              choice(
                  "motorway|trunk|primary|secondary|tertiary|unclassified|residential"
                      + "|living_street|service|road|track|busway|path|other")),
          Map.entry(
              "speed_factor",
              range(0, 10).saying("0 closes, 1 is the usual speed; between, not under 0.01")),
          Map.entry("longest_search", range(1, 5)),
          Map.entry("range", range(0, 1_000_000)),
          Map.entry(
              "bbox",
              text(
                  100,
                  Pattern.compile(
                      "^-?[0-9]{1,3}(\\.[0-9]{1,15})?(,-?[0-9]{1,3}(\\.[0-9]{1,15})?){3}$"),
                  "must be west,south,east,north in degrees")),
          Map.entry("heading", range(0, 359)),
          Map.entry("sequence", range(0, LARGEST_EXACT)),
          Map.entry("after", range(0, LARGEST_EXACT)),
          Map.entry("Last-Event-ID", range(0, LARGEST_EXACT)),
          Map.entry("limit", range(1, 1_000)),
          Map.entry("time_type", choice("depart_at|arrive_by")),
          Map.entry("rider_kind", choice("adult|youth|child")),
          Map.entry("request_origin", choice("app|web|phone|kiosk|driver|api")),
          Map.entry(
              "phone",
              text(32, Pattern.compile("^[+0-9() ./-]{3,32}$"), "must be a telephone number")),
          Map.entry(
              "rrule",
              text(256, Pattern.compile("^[A-Z0-9=;,+-]+$"), "must be a rule of RFC 5545")),
          Map.entry("exceptions", DAY),
          Map.entry("occurrence_date", DAY),
          Map.entry("valid_from", DAY),
          Map.entry("reason", REASON),
          Map.entry("reason_code", choice("misreported|service_fault|hardship|goodwill")),
          Map.entry("type", text(64, Pattern.compile("^[a-z_]+$"), "must be a type of event")),
          Map.entry(
              "Idempotency-Key",
              text(128, Pattern.compile("^[\\u0021-\\u007e]+$"), "must be visible ASCII")));

  /** The rule of a name; that of plain texts when it has none of its own. */
  static FieldRule of(String name) {
    return RULES.getOrDefault(name, TEXT);
  }

  /** Whether a parameter of a name is a number that need not be whole. */
  static boolean isDegrees(String name) {
    return name.equals("lat") || name.equals("lon");
  }

  /** Whether it is that of texts about which nothing else is to be said. */
  boolean isPlain() {
    return equals(TEXT);
  }

  private static FieldRule range(double min, double max) {
    return new FieldRule(min, max, null, "");
  }

  private FieldRule saying(String more) {
    return new FieldRule(min, max, pattern, more);
  }

  private static FieldRule text(int longest, Pattern pattern, String saying) {
    return new FieldRule(0, longest, pattern, saying);
  }

  private static FieldRule choice(String values) {
    String saying = "must be one of " + values.replace("|", ", ");
    return text(32, Pattern.compile("^(" + values + ")$"), saying);
  }

  boolean isText() {
    return pattern != null;
  }

  /** What is wrong with a number. */
  Optional<String> findFault(double value) {
    boolean within = value >= min && value <= max;
    return within
        ? Optional.empty()
        : Optional.of(min == max ? saying : "must be from " + plain(min) + " to " + plain(max));
  }

  /** What is wrong with a text. */
  Optional<String> findFault(String value) {
    if (value.isEmpty() || value.length() > max) {
      return Optional.of("must have 1 to " + plain(max) + " characters");
    }
    boolean matches = pattern == null || pattern.matcher(value).matches();
    return matches ? Optional.empty() : Optional.of(saying);
  }

  private static String plain(double bound) {
    return Long.toString((long) bound);
  }
}
