package org.ieum.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ieum.progress.InputFaults;

/**
 * Checks the keys of an area's file before its values are read: all that are not known, with their
 * lines, which are no longer known when a record is made of them.
 */
final class AreaKeys {
  private final Path file;
  private final JsonParser parser;
  private final InputFaults faults = new InputFaults();

  private AreaKeys(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a parser to its end.
   *
   * @throws org.ieum.progress.InputException naming all keys that are not known, and groups that
   *     are none
   */
  static void check(Path file, JsonParser parser) throws IOException {
    new AreaKeys(file, parser).check();
  }

  private void check() throws IOException {
    if (parser.nextToken() == null) {
      faults.add(file + ": is empty");
    } else {
      group("", AreaConfig.class);
      if (parser.nextToken() != null) {
        add("more than one area in a file");
      }
    }
    faults.throwIfAny();
  }

  /** A group of keys, from its first token to its last. */
  private void group(String name, Class<?> type) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      String found = parser.isExpectedStartArrayToken() ? "a list" : "'" + parser.getText() + "'";
      add((name.isEmpty() ? "the file" : name) + " must be keys and values, was " + found);
      parser.skipChildren();
      return;
    }
    Map<String, Class<?>> known = keys(type);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      String path = name.isEmpty() ? key : name + "." + key;
      Class<?> kind = known.get(key);
      if (kind == null) {
        add("unknown key '" + path + "'");
      }
      JsonToken value = parser.nextToken();
      if (kind != null && isGroup(kind) && value != JsonToken.VALUE_NULL) {
        group(path, kind);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void add(String fault) {
    faults.add(file + ", line " + parser.currentTokenLocation().getLineNr() + ": " + fault);
  }

  private static boolean isGroup(Class<?> kind) {
    return kind == TurnConfig.class
        || kind == ServiceConfig.class
        || kind == FleetConfig.class
        || kind == RiderConfig.class
        || kind == ReoptimizationConfig.class;
  }

  private static Map<String, Class<?>> keys(Class<?> type) {
    Map<String, Class<?>> keys = new HashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.put(SnakeCaseStrategy.INSTANCE.translate(component.getName()), component.getType());
    }
    return keys;
  }
}
