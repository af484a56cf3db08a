package org.ieum.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ieum.progress.InputException;

/** Reads a backup line by line, and knows at its end whether it was whole. */
final class BackupReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final InputStream in;
  private final MessageDigest digest = EventChain.sha256();
  private final JsonNode head;
  private long rows;

  /**
   * Opens a file.
   *
   * @throws InputException when it is no backup, or one of a newer version
   */
  BackupReader(Path file) throws IOException {
    this.file = file;
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new InputException(file + ": cannot be read");
    }
    in = open(file);
    head = next();
    if (!head.path("format").asText().equals(BackupWriter.FORMAT)) {
      throw wrong("is no backup of Ieum");
    }
    if (head.path("version").asInt() != BackupWriter.VERSION) {
      throw wrong("is of version " + head.path("version") + ", which is not known");
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
    } catch (ZipException | EOFException e) {
      raw.close();
      throw new InputException(file + ": is no backup of Ieum");
    }
  }

  /** The last migration that the tables had seen. */
  String schema() {
    return head.path("schema").asText();
  }

  /** When the state was taken, ms since 1970. */
  long taken() {
    return head.path("taken").asLong();
  }

  /**
   * The next line: an array for a row, an object for the head of a table, a file, or the end, which
   * has {@code sha256}.
   *
   * @throws InputException when the backup is cut off or damaged
   */
  JsonNode next() throws IOException {
    byte[] line = line();
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw wrong(
          "is damaged: line '" + new String(line, 0, Math.min(60, line.length), UTF_8) + "'");
    }
    if (node.isArray()) {
      rows++;
    }
    if (node.has("sha256")) {
      check(node);
    } else {
      digest.update(line);
      digest.update((byte) '\n');
    }
    return node;
  }

  private void check(JsonNode end) {
    String sum = HexFormat.of().formatHex(digest.digest());
    if (end.path("rows").asLong() != rows || !end.path("sha256").asText().equals(sum)) {
      throw wrong("is damaged: its checksum is " + sum + ", expected " + end.path("sha256"));
    }
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw wrong("is cut off");
        }
        line.write(c);
      }
    } catch (ZipException | EOFException e) {
      throw wrong("is cut off or damaged");
    }
    return line.toByteArray();
  }

  InputException wrong(String what) {
    return new InputException(file + ": " + what);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
