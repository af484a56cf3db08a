package org.ieum.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers of which means and quantiles are asked for. */
final class Sample {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double mean() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.isEmpty() ? Double.NaN : sum / values.size();
  }

  /** Nearest rank. */
  double quantile(double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    Collections.sort(values);
    return values.get((int) Math.max(0, Math.ceil(share * values.size()) - 1));
  }

  double shareBelow(double limit) {
    int below = 0;
    for (double value : values) {
      below += value < limit ? 1 : 0;
    }
    return values.isEmpty() ? Double.NaN : (double) below / values.size();
  }
}
