package org.ieum.reoptimize;

/** How some vehicles might go on, all of them together. Immutable. */
public final class ProposedRoutes {
  /** No vehicle. */
  public static final ProposedRoutes NONE = new ProposedRoutes(new int[0], new long[0][]);

  /** Index in the fleet of the i-th vehicle. */
  private final int[] vehicles;

  /** Visits of the i-th vehicle in order, as {@link org.ieum.fleet.RouteRebuild} has them. */
  private final long[][] visits;

  /**
   * Proposes routes.
   *
   * @param vehicles indices in the fleet, each once; kept, not copied, like the rest
   * @param visits of the i-th of them, see {@link #visits}
   */
  public ProposedRoutes(int[] vehicles, long[][] visits) {
    if (vehicles.length != visits.length) {
      throw new IllegalArgumentException(
          "each vehicle must have visits, were " + vehicles.length + " and " + visits.length);
    }
    this.vehicles = vehicles;
    this.visits = visits;
  }

  /** How many vehicles there are. */
  public int size() {
    return vehicles.length;
  }

  /** Index in the fleet of a vehicle. */
  public int vehicle(int i) {
    return vehicles[i];
  }

  /**
   * A copy of the visits of a vehicle behind the stop at which it was or to which it drove, see
   * {@link org.ieum.fleet.RouteRebuild}.
   */
  public long[] visits(int i) {
    return visits[i].clone();
  }
}
