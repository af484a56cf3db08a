package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.ieum.server.api.PositionInput;
import org.junit.jupiter.api.Test;

/** What is believed of what a vehicle's device tells. */
final class TrackTest {
  private static final long SECOND = 1_000;

  private final Track track = new Track();
  private long now = 1_800_000_000_000L;
  private long clockError;

  private boolean tell(long sequence, double lat, double lon) {
    return tell(sequence, lat, lon, now);
  }

  private boolean tell(long sequence, double lat, double lon, long then) {
    var time = Instant.ofEpochMilli(then + clockError).atOffset(ZoneOffset.UTC);
    return track.take(new PositionInput(sequence, lat, lon, time), time, now);
  }

  @Test
  void doubledAndOlderOnesChangeNothing() {
    assertTrue(tell(5, 57, 12));
    now += 10 * SECOND;
    assertFalse(tell(5, 57.001, 12));
    assertFalse(tell(4, 57.002, 12));
    assertEquals(57, lat());
    assertTrue(tell(6, 57.001, 12));
    assertEquals(57.001, lat());
  }

  @Test
  void aLeapIsBelievedWhenTheNextOneIsThereToo() {
    assertTrue(tell(1, 57, 12));
    now += 10 * SECOND;
    assertFalse(tell(2, 57.02, 12), "2 km in 10 s");
    assertEquals(57, lat());
    now += 10 * SECOND;
    assertTrue(tell(3, 57.001, 12), "back where it was");
    now += 10 * SECOND;
    assertFalse(tell(4, 57.03, 12));
    now += 10 * SECOND;
    assertTrue(tell(5, 57.031, 12), "it is there after all");
  }

  @Test
  void aWrongClockDoesNotMatter() {
    clockError = -180 * SECOND;
    assertTrue(tell(1, 57, 12));
    now += 10 * SECOND;
    assertTrue(tell(2, 57.001, 12));
  }

  @Test
  void positionsOfThePastAreNotThePresent() {
    assertTrue(tell(1, 57, 12));
    now += 200 * SECOND;
    assertFalse(tell(2, 57.001, 12, now - 150 * SECOND));
    assertFalse(tell(3, 57.002, 12, now - 100 * SECOND));
    assertTrue(tell(4, 57.003, 12, now));
    assertEquals(57.003, lat());
  }

  @Test
  void aClockThatHasBeenSetIsTakenUpAfterAWhile() {
    assertTrue(tell(1, 57, 12));
    clockError = -180 * SECOND;
    now += 10 * SECOND;
    assertFalse(tell(2, 57, 12));
    now += 10 * SECOND;
    assertFalse(tell(3, 57, 12));
    now += 10 * SECOND;
    assertTrue(tell(4, 57, 12));
    now += 10 * SECOND;
    assertTrue(tell(5, 57, 12));
  }

  @Test
  void aDeviceThatWasStartedAgainCountsAnew() {
    assertTrue(tell(9_007_199_254_740_991L, 57, 12));
    for (int number = 1; number <= 2; number++) {
      now += 10 * SECOND;
      assertFalse(tell(number, 57, 12));
      assertEquals(now, track.heard(), "it is not silent");
    }
    now += 10 * SECOND;
    assertTrue(tell(3, 57.0001, 12));
    now += 10 * SECOND;
    assertTrue(tell(4, 57.0002, 12));
    assertFalse(tell(4, 57.0003, 12));
  }

  @Test
  void lateOnesInOrderAreNoNewCount() {
    assertTrue(tell(100, 57, 12));
    for (int number = 90; number < 99; number++) {
      assertFalse(tell(number, 57.0001, 12, now - (100 - number) * SECOND));
    }
    assertEquals(57, lat());
  }

  @Test
  void anyWordEndsTheSilence() {
    assertTrue(tell(1, 57, 12));
    track.lose();
    assertTrue(track.isLost());
    now += 100 * SECOND;
    assertFalse(tell(2, 58, 12), "far off");
    assertFalse(track.isLost());
    assertEquals(now, track.heard());
  }

  private double lat() {
    return Objects.requireNonNull(track.view()).lat();
  }
}
