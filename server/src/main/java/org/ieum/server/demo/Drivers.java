package org.ieum.server.demo;

import java.time.Instant;
import java.util.Optional;
import org.ieum.model.LatLon;
import org.ieum.server.api.VehicleView;

/** Those who drive the simulated vehicles. Belongs to one thread. */
public interface Drivers {
  /**
   * Where a vehicle is, which the server says is at a stop or on its way to one.
   *
   * @param now on the server's clock
   * @return nothing when its driver does not know either
   */
  Optional<LatLon> drive(VehicleView vehicle, Instant now);

  /** What the clock of a vehicle's device shows. */
  default Instant clock(String vehicleId, Instant now) {
    return now;
  }
}
