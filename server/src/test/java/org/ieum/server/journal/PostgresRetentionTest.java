package org.ieum.server.journal;

import java.sql.SQLException;

final class PostgresRetentionTest extends RetentionContract {
  @Override
  String freshUrl() throws SQLException {
    return TestPostgres.freshUrl();
  }
}
