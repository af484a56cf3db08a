package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ieum.model.LatLon;
import org.ieum.server.command.CommandLines;

/** A day of {@code ./ieum simulate}, read from the tables that it writes. */
final class SimulatedDay {
  private SimulatedDay() {}

  /** Runs the command in a folder of its own. */
  static ServiceDay run(List<String> options) throws IOException {
    Path folder = Files.createTempDirectory("ieum-day");
    try {
      return run(options, folder);
    } finally {
      delete(folder);
    }
  }

  private static ServiceDay run(List<String> options, Path folder) throws IOException {
    List<String> args = new ArrayList<>(List.of("simulate"));
    args.addAll(options);
    args.addAll(List.of("--out", folder.toString()));
    StringWriter faults = new StringWriter();
    int code =
        CommandLines.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(faults, /* autoFlush= */ true),
            args.toArray(new String[0]));
    if (code != 0) {
      throw new IOException(args + " ended with " + code + ": " + faults);
    }
    return read(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static ServiceDay read(Path folder) throws IOException {
    ServiceTally tally = new ServiceTally();
    for (Map<String, String> row : rows(folder.resolve("requests.csv"))) {
      double length =
          new LatLon(number(row, "pickup_lat"), number(row, "pickup_lon"))
              .metresTo(new LatLon(number(row, "drop_off_lat"), number(row, "drop_off_lon")));
      if (cell(row, "outcome").equals("served")) {
        boolean isKept = cell(row, "promise_kept").equals("true");
        tally.addServed(
            length, number(row, "wait_duration"), number(row, "direct_duration"), isKept);
      } else {
        tally.addUnserved(length);
      }
    }
    double hours = 0;
    for (Map<String, String> row : rows(folder.resolve("vehicles.csv"))) {
      hours += number(row, "driving_h");
    }
    return tally.day(hours);
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> head = Arrays.asList(Files.readAllLines(file).get(0).split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String[] cells : CsvRows.read(file)) {
      Map<String, String> row = new HashMap<>();
      // No text with commas comes before the columns that are read but rejection_detail.
      int more = cells.length - head.size();
      for (int i = 0; i < head.size(); i++) {
        row.put(head.get(i), cells[i < 5 ? i : i + more]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(cell(row, column));
  }

  private static String cell(Map<String, String> row, String column) {
    String cell = row.get(column);
    if (cell == null) {
      throw new IllegalStateException("no column " + column);
    }
    return cell;
  }
}
