package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ieum.server.area.Look.Outcome;
import org.junit.jupiter.api.Test;

/** Looks become smaller where they come too late. */
final class LookSizeTest {
  @Test
  void refusalsMakeLooksSmallerAndPlansThatAreTakenLargerAgain() {
    LookSize size = new LookSize(24);
    assertEquals(24, size.vehicles());
    assertEquals(2_000, size.share(2_000));
    size.note(Outcome.APPLIED);
    assertEquals(24, size.vehicles());
    size.note(Outcome.REFUSED);
    assertEquals(12, size.vehicles());
    assertEquals(1_000, size.share(2_000));
    for (int i = 0; i < 5; i++) {
      size.note(Outcome.REFUSED);
    }
    assertEquals(4, size.vehicles());
    size.note(Outcome.NONE);
    size.note(Outcome.FAILED);
    assertEquals(4, size.vehicles());
    size.note(Outcome.APPLIED);
    assertEquals(5, size.vehicles());
  }

  @Test
  void aSmallOneStaysAsItIs() {
    LookSize size = new LookSize(2);
    size.note(Outcome.REFUSED);
    assertEquals(2, size.vehicles());
    assertEquals(1, size.share(0), "no wait is none at all");
  }
}
