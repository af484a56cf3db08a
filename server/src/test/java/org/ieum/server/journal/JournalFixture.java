package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Journals in a database that is empty at first, for tests. */
abstract class JournalFixture {
  static final String AREA = "porto";
  static final JournalOptions PATIENT = JournalOptions.DEFAULT.withPatience(Duration.ofSeconds(20));

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

  JournalStore open(JournalOptions options) {
    JournalStore store = JournalStore.open(url, options, Map.of());
    open.add(store);
    return store;
  }

  /** Of the database of this test. */
  String url() {
    return url;
  }

  /** On a database whose commits can be made to fail. */
  JournalStore open(FaultyDatabase database, JournalOptions options) {
    JournalStore store = new JournalStore(database, options);
    open.add(store);
    return store;
  }

  FaultyDatabase faulty() {
    return new FaultyDatabase(JournalStore.database(url, Map.of()));
  }

  void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement execute = connection.createStatement()) {
      execute.executeUpdate(statement);
    }
  }

  static List<Long> seqs(Journal journal) {
    List<Long> seqs = new ArrayList<>();
    journal.replay(0, stored -> seqs.add(stored.event().seq()));
    return seqs;
  }

  static List<Long> upTo(long last) {
    List<Long> seqs = new ArrayList<>();
    for (long seq = 1; seq <= last; seq++) {
      seqs.add(seq);
    }
    return seqs;
  }

  static List<Long> numbers(List<StoredEvent> events) {
    return events.stream().map(stored -> stored.event().seq()).toList();
  }

  static JournalUnavailable unavailable(CompletableFuture<Void> done) {
    CompletionException e = assertThrows(CompletionException.class, () -> Batches.get(done));
    return (JournalUnavailable) Objects.requireNonNull(e.getCause());
  }
}
