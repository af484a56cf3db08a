package org.ieum.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From one database into another, with a writer at work. */
final class BackupTest {
  private static final JournalOptions OPTIONS = JournalFixture.PATIENT;

  @TempDir Path folder;
  private int files;

  private String fresh(String kind) throws Exception {
    return kind.equals("postgres")
        ? TestPostgres.freshUrl()
        : "jdbc:sqlite:" + folder.resolve("db" + ++files);
  }

  private static Backup.Result take(String url, Path out) throws IOException {
    return Backup.take(url, Map.of(), Map.of("keys.csv", "k,\"1\"\n"), out, 5);
  }

  private static Restore.Result restore(String url, Path from) throws IOException {
    return Restore.run(url, Map.of(), from);
  }

  private static String refusal(org.junit.jupiter.api.function.Executable does) {
    return String.valueOf(assertThrows(InputException.class, does).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite, sqlite",
    "sqlite, postgres",
    "postgres, sqlite",
    "postgres, postgres",
  })
  void whatWasAcknowledgedBeforeIsThere(String from, String to) throws Exception {
    String source = fresh(from);
    Path out = folder.resolve("backup");
    AtomicLong acknowledged = new AtomicLong();
    Backup.Result taken;
    long before;
    try (JournalStore store = JournalStore.open(source, OPTIONS, Map.of())) {
      Journal journal = store.journal("porto");
      Batches.get(journal.append(Batches.batch(1, 20_000)));
      Batches.fill(store.journal("other"), 1, 7);
      journal.keep(new Snapshot(19_000, "", "{\"state\": \"서울\"}"));
      store.riders("").put(new Rider("r1", "김민지", null, null, 5));
      AtomicBoolean stop = new AtomicBoolean();
      acknowledged.set(20_000);
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  long seq = acknowledged.get() + 1;
                  KeptAnswer answer = Batches.answer("k" + seq, "f", System.currentTimeMillis());
                  Batches.get(journal.append(new Batch(List.of(Batches.event(seq)), answer)));
                  acknowledged.set(seq);
                }
              });
      Batches.await("some are written", () -> acknowledged.get() > 20_050);
      before = acknowledged.get();
      taken = take(source, out);
      long after = acknowledged.get();
      Batches.await("the writer goes on", () -> acknowledged.get() > after + 10);
      stop.set(true);
      writing.get();
    }
    long last = Objects.requireNonNull(taken.events().get("porto"));
    assertTrue(last >= before && last <= acknowledged.get(), before + " " + last);
    assertEquals(7, taken.events().get("other"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));

    String target = fresh(to);
    Restore.Result restored = restore(target, out);
    assertEquals(taken.events(), restored.events());
    assertEquals(taken.rows(), restored.rows());
    assertEquals(Map.of("keys.csv", "k,\"1\"\n"), restored.files());
    assertEquals(5, restored.taken());
    try (JournalStore store = JournalStore.open(target, OPTIONS, Map.of());
        JournalStore old = JournalStore.open(source, OPTIONS, Map.of())) {
      Journal journal = store.journal("porto");
      assertEquals(last, store.verify("porto"));
      assertEquals(
          old.journal("porto").read(EventFilter.after(0), (int) last),
          journal.read(EventFilter.after(0), Integer.MAX_VALUE));
      assertEquals(19_000, journal.findSnapshot().orElseThrow().seq());
      assertEquals(Optional.of(new Rider("r1", "김민지", null, null, 5)), store.riders("").find("r1"));
      for (long seq = 20_001; seq <= last; seq++) {
        assertTrue(journal.findAnswer("operator", "k" + seq).isPresent(), "answer " + seq);
      }
      Batches.fill(journal, last + 1, last + 3);
      assertEquals(last + 3, store.verify("porto"));
    }
    assertTrue(refusal(() -> restore(target, out)).contains("is not empty"));
    assertEquals(out + ": is there already", refusal(() -> take(source, out)));
  }

  private String filled() throws Exception {
    String url = fresh("sqlite");
    try (JournalStore store = JournalStore.open(url, OPTIONS, Map.of())) {
      Batches.get(store.journal("porto").append(Batches.batch(1, 300)));
      store.journal("porto").keep(new Snapshot(200, "", "two"));
    }
    return url;
  }

  @Test
  void whereOldEventsWereDeleted() throws Exception {
    String url = filled();
    try (JournalStore store = JournalStore.open(url, OPTIONS, Map.of())) {
      assertEquals(199, store.prune("porto", Long.MAX_VALUE, Set.of()));
    }
    Path out = folder.resolve("backup");
    assertEquals(Map.of("porto", 300L), take(url, out).events());
    String target = fresh("sqlite");
    restore(target, out);
    try (JournalStore store = JournalStore.open(target, OPTIONS, Map.of())) {
      assertEquals(300, store.verify("porto"));
      assertEquals(199, store.deletedUpTo("porto"));
    }
  }

  @Test
  void fromBeforeThereWereAnchors() throws Exception {
    String url = filled();
    Path out = folder.resolve("backup");
    TestPostgres.run(url, "DROP TABLE anchor");
    TestPostgres.run(url, "DELETE FROM flyway_schema_history WHERE version = '4'");
    assertEquals(Map.of("porto", 300L), take(url, out).events());
    String target = fresh("sqlite");
    restore(target, out);
    try (JournalStore store = JournalStore.open(target, OPTIONS, Map.of())) {
      assertEquals(300, store.verify("porto"));
      assertEquals(0, store.deletedUpTo("porto"));
    }
  }

  @Test
  void aBrokenChainIsNotCopied() throws Exception {
    String url = filled();
    TestPostgres.run(url, "UPDATE event SET data = 'x' WHERE seq = 7");
    Path out = folder.resolve("backup");
    assertTrue(refusal(() -> take(url, out)).startsWith("no backup was made: journal of porto"));
    assertFalse(Files.exists(out));
    assertFalse(Files.exists(folder.resolve("backup.part")));
  }

  @Test
  void whatIsNoDatabaseIsNotCopied() throws Exception {
    Path out = folder.resolve("backup");
    String nowhere = fresh("sqlite");
    assertEquals("there is no database " + nowhere, refusal(() -> take(nowhere, out)));
    Path empty = Files.createFile(folder.resolve("empty.db"));
    assertTrue(refusal(() -> take("jdbc:sqlite:" + empty, out)).endsWith("has no journal"));
    assertFalse(Files.exists(out));
  }

  @Test
  void whatIsNotWholeIsNotRestored() throws Exception {
    Path out = folder.resolve("backup");
    take(filled(), out);
    byte[] packed = Files.readAllBytes(out);
    String text;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(out))) {
      text = new String(in.readAllBytes(), UTF_8);
    }
    String end = text.substring(0, text.lastIndexOf("{\"", text.length() - 3));
    Path bad = folder.resolve("bad");
    List<byte[]> wrong =
        List.of(
            new byte[0],
            "no backup".getBytes(UTF_8),
            pack("{}\n"),
            pack("{\"format\":\"ieum-backup\",\"version\":2}\n"),
            pack(text.replace("\"schema\":\"", "\"schema\":\"9")),
            pack(text.replaceFirst("vehicle_arrived", "vehicle_departed")),
            pack(text.replaceFirst("\\[\"porto\",7,.*\n", "")),
            pack(text.replace("\"table\":\"rider\"", "\"table\":\"riders\"")),
            pack(text.replace("\"phone\"", "\"fax\"")),
            pack(end),
            pack(text.substring(0, text.length() / 2)),
            Arrays.copyOf(packed, packed.length / 2));
    for (int i = 0; i < wrong.size(); i++) {
      Files.write(bad, wrong.get(i));
      String target = fresh("sqlite");
      String message = refusal(() -> restore(target, bad));
      assertTrue(message.contains(bad.toString()) || message.contains("migration"), i + message);
      checkNothingIsLeft(target);
      try (JournalStore store = JournalStore.open(target, OPTIONS, Map.of())) {
        assertEquals(List.of(), store.areas(), "attempt " + i);
      }
    }
  }

  /** Neither the file nor another one with its name at the beginning. */
  private void checkNothingIsLeft(String target) throws IOException {
    String file = Path.of(SqliteDatabase.file(target)).getFileName() + "";
    try (Stream<Path> found = Files.list(folder)) {
      assertEquals(List.of(), found.filter(one -> isOf(one, file)).toList());
    }
  }

  private static boolean isOf(Path one, String file) {
    String name = String.valueOf(one.getFileName());
    return name.equals(file) || name.startsWith(file + ".") || name.startsWith(file + "-");
  }

  @Test
  void anEmptyFileIsFilledAndLeftoversGo() throws Exception {
    Path out = folder.resolve("backup");
    take(filled(), out);
    String empty = fresh("sqlite");
    JournalStore.open(empty, OPTIONS, Map.of()).close();
    assertEquals(Map.of("porto", 300L), restore(empty, out).events());
    String target = fresh("sqlite");
    Files.writeString(Path.of(SqliteDatabase.file(target) + ".restoring"), "of a killed one");
    assertEquals(Map.of("porto", 300L), restore(target, out).events());
    try (Stream<Path> found = Files.list(folder)) {
      String file = Path.of(SqliteDatabase.file(target)).getFileName() + "";
      assertEquals(1, found.filter(one -> isOf(one, file)).count());
    }
  }

  private static byte[] pack(String text) throws IOException {
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  @Test
  void aChainThatWasMadeUpIsNotRestored() throws Exception {
    String url = filled();
    Path out = folder.resolve("backup");
    try (Database database = JournalStore.database(url, Map.of());
        BackupWriter writer = new BackupWriter(Files.newOutputStream(out))) {
      writer.head("1", 5);
      writer.table("event", List.of("area", "seq", "time", "type", "data", "hash"));
      writer.row(List.of("porto", 1, 2, "t", "{}", "f00"));
      writer.end();
      assertTrue(database.name().startsWith("jdbc:sqlite"));
    }
    String target = fresh("sqlite");
    assertTrue(refusal(() -> restore(target, out)).startsWith("nothing was restored: journal of"));
    checkNothingIsLeft(target);
    try (JournalStore store = JournalStore.open(target, OPTIONS, Map.of())) {
      assertEquals(List.of(), store.areas());
    }
  }
}
