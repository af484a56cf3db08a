package org.ieum.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.LiveArea;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.http.HttpServer;
import org.ieum.server.http.HttpSettings;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk through a booking's life as the README has it, against a server in a hurry. */
final class ReadmeWalkTest {
  @TempDir Path home = Path.of("");

  /** The block of commands that begins with the key. */
  private static String walk() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md"));
    return Stream.of(readme.split("```", -1))
        .filter(block -> block.startsWith("\nKEY=$("))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, program)));
  }

  @Test
  void goesToItsEndTwice() throws Exception {
    Assumptions.assumeTrue(isThere("bash") && isThere("curl"), "skipped, needs bash and curl");
    Path data = Files.createDirectories(home.resolve(".local/share/ieum"));
    Clock clock = new FastClock(Clock.systemUTC(), 30);
    AreaSetup setup =
        new AreaSetups(new AreaMaps(Path.of("target", "areas")))
            .open(AreaConfig.embedded(), Path.of(""));
    try (JournalStore store =
            JournalStore.open(
                "jdbc:sqlite:" + data.resolve("ieum.db"),
                JournalOptions.DEFAULT.withClock(clock),
                Map.of());
        LiveArea area = new LiveArea(setup, store.journal(setup.id()), clock, "life");
        HttpServer server =
            HttpServer.start(
                HttpSettings.of("127.0.0.1", 0).withClock(clock),
                List.of(area),
                FirstKey.open(data),
                StoredRiders.of(store),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))) {
      area.awaitReady();
      for (int time = 1; time <= 2; time++) {
        String out = run(server.port());
        assertTrue(out.contains("\"state\":\"completed\""), out);
        assertTrue(out.contains("\"type\":\"rider_alighted\""), out);
        assertTrue(out.lines().noneMatch(line -> line.contains("}{")), out);
      }
    }
  }

  private String run(int port) throws Exception {
    String script =
        walk().replace("localhost:8080", "127.0.0.1:" + port).replace("sleep 5", "sleep 1");
    Path out = home.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-eu", "-c", script)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("HOME", home.toString());
    Process process = builder.start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    String text = Files.readString(out);
    assertTrue(ended, text);
    assertEquals(0, process.exitValue(), text);
    return text;
  }
}
