package org.ieum.server.gbfs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ieum.model.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * One list of a file. Bad rows are left out and named by file, list, index, id and value; a list of
 * which more than half is bad is not used at all.
 */
final class FeedRows {
  private final GbfsFile file;
  private final String list;
  private final String idField;
  private final FeedFaults faults;
  private int index;
  private String id = "";

  /**
   * A list.
   *
   * @param idField field that tells rows apart, or "" if none does
   */
  FeedRows(GbfsFile file, String list, String idField, FeedFaults faults) {
    this.file = file;
    this.list = list;
    this.idField = idField;
    this.faults = faults;
  }

  /** Understands one row. */
  interface Reader<T> {
    T read(JsonNode row) throws BadRow;
  }

  /** Reads all rows of a list in the data. */
  <T> List<T> read(Reader<T> reader) {
    return read(file.data().path(list), reader);
  }

  /** Reads all rows of a list. */
  <T> List<T> read(JsonNode rows, Reader<T> reader) {
    if (!rows.isArray()) {
      throw faults.end(file.label() + ": " + list + " must be a list, was " + GbfsFile.shown(rows));
    }
    List<T> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    index = 0;
    for (JsonNode row : rows) {
      try {
        id = idField.isEmpty() ? "" : row.path(idField).asText("");
        if (!row.isObject()) {
          throw new BadRow("must be an object, was " + GbfsFile.shown(row));
        }
        if (!idField.isEmpty() && id.isBlank()) {
          throw new BadRow(idField + " must not be blank, was " + shown(row, idField));
        }
        if (!idField.isEmpty() && !ids.add(id)) {
          throw new BadRow(idField + " is there already");
        }
        read.add(reader.read(row));
      } catch (BadRow e) {
        faults.leaveOut(where() + String.valueOf(e.getMessage()));
      }
      index++;
    }
    int bad = index - read.size();
    if (2 * bad > index) {
      throw faults.end(file.label() + ": " + bad + " of " + index + " " + list + " are bad");
    }
    return read;
  }

  private String where() {
    return file.label() + ": " + list + "[" + index + "]" + (id.isEmpty() ? "" : " " + id) + ": ";
  }

  /** Tells of something wrong in the row being read that is used all the same. */
  void note(String fault) {
    faults.note(where() + fault);
  }

  static String shown(JsonNode row, String field) {
    return GbfsFile.shown(row.path(field));
  }

  /**
   * The row as one of the published classes. Fields that nobody here asks for are left out before,
   * as the classes refuse whole rows for values that they do not know.
   */
  <T> T typed(JsonNode row, Class<T> type, String... fields) throws BadRow {
    ObjectNode asked = ((ObjectNode) row.deepCopy()).retain(fields);
    try {
      return GbfsFile.MAPPER.treeToValue(asked, type);
    } catch (JsonMappingException e) {
      String field =
          e.getPath().isEmpty() || e.getPath().get(0).getFieldName() == null
              ? "it"
              : e.getPath().get(0).getFieldName();
      throw new BadRow(field + " cannot be understood, was " + shown(row, field));
    } catch (JsonProcessingException e) {
      throw new BadRow("cannot be understood: " + e.getOriginalMessage());
    }
  }

  /** A value that must be there. */
  static <T> T required(String field, @Nullable T value) throws BadRow {
    if (value == null) {
      throw new BadRow(field + " is missing");
    }
    return value;
  }

  /** A place that must be on the earth, and not where broken devices are. */
  static LatLon place(@Nullable Double lat, @Nullable Double lon) throws BadRow {
    double north = required("lat", lat);
    double east = required("lon", lon);
    if (north == 0 && east == 0) {
      throw new BadRow("lat and lon are 0, 0");
    }
    if (!(Math.abs(north) <= 90)) {
      throw new BadRow("lat must be from -90 to 90, was " + north);
    }
    if (!(Math.abs(east) <= 180)) {
      throw new BadRow("lon must be from -180 to 180, was " + east);
    }
    return new LatLon(north, east);
  }

  /** A count or length that must be whole and not below 0; {@code unknown} if it is missing. */
  static int amount(String field, @Nullable Number value, int unknown) throws BadRow {
    if (value == null) {
      return unknown;
    }
    double number = value.doubleValue();
    if (!(number >= 0 && number <= Integer.MAX_VALUE)) {
      throw new BadRow(field + " must be >= 0, was " + value);
    }
    return (int) number;
  }

  /** A text, or the first of a text in several languages; "" if there is none. */
  static String text(JsonNode value) {
    return value.isArray() ? value.path(0).path("text").asText("") : value.asText("");
  }
}
