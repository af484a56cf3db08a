package org.ieum.osmdata.clip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ieum.progress.InputException;

/** Reads JSON with faults for people. */
public final class JsonFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonFile() {}

  /**
   * Reads a file.
   *
   * @throws InputException when it is missing, empty or no JSON, naming the line
   */
  public static JsonNode read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": no such file");
    }
    try {
      JsonNode root = MAPPER.readTree(file.toFile());
      if (root.isMissingNode()) {
        throw new InputException(file + ": is empty");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new InputException(
          file
              + ": line "
              + e.getLocation().getLineNr()
              + ": is no JSON: "
              + e.getOriginalMessage().replaceAll("(?s) *\\(?\\[?(start marker|Source).*", ""));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage());
    }
  }
}
