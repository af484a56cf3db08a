package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the events of one area that are older than they need be, from the beginning on. The chain
 * still verifies behind them: number and hash of the last one deleted stay as its anchor.
 *
 * <p>A start needs a snapshot and all events behind it, and a second snapshot in case the first is
 * damaged, so nothing is deleted but what all kept snapshots have behind them, and nothing at all
 * when one of them is damaged. Each page is checked before it goes, for what does not verify is
 * evidence. Pages are transactions of their own, so that the committer never waits long.
 */
final class Pruning {
  private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);
  private static final int PAGE = 2_000;

  private final String area;
  private final Database database;
  private final AnchorTable anchors;
  private final SnapshotTable snapshots;
  private final ChainReader chain;
  private final Reads reads;

  Pruning(String area, Database database) {
    this.area = area;
    this.database = database;
    anchors = new AnchorTable(area);
    snapshots = new SnapshotTable(area);
    reads = Reads.pooled(database, "journal of " + area);
    chain = new ChainReader(area, reads);
  }

  /**
   * Deletes.
   *
   * @param before events of this time, ms since 1970, and later ones stay
   * @param lasting types of events that stay for ever
   * @param now ms since 1970
   * @return the number of the last event that is no longer there
   * @throws JournalDamaged when the events to go do not verify; then they stay
   */
  long run(long before, Set<String> lasting, long now) {
    long last = reads.read(this::lastToGo);
    Tail begun = chain.anchor();
    Tail anchor = begun;
    boolean isOver = anchor.seq() >= last;
    while (!isOver) {
      long page = Math.min(last, anchor.seq() + PAGE);
      Tail next = end(anchor, page, before);
      if (next.seq() > anchor.seq()) {
        int unused = SqlQuery.write(database, "journal of " + area, c -> go(c, next, lasting, now));
      }
      isOver = next.seq() < page || page == last;
      anchor = next;
    }
    if (anchor.seq() > begun.seq()) {
      LOG.info("Journal of {} begins behind {}; all up to it is deleted", area, anchor);
    }
    return anchor.seq();
  }

  /**
   * All kept snapshots have what is up to it behind them; 0 when there is none that can be used.
   */
  private long lastToGo(Connection connection) throws SQLException {
    EventChain hashes = new EventChain(area);
    long oldest = Long.MAX_VALUE;
    for (SnapshotTable.Row row : snapshots.read(connection)) {
      if (!hashes.digest(row.snapshot()).equals(row.digest())) {
        return 0;
      }
      oldest = Math.min(oldest, row.snapshot().seq());
    }
    // A snapshot's own event stays, since the hash of the one is compared with the other.
    return oldest == Long.MAX_VALUE ? 0 : oldest - 1;
  }

  /** The last event of a page that is old enough, and the page verified up to it. */
  private Tail end(Tail after, long last, long before) {
    Ending ending = new Ending(before, after);
    chain.replay(after.seq(), last, ending::accept);
    return ending.end;
  }

  /** Finds the first event that is young. */
  private static final class Ending {
    private final long before;
    private boolean isOver;
    private Tail end;

    Ending(long before, Tail start) {
      this.before = before;
      end = start;
    }

    void accept(StoredEvent stored) {
      isOver |= stored.event().time() >= before;
      if (!isOver) {
        end = end.then(List.of(stored));
      }
    }
  }

  private int go(Connection connection, Tail end, Set<String> lasting, long now)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      anchors.write(connection, end, now);
      int deleted = delete(connection, end.seq(), List.copyOf(lasting));
      connection.commit();
      return deleted;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private int delete(Connection connection, long upTo, List<String> lasting) throws SQLException {
    StringBuilder sql = new StringBuilder("DELETE FROM event WHERE area = ? AND seq <= ?");
    lasting.forEach(type -> sql.append(" AND type <> ?"));
    try (PreparedStatement delete = connection.prepareStatement(sql.toString())) {
      delete.setString(1, area);
      delete.setLong(2, upTo);
      for (int i = 0; i < lasting.size(); i++) {
        delete.setString(3 + i, lasting.get(i));
      }
      return delete.executeUpdate();
    }
  }
}
