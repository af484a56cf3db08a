package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static String summary(Result... results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ResultTable(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .printSummary(List.of(results));
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void missedTargetsAreNamed() {
    Result free = Result.figure("free", 7, "s");
    Result held = Result.figure("day", 4, "s").toHold(Target.atMost(4, "s"));
    Result slow = Result.figure("slow day", 5, "s").toHold(Target.atMost(4, "s"));
    Result large = Result.figure("quote", 9, "B").toHold(Target.atMost(8, "B"));
    assertEquals("2 of 3 targets missed: slow day; quote", summary(free, slow, held, large));
    assertEquals("0 of 1 targets missed", summary(free, held));
  }
}
