package org.ieum.server.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;

/** The files of a feed, in a zip file or a folder. What is no UTF-8 is read as question marks. */
final class GtfsFiles implements Closeable {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path path;
  private final @Nullable ZipFile zip;

  private GtfsFiles(Path path, @Nullable ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  /**
   * Opens a feed.
   *
   * @throws InputException when there is none
   */
  static GtfsFiles open(Path path) {
    if (Files.isDirectory(path)) {
      return new GtfsFiles(path, null);
    }
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + ": no such file");
    }
    try {
      return new GtfsFiles(path, new ZipFile(path.toFile()));
    } catch (ZipException e) {
      throw new InputException(path + ": is no zip file: " + e.getMessage());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static InputException unreadable(Path path, IOException e) {
    return new InputException(path + ": cannot be read: " + e.getMessage());
  }

  boolean has(String name) {
    return zip == null ? Files.isRegularFile(path.resolve(name)) : zip.getEntry(name) != null;
  }

  /** The text of a file, if it is there. */
  Optional<Reader> findText(String name) throws IOException {
    if (!has(name)) {
      return Optional.empty();
    }
    Reader text = new InputStreamReader(stream(name), StandardCharsets.UTF_8);
    PushbackReader marked = new PushbackReader(text);
    int first = marked.read();
    if (first != BYTE_ORDER_MARK && first >= 0) {
      marked.unread(first);
    }
    return Optional.of(marked);
  }

  private InputStream stream(String name) throws IOException {
    if (zip == null) {
      return Files.newInputStream(path.resolve(name));
    }
    ZipEntry entry = zip.getEntry(name);
    return zip.getInputStream(entry);
  }

  @Override
  public void close() {
    if (zip != null) {
      try {
        zip.close();
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }
  }
}
