package org.ieum.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the plain tables of {@code ../shared/data/dispatch}. */
final class CsvRows {
  /** Milliseconds in a tenth of a second, the unit of the tables. */
  private static final int TENTH = 100;

  private CsvRows() {}

  /** All rows but the header. */
  static List<String[]> read(Path file) {
    List<String[]> rows = new ArrayList<>();
    try (var in = Files.newInputStream(file);
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(line.split(",", -1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    return rows;
  }

  static int number(String text) {
    return Integer.parseInt(text);
  }

  /** Milliseconds of tenths of a second. */
  static int millis(String text) {
    return Integer.parseInt(text) * TENTH;
  }
}
