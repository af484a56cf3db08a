package org.ieum.server.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFailureTest extends FailureContract {
  @TempDir Path directory;

  @Override
  String freshUrl() {
    return "jdbc:sqlite:" + directory.resolve("journal.db");
  }
}
