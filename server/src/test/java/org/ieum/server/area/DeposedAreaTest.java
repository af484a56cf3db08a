package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import org.ieum.server.api.Refusal;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.JournalUnavailable;
import org.ieum.server.journal.TestPostgres;
import org.junit.jupiter.api.Test;

/** An area whose journal somebody else has gone on with. */
final class DeposedAreaTest {
  @Test
  void itStopsRatherThanAnswer() throws Exception {
    AreaConfig config = AreaConfig.embedded();
    AreaSetup setup =
        new AreaSetups(new AreaMaps(Path.of("target", "areas"))).open(config, Path.of(""));
    String url = TestPostgres.freshUrl();
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = new LiveArea(setup, store.journal(setup.id()), Clock.systemUTC(), "a");
      area.awaitReady();
      String stop = area.stops().get(3).stopId();
      area.order(desk -> desk.closeStop(stop), null, done -> null).get();
      assertTrue(area.isReady());

      TestPostgres.run(
          url,
          "INSERT INTO event SELECT area, max(seq) + 1, 5, 'x', NULL, NULL, '{}', 'h'"
              + " FROM event GROUP BY area");
      long last = store.journal(setup.id()).lastSeq();
      ExecutionException e =
          assertThrows(
              ExecutionException.class,
              () -> area.order(desk -> desk.reopenStop(stop), null, done -> null).get());
      JournalUnavailable unavailable = assertInstanceOf(JournalUnavailable.class, e.getCause());
      assertFalse(unavailable.batchWaits());
      assertFalse(area.isReady());
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> area.ask(desk -> desk.vehicles()).get());
      assertInstanceOf(Refusal.class, refused.getCause());
      assertEquals(last, store.journal(setup.id()).lastSeq(), "nothing of ours came after it");
      area.close();
    }
  }
}
