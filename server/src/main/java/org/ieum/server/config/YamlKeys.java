package org.ieum.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ieum.progress.InputFaults;

/**
 * Checks the keys of a file before its values are read: all that are not known, with their lines,
 * which are no longer known when a record is made of them.
 */
final class YamlKeys {
  private final Path file;
  private final JsonParser parser;
  private final InputFaults faults = new InputFaults();

  private YamlKeys(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a parser to its end.
   *
   * @param type record that the file is
   * @throws org.ieum.progress.InputException naming all keys that are not known, and groups and
   *     lists that are none
   */
  static void check(Path file, JsonParser parser, Class<?> type) throws IOException {
    new YamlKeys(file, parser).check(type);
  }

  private void check(Class<?> type) throws IOException {
    if (parser.nextToken() == null) {
      faults.add(file + ": is empty");
    } else {
      group("", type);
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
    Map<String, RecordComponent> known = keys(type);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      String path = name.isEmpty() ? key : name + "." + key;
      RecordComponent component = known.get(key);
      if (component == null) {
        add("unknown key '" + path + "'");
      }
      JsonToken value = parser.nextToken();
      if (component == null || value == JsonToken.VALUE_NULL) {
        parser.skipChildren();
      } else if (component.getType() == List.class) {
        list(path, (ParameterizedType) component.getGenericType());
      } else if (isGroup(component.getType())) {
        group(path, component.getType());
      } else {
        parser.skipChildren();
      }
    }
  }

  /** A list of groups or of values, from its first token to its last. */
  private void list(String name, ParameterizedType type) throws IOException {
    Class<?> items = (Class<?>) type.getActualTypeArguments()[0];
    if (!parser.isExpectedStartArrayToken()) {
      boolean isGroup = parser.currentToken() == JsonToken.START_OBJECT;
      String found = isGroup ? "a group of keys" : "'" + parser.getText() + "'";
      add(name + " must be a list, was " + found);
      parser.skipChildren();
      return;
    }
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (isGroup(items)) {
        group(name + "[" + i + "]", items);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void add(String fault) {
    faults.add(file + ", line " + parser.currentTokenLocation().getLineNr() + ": " + fault);
  }

  /** Groups of keys are records of this package; those of others are values. */
  private static boolean isGroup(Class<?> kind) {
    return kind.isRecord() && kind.getPackage().equals(YamlKeys.class.getPackage());
  }

  private static Map<String, RecordComponent> keys(Class<?> type) {
    Map<String, RecordComponent> keys = new HashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.put(SnakeCaseStrategy.INSTANCE.translate(component.getName()), component);
    }
    return keys;
  }
}
