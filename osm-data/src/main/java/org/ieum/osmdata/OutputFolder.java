package org.ieum.osmdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ieum.progress.InputException;

/**
 * A folder whose files appear together: they are written into a folder beside it and moved when all
 * are done. Without {@link #publish} nothing is left of them.
 */
final class OutputFolder implements AutoCloseable {
  private final Path target;
  private final Path partial;

  private OutputFolder(Path target, Path partial) {
    this.target = target;
    this.partial = partial;
  }

  static OutputFolder open(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
      throw new InputException(target + ": is a file, not a folder");
    }
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new InputException(target + ": cannot be the root folder");
    }
    Files.createDirectories(parent);
    return new OutputFolder(
        absolute, Files.createTempDirectory(parent, "." + absolute.getFileName() + "-"));
  }

  /** Where to write. */
  Path partial() {
    return partial;
  }

  /** Moves all files to their place. */
  void publish() throws IOException {
    Files.createDirectories(target);
    for (Path file : files()) {
      Files.move(
          file, target.resolve(partial.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(partial);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> stream = Files.list(partial)) {
      return new ArrayList<>(stream.sorted().toList());
    }
  }
}
