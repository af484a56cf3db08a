package org.ieum.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;
import org.ieum.server.journal.JournalDamaged;
import org.ieum.server.journal.JournalUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultReporterTest {
  private final StringWriter err = new StringWriter();

  @AfterEach
  void quiet() {
    Logs.setVerbose(false);
  }

  private int report(Throwable fault) {
    PrintWriter writer = new PrintWriter(err);
    int exitCode = new FaultReporter().report(fault, writer);
    writer.flush();
    return exitCode;
  }

  private List<String> lines() {
    return err.toString().lines().toList();
  }

  @Test
  void inputFaultsAreOneLineEach() {
    assertEquals(2, report(new InputException("a.csv: line 3: is wrong")));
    assertEquals(List.of("error: a.csv: line 3: is wrong"), lines());
  }

  @Test
  void theRestIsCounted() {
    InputFaults faults = new InputFaults();
    for (int i = 0; i < 13; i++) {
      faults.add("fault " + i);
    }
    try {
      faults.throwIfAny();
    } catch (InputException thrown) {
      assertEquals(2, report(thrown));
    }
    assertEquals(11, lines().size());
    assertEquals("error: fault 9", lines().get(9));
    assertEquals("… and 3 more", lines().get(10));
  }

  @Test
  void filesThatFailAreNamed() {
    assertEquals(2, report(new AccessDeniedException("/x/y", null, "forbidden")));
    assertEquals(2, report(new UncheckedIOException(new IOException("disk full"))));
    assertEquals(
        List.of(
            "error: /x/y: cannot be read or written: forbidden",
            "error: a file cannot be read or written: disk full"),
        lines());
  }

  @Test
  void aJournalThatCannotBeUsedIsNoBug() {
    assertEquals(2, report(new JournalDamaged("journal of a: event 7 is missing")));
    assertEquals(2, report(new JournalUnavailable("journal of a cannot be read: no route")));
    assertEquals(
        List.of(
            "error: journal of a: event 7 is missing",
            "error: journal of a cannot be read: no route"),
        lines());
  }

  @Test
  void aBugIsOneLineWithItsStackTraceInAFile() throws IOException {
    assertEquals(1, report(new IllegalStateException("impossible\nreally")));
    assertEquals(2, lines().size());
    assertEquals(
        "error: this is a bug in ieum, please report it: java.lang.IllegalStateException:"
            + " impossible",
        lines().get(0));
    String start = "its stack trace is in ";
    assertTrue(lines().get(1).startsWith(start), err.toString());
    Path log = Path.of(lines().get(1).substring(start.length()));
    assertTrue(Files.readString(log).contains("\tat org.ieum.server"));
    Files.delete(log);
  }

  @Test
  void verboseShowsTheStackTrace() {
    Logs.setVerbose(true);
    assertEquals(1, report(new IllegalStateException("impossible")));
    assertTrue(err.toString().contains("\tat org.ieum.server"), err.toString());
  }

  @Test
  void littleMemoryIsNoBug() {
    assertEquals(1, report(new OutOfMemoryError("heap")));
    assertTrue(err.toString().contains("IEUM_JAVA_OPTS=-Xmx4g"), err.toString());
    assertFalse(err.toString().contains("bug"), err.toString());
  }
}
