package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server survives that its PostgreSQL goes and comes back, and shares it with no other server.
 */
final class ServerOutageTest {
  private static final int OUTAGES = 2;

  @TempDir private Path folder;

  private ServerProcess.Setup setup(TestDatabase database, Path data) {
    return new ServerProcess.Setup(
        data, /* vehicles= */ 30, database.url(), database.environment(), List.of());
  }

  @Test
  void theServiceGoesOnByItself() throws IOException, InterruptedException {
    MadeUpTrips trips = new MadeUpTrips(City.embedded(), ServerProcess.AREA, /* seed= */ 7);
    try (TestDatabase database = TestDatabase.open("postgres", folder)) {
      OutageRun.Outcome outcome =
          OutageRun.run(
              setup(database, folder),
              database.getSwitch(),
              trips,
              OUTAGES,
              /* seed= */ 7,
              (outage, line) -> {});
      assertEquals(List.of(), outcome.faults());
      assertEquals(OUTAGES, outcome.outages());
      assertTrue(outcome.fewestInFlight() >= CommandFlow.IN_FLIGHT, outcome.toString());
      assertTrue(outcome.refusals() >= CommandFlow.IN_FLIGHT, outcome.toString());
      assertEquals(0, outcome.vagueRefusals());
    }
  }

  @Test
  void aSecondServerIsRefusedAtStart() throws IOException, InterruptedException {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (TestDatabase database = TestDatabase.open("postgres", folder);
        ServerProcess first = ServerProcess.start(setup(database, folder))) {
      InputException e =
          assertThrows(
              InputException.class, () -> ServerProcess.start(setup(database, other)).close());
      String message = String.valueOf(e.getMessage());
      assertTrue(
          message.contains(
              "error: area city: another server writes its journal in " + database.url() + "\n"),
          message);
      assertTrue(first.isAlive());
    }
  }
}
