package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile requests do no harm: the short form of {@code benchmarks/server-fuzz}. */
final class ServerFuzzTest {
  private static final int REQUESTS = 4_000;

  @Test
  void nothingBreaksAndNothingChanges(@TempDir Path folder)
      throws IOException, InterruptedException {
    FuzzServer setup = new FuzzServer(folder, /* vehicles= */ 10);
    try (ServerProcess server = setup.start();
        FuzzWorld world = new FuzzWorld(server, new Random(7));
        FuzzRun run = new FuzzRun(server, world, setup.actors(world), /* seed= */ 7)) {
      run.run(REQUESTS, (counts, hostile) -> {});
      FuzzCounts counts = run.counts();
      assertEquals(List.of(), counts.faults);
      assertTrue(counts.areClean());
      assertTrue(counts.shareOfAccess() <= 5, counts.byStatus.toString());
      assertTrue(counts.accessTests > REQUESTS / 30, "tests of access: " + counts.accessTests);
      int refused = counts.byStatus.getOrDefault(400, 0);
      assertTrue(refused > REQUESTS / 2, "most are refused for what they say: " + counts.byStatus);
      assertEquals(6, counts.byRole.size());
      assertTrue(server.isAlive());
    }
  }
}
