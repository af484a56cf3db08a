package org.ieum.osmdata.csv;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line where it starts in the file, from 1
 * @param values in the order of the columns
 */
public record CsvRow(int line, List<String> values) {
  public CsvRow {
    values = List.copyOf(values);
  }
}
