package org.ieum.server.gbfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.LiveArea;
import org.ieum.server.area.ScooterRules;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.journal.JournalStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that the configuration of an area names, as long as the area lives. */
final class FollowedFeedsTest {
  @TempDir private Path folder;
  private final FeedServer server;
  private final List<AreaSetup> opened = new ArrayList<>();

  FollowedFeedsTest() throws IOException {
    server = new FeedServer();
    server.serve(new FeedFixture(true, Instant.now(), 60));
  }

  @AfterEach
  void close() {
    opened.forEach(setup -> rules(setup).source().close());
    server.close();
  }

  private AreaSetup open(String scooters) throws IOException {
    String yaml = "id: test\nscooters:\n" + scooters.indent(2);
    Path file = Files.writeString(folder.resolve("area.yaml"), yaml);
    AreaSetup setup =
        new AreaSetups(new AreaMaps(Path.of("target", "areas"))).open(List.of(file)).get(0);
    opened.add(setup);
    return setup;
  }

  private static ScooterRules rules(AreaSetup setup) {
    return Objects.requireNonNull(setup.scooters());
  }

  private static List<String> systems(AreaSetup setup) {
    return rules(setup).source().supplies().stream().map(ScooterSupply::systemId).toList();
  }

  private String feed(String source, boolean managed) {
    return "{source: \"" + source + "\", managed: " + managed + "}";
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) {
      Thread.sleep(25);
    }
    assertTrue(condition.getAsBoolean());
  }

  private boolean isFollowed() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("scooters " + server.url()));
  }

  @Test
  void anAreaFollowsItsFeedsUntilItIsClosed() throws Exception {
    AreaSetup setup = open("feeds: [" + feed(server.url(), true) + "]");
    try (JournalStore store = JournalStore.open("jdbc:sqlite:" + folder.resolve("events.db"))) {
      LiveArea area = new LiveArea(setup, store.journal("test"), Clock.systemUTC(), "a");
      area.awaitReady();
      await(() -> systems(setup).equals(List.of("test", "tiny")));
      assertTrue(isFollowed());
      area.close();
      await(() -> !isFollowed());
    }
  }

  /** Whose ids would not tell them apart are not mixed; those that are managed go first. */
  @Test
  void aSystemThatComesTwiceCountsOnce() throws Exception {
    new FeedFixture(true, Instant.now(), 60).write(folder);
    AreaSetup setup = open("feeds: [" + feed(".", false) + ", " + feed(server.url(), true) + "]");
    await(() -> systems(setup).equals(List.of("test", "tiny")) && isManaged(setup));
  }

  private static boolean isManaged(AreaSetup setup) {
    return rules(setup).source().supplies().get(1).managed();
  }

  @Test
  void theSchemeOfAnAddressMayBeWrittenInCapitals() throws Exception {
    String address = server.url().replace("http:", "HTTP:");
    AreaSetup setup = open("feeds: [" + feed(address, false) + "]");
    await(() -> systems(setup).equals(List.of("test", "tiny")));
  }

  @Test
  void onlyWhereSeveralSystemsAreManagedIsTheirsPartOfTheId() throws Exception {
    AreaSetup only = open("feeds: [" + feed("a", true) + ", " + feed("b", false) + "]");
    AreaSetup beside =
        open("fleet: [{id: e1, lat: 57.7, lon: 11.96}]\nfeeds: [" + feed("a", true) + "]");
    AreaSetup two = open("feeds: [" + feed("a", true) + ", " + feed("b", true) + "]");
    assertEquals("b7", rules(only).ids().id("tiny", true, "b7"));
    assertEquals("tiny:b7", rules(only).ids().id("tiny", false, "b7"));
    for (AreaSetup several : List.of(beside, two)) {
      assertEquals("tiny:b7", rules(several).ids().id("tiny", true, "b7"));
      assertEquals("b7", rules(several).ids().id("test", true, "b7"));
    }
  }
}
