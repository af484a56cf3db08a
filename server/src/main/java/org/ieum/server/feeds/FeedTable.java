package org.ieum.server.feeds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ieum.osmdata.csv.CsvRow;
import org.ieum.osmdata.csv.CsvTable;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;

/** A CSV file whose columns are all known, and the faults found in it so far. */
final class FeedTable {
  private final String file;
  private final CsvTable table;
  private final InputFaults faults = new InputFaults();

  private FeedTable(String file, CsvTable table) {
    this.file = file;
    this.table = table;
  }

  /**
   * Reads a file.
   *
   * @param required columns that must be there
   * @param optional columns that may be there; no others may
   * @throws InputException when it cannot be read, is no table, or its columns are wrong
   */
  static FeedTable read(Path path, List<String> required, List<String> optional) {
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + ": no such file");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      FeedTable table = new FeedTable(path.toString(), CsvTable.read(path.toString(), in));
      table.checkColumns(required, optional);
      return table;
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read: " + e.getMessage());
    }
  }

  private void checkColumns(List<String> required, List<String> optional) {
    List<String> known = new ArrayList<>(required);
    known.addAll(optional);
    for (String column : table.columns()) {
      if (!known.contains(column)) {
        faults.add(
            file
                + ": line 1: column '"
                + column
                + "' is unknown; known are "
                + String.join(", ", known));
      }
    }
    for (String column : required) {
      if (!table.hasColumn(column)) {
        faults.add(file + ": line 1: column '" + column + "' is missing");
      }
    }
    faults.throwIfAny();
  }

  boolean hasColumn(String column) {
    return table.hasColumn(column);
  }

  /** Gives each row below the first line, in order; the one before is done with then. */
  void forEach(Consumer<FeedRow> reader) {
    for (CsvRow row : table.rows()) {
      reader.accept(new FeedRow(this, row));
    }
  }

  String text(CsvRow row, String column) {
    return table.value(row, column);
  }

  void fault(int line, String what) {
    faults.add(file + ": line " + line + ": " + what);
  }

  int faultCount() {
    return faults.count();
  }

  /**
   * Ends the reading.
   *
   * @param what what the rows are, in the plural
   * @throws InputException when anything is wrong, or there is no row
   */
  void finish(String what) {
    if (faults.count() == 0 && table.rows().isEmpty()) {
      faults.add(file + ": has no " + what);
    }
    faults.throwIfAny();
  }
}
