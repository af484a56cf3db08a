package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for the journal in any database. */
abstract class JournalContract {
  private static final String AREA = "porto";
  private static final JournalOptions PATIENT =
      JournalOptions.DEFAULT.withPatience(Duration.ofSeconds(20));

  private final List<JournalStore> open = new ArrayList<>();
  private String url = "";

  /** Of a database that is empty. */
  abstract String freshUrl() throws Exception;

  @BeforeEach
  void setUp() throws Exception {
    url = freshUrl();
  }

  @AfterEach
  void closeAll() {
    open.forEach(JournalStore::close);
  }

  private JournalStore open(JournalOptions options) {
    JournalStore store = JournalStore.open(url, options, Map.of());
    open.add(store);
    return store;
  }

  /** On a database whose commits can be made to fail. */
  private JournalStore open(FaultyDatabase database, JournalOptions options) {
    JournalStore store = new JournalStore(database, options);
    open.add(store);
    return store;
  }

  private FaultyDatabase faulty() {
    return new FaultyDatabase(JournalStore.database(url, Map.of()));
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement execute = connection.createStatement()) {
      execute.executeUpdate(statement);
    }
  }

  private static List<Long> seqs(Journal journal) {
    List<Long> seqs = new ArrayList<>();
    journal.replay(0, stored -> seqs.add(stored.event().seq()));
    return seqs;
  }

  private static List<Long> upTo(long last) {
    List<Long> seqs = new ArrayList<>();
    for (long seq = 1; seq <= last; seq++) {
      seqs.add(seq);
    }
    return seqs;
  }

  @Test
  void emptyAtFirst() {
    Journal journal = open(PATIENT).journal(AREA);
    assertEquals(0, journal.lastSeq());
    assertEquals("", journal.lastHash());
    assertEquals(Optional.empty(), journal.findSnapshot());
    assertEquals(List.of(), seqs(journal));
    assertTrue(journal.isAvailable());
    assertEquals(0, journal.waiting());
  }

  @Test
  void comesBackAsItWasWritten() {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    Batches.fill(journal, 1, 5_000);
    assertEquals(5_000, journal.lastSeq());
    String hash = journal.lastHash();
    store.close();

    Journal again = open(PATIENT).journal(AREA);
    assertEquals(5_000, again.lastSeq());
    assertEquals(hash, again.lastHash());
    List<JournalEvent> events = new ArrayList<>();
    again.replay(0, stored -> events.add(stored.event()));
    assertEquals(Batches.batch(1, 5_000).events(), events);
    List<Long> behind = new ArrayList<>();
    again.replay(4_998, stored -> behind.add(stored.event().seq()));
    assertEquals(List.of(4_999L, 5_000L), behind);
    Batches.fill(again, 5_001, 5_002);
    again.verify();
  }

  @Test
  void areasDoNotMeet() {
    JournalStore store = open(PATIENT);
    Batches.fill(store.journal("a"), 1, 3);
    Batches.fill(store.journal("b"), 1, 2);
    assertEquals(upTo(3), seqs(store.journal("a")));
    assertEquals(upTo(2), seqs(store.journal("b")));
    assertFalse(store.journal("a").lastHash().equals(store.journal("b").lastHash()));
  }

  @Test
  void numbersFollowEachOther() {
    Journal journal = open(PATIENT).journal(AREA);
    Batches.fill(journal, 1, 2);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> journal.append(Batches.batch(4)));
    assertEquals("event must have number 3, was 4", e.getMessage());
    Batches.fill(journal, 3, 3);
  }

  @Test
  void filters() {
    Journal journal = open(PATIENT).journal(AREA);
    Batches.fill(journal, 1, 60);
    assertEquals(List.of(31L, 32L), numbers(journal.read(EventFilter.after(30), 2)));
    assertEquals(
        List.of(3L, 18L, 33L, 48L), numbers(journal.read(new EventFilter(0, "b3", null, null), 9)));
    assertEquals(
        List.of(42L, 46L, 50L), numbers(journal.read(new EventFilter(40, null, "v2", null), 3)));
    assertEquals(
        List.of(6L, 18L),
        numbers(journal.read(new EventFilter(0, null, "v2", "ride_confirmed"), 2)));
  }

  private static List<Long> numbers(List<StoredEvent> events) {
    return events.stream().map(stored -> stored.event().seq()).toList();
  }

  @Test
  void changesAreFound() throws SQLException {
    JournalStore store = open(PATIENT);
    Batches.fill(store.journal(AREA), 1, 20);
    store.close();
    for (String column :
        List.of("data = 'x'", "time = 5", "type = 'y'", "booking_id = 'b'", "vehicle_id = 'w'")) {
      sql("CREATE TABLE kept AS SELECT * FROM event");
      sql("UPDATE event SET " + column + " WHERE seq = 7");
      assertDamaged("journal of porto: event 7 was changed");
      sql("DELETE FROM event");
      sql("INSERT INTO event SELECT * FROM kept");
      sql("DROP TABLE kept");
      open(PATIENT).journal(AREA).verify();
    }
    sql("UPDATE event SET hash = 'z' WHERE seq = 7");
    assertDamaged("journal of porto: event 7 was changed");
    sql("DELETE FROM event WHERE seq = 7");
    assertDamaged("journal of porto: event 7 is missing, the next is 8");
  }

  private void assertDamaged(String message) {
    try (JournalStore store = JournalStore.open(url, PATIENT, Map.of())) {
      Journal journal = store.journal(AREA);
      JournalDamaged e = assertThrows(JournalDamaged.class, journal::verify);
      assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
    }
  }

  @Test
  void absentAndEmptyAreNotTheSame() {
    EventChain chain = new EventChain(AREA);
    JournalEvent absent = new JournalEvent(1, 2, "t", null, "v", "d");
    JournalEvent empty = new JournalEvent(1, 2, "t", "", "v", "d");
    JournalEvent moved = new JournalEvent(1, 2, "tv", null, "", "d");
    List<String> hashes =
        List.of(chain.hash("", absent), chain.hash("", empty), chain.hash("", moved));
    assertEquals(3, hashes.stream().distinct().count());
    assertEquals(hashes.get(0), chain.hash("", absent));
    assertFalse(hashes.get(0).equals(new EventChain("other").hash("", absent)));
  }

  @Test
  void answersAreKeptForADay() {
    AtomicLong now = new AtomicLong(1_700_000_000_000L);
    JournalStore store = open(PATIENT.withClock(() -> Instant.ofEpochMilli(now.get())));
    Journal journal = store.journal(AREA);
    KeptAnswer answer = Batches.answer("k1", "f1", now.get());
    Batches.get(journal.append(new Batch(List.of(Batches.event(1)), answer)));
    assertEquals(Optional.of(answer), journal.findAnswer("operator", "k1"));
    assertEquals(Optional.empty(), journal.findAnswer("operator", "k2"));
    assertEquals(Optional.empty(), journal.findAnswer("rider", "k1"));

    KeptAnswer alone = Batches.answer("k2", "f2", now.get());
    Batches.get(journal.append(new Batch(List.of(), alone)));
    assertEquals(Optional.of(alone), journal.findAnswer("operator", "k2"));

    now.addAndGet(Duration.ofHours(24).toMillis() + 1);
    assertEquals(Optional.empty(), journal.findAnswer("operator", "k1"));
    Batches.fill(journal, 2, 2);
    now.addAndGet(-Duration.ofHours(1).toMillis());
    assertEquals(Optional.empty(), journal.findAnswer("operator", "k1"), "deleted");

    KeptAnswer later = Batches.answer("k1", "other", now.get());
    Batches.get(journal.append(new Batch(List.of(), later)));
    assertEquals(Optional.of(later), journal.findAnswer("operator", "k1"));
  }

  @Test
  void waitingAnswersAreNotGivenYet() throws InterruptedException {
    FaultyDatabase database = faulty();
    Journal journal = open(database, PATIENT).journal(AREA);
    database.failBefore(1_000);
    KeptAnswer answer = Batches.answer("k1", "f1", System.currentTimeMillis());
    var done = journal.append(new Batch(List.of(Batches.event(1)), answer));
    Batches.await("unavailable", () -> !journal.isAvailable());
    assertThrows(JournalUnavailable.class, () -> journal.findAnswer("operator", "k1"));
    assertFalse(done.isDone());
    database.failBefore(0);
    Batches.get(done);
    assertEquals(Optional.of(answer), journal.findAnswer("operator", "k1"));
    assertEquals(0, journal.waiting());
  }

  @Test
  void batchesShareTransactionsAndStayWhole() throws InterruptedException {
    FaultyDatabase database = faulty();
    JournalStore store = open(database, PATIENT);
    Journal journal = store.journal(AREA);
    ConcurrentLinkedQueue<String> commits = new ConcurrentLinkedQueue<>();
    store.onCommit((area, batches, events, nanos) -> commits.add(area + batches + "/" + events));
    List<StoredEvent> told = new ArrayList<>();
    journal.onCommitted(told::addAll);
    database.failBefore(1);
    var first = journal.append(Batches.batch(1, 3));
    Batches.await("unavailable", () -> !journal.isAvailable());
    var unused = journal.append(Batches.batch(4, 4));
    var unused2 = journal.append(Batches.batch(5, 603));
    var last = journal.append(Batches.batch(604, 605));
    Batches.get(last);
    assertTrue(first.isDone());
    assertEquals(List.of("porto2/4", "porto1/599", "porto1/2"), List.copyOf(commits));
    assertEquals(upTo(605), numbers(told));
    assertEquals(told, journal.read(EventFilter.after(0), 1_000));
  }

  @Test
  void aFailingListenerStopsNothing() {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    journal.onCommitted(
        events -> {
          throw new IllegalStateException("thrown by a test");
        });
    Batches.fill(journal, 1, 3);
    assertEquals(upTo(3), seqs(journal));
  }

  @Test
  void manyAppendAtOnce() throws Exception {
    Journal journal = open(PATIENT).journal(AREA);
    AtomicLong seq = new AtomicLong();
    Object writer = new Object();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Future<?>> all = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 100; i++) {
                  CompletableFuture<Void> done;
                  long mine;
                  synchronized (writer) {
                    mine = seq.incrementAndGet();
                    done = journal.append(Batches.batch(mine));
                  }
                  Batches.get(done);
                  assertTrue(journal.lastSeq() >= mine);
                }
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    assertEquals(upTo(1_600), seqs(journal));
  }

  @Test
  void theLastTwoSnapshotsAreKept() throws Exception {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    Batches.fill(journal, 1, 10);
    journal.keep(new Snapshot(4, "", "four"));
    journal.keep(new Snapshot(8, "", "eight"));
    journal.keep(new Snapshot(10, journal.lastHash(), "ten"));
    Batches.get(journal.append(new Batch(List.of(), null)));
    assertEquals(Optional.of(new Snapshot(10, journal.lastHash(), "ten")), journal.findSnapshot());
    store.close();

    sql("UPDATE snapshot SET data = 'eleven' WHERE seq = 10");
    Journal again = open(PATIENT).journal(AREA);
    assertEquals("eight", again.findSnapshot().orElseThrow().data());
    sql("UPDATE snapshot SET data = 'nine' WHERE seq = 8");
    assertEquals(Optional.empty(), again.findSnapshot());
  }

  @Test
  void aSnapshotComesBehindItsEvents() throws InterruptedException {
    FaultyDatabase database = faulty();
    Journal journal = open(database, PATIENT).journal(AREA);
    database.failBefore(1_000);
    var done = journal.append(Batches.batch(1, 5));
    journal.keep(new Snapshot(5, "", "five"));
    assertThrows(IllegalArgumentException.class, () -> journal.keep(new Snapshot(6, "", "six")));
    Batches.await("unavailable", () -> !journal.isAvailable());
    assertEquals(Optional.empty(), journal.findSnapshot());
    database.failBefore(0);
    Batches.get(done);
    Batches.await("snapshot", () -> journal.findSnapshot().isPresent());
    assertEquals(journal.lastHash(), journal.findSnapshot().orElseThrow().hash());
  }

  @Test
  void aSnapshotWithoutItsEventsIsDamage() throws Exception {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    Batches.fill(journal, 1, 10);
    journal.keep(new Snapshot(9, "", "nine"));
    store.close();
    sql("DELETE FROM event WHERE seq > 8");
    JournalDamaged e =
        assertThrows(JournalDamaged.class, () -> open(PATIENT).journal(AREA).findSnapshot());
    assertEquals(
        "journal of porto: event 8 is the last event, but there is a snapshot behind event 9",
        e.getMessage());
  }

  @Test
  void unknownOutcomesAreFoundOut() throws InterruptedException {
    FaultyDatabase database = faulty();
    JournalStore store = open(database, PATIENT);
    Journal journal = store.journal(AREA);
    List<StoredEvent> told = new ArrayList<>();
    journal.onCommitted(told::addAll);
    Random random = new Random(7);
    long seq = 0;
    var last = journal.append(Batches.batch(++seq));
    for (int round = 0; round < 12; round++) {
      if (random.nextBoolean()) {
        database.failAfter(1);
      } else {
        database.failBefore(1);
      }
      for (int i = 0; i < 40; i++) {
        int size = random.nextInt(4);
        KeptAnswer answer = Batches.answer("k" + round + "-" + i, "f", System.currentTimeMillis());
        last = journal.append(new Batch(Batches.batch(seq + 1, seq + size).events(), answer));
        seq += size;
      }
      Batches.get(last);
    }
    assertTrue(database.failures() >= 12, () -> "failures: " + database.failures());
    assertEquals(upTo(seq), seqs(journal));
    assertEquals(upTo(seq), numbers(told));
    assertTrue(journal.isAvailable());
    for (int round = 0; round < 12; round++) {
      for (int i = 0; i < 40; i++) {
        assertTrue(journal.findAnswer("operator", "k" + round + "-" + i).isPresent());
      }
    }
  }

  @Test
  void callersAreToldWhenItTakesTooLong() throws InterruptedException {
    FaultyDatabase database = faulty();
    JournalOptions hasty = PATIENT.withPatience(Duration.ofMillis(300)).withQueue(3);
    Journal journal = open(database, hasty).journal(AREA);
    database.failBefore(1_000);
    var first = journal.append(Batches.batch(1));
    var unused3 = journal.append(Batches.batch(2));
    var third = journal.append(Batches.batch(3));
    assertFalse(third.isDone());
    assertFalse(unavailable(journal.append(Batches.batch(4))).batchWaits());
    assertTrue(unavailable(first).batchWaits());
    assertTrue(unavailable(third).batchWaits());
    assertEquals(3, journal.waiting());
    assertFalse(journal.isAvailable());
    database.failBefore(0);
    Batches.await("available", journal::isAvailable);
    Batches.fill(journal, 4, 5);
    assertEquals(upTo(5), seqs(journal));
  }

  private static JournalUnavailable unavailable(CompletableFuture<Void> done) {
    CompletionException e = assertThrows(CompletionException.class, () -> Batches.get(done));
    return (JournalUnavailable) Objects.requireNonNull(e.getCause());
  }

  @Test
  void aLostConnectionIsReplaced() throws Exception {
    FaultyDatabase database = faulty();
    Journal journal = open(database, PATIENT).journal(AREA);
    Batches.fill(journal, 1, 5);
    database.drop();
    Batches.fill(journal, 6, 9);
    database.drop();
    Batches.fill(journal, 10, 10);
    assertEquals(upTo(10), seqs(journal));
    assertTrue(journal.isAvailable());
  }

  @Test
  void lostEventsStopUs() throws Exception {
    FaultyDatabase database = faulty();
    Journal journal = open(database, PATIENT).journal(AREA);
    Batches.fill(journal, 1, 5);
    sql("DELETE FROM event WHERE seq = 5");
    database.drop();
    String message = String.valueOf(unavailable(journal.append(Batches.batch(6))).getMessage());
    assertTrue(message.contains("database ends at event 4 with hash"), message);
    assertTrue(message.contains("expected event 5 with hash"), message);
    assertFalse(journal.isAvailable());
  }

  @Test
  void nothingAcknowledgedIsLostWhenKilled() throws Exception {
    open(PATIENT).close();
    Random random = new Random(11);
    long last = 0;
    for (int kill = 0; kill < 5; kill++) {
      Process process = AppendingProcess.start(url, AREA);
      long acknowledged = last;
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        String line = lines.readLine();
        assertTrue(line != null, "the process printed nothing");
        int more = random.nextInt(300);
        long end = System.nanoTime() + random.nextInt(500) * 1_000_000L;
        for (int i = 0; i < more && System.nanoTime() < end; i++) {
          acknowledged = Long.parseLong(line);
          line = lines.readLine();
        }
        process.toHandle().destroyForcibly();
        while (line != null && !line.isEmpty()) {
          acknowledged = Math.max(acknowledged, Long.parseLong(line));
          line = lines.readLine();
        }
      }
      assertEquals(128 + 9, process.waitFor());
      assertTrue(acknowledged > last, "nothing was acknowledged");
      try (JournalStore store = JournalStore.open(url, PATIENT, Map.of())) {
        Journal journal = store.journal(AREA);
        last = journal.lastSeq();
        assertTrue(last >= acknowledged, last + " on disk, acknowledged " + acknowledged);
        List<JournalEvent> events = new ArrayList<>();
        journal.replay(0, stored -> events.add(stored.event()));
        assertEquals(Batches.batch(1, last).events(), events);
      }
    }
  }

  @Test
  void anotherWriterStopsUs() throws InterruptedException {
    Journal journal = open(PATIENT).journal(AREA);
    Journal other = open(PATIENT).journal(AREA);
    Batches.fill(journal, 1, 2);
    JournalEvent otherwise = new JournalEvent(1, 5, "x", null, null, "{}");
    JournalUnavailable e = unavailable(other.append(new Batch(List.of(otherwise), null)));
    assertFalse(e.batchWaits());
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.startsWith("journal of porto stopped for good: database ends at event 2 with"),
        message);
    Batches.await("stopped", () -> !other.isAvailable());
    assertFalse(unavailable(other.append(Batches.batch(2))).batchWaits());
    Batches.fill(journal, 3, 3);
    journal.verify();
  }

  @Test
  void closingWritesWhatWaits() {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    for (long seq = 1; seq <= 2_000; seq++) {
      var unused4 = journal.append(Batches.batch(seq));
    }
    store.close();
    assertFalse(unavailable(journal.append(Batches.batch(2_001))).batchWaits());
    assertEquals(upTo(2_000), seqs(open(PATIENT).journal(AREA)));
  }

  @Test
  void oddTexts() {
    Journal journal = open(PATIENT).journal(AREA);
    JournalEvent odd = new JournalEvent(1, 2, "t'\"%", "", "\uD800", "\\ \t\r\n \uFFFF ?");
    Batches.get(journal.append(new Batch(List.of(odd), null)));
    journal.verify();
    JournalEvent zero = new JournalEvent(2, 2, "t", null, null, "a\0b");
    assertThrows(
        IllegalArgumentException.class, () -> journal.append(new Batch(List.of(zero), null)));
    Batches.fill(journal, 2, 2);
  }

  @Test
  void ridersComeAndGo() {
    JournalStore store = open(PATIENT);
    Riders riders = store.riders(AREA);
    Rider minji = new Rider("r1", "김민지", "+82 10", 5);
    riders.put(minji);
    riders.put(new Rider("r2", null, null, 6));
    riders.put(new Rider("r2", "Ana", null, 7));
    store.riders("other").put(new Rider("r3", null, null, 8));
    assertEquals(Optional.of(minji), riders.find("r1"));
    assertEquals(Optional.of(new Rider("r2", "Ana", null, 6)), riders.find("r2"));
    assertEquals(Optional.empty(), riders.find("r3"));
    assertEquals(List.of(minji), riders.list("", 1));
    assertEquals(List.of("r2"), riders.list("r1", 9).stream().map(Rider::id).toList());
    assertTrue(riders.delete("r1"));
    assertFalse(riders.delete("r1"));
    assertEquals(Optional.empty(), riders.find("r1"));
  }

  @Test
  void aNewerDatabaseIsRefused() throws SQLException {
    open(PATIENT).close();
    sql(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success)"
            + " SELECT 99, '99', 'from the future', type, 'V99__x.sql', 1, installed_by, 1,"
            + " success FROM flyway_schema_history WHERE version = '1'");
    InputException e = assertThrows(InputException.class, () -> open(PATIENT));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains("is from a newer version of Ieum"), message);
    assertTrue(message.contains("migration 99 \"from the future\""), message);
  }
}
