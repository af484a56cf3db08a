package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Simulates days on the embedded map through the command line, and reads their files. */
abstract class SimulatedDays {
  static final List<String> FILES =
      List.of("kpis.json", "requests.csv", "vehicles.csv", "events.ndjson", "report.html");
  static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path shared = Path.of("");

  @TempDir Path folder = Path.of("");

  final ProgramRun simulate(Path out, String... more) {
    List<String> args =
        new ArrayList<>(List.of("simulate", "--cache=" + shared.resolve("cache"), "--out=" + out));
    args.addAll(Arrays.asList(more));
    ProgramRun run = ProgramRun.of(args.toArray(new String[0]));
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    return run;
  }

  final ProgramRun smallDay(Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("--requests=200", "--vehicles=6"));
    args.addAll(Arrays.asList(more));
    return simulate(out, args.toArray(new String[0]));
  }

  static List<Map<String, String>> rows(Path file) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      return rows.readAll();
    }
  }

  static String field(Map<String, String> row, String name) {
    String value = row.get(name);
    assertTrue(value != null, () -> "no " + name + " in " + row);
    return String.valueOf(value);
  }

  static double number(Map<String, String> row, String name) {
    return Double.parseDouble(field(row, name));
  }

  static double seconds(Map<String, String> row, String name) {
    String[] parts = field(row, name).split(":", -1);
    return Integer.parseInt(parts[0]) * 3600.0
        + Integer.parseInt(parts[1]) * 60.0
        + Double.parseDouble(parts[2]);
  }

  static JsonNode kpis(Path out) throws IOException {
    return JSON.readTree(out.resolve("kpis.json").toFile()).path("kpis");
  }
}
