package org.ieum.reoptimize;

/** Tells how much of a budget is used up. Looks at the time only now and then. */
final class SearchClock {
  private static final int LOOK_MASK = 15;

  private final SearchBudget budget;
  private final long begun;
  private double progress;

  /** Begun so far. */
  long iterations;

  SearchClock(SearchBudget budget) {
    this.budget = budget;
    begun = budget.nanos() == Long.MAX_VALUE ? 0 : System.nanoTime();
  }

  /** Counts an iteration. */
  void tick() {
    iterations++;
  }

  /** Share of the budget that is used up; 1 or more at its end. */
  double progress() {
    if (budget.nanos() != Long.MAX_VALUE && (iterations & LOOK_MASK) == 0) {
      double byTime =
          budget.nanos() == 0 ? 1 : (double) (System.nanoTime() - begun) / budget.nanos();
      progress = Math.max(progress, byTime);
    }
    double byCount = budget.iterations() == 0 ? 1 : (double) iterations / budget.iterations();
    return Math.max(progress, byCount);
  }
}
