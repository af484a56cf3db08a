package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Runs of the program for tests of other packages. */
public final class ProgramRuns {
  private ProgramRuns() {}

  /** The result of a command that succeeds. */
  public static String out(String... args) {
    ProgramRun run = ProgramRun.of(args);
    assertEquals(0, run.exitCode(), run.toString());
    return run.out();
  }
}
