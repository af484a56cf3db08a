package org.ieum.server.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;

/**
 * One file of a feed, read row by row. Unlike the tables that people write for Ieum, it may have
 * columns that nobody knows, and a bad row costs only itself: it is counted and left out.
 *
 * <p>The reader of OneBusAway was looked at for this and not taken. It ends at the first row that
 * it cannot read or whose reference is unknown, with the whole feed lost; its version 14 needs Java
 * 25, and the parts of 12 and 13 could not be had together from Maven Central.
 */
final class GtfsTable {
  private final String file;
  private final InputFaults faults;
  private final Map<String, Integer> columns = new HashMap<>();
  private int line;

  private GtfsTable(String file, InputFaults faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * Gives each row of a file, in order; nothing if the file is not there.
   *
   * @param feed what faults call the feed
   * @throws InputException when it cannot be read at all, or one of the columns is missing
   */
  static void read(
      GtfsFiles files,
      String feed,
      String name,
      List<String> required,
      InputFaults faults,
      Consumer<GtfsRow> reader) {
    GtfsTable table = new GtfsTable(feed + ": " + name, faults);
    CsvFactory format =
        CsvFactory.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    try {
      Reader text = files.findText(name).orElse(null);
      if (text == null) {
        return;
      }
      try (CsvParser parser = format.createParser(text)) {
        table.rows(parser, required, reader);
      }
    } catch (JsonProcessingException e) {
      faults.add(
          table.file
              + ": line "
              + table.line
              + " or later: nothing behind is read: "
              + e.getOriginalMessage());
    } catch (IOException e) {
      throw new InputException(table.file + ": cannot be read: " + e.getMessage());
    }
  }

  private void rows(CsvParser parser, List<String> required, Consumer<GtfsRow> reader)
      throws IOException {
    List<String> values = new ArrayList<>();
    while (parser.nextToken() != null) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        continue;
      }
      values.clear();
      int first = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
          line = parser.currentTokenLocation().getLineNr();
          first = first == 0 ? line : first;
          values.add(parser.getText());
        }
      }
      if (values.isEmpty()) {
        continue;
      }
      if (columns.isEmpty()) {
        head(values, required);
      } else if (values.size() == columns.size()) {
        reader.accept(new GtfsRow(this, first, values));
      } else {
        fault(
            first,
            "has "
                + values.size()
                + " values, the first line names "
                + columns.size()
                + " columns");
      }
    }
    if (columns.isEmpty()) {
      faults.add(file + ": is empty");
    }
  }

  private void head(List<String> names, List<String> required) {
    for (String name : names) {
      if (columns.putIfAbsent(name, columns.size()) != null) {
        throw new InputException(file + ": line 1: column '" + name + "' is there twice");
      }
    }
    InputFaults missing = new InputFaults();
    for (String column : required) {
      if (!columns.containsKey(column)) {
        missing.add(file + ": line 1: column '" + column + "' is missing");
      }
    }
    missing.throwIfAny();
  }

  /** The number of a column, or -1. */
  int column(String name) {
    return columns.getOrDefault(name, -1);
  }

  void fault(int at, String what) {
    faults.add(file + ": line " + at + ": " + what);
  }
}
