package org.ieum.server.journeys;

import java.util.ArrayList;
import java.util.List;
import org.ieum.micromobility.GeofencingZone.Rules;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.micromobility.Zones;
import org.ieum.model.LatLon;
import org.ieum.traveltime.RideRules;

/**
 * What the zones of several systems say for any of their types of scooters; the strictest holds.
 */
final class StrictestZones implements RideRules {
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(Zones zones, String typeId) {}

  StrictestZones(List<ScooterSupply> supplies) {
    for (ScooterSupply supply : supplies) {
      Zones zones = new Zones(supply.zones());
      rules.add(new Rule(zones, ""));
      for (ScooterType type : supply.types()) {
        rules.add(new Rule(zones, type.id()));
      }
    }
  }

  @Override
  public double speedLimit(LatLon place) {
    double least = Double.POSITIVE_INFINITY;
    for (Rule rule : rules) {
      Rules here = rule.zones().at(place, rule.typeId());
      double limit =
          here.maxSpeed() == Rules.NO_LIMIT ? Double.POSITIVE_INFINITY : here.maxSpeed() / 3.6;
      least = Math.min(least, here.rideThroughAllowed() ? limit : 0);
    }
    return least;
  }
}
