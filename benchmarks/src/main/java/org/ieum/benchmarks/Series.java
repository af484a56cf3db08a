package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;

/** Figures of the counted rounds. */
final class Series {
  private final DoubleArrayList values = new DoubleArrayList();

  void add(double value) {
    values.add(value);
  }

  double median() {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    DoubleArrayList sorted = new DoubleArrayList(values);
    sorted.sort(null);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.getDouble(middle)
        : (sorted.getDouble(middle - 1) + sorted.getDouble(middle)) / 2;
  }
}
