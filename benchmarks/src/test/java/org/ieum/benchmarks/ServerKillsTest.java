package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that was acknowledged is lost when the server is killed; five kills for each database.
 */
final class ServerKillsTest {
  private static final int KILLS = 5;

  @ParameterizedTest
  @ValueSource(strings = {"", "postgres"})
  void nothingIsLostOrDoubled(String db, @TempDir Path folder)
      throws IOException, InterruptedException {
    MadeUpTrips trips = new MadeUpTrips(City.embedded(), ServerProcess.AREA, /* seed= */ 7);
    try (TestDatabase database = TestDatabase.open(db, folder)) {
      ServerProcess.Setup setup =
          new ServerProcess.Setup(
              folder, /* vehicles= */ 30, database.url(), database.environment(), List.of());
      KillRun.Outcome outcome = KillRun.run(setup, trips, KILLS, /* seed= */ 7, (kill, line) -> {});
      assertEquals(List.of(), outcome.faults());
      assertEquals(KILLS, outcome.kills());
      assertTrue(outcome.fewestInFlight() >= CommandFlow.IN_FLIGHT, outcome.toString());
      // Answers that were on their way when the server was killed still arrive.
      assertTrue(outcome.acknowledged() >= KILLS, outcome.toString());
      assertTrue(outcome.inDoubt() >= KILLS, outcome.toString());
    }
  }
}
