package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LogBudgetTest {
  @Test
  void eachSecondHasItsOwn() {
    LogBudget budget = new LogBudget(2);
    assertTrue(budget.take(-1));
    assertTrue(budget.take(5));
    assertTrue(budget.take(6));
    assertFalse(budget.take(999_999_999));
    assertTrue(budget.take(1_000_000_000));
  }
}
