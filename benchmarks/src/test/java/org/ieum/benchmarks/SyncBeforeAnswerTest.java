package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel is asked to bring a booking to disk, and has done so, before anybody is told. */
final class SyncBeforeAnswerTest {
  private static final int BOOKINGS = 12;
  private static final int MOST_QUOTES = 200;

  @TempDir private Path folder;

  @Test
  void eachBookingIsOnDiskBeforeItIsAcknowledged() throws IOException, InterruptedException {
    assumeTrue(SyncTrace.isPossible(), "strace is not there or may not trace");
    Path trace = folder.resolve("trace.txt");
    ServerProcess.Setup setup =
        new ServerProcess.Setup(folder, /* vehicles= */ 30, "", Map.of(), List.of());
    List<String> bookings;
    try (ServerProcess server = ServerProcess.start(setup, SyncTrace.launcher(trace));
        ClientSession session = new ClientSession(server)) {
      bookings = book(session);
      assertTrue(server.stop());
    }
    assertEquals(BOOKINGS, bookings.size());
    assertEquals(List.of(), SyncTrace.faults(trace, bookings));
  }

  /** Books one ride at a time. */
  private static List<String> book(ClientSession session) throws IOException {
    MadeUpTrips trips = new MadeUpTrips(City.embedded(), ServerProcess.AREA, /* seed= */ 3);
    List<String> bookings = new ArrayList<>();
    for (int i = 0; i < MOST_QUOTES && bookings.size() < BOOKINGS; i++) {
      StringBuilder offer = new StringBuilder();
      session
          .lines()
          .post(
              "/v1/quotes",
              trips.nextQuote(),
              null,
              (status, body) -> offer.append(JsonText.find(body, "\"offers\":[{", "offer_id")));
      session.serveAll();
      if (offer.length() > 0) {
        ClientCommand command = ClientCommand.book("book-" + i, offer.toString(), "nobody");
        session
            .lines()
            .post(
                command.path(),
                command.body(),
                command.key(),
                (status, body) -> {
                  assertEquals(201, status, body);
                  bookings.add(JsonText.find(body, "booking_id"));
                });
        session.serveAll();
      }
    }
    return bookings;
  }

  @Test
  void anAcknowledgementWithoutASyncIsFound() throws IOException {
    String written =
        "7 pwrite64(9</d/ieum.db-wal>, \"..\\\"booking_id\\\":\\\"b1\\\"\"..., 4096, 32) = 4096";
    String told = "8 write(12<socket:[5]>, \"HTTP/1.1 201 Created\\r\\n\"..., 300) = 300";
    String synced = "7 fdatasync(9</d/ieum.db-wal>) = 0";
    assertEquals(List.of(), faults(written, synced, told));
    assertEquals(
        List.of(),
        faults(
            written,
            "7 fdatasync(9</d/ieum.db-wal> <unfinished ...>",
            "8 write(1</dev/null>, \"x\", 1) = 1",
            "7 <... fdatasync resumed>) = 0",
            told));
    assertEquals(
        List.of("b1 was acknowledged before a sync"),
        faults(
            written,
            "7 fdatasync(9</d/ieum.db-wal> <unfinished ...>",
            told,
            "7 <... fdatasync resumed>) = 0"));
    assertEquals(List.of("b1 was acknowledged before a sync"), faults(synced, written, told));
    assertEquals(
        List.of("b1 was acknowledged before a sync"),
        faults(written, synced.replace("= 0", "= -1 EIO (Input/output error)"), told));
    assertEquals(List.of("b1 was acknowledged without a write"), faults(synced, told));
    assertEquals(List.of("no acknowledgement of b1 was traced"), faults(written, synced));
  }

  private List<String> faults(String... lines) throws IOException {
    Path trace = Files.write(folder.resolve("lines.txt"), List.of(lines));
    return SyncTrace.faults(trace, List.of("b1"));
  }
}
