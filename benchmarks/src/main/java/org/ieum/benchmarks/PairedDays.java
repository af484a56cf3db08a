package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The same days twice, plainly and with something that ought to be better, such as re-optimisation:
 * how much better the second is, as a mean of the pairs with its 95 % interval (Student's t).
 */
final class PairedDays {
  /** Quantile 0.975 of Student's t for 1 to 9 degrees of freedom. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
  };

  private final List<ServiceDay> plain = new ArrayList<>();
  private final List<ServiceDay> improved = new ArrayList<>();

  void add(ServiceDay insertionAlone, ServiceDay reoptimised) {
    plain.add(insertionAlone);
    improved.add(reoptimised);
  }

  int size() {
    return plain.size();
  }

  double meanPlain(ToDoubleFunction<ServiceDay> figure) {
    return plain.stream().mapToDouble(figure).average().orElseThrow();
  }

  double meanImproved(ToDoubleFunction<ServiceDay> figure) {
    return improved.stream().mapToDouble(figure).average().orElseThrow();
  }

  int broken() {
    return improved.stream().mapToInt(ServiceDay::broken).sum();
  }

  /** Mean of the relative changes, %. */
  double change(ToDoubleFunction<ServiceDay> figure) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += change(figure, i);
    }
    return sum / size();
  }

  private double change(ToDoubleFunction<ServiceDay> figure, int i) {
    double before = figure.applyAsDouble(plain.get(i));
    return 100 * (figure.applyAsDouble(improved.get(i)) / before - 1);
  }

  /** Half the width of the interval around the mean change, in points; NaN where none is known. */
  double halfWidth(ToDoubleFunction<ServiceDay> figure) {
    double[] changes = new double[size()];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = change(figure, i);
    }
    return halfWidth(changes);
  }

  /** Half the width of the 95 % interval around the mean of values; NaN where none is known. */
  static double halfWidth(double[] values) {
    int size = values.length;
    if (size < 2 || size > T.length + 1) {
      return Double.NaN;
    }
    double mean = 0;
    for (double value : values) {
      mean += value / size;
    }
    double squares = 0;
    for (double value : values) {
      squares += Math.pow(value - mean, 2);
    }
    return T[size - 2] * Math.sqrt(squares / (size - 1) / size);
  }

  private String half(ToDoubleFunction<ServiceDay> figure) {
    double half = halfWidth(figure);
    return Double.isNaN(half) ? "-" : String.format(Locale.ROOT, "%.2f", half);
  }

  /** One figure of both in a row. */
  String row(String name, ToDoubleFunction<ServiceDay> figure) {
    return String.format(
        Locale.ROOT,
        "  %-34s %12.4f %12.4f %+9.2f %% +- %s",
        name,
        meanPlain(figure),
        meanImproved(figure),
        change(figure),
        half(figure));
  }
}
