package org.ieum.simulation;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.ieum.journey.Journey;
import org.ieum.journey.JourneyRequest;
import org.ieum.journey.RideQuotes;
import org.ieum.journey.ScooterExchanges.Exchange;
import org.ieum.journey.ScooterExchanges.Waiting;
import org.ieum.micromobility.ScooterSupply;

/** Finds the journeys among which simulated riders choose. Belongs to one thread. */
public interface JourneyFinder {
  /** Goes by these scooters from now on; costs time, as all are put on the map anew. */
  void setScooters(List<ScooterSupply> supplies);

  /**
   * The best journeys; none where there is no way.
   *
   * @param isTaken whether nobody else can have the scooter of a system and id, a colon between
   */
  List<Journey> find(JourneyRequest request, RideQuotes quotes, Predicate<String> isTaken);

  /**
   * Better scooters for those who have one.
   *
   * @param isTaken as above
   * @param now Unix ms
   */
  List<Exchange> exchange(Collection<Waiting> waiting, Predicate<String> isTaken, long now);
}
