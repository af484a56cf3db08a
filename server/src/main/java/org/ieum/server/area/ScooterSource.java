package org.ieum.server.area;

import java.util.List;
import org.ieum.micromobility.ScooterSupply;

/** Where an area's shared scooters are known from. For any thread. */
@FunctionalInterface
public interface ScooterSource {
  /** What is known now, one supply a system, those that Ieum manages first. Does not wait. */
  List<ScooterSupply> supplies();
}
