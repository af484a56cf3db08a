package org.ieum.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ieum.progress.InputException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads records from YAML. Keys that are not known, or there twice, are faults. */
final class YamlFile {
  private static final ObjectMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(ScalarReader.all())
          .build();

  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param type record that the file is
   * @throws InputException naming file, line where it is known, key and value of what is wrong
   */
  static <T> T read(Path file, Class<T> type) {
    try {
      String text = Files.readString(file);
      try (JsonParser parser = YAML.createParser(text)) {
        YamlKeys.check(file, parser, type);
      }
      return YAML.readValue(text, type);
    } catch (ValueInstantiationException e) {
      // The line would be the last of the group, whichever key is wrong.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String group = key(e);
      throw new InputException(
          file + ": " + group + (group.isEmpty() ? "" : ".") + cause.getMessage());
    } catch (JsonMappingException e) {
      throw new InputException(at(file, e) + key(e) + " " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw new InputException(syntax(file, e));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read");
    }
  }

  private static String syntax(Path file, JsonProcessingException fault) {
    if (fault.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
      return file + ", line " + (yaml.getProblemMark().getLine() + 1) + ": " + yaml.getProblem();
    }
    return at(file, fault) + fault.getOriginalMessage();
  }

  private static String at(Path file, JsonProcessingException fault) {
    int line = fault.getLocation() == null ? 1 : fault.getLocation().getLineNr();
    return file + ", line " + line + ": ";
  }

  /** The keys that lead to a fault, apart by dots, and the places in lists, in brackets. */
  private static String key(JsonMappingException fault) {
    StringBuilder key = new StringBuilder();
    for (Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        key.append('[').append(step.getIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return key.toString();
  }
}
