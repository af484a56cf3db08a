package org.ieum.benchmarks;

import java.util.List;
import java.util.Optional;
import org.ieum.server.api.RiderInput;
import org.ieum.server.api.RiderView;
import org.ieum.server.http.Riders;

/** Nobody can be reached. */
final class NoRiders implements Riders {
  @Override
  public Optional<RiderView> find(String riderId) {
    return Optional.empty();
  }

  @Override
  public List<RiderView> findByPhone(String phone) {
    return List.of();
  }

  @Override
  public RiderView put(String riderId, RiderInput input) {
    return new RiderView(riderId, input.name(), input.phone(), List.of(), List.of());
  }

  @Override
  public boolean delete(String riderId) {
    return false;
  }
}
