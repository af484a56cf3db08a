package org.ieum.server.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteRetentionTest extends RetentionContract {
  @TempDir Path directory;

  @Override
  String freshUrl() {
    return "jdbc:sqlite:" + directory.resolve("journal.db");
  }
}
