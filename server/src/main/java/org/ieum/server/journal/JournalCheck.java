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
 * chain shows events that were changed or are missing between others; where those of long ago were
 * deleted, it begins at the anchor. Events that are missing at the end show only when a snapshot
 * was made behind them, or against an end that was noted before.
 */
public final class JournalCheck {
  private final Database database;
  private final Reads reads;

  /**
   * A journal in which nothing is wrong.
   *
   * @param area whose journal it is
   * @param events how many there were, which is the number of the last
   * @param deleted number of the last that is no longer there because it was old, 0 when all are
   * @param hash of the last event
   */
  public record Checked(String area, long events, long deleted, String hash) {}

  private JournalCheck(Database database) {
    this.database = database;
    reads = Reads.pooled(database, "journal: " + database.name());
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
    if (!hasTable("event") || !hasTable("snapshot")) {
      throw new InputException("journal: " + database.name() + " holds no journal");
    }
    boolean hasAnchors = hasTable(AnchorTable.NAME);
    List<String> areas = reads.read(connection -> areas(connection, hasAnchors));
    if (areas.isEmpty()) {
      throw new InputException("journal: " + database.name() + " has no events");
    }
    return areas.stream().map(area -> check(area, hasAnchors)).toList();
  }

  private boolean hasTable(String table) {
    return reads.read(
        connection -> {
          try (ResultSet found = connection.getMetaData().getTables(null, null, table, null)) {
            return found.next();
          }
        });
  }

  private static List<String> areas(Connection connection, boolean hasAnchors) throws SQLException {
    List<String> found = new ArrayList<>();
    String anchored = hasAnchors ? " UNION SELECT area FROM anchor" : "";
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT area FROM event UNION SELECT area FROM snapshot"
                    + anchored
                    + " ORDER BY area");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private Checked check(String area, boolean hasAnchors) {
    ChainReader chain = new ChainReader(area, reads, hasAnchors);
    SnapshotTable table = new SnapshotTable(area);
    // Before the events, for a server that runs makes more of both meanwhile.
    List<SnapshotTable.Row> snapshots = reads.read(table::read);
    Map<Long, String> hashes = new HashMap<>(Map.of(0L, ""));
    snapshots.forEach(row -> hashes.put(row.snapshot().seq(), ""));
    Tail last =
        chain.verify(
            stored -> hashes.computeIfPresent(stored.event().seq(), (seq, none) -> stored.hash()));
    long deleted = chain.anchor().seq();
    EventChain digests = new EventChain(area);
    for (SnapshotTable.Row row : snapshots) {
      Snapshot snapshot = row.snapshot();
      if (snapshot.seq() > last.seq()) {
        throw chain.damaged(
            last.seq(),
            "is the last, but there is a snapshot behind event "
                + snapshot.seq()
                + ": events are missing");
      }
      boolean isOfTheseEvents =
          snapshot.hash().equals(Objects.requireNonNull(hashes.get(snapshot.seq())));
      if (!isOfTheseEvents || !digests.digest(snapshot).equals(row.digest())) {
        requireOvertaken(chain, snapshot, deleted, table);
      }
    }
    return new Checked(area, last.seq(), deleted, last.hash());
  }

  /** A running server may have deleted a snapshot, and then its event, since they were read. */
  private void requireOvertaken(
      ChainReader chain, Snapshot snapshot, long deleted, SnapshotTable table) {
    boolean isThere =
        reads.read(table::read).stream().anyMatch(row -> row.snapshot().seq() == snapshot.seq());
    if (isThere || snapshot.seq() > deleted) {
      throw chain.damaged(snapshot.seq(), "does not fit the snapshot behind it");
    }
  }
}
