package org.ieum.road;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the maps that are kept beside the project; tests that need them skip without. */
public final class SharedData {
  private SharedData() {}

  /** A map by its file name, e.g. {@code gothenburg.osm.pbf}. */
  public static Path osm(String name) {
    String set = System.getProperty("ieum.shared");
    Path shared = set == null ? search() : Path.of(set);
    Path file = shared.resolve("data").resolve("osm").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped, needs " + file);
    return file;
  }

  private static Path search() {
    Path folder = Path.of("").toAbsolutePath();
    for (Path up = folder; up != null; up = up.getParent()) {
      Path shared = up.resolveSibling("shared");
      if (Files.isDirectory(shared)) {
        return shared;
      }
    }
    return folder.resolve("../shared");
  }
}
