package org.ieum.server.area;

import java.util.List;
import java.util.Optional;
import org.ieum.micromobility.GeofencingZone;
import org.ieum.micromobility.GeofencingZone.Rules;
import org.ieum.micromobility.Zones;
import org.ieum.model.LatLon;

/** Where the scooters of a system may be left beside its stations. */
final class Parking {
  private final List<GeofencingZone> zones;

  /** By zones, the first one before all others. */
  Parking(List<GeofencingZone> zones) {
    this.zones = zones;
  }

  /** Why a scooter of a type must not be left at a place, if so. */
  Optional<String> findBan(LatLon place, String typeId) {
    Rules rules = new Zones(zones).at(place, typeId);
    if (rules.endAllowed() && !rules.stationParking()) {
      return Optional.empty();
    }
    String name = name(place, typeId, rules);
    return Optional.of(
        rules.endAllowed()
            ? "in " + name + " scooters are left at stations only"
            : "no ride may end in " + name);
  }

  /** The zone that decides: the first one that alone says the same. */
  private String name(LatLon place, String typeId, Rules rules) {
    return zones.stream()
        .filter(zone -> new Zones(List.of(zone)).at(place, typeId).equals(rules))
        .map(GeofencingZone::name)
        .findFirst()
        .filter(name -> !name.isEmpty())
        .map(name -> "zone " + name)
        .orElse("a zone without a name");
  }
}
