package org.ieum.server.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {
  private static void assertRefused(Function<String, ?> parser, String text, String must) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> parser.apply(text));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("must be " + must), message);
    assertTrue(message.endsWith("was '" + text + "'"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "05:30, 19800, 05:30",
    "5:30, 19800, 05:30",
    "00:00:00, 0, 00:00",
    "25:10:07, 90607, 25:10:07",
    "47:59:59, 172799, 47:59:59"
  })
  void times(String text, int seconds, String written) {
    assertEquals(seconds * 1000, ServiceTime.parse(text).millis());
    assertEquals(written, ServiceTime.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "7h", "07:60", "07:00:60", "48:00", "-1:00", "7:5", "7:30pm"})
  void noTimes(String text) {
    assertRefused(ServiceTime::parse, text, "a time such as 07:30");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0s",
    "300, 300, 5m",
    "90s, 90, 1m30s",
    "10m, 600, 10m",
    "1h30m, 5400, 1h30m",
    "2h5s, 7205, 2h5s",
    "336h, 1209600, 336h"
  })
  void durations(String text, int seconds, String written) {
    assertEquals(seconds * 1000, TimeSpan.parse(text).millis());
    assertEquals(written, TimeSpan.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "m", "-5", "5 m", "5x", "30m1h", "1.5h", "337h", "9999999h"})
  void noDurations(String text) {
    assertRefused(TimeSpan::parse, text, "a duration such as 90s");
  }

  @ParameterizedTest
  @CsvSource({
    "300, 300, 300m",
    "300m, 300, 300m",
    "1000, 1000, 1km",
    "1.2km, 1200, 1.2km",
    "1.25km, 1250, 1250m",
    "0.4, 0, 0m",
    "0.5, 1, 1m",
    "1000km, 1000000, 1000km"
  })
  void distances(String text, int metres, String written) {
    assertEquals(metres, Distance.parse(text).metres());
    assertEquals(written, Distance.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-3", "3 m", "3mi", "1001km", "1e3", "NaN"})
  void noDistances(String text) {
    assertRefused(Distance::parse, text, "a distance such as 300m");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      ServiceTime time = new ServiceTime(1000 * random.nextInt(48 * 3600));
      TimeSpan span = new TimeSpan(1000 * random.nextInt(14 * 24 * 3600));
      assertEquals(time, ServiceTime.parse(time.toString()), "seed " + seed);
      assertEquals(span, TimeSpan.parse(span.toString()), "seed " + seed);
      Distance distance = new Distance(random.nextInt(2) * 900 + random.nextInt(1200));
      assertEquals(distance, Distance.parse(distance.toString()), "seed " + seed);
    }
  }
}
