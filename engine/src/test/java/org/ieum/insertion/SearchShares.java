package org.ieum.insertion;

/** What the states are like in which the search is compared. */
final class SearchShares {
  int states;
  int feasible;
  int diverting;
  int waiting;
  int inside;
  int grouped;

  /** States on roads in which the search looks around the pickups. */
  int near;

  void print(String where) {
    System.out.printf(
        "%d random states %s: %.1f %% with a feasible insertion; of these %.1f %% divert a moving"
            + " vehicle, %.1f %% have waiting, %.1f %% are not at a route's end; %.1f %% of all have"
            + " three points or more at an end, %d look around the pickups%n",
        states, where, feasible(), diverting(), waiting(), inside(), grouped(), near);
  }

  private static double percent(int part, int whole) {
    return 100.0 * part / whole;
  }

  /** Share of the states with a feasible insertion, in percent. */
  double feasible() {
    return percent(feasible, states);
  }

  /** Share of the feasible states whose best insertion diverts a moving vehicle. */
  double diverting() {
    return percent(diverting, feasible);
  }

  /** Share of the feasible states in which the vehicle waits for a rider. */
  double waiting() {
    return percent(waiting, feasible);
  }

  /** Share of the feasible states whose best insertion is not at a route's end. */
  double inside() {
    return percent(inside, feasible);
  }

  /** Share of the states with three points or more at an end. */
  double grouped() {
    return percent(grouped, states);
  }
}
