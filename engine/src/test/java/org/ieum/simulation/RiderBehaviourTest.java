package org.ieum.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ieum.model.Party;
import org.ieum.simulation.RiderBehaviour.Choice;
import org.junit.jupiter.api.Test;

class RiderBehaviourTest {
  private static final int MANY = 20_000;

  @Test
  void sharesComeTrueWithEverySeed() {
    for (long seed : new long[] {0, 1, 2, -1, Long.MAX_VALUE}) {
      RiderBehaviour riders = new RiderBehaviour(0.2, 0.1, 0.3, seed);
      int cancel = 0;
      int noShow = 0;
      int fewer = 0;
      double early = 0;
      for (int request = 0; request < MANY; request++) {
        cancel += riders.choice(request) == Choice.CANCELS ? 1 : 0;
        noShow += riders.choice(request) == Choice.NO_SHOW ? 1 : 0;
        fewer += riders.boarding(request, Party.of(4)).size() == 3 ? 1 : 0;
        boolean both =
            riders.choice(request) == Choice.CANCELS && riders.cancelTime(request, 0, 1000) < 500;
        early += both ? 1 : 0;
        assertEquals(Party.of(1), riders.boarding(request, Party.of(1)));
        assertEquals(new Party(1, 1), riders.boarding(request, new Party(1, 1)));
      }
      assertEquals(0.2, (double) cancel / MANY, 0.02);
      assertEquals(0.1, (double) noShow / MANY, 0.02);
      assertEquals(0.3, (double) fewer / MANY, 0.02);
      assertEquals(0.5, early / cancel, 0.05);
    }
  }

  @Test
  void theTimeOfOneRequestIsNotTheChoiceOfTheNext() {
    for (long seed : new long[] {0, 1, 4711}) {
      RiderBehaviour half = new RiderBehaviour(0.5, 0, 0, seed);
      int alike = 0;
      for (int request = 0; request < MANY; request++) {
        boolean early = half.cancelTime(request, 0, 1_000_000) < 500_000;
        alike += early == (half.choice(request + 1) == Choice.CANCELS) ? 1 : 0;
      }
      assertEquals(0.5, (double) alike / MANY, 0.02);
    }
  }

  @Test
  void wrongSharesAreNamedWithTheirValue() {
    assertFault("was 1.1", () -> new RiderBehaviour(1.1, 0, 0, 1));
    assertFault("was -0.1", () -> new RiderBehaviour(0, -0.1, 0, 1));
    assertFault("was NaN", () -> new RiderBehaviour(0, 0, Double.NaN, 1));
    assertFault("were 0.7 and 0.6", () -> new RiderBehaviour(0.7, 0.6, 0, 1));
  }

  private static void assertFault(String value, Runnable maker) {
    var fault = assertThrows(IllegalArgumentException.class, maker::run);
    assertTrue(String.valueOf(fault.getMessage()).contains(value), fault::getMessage);
  }
}
