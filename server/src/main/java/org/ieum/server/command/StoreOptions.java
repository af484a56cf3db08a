package org.ieum.server.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose state is copied. */
@OptionGroup("Server")
final class StoreOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the server; $XDG_DATA_HOME/ieum or ~/.local/share/ieum if not given.")
  @Nullable Path data;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description =
          "Database of the journal, jdbc:postgresql://HOST/NAME (IEUM_DB_USER and IEUM_DB_PASSWORD"
              + " in the environment) or jdbc:sqlite:FILE; ieum.db in --data if not given.")
  @Nullable String db;

  Path folder() {
    return data == null ? UserFolders.data() : data;
  }

  /** The hashes of the keys, which belong to the state as the database does. */
  Path keys() {
    return folder().resolve(FirstKey.KEYS);
  }

  String database() {
    return db == null
        ? "jdbc:sqlite:" + folder().toAbsolutePath().normalize().resolve("ieum.db")
        : db;
  }
}
