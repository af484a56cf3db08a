package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;

/** Figures of the counted rounds. */
final class Series {
  private final DoubleArrayList values = new DoubleArrayList();

  void add(double value) {
    values.add(value);
  }

  /** The least, which other work on the machine has disturbed least. */
  double least() {
    double least = Double.NaN;
    for (int i = 0; i < values.size(); i++) {
      least = i == 0 ? values.getDouble(0) : Math.min(least, values.getDouble(i));
    }
    return least;
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
