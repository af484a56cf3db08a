package org.ieum.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.ieum.progress.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder in which one server keeps its state; that of a demonstration goes with it. */
final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  private final Path path;
  private final FileChannel lock;
  private final boolean isTemporary;

  private DataFolder(Path path, boolean isTemporary) throws IOException {
    this.path = path;
    this.isTemporary = isTemporary;
    lock = lock(path);
  }

  static DataFolder open(Path path) throws IOException {
    return new DataFolder(Files.createDirectories(path), /* isTemporary= */ false);
  }

  static DataFolder temporary() throws IOException {
    return new DataFolder(Files.createTempDirectory("ieum-demo"), /* isTemporary= */ true);
  }

  /** Two servers on one journal would each write what the other does not know. */
  private static FileChannel lock(Path data) throws IOException {
    FileChannel file =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      throw new InputException("--data " + data + " is in use by another server");
    }
    return file;
  }

  Path path() {
    return path;
  }

  /** Lets others in. */
  @Override
  public void close() {
    try {
      lock.close();
      if (isTemporary && Files.exists(path)) {
        delete();
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} was not left in order: {}", path, e.getMessage());
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
