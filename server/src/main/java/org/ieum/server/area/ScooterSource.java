package org.ieum.server.area;

import java.util.List;
import org.ieum.micromobility.ScooterSupply;

/** Where an area's shared scooters are known from. For any thread. */
@FunctionalInterface
public interface ScooterSource extends AutoCloseable {
  /**
   * What is known now, one supply a system, those that Ieum manages first. Does not wait; asked
   * often, so what has not changed ought to be the same object.
   */
  List<ScooterSupply> supplies();

  /** Follows nothing any more. */
  @Override
  default void close() {}
}
