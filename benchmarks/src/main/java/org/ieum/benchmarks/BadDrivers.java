package org.ieum.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ieum.model.LatLon;
import org.ieum.server.api.VehicleView;
import org.ieum.server.demo.Drivers;

/**
 * Drivers and devices with the usual troubles: receivers that leap by 2 km, a clock that is 3
 * minutes off, and a vehicle that falls silent for ten minutes.
 */
final class BadDrivers implements Drivers {
  private static final double LEAP_SHARE = 0.02;
  private static final double LEAP_DEGREES = 0.018;
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(3);
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final Drivers good;
  private final Instant silentFrom;
  private final SplittableRandom random = new SplittableRandom(1);

  /**
   * Spoils good drivers.
   *
   * @param silentFrom when vehicle 2 falls silent
   */
  BadDrivers(Drivers good, Instant silentFrom) {
    this.good = good;
    this.silentFrom = silentFrom;
  }

  static int number(String vehicleId) {
    return Integer.parseInt(vehicleId.replaceAll("\\D", ""));
  }

  @Override
  public Optional<LatLon> drive(VehicleView vehicle, Instant now) {
    int number = number(vehicle.vehicleId());
    Optional<LatLon> place = good.drive(vehicle, now);
    boolean isSilent =
        number == 2 && now.isAfter(silentFrom) && now.isBefore(silentFrom.plus(SILENCE));
    if (isSilent || place.isEmpty()) {
      return Optional.empty();
    }
    if (random.nextDouble() < LEAP_SHARE) {
      return Optional.of(new LatLon(place.get().lat() + LEAP_DEGREES, place.get().lon()));
    }
    return place;
  }

  @Override
  public Instant clock(String vehicleId, Instant now) {
    return number(vehicleId) == 3 ? now.minus(CLOCK_ERROR) : now;
  }
}
