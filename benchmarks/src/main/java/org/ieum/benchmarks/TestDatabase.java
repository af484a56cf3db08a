package org.ieum.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of a run: a file beside the server, one that is there, or one started for it. */
final class TestDatabase implements AutoCloseable {
  private final String url;
  private final @Nullable EmbeddedPostgres postgres;
  private final Path data;

  private TestDatabase(String url, @Nullable EmbeddedPostgres postgres, Path data) {
    this.url = url;
    this.postgres = postgres;
    this.data = data;
  }

  /**
   * Opens it.
   *
   * @param wanted "" for a file that the server makes, {@code postgres} to start one, or a URL
   * @param folder for what is started
   */
  static TestDatabase open(String wanted, Path folder) throws IOException {
    if (!wanted.equals("postgres")) {
      return new TestDatabase(wanted, null, folder);
    }
    Path data = folder.resolve("postgres");
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    return new TestDatabase(
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", postgres, data);
  }

  /** For the server; "" for a file of its own. */
  String url() {
    return url;
  }

  /** Stops and starts the PostgreSQL that was started for the run. */
  PostgresSwitch getSwitch() throws IOException {
    if (postgres == null) {
      throw new IllegalStateException("no PostgreSQL was started for this run");
    }
    return PostgresSwitch.of(data);
  }

  /** Who the server is to the database. */
  Map<String, String> environment() {
    return postgres == null
        ? Map.of()
        : Map.of("IEUM_DB_USER", "postgres", "IEUM_DB_PASSWORD", "postgres");
  }

  @Override
  public void close() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }
}
