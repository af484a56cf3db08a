package org.ieum.osmdata.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ieum.progress.InputException;
import org.junit.jupiter.api.function.Executable;

/** Checks what people are told about bad input. */
public final class Faults {
  private Faults() {}

  /** Runs, expects exactly one fault, and checks that it is one line with all these parts. */
  public static void assertFault(Executable run, String... parts) {
    InputException thrown = assertThrows(InputException.class, run);
    assertEquals(1, thrown.count(), thrown::getMessage);
    for (String part : parts) {
      assertTrue(thrown.faults().get(0).contains(part), thrown.faults().get(0) + " has no " + part);
    }
    assertEquals(1, thrown.faults().get(0).lines().count(), thrown::getMessage);
  }
}
