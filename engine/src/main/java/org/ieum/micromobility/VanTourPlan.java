package org.ieum.micromobility;

import java.util.List;

/**
 * Tours of vans.
 *
 * @param tours one for each shift, in their order
 * @param unserved what does not fit into the shifts
 * @param notWorthIt what would fit, but cost more than its riders are worth
 */
public record VanTourPlan(
    List<VanTour> tours, List<VanTourJob> unserved, List<VanTourJob> notWorthIt) {
  /** Nobody drives, for nothing is to be done. */
  static final VanTourPlan NONE = new VanTourPlan(List.of(), List.of(), List.of());

  public VanTourPlan {
    tours = List.copyOf(tours);
    unserved = List.copyOf(unserved);
    notWorthIt = List.copyOf(notWorthIt);
  }

  /** Length of all tours, metres. */
  public long metres() {
    return tours.stream().mapToLong(VanTour::metres).sum();
  }

  /** Time of all tours, ms. */
  public long duration() {
    return tours.stream().mapToLong(VanTour::duration).sum();
  }

  /** How many scooters are moved. */
  public int moved() {
    return tours.stream().mapToInt(VanTour::moved).sum();
  }

  /**
   * What one scooter costs to be moved, on average over this plan, minor units; NaN when none is
   * moved. Battery swaps are part of it, so it is too much where there are many.
   */
  public double costPerScooter(VanTourRules rules) {
    return moved() == 0 ? Double.NaN : rules.cost(duration(), metres()) / moved();
  }
}
