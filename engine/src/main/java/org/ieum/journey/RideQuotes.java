package org.ieum.journey;

import java.util.List;
import java.util.Optional;

/** Asks the dispatcher for rides. Belongs to one thread. */
@FunctionalInterface
public interface RideQuotes {
  /** The offer for each wish, in the same order; empty where none can be had. */
  List<Optional<RideOffer>> quote(List<RideWish> wishes);
}
