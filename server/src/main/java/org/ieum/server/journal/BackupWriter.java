package org.ieum.server.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a backup: lines of JSON, packed with gzip. The first line says what it is, then come the
 * tables, each a line with its name and columns and a line for each row, then files that belong to
 * them; the last line has the number of rows and the SHA-256 of all lines before it, so that a
 * backup that was cut off or changed is not taken for a whole one.
 */
final class BackupWriter implements AutoCloseable {
  static final String FORMAT = "ieum-backup";
  static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DigestOutputStream out;
  private long rows;

  BackupWriter(OutputStream target) throws IOException {
    out =
        new DigestOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(target, 1 << 16), 1 << 16),
            EventChain.sha256());
  }

  /**
   * Begins.
   *
   * @param schema the last migration that the tables have seen
   * @param taken ms since 1970
   */
  void head(String schema, long taken) throws IOException {
    line(Map.of("format", FORMAT, "version", VERSION, "schema", schema, "taken", taken));
  }

  void table(String name, List<String> columns) throws IOException {
    line(Map.of("table", name, "columns", columns));
  }

  void row(List<@Nullable Object> values) throws IOException {
    rows++;
    line(values);
  }

  void file(String name, String text) throws IOException {
    line(Map.of("file", name, "text", text));
  }

  void end() throws IOException {
    out.flush();
    String sum = HexFormat.of().formatHex(out.getMessageDigest().digest());
    line(Map.of("rows", rows, "sha256", sum));
  }

  private void line(Object content) throws IOException {
    out.write(JSON.writeValueAsBytes(content));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
