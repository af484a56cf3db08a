package org.ieum.server.command;

import java.nio.file.Path;

/** Where a user's programs keep things, as the XDG base directory specification says. */
final class UserFolders {
  private UserFolders() {}

  /** For what can be made again. */
  static Path cache() {
    return folder("XDG_CACHE_HOME", ".cache");
  }

  /** For what must not be lost. */
  static Path data() {
    return folder("XDG_DATA_HOME", ".local", "share");
  }

  private static Path folder(String variable, String... otherwise) {
    String xdg = System.getenv(variable);
    return xdg == null || xdg.isBlank()
        ? Path.of(System.getProperty("user.home"), otherwise).resolve("ieum")
        : Path.of(xdg, "ieum");
  }
}
