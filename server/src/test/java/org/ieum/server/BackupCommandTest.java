package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ieum.server.area.LiveArea;
import org.ieum.server.journal.JournalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup while riders book, and a server on what was restored. */
final class BackupCommandTest {
  @TempDir private Path folder;

  private Path data(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static String url(Path data) {
    return "jdbc:sqlite:" + data.resolve("ieum.db");
  }

  @Test
  void bookingsAcknowledgedBeforeAreThere() throws Exception {
    Path old = data("old");
    Path file = folder.resolve("backup.ieum");
    Files.writeString(old.resolve("keys.csv"), "key_hash,role,subject\n");
    List<String> booked = new CopyOnWriteArrayList<>();
    AtomicBoolean stop = new AtomicBoolean();
    List<String> before;
    try (JournalStore store = JournalStore.open(url(old))) {
      LiveArea area = Streets.open(store, Clock.systemUTC(), "a");
      CompletableFuture<Void> riding = CompletableFuture.runAsync(() -> ride(area, booked, stop));
      while (booked.size() < 60) {
        Thread.sleep(5);
      }
      before = List.copyOf(booked);
      ProgramRun run = ProgramRun.of("backup", "--data=" + old, "--out=" + file);
      assertEquals(0, run.exitCode(), run.toString());
      assertTrue(run.out().contains("chain intact"), run.out());
      int after = booked.size();
      while (booked.size() < after + 20) {
        Thread.sleep(5);
      }
      stop.set(true);
      riding.get();
      area.close();
    }

    Path next = folder.resolve("next");
    ProgramRun run = ProgramRun.of("restore", "--data=" + next, "--from=" + file);
    assertEquals(0, run.exitCode(), run.toString());
    assertTrue(run.out().contains("chain intact"), run.out());
    assertEquals(
        Files.readString(old.resolve("keys.csv")), Files.readString(next.resolve("keys.csv")));
    assertTrue(ProgramRun.of("verify", "--db=" + url(next)).out().contains("chain intact"));
    try (JournalStore store = JournalStore.open(url(next))) {
      LiveArea area = Streets.open(store, Clock.systemUTC(), "b");
      for (String id : before) {
        assertEquals(id, area.ask(desk -> desk.booking(id)).get().bookingId());
      }
      String more = Streets.book(area, "late", null, new Random(3));
      assertFalse(before.contains(more));
      area.close();
    }
    ProgramRun.of("restore", "--data=" + next, "--from=" + file)
        .assertRefused("keys.csv is there already");
    Files.delete(next.resolve("keys.csv"));
    ProgramRun.of("restore", "--data=" + next, "--from=" + file).assertRefused("is not empty");
    ProgramRun.of("backup", "--data=" + old, "--out=" + file).assertRefused("is there already");
  }

  private static void ride(LiveArea area, List<String> booked, AtomicBoolean stop) {
    Random random = new Random(1);
    try {
      while (!stop.get()) {
        OffsetDateTime when = OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(random.nextInt(1_200));
        booked.add(Streets.book(area, "rider-" + booked.size(), when, random));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
