package org.ieum.server.demo;

import java.time.LocalTime;
import org.ieum.demand.RequestedTrip;

/** Draws trips that riders want to make. Used by one thread. */
@FunctionalInterface
public interface TripSource {
  /**
   * The next trip that is asked for. Only the difference of its times counts: how far ahead it is
   * asked for.
   *
   * @param at time of the day
   */
  RequestedTrip next(LocalTime at);
}
