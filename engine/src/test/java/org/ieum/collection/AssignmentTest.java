package org.ieum.collection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Assignments are compared with the best of all of them. */
final class AssignmentTest {
  private static final int CASES = 20_000;

  @Test
  void noAssignmentIsCheaper() {
    Random random = new Random(7);
    for (int n = 0; n < CASES; n++) {
      int columns = 1 + random.nextInt(6);
      int rows = random.nextInt(columns + 1);
      // Few values bring many ties; negative costs are costs, too.
      int bound = random.nextBoolean() ? 4 : 1_000_000;
      long[] costs = random.longs((long) rows * columns, -bound / 2, bound).toArray();
      int[] columnOf = Assignment.solve(rows, columns, costs);
      assertEquals(rows, columnOf.length);
      long cost = 0;
      boolean[] taken = new boolean[columns];
      for (int row = 0; row < rows; row++) {
        assertTrue(!taken[columnOf[row]], "case " + n + ": column taken twice");
        taken[columnOf[row]] = true;
        cost += costs[row * columns + columnOf[row]];
      }
      assertEquals(cheapest(0, rows, columns, costs, 0), cost, "case " + n);
      assertArrayEquals(columnOf, Assignment.solve(rows, columns, costs.clone()));
    }
  }

  /** The least cost of rows from one on, when the columns in a set are taken. */
  private static long cheapest(int row, int rows, int columns, long[] costs, int taken) {
    if (row == rows) {
      return 0;
    }
    long least = Long.MAX_VALUE;
    for (int c = 0; c < columns; c++) {
      if ((taken >> c & 1) == 0) {
        long rest = cheapest(row + 1, rows, columns, costs, taken | 1 << c);
        least = Math.min(least, costs[row * columns + c] + rest);
      }
    }
    return least;
  }

  @Test
  void aLargeOneIsSolvedToo() {
    int size = 200;
    long[] costs = new long[size * size];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = (long) (i / size) * (i % size);
    }
    // Products are least in sum when the largest meets the smallest.
    int[] columnOf = Assignment.solve(size, size, costs);
    for (int row = 0; row < size; row++) {
      assertEquals(size - 1 - row, columnOf[row]);
    }
  }

  @Test
  void wrongShapesAreRefused() {
    assertEquals(
        "rows must be from 0 to the columns, were 2 with 1 columns",
        assertThrows(
                IllegalArgumentException.class, () -> Assignment.solve(2, 1, new long[] {1, 2}))
            .getMessage());
    assertEquals(
        "costs must be 1 * 2, were 1",
        assertThrows(IllegalArgumentException.class, () -> Assignment.solve(1, 2, new long[] {1}))
            .getMessage());
  }
}
