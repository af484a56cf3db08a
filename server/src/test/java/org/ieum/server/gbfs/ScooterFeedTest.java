package org.ieum.server.gbfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.ieum.progress.InputException;
import org.ieum.server.gbfs.FeedState.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed over real HTTP that breaks, goes stale and recovers, on a clock of the test's own. */
@SuppressWarnings("NullAway.Init")
final class ScooterFeedTest {
  private static final Instant START = FeedFixture.TIME;

  private FeedServer server;
  private ScooterFeed feed;
  private Instant now = START;

  @BeforeEach
  void open() throws IOException {
    server = new FeedServer();
    server.serve(new FeedFixture(true));
    feed = new ScooterFeed(source(1 << 20), FeedOptions.of(true), () -> now);
  }

  @AfterEach
  void close() {
    feed.close();
    server.close();
  }

  private HttpSource source(int largest) {
    return new HttpSource(server.url(), Duration.ofSeconds(2), largest);
  }

  private FeedState pollAfter(int seconds) throws InterruptedException {
    now = START.plusSeconds(seconds);
    return feed.poll();
  }

  /** What is told, without the address. */
  private String reason(FeedState state) {
    return state.reasons().get(0).replace(server.url().replace("gbfs.json", ""), "");
  }

  private void update(int second) {
    server.serve(new FeedFixture(true, START.plusSeconds(second), 60));
  }

  @Test
  void aFeedIsFreshThenStaleThenTooOldThenFresh() throws InterruptedException {
    assertEquals(Condition.WAITING, feed.state().condition());
    assertTrue(feed.findSupply().isEmpty());
    FeedState fresh = pollAfter(10);
    assertEquals(Condition.FRESH, fresh.condition(), fresh.reasons().toString());
    assertEquals(START, fresh.asOf().orElseThrow());
    assertEquals(2, feed.findSupply().orElseThrow().scooters().size());
    FeedState stale = pollAfter(181);
    assertEquals(Condition.STALE, stale.condition());
    assertEquals("gbfs.json: last_updated is 181 s ago, at 2026-05-04T10:00:00Z", reason(stale));
    assertEquals(2, feed.findSupply().orElseThrow().scooters().size());
    assertEquals(Condition.TOO_OLD, pollAfter(601).condition());
    assertTrue(feed.findSupply().isEmpty());
    update(650);
    assertEquals(Condition.FRESH, pollAfter(662).condition());
    assertEquals(START.plusSeconds(650), feed.findSupply().orElseThrow().asOf());
  }

  @Test
  void theLastGoodSupplyOutlivesABrokenFeedUntilItIsTooOld() throws InterruptedException {
    pollAfter(0);
    server.status = 503;
    FeedState broken = pollAfter(61);
    assertEquals(Condition.BROKEN, broken.condition());
    assertEquals("gbfs.json: the server answers with status 503", reason(broken));
    assertEquals(2, feed.findSupply().orElseThrow().scooters().size());
    // Nobody has to look for it to become too old.
    now = START.plusSeconds(601);
    assertTrue(feed.findSupply().isEmpty());
    assertEquals(Condition.TOO_OLD, feed.state().condition());
    server.status = 200;
    update(610);
    assertEquals(Condition.FRESH, pollAfter(620).condition());
  }

  @Test
  void brokenContentChangesNothing() throws InterruptedException {
    pollAfter(0);
    Map<String, String> reasons = new TreeMap<>();
    reasons.put("", "vehicle_status.json: the file is empty");
    reasons.put("<html>", "vehicle_status.json line 1: is no JSON: Unexpected character");
    reasons.put("[]", "vehicle_status.json: must be a JSON object, was []");
    reasons.put(
        String.valueOf(new FeedFixture(true).files.get("vehicle_status")).replace("3.0", "1.0"),
        "vehicle_status.json: version must be 2.2, 2.3, 3.0 or 3.1, was '1.0'");
    reasons.put(
        String.valueOf(new FeedFixture(true).files.get("vehicle_status")).replace("37.51", "99"),
        "");
    int second = 0;
    for (Map.Entry<String, String> entry : reasons.entrySet()) {
      server.files.put("vehicle_status", entry.getKey());
      second += 61;
      FeedState state = pollAfter(second);
      if (entry.getValue().isEmpty()) {
        assertEquals(1, state.badRows(), "half of the rows are used");
        continue;
      }
      assertEquals(Condition.BROKEN, state.condition(), entry.getKey());
      assertTrue(reason(state).startsWith(entry.getValue()), reason(state));
      assertEquals(2, feed.findSupply().orElseThrow().scooters().size());
    }
    server.files.remove("vehicle_status");
    assertEquals(
        "vehicle_status.json: the server answers with status 404", reason(pollAfter(second + 61)));
  }

  @Test
  void mostRowsBadIsBroken() throws InterruptedException {
    pollAfter(0);
    FeedFixture bad =
        new FeedFixture(true, START.plusSeconds(50), 60)
            .change("vehicle_status", "12000.7", "-1")
            .change("vehicle_status", "9000", "-1");
    server.serve(bad);
    FeedState state = pollAfter(61);
    assertEquals(Condition.BROKEN, state.condition());
    assertEquals("vehicle_status.json: 2 of 2 vehicles are bad", reason(state));
    assertEquals(3, state.reasons().size());
    assertEquals(START, feed.findSupply().orElseThrow().asOf());
  }

  @Test
  void theFutureIsNotBelieved() throws InterruptedException {
    update(3_600);
    FeedState state = pollAfter(0);
    assertEquals(Condition.BROKEN, state.condition());
    assertEquals(
        "gbfs.json: last_updated must not be in the future, was 2026-05-04T11:00:00Z at"
            + " 2026-05-04T10:00:00Z",
        reason(state));
    update(59);
    assertEquals(Condition.FRESH, pollAfter(16).condition(), "a minute ahead is let pass");
  }

  @Test
  void filesAreAskedForWhenTheirTtlIsOver() throws InterruptedException {
    FeedFixture fixture = new FeedFixture(true);
    fixture.change("vehicle_status", "'ttl': 60", "'ttl': 0");
    fixture.change("geofencing_zones", "'ttl': 60", "'ttl': 3600");
    server.serve(fixture);
    for (int second = 0; second <= 120; second += 5) {
      pollAfter(second);
    }
    assertEquals(9, server.asked.get("vehicle_status"), "each 15 s at the most");
    assertEquals(3, server.asked.get("station_status"));
    assertEquals(3, server.asked.get("gbfs"));
    assertEquals(1, server.asked.get("geofencing_zones"));
  }

  @Test
  void packedFilesAreUnderstoodAndLargeOrSlowOnesRefused() throws Exception {
    server.packs = true;
    assertEquals(Condition.FRESH, pollAfter(0).condition());
    String bomb = "x".repeat(300_000);
    server.files.put("vehicle_status", bomb);
    HttpSource small = source(100_000);
    String address = small.address("vehicle_status", "vehicle_status.json");
    IOException large = assertThrows(IOException.class, () -> small.fetch(address));
    assertEquals("the file is larger than 100000 bytes", large.getMessage());
    server.packs = false;
    large = assertThrows(IOException.class, () -> small.fetch(address));
    assertTrue(String.valueOf(large.getMessage()).contains("larger than 100000 bytes"), large + "");
    server.delay = 1_000;
    HttpSource hasty = new HttpSource(server.url(), Duration.ofMillis(200), 1 << 20);
    IOException slow = assertThrows(IOException.class, () -> hasty.fetch(address));
    assertEquals("no answer within 200 ms", slow.getMessage());
    server.close();
    assertThrows(IOException.class, () -> source(1 << 20).fetch(address));
  }

  @Test
  void onlyTheWebIsAsked() {
    for (String url : List.of("file:///etc/passwd", "gbfs.json", "ftp://a/b", "http:", "::")) {
      InputException refused =
          assertThrows(
              InputException.class, () -> new HttpSource(url, Duration.ofSeconds(1), 1_000));
      assertTrue(refused.faults().get(0).endsWith("was '" + url + "'"), refused.getMessage());
    }
    assertThrows(
        InputException.class, () -> source(1_000).address("vehicle_status", "file:///etc/passwd"));
  }

  @Test
  void onItsOwnThreadAFeedBreaksAndRecovers() throws Exception {
    InstantSource clock = InstantSource.system();
    FeedOptions quick =
        new FeedOptions(
            false,
            Duration.ofMillis(50),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1));
    server.serve(new FeedFixture(false, clock.instant(), 0));
    FeedFixture two = new FeedFixture(false, clock.instant(), 0);
    server.files.keySet().retainAll(two.files.keySet());
    try (ScooterFeed own = new ScooterFeed(source(1 << 20), quick, clock)) {
      own.start();
      own.start();
      await(() -> own.state().condition() == Condition.FRESH);
      assertTrue(!own.findSupply().orElseThrow().managed());
      server.status = 500;
      await(() -> own.state().condition() == Condition.BROKEN);
      assertEquals(2, own.findSupply().orElseThrow().scooters().size());
      server.status = 200;
      await(() -> own.state().condition() == Condition.FRESH);
    }
    // The last request may be on its way; then there are no more.
    Thread.sleep(300);
    int asked = server.asked.getOrDefault("gbfs", 0);
    Thread.sleep(300);
    assertEquals(asked, server.asked.getOrDefault("gbfs", 0));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertTrue(condition.getAsBoolean());
  }
}
