package org.ieum.server.config;

import java.nio.file.Path;

/** Reads the YAML file of an area. */
public final class AreaFile {
  private AreaFile() {}

  /**
   * Reads a file.
   *
   * @throws org.ieum.progress.InputException naming file, line where it is known, key and value of
   *     what is wrong
   */
  public static AreaConfig read(Path file) {
    return YamlFile.read(file, AreaConfig.class);
  }
}
