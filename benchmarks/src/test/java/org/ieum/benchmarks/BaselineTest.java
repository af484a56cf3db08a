package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final double Q = 20;
  private static final Result QUOTE = Result.time("quote", 100, Q);
  private static final Result BYTES = Result.bytes("quote: allocated", 1000);
  private static final Result NOTHING = Result.bytes("query: allocated", 0);
  private static final Result SERVED = Result.figure("served", 9150, "riders");

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void writeBaseline() {
    file = folder.resolve("baseline.json");
    ResultFile.write(file, List.of(QUOTE, BYTES, NOTHING, SERVED));
  }

  private Baseline.Comparison compare(Result... results) {
    return Baseline.read(file).compare(List.of(results));
  }

  @Test
  void sameFiguresAreFine() {
    Baseline.Comparison comparison = compare(QUOTE, BYTES, NOTHING, SERVED);
    assertEquals(List.of(), comparison.faults());
    assertEquals(List.of(), comparison.notes());
  }

  @Test
  void slowerMachinesAreFine() {
    Result slower = Result.time("quote", 300, 3 * Q);
    assertEquals(List.of(), compare(slower, BYTES, NOTHING).faults());
  }

  @Test
  void noiseIsFine() {
    Result slower = Result.time("quote", 159, Q);
    Result more = Result.bytes("quote: allocated", 1199);
    Result little = Result.bytes("query: allocated", 64);
    Baseline.Comparison comparison = compare(slower, more, little);
    assertEquals(List.of(), comparison.faults());
    assertEquals(List.of(), comparison.notes());
  }

  @Test
  void twiceTheTimeIsWorse() {
    Result slower = Result.time("quote", 200, Q);
    assertEquals(
        List.of("quote: 10.0 q is clearly worse than 5.00 q of the baseline (at most 8.00)"),
        compare(slower, BYTES, NOTHING).faults());
  }

  @Test
  void moreMemoryIsWorse() {
    Result more = Result.bytes("quote: allocated", 1201);
    Result some = Result.bytes("query: allocated", 65);
    List<String> faults = compare(QUOTE, more, some).faults();
    assertEquals(2, faults.size());
    assertEquals(
        "quote: allocated: 1201 B is clearly worse than 1000 B of the baseline (at most 1200)",
        faults.get(0));
    assertTrue(faults.get(1).startsWith("query: allocated: 65.0 B"), faults.get(1));
  }

  @Test
  void whatIsClearlyBetterIsNoted() {
    Baseline.Comparison comparison = compare(Result.time("quote", 50, Q), BYTES, NOTHING);
    assertEquals(List.of(), comparison.faults());
    assertEquals(
        List.of("quote: 2.50 q is clearly better than 5.00 q of the baseline"), comparison.notes());
  }

  @Test
  void missingRowsAreFaults() {
    assertEquals(
        List.of("quote: allocated: is in the baseline and was not measured"),
        compare(QUOTE, NOTHING).faults());
  }

  @Test
  void newRowsAreNoted() {
    Baseline.Comparison comparison =
        compare(QUOTE, BYTES, NOTHING, Result.time("confirm", 3, Q), SERVED);
    assertEquals(List.of(), comparison.faults());
    assertEquals(List.of("confirm: is not in the baseline"), comparison.notes());
  }

  @Test
  void figuresThatAreNoNumbersAreWorse() {
    assertEquals(1, compare(Result.time("quote", Double.NaN, Q), BYTES, NOTHING).faults().size());
  }

  private void assertRefused(String text, String message) throws IOException {
    Files.writeString(file, text);
    InputException refused = assertThrows(InputException.class, () -> Baseline.read(file));
    assertEquals(file + ": " + message, refused.getMessage());
  }

  @Test
  void malformedBaselinesAreRefused() throws IOException {
    assertRefused("{}", "must be a list of results, as --out writes it");
    assertRefused("[]", "must be a list of results, as --out writes it");
    assertRefused("[{\"ratio\": 1}]", "row 1: must have a name");
    assertRefused("[3]", "row 1: must have a name");
    assertRefused(
        "[{\"name\": \"a\", \"unit\": \"us\", \"ratio\": \"x\"}]",
        "row 1: ratio must be a number >= 0, was \"x\"");
    assertRefused(
        "[{\"name\": \"a\", \"unit\": \"B\", \"value\": -1, \"ratio\": null}]",
        "row 1: value must be a number >= 0, was -1");
    assertRefused(
        "[{\"name\": \"a\", \"unit\": \"us\", \"ratio\": 1},"
            + " {\"name\": \"a\", \"unit\": \"us\", \"ratio\": 2}]",
        "row 2: 'a' is there twice");
  }

  @Test
  void missingFilesAreRefused() {
    Path none = folder.resolve("none.json");
    InputException refused = assertThrows(InputException.class, () -> Baseline.read(none));
    assertEquals(none + ": no such file", refused.getMessage());
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    Files.writeString(file, "[{");
    InputException refused = assertThrows(InputException.class, () -> Baseline.read(file));
    assertTrue(String.valueOf(refused.getMessage()).contains("is no JSON"));
  }
}
