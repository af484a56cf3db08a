package org.ieum.server.command;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.ieum.journey.Journey;
import org.ieum.journey.JourneyRequest;
import org.ieum.journey.RideQuotes;
import org.ieum.journey.ScooterExchanges.Exchange;
import org.ieum.journey.ScooterExchanges.Waiting;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.server.journeys.JourneyMap;
import org.ieum.simulation.JourneyFinder;

/** Finds the journeys of simulated riders on the map of those of real ones. */
final class MapJourneys implements JourneyFinder {
  private final JourneyMap map;
  private final JourneyMap.Planning planning;

  MapJourneys(JourneyMap map) {
    this.map = map;
    planning = map.planning();
  }

  @Override
  public void setScooters(List<ScooterSupply> supplies) {
    map.setScooters(supplies);
  }

  @Override
  public List<Journey> find(JourneyRequest request, RideQuotes quotes, Predicate<String> isTaken) {
    return planning.planner(isTaken).plan(request, quotes);
  }

  @Override
  public List<Exchange> exchange(Collection<Waiting> waiting, Predicate<String> isTaken, long now) {
    return planning.exchanges().find(waiting, isTaken, now);
  }
}
