package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The same days twice, with insertion alone and with re-optimisation: how much better the second
 * is, as a mean of the pairs with its 95 % interval (Student's t).
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

  /** Half the width of the interval around the mean change, in points. */
  double halfWidth(ToDoubleFunction<ServiceDay> figure) {
    if (size() < 2 || size() > T.length + 1) {
      return Double.NaN;
    }
    double mean = change(figure);
    double squares = 0;
    for (int i = 0; i < size(); i++) {
      squares += Math.pow(change(figure, i) - mean, 2);
    }
    return T[size() - 2] * Math.sqrt(squares / (size() - 1) / size());
  }

  /** One figure of both in a row. */
  String row(String name, ToDoubleFunction<ServiceDay> figure) {
    return String.format(
        Locale.ROOT,
        "  %-34s %12.4f %12.4f %+9.2f %% +- %.2f",
        name,
        meanPlain(figure),
        meanImproved(figure),
        change(figure),
        halfWidth(figure));
  }
}
