package org.ieum.journey;

import java.util.Optional;
import java.util.OptionalLong;
import org.ieum.fare.Mode;
import org.ieum.model.LatLon;

/**
 * A ride by timetable.
 *
 * @param routeId as the feed has it
 * @param routeName what stands on the vehicle
 * @param headsign where it goes
 * @param tripId as the feed has it
 * @param fromStopId as the feed has it
 * @param fromStopName what riders read
 * @param toStopId as the feed has it
 * @param toStopName what riders read
 * @param start Unix ms
 * @param end Unix ms
 * @param ownFare by the area's tariff, minor units; none where tickets of the whole journey are for
 *     it, or nobody says
 */
public record TransitLeg(
    String routeId,
    String routeName,
    String headsign,
    String tripId,
    String fromStopId,
    String fromStopName,
    LatLon from,
    String toStopId,
    String toStopName,
    LatLon to,
    long start,
    long end,
    OptionalLong ownFare)
    implements Leg {
  @Override
  public Mode mode() {
    return Mode.TRANSIT;
  }

  @Override
  public Optional<String> fromName() {
    return Optional.of(fromStopName);
  }

  @Override
  public Optional<String> toName() {
    return Optional.of(toStopName);
  }

  @Override
  public long fare() {
    return ownFare.orElse(0);
  }
}
