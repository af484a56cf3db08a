package org.ieum.server.config;

import java.nio.file.Path;
import org.ieum.fare.FareTable;

/** Reads a YAML file that holds fares alone: what stands below {@code fares} in that of an area. */
public final class FaresFile {
  private FaresFile() {}

  /**
   * Reads a file.
   *
   * @throws org.ieum.progress.InputException naming file, line where it is known, key and value of
   *     what is wrong
   */
  public static FareTable read(Path file) {
    return YamlFile.read(file, FareConfig.class).table();
  }
}
