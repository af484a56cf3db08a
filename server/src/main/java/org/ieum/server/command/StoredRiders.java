package org.ieum.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.ieum.server.api.RiderInput;
import org.ieum.server.api.RiderView;
import org.ieum.server.api.SavedPlace;
import org.ieum.server.http.Riders;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.Rider;
import org.jspecify.annotations.Nullable;

/** How to reach riders, kept in the database beside the journal; one list for all areas. */
final class StoredRiders implements Riders {
  static final String ALL_AREAS = "";
  private static final int MOST_FOUND = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final org.ieum.server.journal.Riders stored;

  private StoredRiders(org.ieum.server.journal.Riders stored) {
    this.stored = stored;
  }

  /** The riders of a database. */
  static StoredRiders of(JournalStore store) {
    return new StoredRiders(store.riders(ALL_AREAS));
  }

  @Override
  public Optional<RiderView> find(String riderId) {
    return stored.find(riderId).map(StoredRiders::view);
  }

  @Override
  public List<RiderView> findByPhone(String phone) {
    return stored.findByPhone(phone, MOST_FOUND).stream().map(StoredRiders::view).toList();
  }

  @Override
  public RiderView put(String riderId, RiderInput input) {
    Rider rider =
        new Rider(
            riderId,
            input.name(),
            input.phone(),
            text(input.savedPlaces()),
            System.currentTimeMillis());
    stored.put(rider);
    return view(rider);
  }

  @Override
  public boolean delete(String riderId) {
    return stored.delete(riderId);
  }

  private static RiderView view(Rider rider) {
    return new RiderView(
        rider.id(), rider.name(), rider.phone(), places(rider.places()), List.of());
  }

  private static @Nullable String text(@Nullable List<SavedPlace> places) {
    try {
      return places == null || places.isEmpty() ? null : JSON.writeValueAsString(places);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("places cannot be written", e);
    }
  }

  private static List<SavedPlace> places(@Nullable String text) {
    try {
      return text == null ? List.of() : List.of(JSON.readValue(text, SavedPlace[].class));
    } catch (JsonProcessingException e) {
      // Its message would tell the places.
      throw new IllegalStateException("places of a rider cannot be read");
    }
  }
}
