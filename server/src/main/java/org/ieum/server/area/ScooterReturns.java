package org.ieum.server.area;

import java.util.Optional;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.model.LatLon;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ScooterReturnInput;
import org.jspecify.annotations.Nullable;

/** Where scooters are left after rides, and how far they still go then. */
final class ScooterReturns {
  /** Who leaves a scooter at a station is so near to it, metres. */
  private static final int AT_STATION = 100;

  private final ScooterShelf shelf;

  ScooterReturns(ScooterShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * The place at which one is left.
   *
   * @param station id, "" for none
   * @throws Refusal when the station is not known, no place is told, or zones forbid it
   */
  LatLon place(ScooterHold hold, ScooterReturnInput input, String station) {
    LatLon place = told(hold.system(), input, station);
    checkParking(hold, place, station);
    return place;
  }

  private LatLon told(String system, ScooterReturnInput input, String stationId) {
    Optional<ScooterStation> station =
        stationId.isEmpty() ? Optional.empty() : shelf.findStation(system, stationId);
    if (!stationId.isEmpty() && station.isEmpty()) {
      throw Refusal.invalid("station_id", "is not known, was '" + stationId + "'");
    }
    Double lat = input.lat();
    Double lon = input.lon();
    if (lat != null
        && lon != null
        && station.isPresent()
        && new LatLon(lat, lon).metresTo(station.get().location()) > AT_STATION) {
      throw Refusal.invalid(
          "station_id",
          "must be within "
              + AT_STATION
              + " m of where the scooter is left, was '"
              + stationId
              + "'");
    }
    if (lat != null && lon != null) {
      return new LatLon(lat, lon);
    }
    if (lat != null || lon != null || station.isEmpty()) {
      throw Refusal.invalid(lat == null ? "lat" : "lon", "is missing; only a station needs none");
    }
    return station.get().location();
  }

  private void checkParking(ScooterHold hold, LatLon place, String station) {
    Optional<String> ban = station.isEmpty() ? shelf.findParkingBan(hold, place) : Optional.empty();
    if (ban.isPresent()) {
      throw Refusal.conflict(
          "scooter "
              + hold.scooter()
              + " must not be left at "
              + place.lat()
              + ", "
              + place.lon()
              + ": "
              + ban.get());
    }
  }

  /** How far it still goes: as told, or less by the way from where it stood, as the crow flies. */
  int range(ScooterHold hold, LatLon place, @Nullable Integer told) {
    if (told != null) {
      return told;
    }
    int before =
        shelf.find(hold).map(known -> known.scooter().rangeMetres()).orElse(Scooter.UNKNOWN_RANGE);
    return before == Scooter.UNKNOWN_RANGE
        ? before
        : Math.max(0, before - (int) Math.round(hold.place().metresTo(place)));
  }
}
