package org.ieum.collection;

import java.util.Arrays;

/**
 * The assignment problem: gives every row a column of its own so that the sum of the costs is
 * least. Shortest augmenting paths with potentials (R. Jonker and A. Volgenant, A shortest
 * augmenting path algorithm for dense and sparse linear assignment problems, Computing 38, 1987),
 * on rectangles as D. F. Crouse describes it (On implementing 2D rectangular assignment algorithms,
 * IEEE Transactions on Aerospace and Electronic Systems 52, 2016): each row in turn looks for the
 * cheapest way to a free column, along which others move on. The steps that Jonker and Volgenant do
 * before, to start with most rows assigned, are left out; what is solved here is small.
 *
 * <p>Time grows with rows² · columns. Where several assignments cost the same, the same input gives
 * the same one.
 */
public final class Assignment {
  /** No row or column. */
  public static final int NONE = -1;

  private final int columns;

  /** Cost of row r in column c at r * columns + c. */
  private final long[] costs;

  /** Potential of row r. */
  private final long[] rowPotential;

  /** Potential of column c. */
  private final long[] columnPotential;

  /** Column of row r, or NONE. */
  private final int[] columnOf;

  /** Row of column c, or NONE. */
  private final int[] rowOf;

  /** Reduced cost of the cheapest way found to column c. */
  private final long[] least;

  /** Row from which the cheapest way comes to column c. */
  private final int[] from;

  /** Whether the cheapest way to column c is final. */
  private final boolean[] settled;

  /** Whether the search has come through row r. */
  private final boolean[] reached;

  private Assignment(int rows, int columns, long[] costs) {
    this.columns = columns;
    this.costs = costs;
    rowPotential = new long[rows];
    columnPotential = new long[columns];
    columnOf = new int[rows];
    rowOf = new int[columns];
    least = new long[columns];
    from = new int[columns];
    settled = new boolean[columns];
    reached = new boolean[rows];
    Arrays.fill(columnOf, NONE);
    Arrays.fill(rowOf, NONE);
  }

  /**
   * Solves it.
   *
   * @param rows at most as many as columns
   * @param costs of row r in column c at {@code r * columns + c}; sums of them must fit a long
   * @return the column of each row
   */
  public static int[] solve(int rows, int columns, long[] costs) {
    if (rows < 0 || rows > columns) {
      throw new IllegalArgumentException(
          "rows must be from 0 to the columns, were " + rows + " with " + columns + " columns");
    }
    if (costs.length != rows * columns) {
      throw new IllegalArgumentException(
          "costs must be " + rows + " * " + columns + ", were " + costs.length);
    }
    Assignment problem = new Assignment(rows, columns, costs);
    for (int row = 0; row < rows; row++) {
      problem.augment(row);
    }
    return problem.columnOf;
  }

  /** Assigns one more row, by the cheapest way to a free column. */
  private void augment(int start) {
    Arrays.fill(least, Long.MAX_VALUE);
    Arrays.fill(settled, false);
    Arrays.fill(reached, false);
    int row = start;
    int sink = NONE;
    long length = 0;
    while (sink == NONE) {
      reached[row] = true;
      int nearest = NONE;
      for (int c = 0; c < columns; c++) {
        if (settled[c]) {
          continue;
        }
        long way = length + costs[row * columns + c] - rowPotential[row] - columnPotential[c];
        if (way < least[c]) {
          least[c] = way;
          from[c] = row;
        }
        if (nearest == NONE
            || least[c] < least[nearest]
            || (least[c] == least[nearest] && rowOf[c] == NONE && rowOf[nearest] != NONE)) {
          nearest = c;
        }
      }
      length = least[nearest];
      settled[nearest] = true;
      row = rowOf[nearest];
      sink = row == NONE ? nearest : NONE;
    }
    updatePotentials(start, length);
    for (int column = sink; row != start; ) {
      row = from[column];
      rowOf[column] = row;
      int next = columnOf[row];
      columnOf[row] = column;
      column = next;
    }
  }

  private void updatePotentials(int start, long length) {
    rowPotential[start] += length;
    for (int r = 0; r < reached.length; r++) {
      if (reached[r] && r != start) {
        rowPotential[r] += length - least[columnOf[r]];
      }
    }
    for (int c = 0; c < columns; c++) {
      if (settled[c]) {
        columnPotential[c] -= length - least[c];
      }
    }
  }
}
