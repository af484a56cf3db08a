package org.ieum.server.command;

import java.util.Optional;
import org.ieum.server.api.RiderInput;
import org.ieum.server.api.RiderView;
import org.ieum.server.http.Riders;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.Rider;

/** How to reach riders, kept in the database beside the journal; one list for all areas. */
final class StoredRiders implements Riders {
  static final String ALL_AREAS = "";

  private final org.ieum.server.journal.Riders stored;

  private StoredRiders(org.ieum.server.journal.Riders stored) {
    this.stored = stored;
  }

  static Riders of(JournalStore store) {
    return new StoredRiders(store.riders(ALL_AREAS));
  }

  @Override
  public Optional<RiderView> find(String riderId) {
    return stored
        .find(riderId)
        .map(rider -> new RiderView(rider.id(), rider.name(), rider.phone()));
  }

  @Override
  public RiderView put(String riderId, RiderInput input) {
    stored.put(new Rider(riderId, input.name(), input.phone(), System.currentTimeMillis()));
    return new RiderView(riderId, input.name(), input.phone());
  }

  @Override
  public boolean delete(String riderId) {
    return stored.delete(riderId);
  }
}
