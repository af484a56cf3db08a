package org.ieum.server.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ieum.progress.InputException;

/** A database with the journals of all areas, and what else is kept beside them. */
public final class JournalStore implements AutoCloseable {
  private static final int PAGE = 1_000;

  private final Database database;
  private final JournalOptions options;
  private final Eraser eraser;
  private final Map<String, SqlJournal> journals = new LinkedHashMap<>();
  private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer;

  JournalStore(Database database, JournalOptions options) {
    this.database = database;
    this.options = options;
    eraser = new Eraser(database);
    try {
      Migrations.apply(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "journal-timer");
              thread.setDaemon(true);
              return thread;
            });
    long period = Math.max(10, Math.min(250, options.patience().toMillis() / 10));
    var unused =
        timer.scheduleWithFixedDelay(this::tellImpatient, period, period, TimeUnit.MILLISECONDS);
  }

  /** With the usual options and the process's environment. */
  public static JournalStore open(String url) {
    return open(url, JournalOptions.DEFAULT, System.getenv());
  }

  /**
   * Opens a database and brings its tables up to date.
   *
   * @param url {@code jdbc:sqlite:/path/to/file.db}, made when it is not there, or {@code
   *     jdbc:postgresql://host/database}
   * @param environment may hold {@code IEUM_DB_USER} and {@code IEUM_DB_PASSWORD}
   * @throws InputException when that cannot be done, saying why in one line
   */
  public static JournalStore open(
      String url, JournalOptions options, Map<String, String> environment) {
    return new JournalStore(database(url, environment), options);
  }

  static Database database(String url, Map<String, String> environment) {
    if (url.startsWith(SqliteDatabase.PREFIX)) {
      return new SqliteDatabase(url);
    }
    if (url.startsWith(PostgresDatabase.PREFIX)) {
      return new PostgresDatabase(url, environment);
    }
    throw new InputException(
        "journal: expected jdbc:sqlite:/path/to/file.db or jdbc:postgresql://host/database, got \""
            + url
            + "\"");
  }

  /**
   * The journal of an area; always the same object for the same area.
   *
   * @throws JournalUnavailable when the database does not answer
   * @throws InputException when another server writes the journal of this area
   */
  public synchronized Journal journal(String area) {
    return journals.computeIfAbsent(
        area, id -> new SqlJournal(id, database, options, this::committed));
  }

  /**
   * Checks the whole chain of an area, also while a server writes it; returns the number of its
   * last event.
   *
   * @throws JournalDamaged when an event is missing or was changed
   */
  public long verify(String area) {
    return chain(area).verify(event -> {}).seq();
  }

  /** Number of the last event of an area that was deleted because it was old, 0 when none was. */
  public long deletedUpTo(String area) {
    return chain(area).anchor().seq();
  }

  private ChainReader chain(String area) {
    return new ChainReader(area, Reads.pooled(database, "journal of " + area));
  }

  /**
   * Deletes the events of an area that happened before a time and that no snapshot needs; the chain
   * still verifies. Waits for the database.
   *
   * @param before ms since 1970
   * @param lasting types of events that stay for ever
   * @return number of the last event that is gone, 0 when none is
   * @throws JournalDamaged when events that would go do not verify; then they stay
   */
  public long prune(String area, long before, Set<String> lasting) {
    return new Pruning(area, database).run(before, lasting, options.clock().millis());
  }

  /**
   * Reads the events of one type that happened at a time or later, oldest first.
   *
   * @param since ms since 1970
   */
  public void readSince(String area, long since, String type, Consumer<JournalEvent> reader) {
    EventTable events = new EventTable(area);
    Reads reads = Reads.pooled(database, "journal of " + area);
    long anchor = deletedUpTo(area);
    long after = reads.read(connection -> events.lastBefore(connection, anchor, since));
    List<StoredEvent> page;
    do {
      EventFilter filter = new EventFilter(after, null, null, type);
      page = reads.read(connection -> events.read(connection, filter, PAGE));
      for (StoredEvent stored : page) {
        reader.accept(stored.event());
        after = stored.event().seq();
      }
    } while (page.size() == PAGE);
  }

  /** Names and telephone numbers of an area's riders. */
  public Riders riders(String area) {
    return new Riders(area, database, eraser);
  }

  /** The areas that have events. */
  public List<String> areas() {
    return SqlQuery.read(database, "areas", EventTable::areas);
  }

  /** Tells of each transaction of every journal. */
  public void onCommit(CommitListener listener) {
    listeners.add(listener);
  }

  private void committed(String area, int batches, int events, long nanos) {
    for (CommitListener listener : listeners) {
      listener.committed(area, batches, events, nanos);
    }
  }

  private synchronized List<SqlJournal> all() {
    return List.copyOf(journals.values());
  }

  private void tellImpatient() {
    for (SqlJournal journal : all()) {
      journal.tellImpatient();
    }
  }

  /** Writes what waits if the database lets it, for some seconds at most; then closes. */
  @Override
  public void close() {
    for (SqlJournal journal : all()) {
      journal.close();
    }
    timer.shutdownNow();
    database.close();
  }
}
