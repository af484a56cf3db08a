package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ieum.progress.InputException;

/**
 * Checks the journals in a database and changes nothing in it, also while a server writes it. The
 * chain shows events that were changed or are missing between others. Events that are missing at
 * the end show only when a snapshot was made behind them, or against an end that was noted before.
 */
public final class JournalCheck {
  private final Database database;

  /**
   * A journal in which nothing is wrong.
   *
   * @param area whose journal it is
   * @param events how many there are, which is the number of the last
   * @param hash of the last event
   */
  public record Checked(String area, long events, String hash) {}

  private JournalCheck(Database database) {
    this.database = database;
  }

  /**
   * Checks all areas.
   *
   * @param url as for {@link JournalStore#open}; nothing is made or brought up to date
   * @throws InputException when there is no database, no journal in it, or no event in that
   * @throws JournalDamaged when an event is missing or was changed
   */
  public static List<Checked> run(String url, Map<String, String> environment) {
    try (Database database =
        url.startsWith(SqliteDatabase.PREFIX)
            ? SqliteDatabase.forReading(url)
            : JournalStore.database(url, environment)) {
      return new JournalCheck(database).all();
    }
  }

  private List<Checked> all() {
    if (!query(JournalCheck::hasTables)) {
      throw new InputException("journal: " + database.name() + " holds no journal");
    }
    List<String> areas = query(JournalCheck::areas);
    if (areas.isEmpty()) {
      throw new InputException("journal: " + database.name() + " has no events");
    }
    return areas.stream().map(this::check).toList();
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    for (String table : List.of("event", "snapshot")) {
      try (ResultSet found = connection.getMetaData().getTables(null, null, table, null)) {
        if (!found.next()) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<String> areas(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT area FROM event UNION SELECT area FROM snapshot ORDER BY area");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private Checked check(String area) {
    ChainReader chain = new ChainReader(area, database);
    // Before the events, for a server that runs makes more of both meanwhile.
    List<SnapshotTable.Row> snapshots = query(new SnapshotTable(area)::read);
    Map<Long, String> hashes = new HashMap<>(Map.of(0L, ""));
    snapshots.forEach(row -> hashes.put(row.snapshot().seq(), ""));
    String[] hash = {""}; // index 0: of the last event
    long last =
        chain.verify(
            stored -> {
              hash[0] = stored.hash();
              hashes.computeIfPresent(stored.event().seq(), (seq, none) -> stored.hash());
            });
    EventChain digests = new EventChain(area);
    for (SnapshotTable.Row row : snapshots) {
      Snapshot snapshot = row.snapshot();
      if (snapshot.seq() > last) {
        throw chain.damaged(
            last,
            "is the last, but there is a snapshot behind event "
                + snapshot.seq()
                + ": events are missing");
      }
      boolean isOfTheseEvents =
          snapshot.hash().equals(Objects.requireNonNull(hashes.get(snapshot.seq())));
      if (!isOfTheseEvents || !digests.digest(snapshot).equals(row.digest())) {
        throw chain.damaged(snapshot.seq(), "does not fit the snapshot behind it");
      }
    }
    return new Checked(area, last, hash[0]);
  }

  private <T> T query(SqlQuery<T> query) {
    return SqlQuery.read(database, "journal: " + database.name(), query);
  }
}
