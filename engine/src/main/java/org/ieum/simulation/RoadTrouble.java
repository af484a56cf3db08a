package org.ieum.simulation;

import java.util.BitSet;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.PromiseAtRisk;
import org.ieum.dispatch.DispatchEvent.RideAffected;

/**
 * What changed and closed roads did to a day.
 *
 * @param promisesBroken bookings that had a promise broken by new travel times
 * @param ridesAffected bookings that were to board or alight where no open road led
 * @param legsCutOff drives, whole or begun, to where no open road led
 */
record RoadTrouble(int promisesBroken, int ridesAffected, int legsCutOff) {
  static RoadTrouble of(SimulationResult result) {
    BitSet broken = new BitSet();
    BitSet affected = new BitSet();
    for (DispatchEvent event : result.events()) {
      if (event instanceof PromiseAtRisk told) {
        broken.set((int) told.request());
      } else if (event instanceof RideAffected told) {
        affected.set((int) told.request());
      }
    }
    int legs = 0;
    for (VehicleLog vehicle : result.vehicles()) {
      for (DrivenLeg leg : vehicle.legs()) {
        legs += leg.isCutOff() ? 1 : 0;
      }
    }
    return new RoadTrouble(broken.cardinality(), affected.cardinality(), legs);
  }
}
