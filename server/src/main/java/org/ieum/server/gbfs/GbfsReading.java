package org.ieum.server.gbfs;

import java.util.List;
import org.ieum.micromobility.ScooterSupply;

/**
 * What could be read of a system.
 *
 * @param supply what is right
 * @param badRows rows that were left out
 * @param faultCount all that is wrong, with what is used all the same
 * @param faults the first of it, one sentence each
 */
public record GbfsReading(ScooterSupply supply, int badRows, int faultCount, List<String> faults) {
  public GbfsReading {
    faults = List.copyOf(faults);
  }
}
