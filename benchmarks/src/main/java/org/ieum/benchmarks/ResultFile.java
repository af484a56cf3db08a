package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.ieum.progress.InputException;

/**
 * Writes results as a list of objects with name, value, unit, ratio, target and holds; the last
 * three are null where there is none.
 */
final class ResultFile {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** More digits than any of these figures has. */
  private static final MathContext DIGITS = new MathContext(6);

  private ResultFile() {}

  /**
   * Makes the folders of a file and tries whether it can be written; what is in it stays.
   *
   * @throws InputException when it cannot
   */
  static void prepare(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      boolean isNew = Files.notExists(file);
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      if (isNew) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Writes a file, over an old one. */
  static void write(Path file, List<Result> results) {
    ArrayNode rows = MAPPER.createArrayNode();
    for (Result result : results) {
      ObjectNode row = rows.addObject();
      row.put("name", result.name());
      put(row, "value", result.value());
      row.put("unit", result.unit());
      put(row, "ratio", result.ratio());
      row.put("target", result.target().map(Target::text).orElse(null));
      row.put("holds", result.holds().orElse(null));
    }
    try {
      String text = MAPPER.writeValueAsString(rows) + "\n";
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static InputException unwritable(Path file, IOException fault) {
    String message = file + ": cannot be written";
    if (!(fault instanceof FileSystemException known)) {
      return new InputException(message);
    }
    if (known instanceof FileAlreadyExistsException) {
      return new InputException(message + ": " + known.getFile() + " is no folder");
    }
    String reason = known instanceof AccessDeniedException ? "no permission" : known.getReason();
    return new InputException(reason == null ? message : message + ": " + reason);
  }

  private static void put(ObjectNode row, String name, double value) {
    if (Double.isFinite(value)) {
      row.put(name, new BigDecimal(value).round(DIGITS));
    } else {
      row.putNull(name);
    }
  }
}
