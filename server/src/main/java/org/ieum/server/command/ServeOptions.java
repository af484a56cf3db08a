package org.ieum.server.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is served, where its state is kept, and where it listens. */
@OptionGroup("Server")
final class ServeOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      arity = "1",
      description =
          "YAML configuration of an area; repeat it for more areas. The embedded area, central"
              + " Gothenburg with 20 buses, without --config.")
  @Nullable List<Path> configs;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder for the journal and the keys; $XDG_DATA_HOME/ieum or ~/.local/share/ieum if not"
              + " given.")
  @Nullable Path data;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description =
          "Database of the journal, jdbc:postgresql://HOST/NAME (IEUM_DB_USER and IEUM_DB_PASSWORD"
              + " in the environment) or jdbc:sqlite:FILE; ieum.db in --data if not given.")
  @Nullable String db;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Folder in which prepared areas are kept; $XDG_CACHE_HOME/ieum or ~/.cache/ieum if not"
              + " given.")
  @Nullable Path cache;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen at.")
  String host;

  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      defaultValue = "8080",
      description = "Port to listen at; 0 for any that is free.")
  int port;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Log lines for people, text, or for programs, json.")
  LogFormat logFormat;

  /** The configurations, perhaps none. */
  List<Path> configFiles() {
    return configs == null ? List.of() : configs;
  }

  /** The folder for journal and keys. */
  Path dataFolder() {
    return data == null ? UserFolders.data() : data;
  }

  /** The folder in which prepared areas are kept. */
  Path cacheFolder() {
    return cache == null ? UserFolders.cache() : cache;
  }

  /** The database of the journal. */
  String database() {
    return db == null
        ? "jdbc:sqlite:" + dataFolder().toAbsolutePath().normalize().resolve("ieum.db")
        : db;
  }
}
