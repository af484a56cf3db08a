package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one run of the program in this process gave.
 *
 * @param out its result
 * @param err its faults
 * @param log what went to the standard error stream beside them
 */
record ProgramRun(int exitCode, String out, String err, String log) {
  static ProgramRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(stdout, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    int exitCode;
    try {
      exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
    String beside = stdout.toString(StandardCharsets.UTF_8);
    assertEquals("", beside, "only results go to standard output");
    return new ProgramRun(
        exitCode, out.toString(), err.toString(), log.toString(StandardCharsets.UTF_8));
  }

  /** It was refused: code 2, no result, no stack trace, and each line of faults is as said. */
  void assertRefused(String... starts) {
    assertEquals(2, exitCode, () -> toString());
    assertEquals("", out);
    assertFalse((err + log).contains("\tat "), () -> toString());
    assertFalse((err + log).contains("Exception"), () -> toString());
    List<String> lines = err.lines().filter(line -> line.startsWith("error: ")).toList();
    for (int i = 0; i < starts.length; i++) {
      String line = i < lines.size() ? lines.get(i) : "";
      assertTrue(line.contains(starts[i]), starts[i] + " is not in " + this);
    }
    assertEquals(starts.length, lines.size(), () -> toString());
  }
}
