package org.ieum.server.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.function.Executable;

/** Asserts what is wrong with a file. */
final class FeedFaults {
  private FeedFaults() {}

  /** The faults are these and no others, each without the file's folder. */
  static void assertFaults(Executable reading, String... expected) {
    InputException thrown = assertThrows(InputException.class, reading);
    List<String> faults =
        thrown.faults().stream()
            .map(fault -> fault.substring(fault.indexOf(".csv: ") + 6))
            .toList();
    assertEquals(List.of(expected), faults);
    assertEquals(expected.length, thrown.count());
  }
}
