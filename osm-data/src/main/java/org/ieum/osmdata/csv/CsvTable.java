package org.ieum.osmdata.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;

/**
 * A table in comma-separated text (RFC 4180, UTF-8 with or without byte order mark). The first line
 * names the columns; blank lines are skipped, blanks around values are dropped.
 */
public final class CsvTable {
  private final String file;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<CsvRow> rows = new ArrayList<>();
  private int lastLine = 1;

  private CsvTable(String file) {
    this.file = file;
  }

  /**
   * Reads a table to its end; the stream is left open.
   *
   * @param file what faults call it
   * @throws InputException when it is empty, a column is named twice, or a row has another number
   *     of values than there are columns
   */
  public static CsvTable read(String file, InputStream in) {
    CsvTable table = new CsvTable(file);
    CsvFactory format =
        CsvFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    try (CsvParser parser = format.createParser(in)) {
      table.fill(parser);
    } catch (JsonProcessingException e) {
      throw new InputException(
          file + ": line " + table.lastLine + " or later: " + e.getOriginalMessage());
    } catch (CharConversionException e) {
      throw new InputException(file + ": is no UTF-8 text: " + e.getMessage());
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage());
    }
    return table;
  }

  private void fill(CsvParser parser) throws IOException {
    InputFaults faults = new InputFaults();
    while (parser.nextToken() != null) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        continue;
      }
      List<String> values = new ArrayList<>();
      int line = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          continue;
        }
        lastLine = parser.currentTokenLocation().getLineNr();
        if (line == 0) {
          line = lastLine;
        }
        values.add(parser.getText());
      }
      if (values.isEmpty()) {
        continue;
      }
      if (columns.isEmpty()) {
        addColumns(values, faults);
      } else if (values.size() == columns.size()) {
        rows.add(new CsvRow(line, values));
      } else {
        faults.add(
            file
                + ": line "
                + line
                + ": has "
                + values.size()
                + " values, the first line names "
                + columns.size()
                + " columns");
      }
    }
    if (columns.isEmpty()) {
      faults.add(file + ": is empty");
    }
    faults.throwIfAny();
  }

  private void addColumns(List<String> names, InputFaults faults) {
    for (String name : names) {
      if (columns.putIfAbsent(name, columns.size()) != null) {
        faults.add(file + ": line 1: column '" + name + "' is there twice");
      }
    }
  }

  /** The names of the columns, in order. */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** Whether there is such a column. */
  public boolean hasColumn(String name) {
    return columns.containsKey(name);
  }

  /** The lines below the first. */
  public List<CsvRow> rows() {
    return List.copyOf(rows);
  }

  /** The value in a row, blank when the value or the whole column is missing. */
  public String value(CsvRow row, String column) {
    Integer index = columns.get(column);
    return index == null ? "" : row.values().get(index);
  }
}
