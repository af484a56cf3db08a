package org.ieum.server.http;

import java.util.List;
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
  public List<RiderView> findByPhone(String phone) {
    return riders.values().stream().filter(rider -> phone.equals(rider.phone())).toList();
  }

  @Override
  public RiderView put(String riderId, RiderInput input) {
    RiderView rider =
        new RiderView(
            riderId,
            input.name(),
            input.phone(),
            input.savedPlaces() == null ? List.of() : input.savedPlaces(),
            List.of());
    riders.put(riderId, rider);
    return rider;
  }

  @Override
  public boolean delete(String riderId) {
    return riders.remove(riderId) != null;
  }
}
