package org.ieum.server.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ieum.server.api.RiderInput;
import org.ieum.server.api.RiderView;

/** Riders in memory. */
final class MemoryRiders implements Riders {
  private final Map<String, RiderView> riders = new ConcurrentHashMap<>();

  @Override
  public Optional<RiderView> find(String riderId) {
    return Optional.ofNullable(riders.get(riderId));
  }

  @Override
  public RiderView put(String riderId, RiderInput input) {
    RiderView rider = new RiderView(riderId, input.name(), input.phone());
    riders.put(riderId, rider);
    return rider;
  }

  @Override
  public boolean delete(String riderId) {
    return riders.remove(riderId) != null;
  }
}
