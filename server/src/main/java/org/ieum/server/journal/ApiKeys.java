package org.ieum.server.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The API keys of all areas. For any thread; every method waits for the database and throws {@link
 * JournalUnavailable} when it does not answer, or when an id or hash is there already.
 */
public final class ApiKeys {
  private static final String WHAT = "API keys";

  private final Database database;

  ApiKeys(Database database) {
    this.database = database;
  }

  /** On disk when this returns. */
  public void add(ApiKey key) {
    int unused =
        SqlQuery.write(
            database,
            WHAT,
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO api_key (id, role, subject, hash, created)"
                          + " VALUES (?, ?, ?, ?, ?)")) {
                insert.setString(1, key.id());
                insert.setString(2, key.role());
                insert.setString(3, key.subject());
                insert.setString(4, key.hash());
                insert.setLong(5, key.created());
                return insert.executeUpdate();
              }
            });
  }

  /** All keys, the oldest first; few enough to be held in memory. */
  public List<ApiKey> list() {
    return SqlQuery.read(
        database,
        WHAT,
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT id, role, subject, hash, created FROM api_key"
                          + " ORDER BY created, id");
              ResultSet rows = select.executeQuery()) {
            List<ApiKey> found = new ArrayList<>();
            while (rows.next()) {
              found.add(
                  new ApiKey(
                      rows.getString(1),
                      rows.getString(2),
                      rows.getString(3),
                      rows.getString(4),
                      rows.getLong(5)));
            }
            return found;
          }
        });
  }

  /** Withdraws a key; false when there was none. */
  public boolean delete(String id) {
    return SqlQuery.write(
        database,
        WHAT,
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM api_key WHERE id = ?")) {
            delete.setString(1, id);
            return delete.executeUpdate() > 0;
          }
        });
  }
}
