package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
  @TempDir private Path folder = Path.of("");

  private String written(Result... results) throws IOException {
    Path file = folder.resolve("results.json");
    ResultFile.write(file, List.of(results));
    return Files.readString(file).replaceAll("\\s", "");
  }

  @Test
  void everyRowHasTheSixKeys() throws IOException {
    Result matrix = Result.time("matrix", 50_000, 20).toHold(Target.ratioAtMost(2700).aiming("2q"));
    assertEquals(
        "[{\"name\":\"matrix\",\"value\":50,\"unit\":\"ms\",\"ratio\":2500,"
            + "\"target\":\"<=2,700q,aim2q\",\"holds\":true},"
            + "{\"name\":\"served\",\"value\":9150,\"unit\":\"riders\",\"ratio\":null,"
            + "\"target\":null,\"holds\":null}]",
        written(matrix, Result.figure("served", 9150, "riders")));
  }

  @Test
  void foldersAreMadeBeforehandAndAnOldFileStays() throws IOException {
    Path file = folder.resolve("a").resolve("b").resolve("results.json");
    ResultFile.prepare(file);
    assertTrue(Files.isDirectory(folder.resolve("a").resolve("b")));
    assertFalse(Files.exists(file));
    Files.writeString(file, "old");
    ResultFile.prepare(file);
    assertEquals("old", Files.readString(file));
  }

  @Test
  void whereNothingCanBeWrittenIsToldBeforehand() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "old");
    Path inside = taken.resolve("results.json");
    assertEquals(
        inside + ": cannot be written: " + taken + " is no folder", fault(inside).getMessage());
    assertEquals(folder + ": cannot be written: Is a directory", fault(folder).getMessage());
  }

  private static InputException fault(Path file) {
    return assertThrows(InputException.class, () -> ResultFile.prepare(file));
  }

  @Test
  void targetsAreHeldOrMissed() {
    Result day = Result.figure("day", 4, "s");
    assertEquals(true, day.toHold(Target.atMost(4, "s")).holds().orElseThrow());
    assertEquals(false, day.toHold(Target.atMost(3.9, "s")).holds().orElseThrow());
    Result peer = Result.time("peer", 159, 20);
    assertEquals(false, peer.toHold(Target.ratioAtLeast(8)).holds().orElseThrow());
    assertEquals(true, peer.toHold(Target.ratioAtMost(8)).holds().orElseThrow());
    Result weights = Result.time("weights", 999_000, 20);
    assertEquals(true, weights.toHold(Target.timeAtMost(1000)).holds().orElseThrow());
    Result quick = Result.time("weights", 1_000, 20);
    assertEquals(false, quick.toHold(Target.timeAtMost(0.9)).holds().orElseThrow());
    Result served = Result.figure("served", 11308, "riders");
    assertEquals(true, served.toHold(Target.near(11310, 0.001)).holds().orElseThrow());
    assertEquals(false, served.toHold(Target.near(11320, 0.001)).holds().orElseThrow());
  }

  @Test
  void onlyKnownDifferencesAreAllowed() {
    KarriInstance dense = KarriInstance.ALL.get(1);
    Result one = Result.figure("differ", 1, "answers");
    assertEquals(true, one.toHold(dense.onlyKnown(List.of(26911))).holds().orElseThrow());
    assertEquals(false, one.toHold(dense.onlyKnown(List.of(5))).holds().orElseThrow());
    assertEquals("only 19280 26911", dense.onlyKnown(List.of()).text());
  }
}
