package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ieum.progress.InputException;
import org.ieum.reoptimize.SearchBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading instances, solving them, and finding fault with solutions. */
final class RoutingCheckTest {
  /** Two requests along a line: 1 to 2 and 3 to 4. */
  static final String LI_LIM =
      """
      2 10 1
      0 0 0 0 0 100 0 0 0
      1 10 0 6 0 100 1 0 2
      2 20 0 -6 0 100 1 1 0
      3 30 0 6 40 100 1 0 4
      4 40 0 -6 0 60 1 3 0
      """;

  /** The same with the longest ride and the longest route; 1 may be picked up late. */
  static final String CORDEAU =
      """
      1 2 100 6 15
      0 0 0 0 0 0 200
      1 10 0 1 1 0 100
      2 30 0 1 1 40 100
      3 20 0 1 -1 50 100
      4 40 0 1 -1 0 90
      5 0 0 0 0 0 200
      """;

  @TempDir private Path folder;

  private RoutingInstance read(String text) throws IOException {
    return InstanceFile.read(Files.writeString(folder.resolve("made.txt"), text));
  }

  private static List<String> faults(RoutingInstance instance, int[]... routes) {
    return new RoutingCheck(instance, List.of(routes)).faults();
  }

  @Test
  void aGoodPlanIsMeasured() throws IOException {
    RoutingCheck check = new RoutingCheck(read(LI_LIM), List.of(new int[] {1, 2, 3, 4}));
    assertEquals(List.of(), check.faults());
    assertEquals(80, check.distance(), 1e-9);
    assertEquals(1, check.used());
  }

  @Test
  void badPlansAreFound() throws IOException {
    RoutingInstance instance = read(LI_LIM);
    assertTrue(faults(instance, new int[] {1, 2}).get(0).contains("request from node 3"));
    assertTrue(faults(instance, new int[] {2, 1, 3, 4}).get(0).contains("request from node 1"));
    assertTrue(faults(instance, new int[] {1, 3, 4}, new int[] {2}).get(0).contains("node 1"));
    assertTrue(faults(instance, new int[] {1, 2, 2, 3, 4}).get(0).contains("twice"));
    assertTrue(faults(instance, new int[] {1, 3, 2, 4}).get(0).contains("load 12"));
    assertTrue(faults(instance, new int[] {3, 4, 1, 2}).get(0).contains("no times"));
    int[] none = {};
    assertTrue(faults(instance, new int[] {1, 2}, new int[] {3, 4}, none).isEmpty(), "two of two");
  }

  @Test
  void longestRidesAndRoutesCount() throws IOException {
    RoutingInstance instance = read(CORDEAU);
    assertEquals(List.of(), faults(instance, new int[] {1, 3, 2, 4}));
    assertTrue(faults(instance, new int[] {1, 2, 3, 4}).get(0).contains("no times"));
    RoutingInstance shorter = read(CORDEAU.replace("100 6 15", "80 6 15"));
    assertTrue(faults(shorter, new int[] {1, 3, 2, 4}).get(0).contains("no times"));
  }

  @Test
  void theSearchSolvesThem() throws IOException, InterruptedException {
    for (String text : List.of(LI_LIM, CORDEAU)) {
      InstanceRun run =
          InstanceRun.solve(RoutingSolver.LNS, read(text), 2, 1, SearchBudget.ofIterations(300));
      assertEquals(List.of(), run.faults());
      assertEquals(80, run.distance(), 1e-9);
      assertEquals(1, run.vehicles());
      assertEquals(600, run.iterations());
    }
  }

  @Test
  void badFilesAreRefused() {
    assertTrue(refusal(LI_LIM.replace("40 0 -6", "x 0 -6")).contains("line 6: no number: x"));
    assertTrue(
        refusal(LI_LIM.replace("100 1 1 0", "100 1 3 0")).contains("node 1: no drop-off: 2"));
    assertTrue(refusal("2 10 1\n").contains("had 1 lines"));
    assertTrue(refusal("2 10\n0 0 0\n").contains("3 or 5 numbers"));
    assertTrue(refusal(CORDEAU.replace("1 2 100", "1 3 100")).contains("7 nodes expected, had 6"));
  }

  private String refusal(String text) {
    return String.valueOf(assertThrows(InputException.class, () -> read(text)).getMessage());
  }
}
