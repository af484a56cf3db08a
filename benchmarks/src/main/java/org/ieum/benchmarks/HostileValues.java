package org.ieum.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Values that no client should send. */
final class HostileValues {
  /** In JSON, or nearly. */
  private static final List<String> LITERALS =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1",
          "1.5",
          "1e0",
          "-1e-400",
          "1e308",
          "1e999",
          "-1e999",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "9007199254740993",
          "9".repeat(64),
          "9".repeat(65),
          "1" + "0".repeat(3000),
          "1e-999999999",
          "1e999999999",
          "0." + "1".repeat(400),
          "NaN",
          "Infinity",
          "-Infinity",
          "0x10",
          "01",
          "+1",
          ".5",
          "5.",
          "undefined",
          "'x'",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"a\":{\"b\":[1,2,{\"c\":null}]}}",
          "\"\"",
          "\" \"",
          "\"1\"",
          "\"null\"",
          "\"\\u0000\"",
          "\"a\\nb\\r\\nc\"",
          "\"\\u001b[31m\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u202e\\u2028\\ufeff\"",
          "\"\ud83d\ude8c\ud83d\ude8c\"",
          "\"\\x41\"",
          "\"\\u12\"",
          "\"unfinished",
          "\"2026-02-30T25:61:61Z\"",
          "\"2026-01-01T00:00:00+99:99\"",
          "\"+999999999-12-31T23:59:59.999999999+18:00\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"2026-01-01T00:00:00[Europe/Stockholm]\"",
          "\"2099-12-31T23:59:60Z\"",
          "/* x */ 1",
          "1 // x",
          "\t1\u000b");

  /** Texts that mean something to somebody. */
  private static final List<String> TEXTS =
      List.of(
          "' or 1=1 --",
          "'; drop table event; --",
          "${jndi:ldap://127.0.0.1/a}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "%s%s%n%x",
          "\u0000",
          "a\u0000b",
          "\r\nSet-Cookie: a=b",
          "\u202e\u0000\u001b",
          "__proto__",
          "-1",
          "0",
          "1e999",
          "NaN",
          "9223372036854775808",
          "99999999999999999999999999",
          "city",
          "city-",
          "city--1",
          "city-0",
          "city-1x",
          "city-99999999999999999999",
          "city-9223372036854775807",
          "city-l-o1",
          "city-1:pickup",
          "city-1:",
          "city-1:pickup:pickup",
          "other-1",
          "*",
          "null",
          "true",
          "\u00e9\u4e2d\ud83d\ude8c",
          " ",
          "",
          ",",
          "\"",
          "\\");

  private static final List<Integer> LENGTHS =
      List.of(127, 128, 129, 255, 1000, 8191, 8192, 8193, 20_000);

  private HostileValues() {}

  /** A value in JSON, or nearly. */
  static String literal(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> quoted(text(random));
      case 1 -> quoted(longText(random, 70_000));
      case 2 -> nested(random);
      default -> LITERALS.get(random.nextInt(LITERALS.size()));
    };
  }

  /** A text, perhaps with control characters. */
  static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** A text of a length at which something may give. */
  static String longText(Random random, int most) {
    int length =
        random.nextInt(4) == 0
            ? 1 + random.nextInt(most)
            : Math.min(most, LENGTHS.get(random.nextInt(LENGTHS.size())));
    String unit = List.of("x", "0", " ", "a/", "%", "\u00e9").get(random.nextInt(6));
    return unit.repeat(length / unit.length() + 1).substring(0, length);
  }

  /** Lists in lists, or objects in objects. */
  static String nested(Random random) {
    int depth = List.of(2, 7, 8, 9, 100, 1000, 10_000).get(random.nextInt(7));
    boolean closes = random.nextInt(4) > 0;
    return random.nextBoolean()
        ? "[".repeat(depth) + (closes ? "]".repeat(depth) : "")
        : "{\"a\":".repeat(depth) + "1" + (closes ? "}".repeat(depth) : "");
  }

  /** A text in JSON. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** A text in a path or a query, each byte that needs it in percent. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || b == '-'
              || b == '_'
              || b == '.'
              || b == ':'
              || b == '@';
      encoded.append(isPlain ? "" + (char) b : String.format(Locale.ROOT, "%%%02X", b & 0xff));
    }
    return encoded.toString();
  }
}
