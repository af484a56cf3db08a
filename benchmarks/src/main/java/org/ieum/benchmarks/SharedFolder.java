package org.ieum.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder {@code shared} with data too large for the repository: the one named by {@code
 * -Dieum.shared=FOLDER}, or else the first beside a folder above the clone ({@code -Dieum.home}) or
 * above the working directory.
 */
final class SharedFolder {
  private SharedFolder() {}

  /** A file or folder in it, if it is there. */
  static Optional<Path> find(String name) {
    String given = System.getProperty("ieum.shared");
    if (given != null) {
      return Optional.of(Path.of(given, name)).filter(Files::exists);
    }
    Path start = Path.of(System.getProperty("ieum.home", "")).toAbsolutePath();
    for (Path up = start; up != null; up = up.getParent()) {
      Path path = up.resolve("shared").resolve(name);
      if (Files.exists(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /** The instances that KaRRi solved. */
  static Optional<Path> findDispatch() {
    return find("data/dispatch");
  }
}
