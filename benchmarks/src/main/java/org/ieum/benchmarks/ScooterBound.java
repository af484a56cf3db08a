package org.ieum.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import org.ieum.micromobility.LastMileRider;
import org.ieum.micromobility.MatchRules;
import org.ieum.micromobility.OfferedScooter;

/**
 * The least that giving each rider a scooter of their own can cost, by OR-Tools and from the rules
 * alone: a flow of least cost from riders by way of scooters, or past them.
 */
final class ScooterBound {
  private ScooterBound() {}

  /** The bound, ms. */
  static long of(ScooterTown town, MatchRules rules) {
    Loader.loadNativeLibraries();
    MinCostFlow flow = new MinCostFlow();
    int riders = town.riders.size();
    int sink = riders + town.scooters.size();
    for (int s = riders; s < sink; s++) {
      flow.addArcWithCapacityAndUnitCost(s, sink, 1, 0);
    }
    for (int r = 0; r < riders; r++) {
      LastMileRider rider = town.riders.get(r);
      int whole = town.walk(rider.alighting(), rider.destination());
      long without = whole <= rider.longestWalk() ? counted(whole, rules) : rules.penalty();
      flow.addArcWithCapacityAndUnitCost(r, sink, 1, without);
      flow.setNodeSupply(r, 1);
      for (int s = 0; s < town.scooters.size(); s++) {
        OfferedScooter scooter = town.scooters.get(s);
        int walk = town.walk(rider.alighting(), scooter.place());
        int metres = town.rideMetres(scooter.place(), rider.destination());
        if (walk <= rider.longestWalk() && metres + rules.spareMetres() <= scooter.rangeMetres()) {
          int ride = town.ride(scooter.place(), rider.destination());
          long cost = counted(walk, rules) + rules.unlock() + ride + rules.park();
          flow.addArcWithCapacityAndUnitCost(r, riders + s, 1, cost);
        }
      }
    }
    flow.setNodeSupply(sink, -riders);
    MinCostFlowBase.Status status = flow.solve();
    if (status != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException("OR-Tools must find the least cost, said " + status);
    }
    return flow.getOptimalCost();
  }

  private static long counted(int walk, MatchRules rules) {
    return walk + (long) walk * rules.walkWeight() / 100;
  }
}
