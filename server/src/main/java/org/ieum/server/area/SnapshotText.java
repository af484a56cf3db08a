package org.ieum.server.area;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.ieum.dispatch.DispatchState;
import org.jspecify.annotations.Nullable;

/** Writes the state of an area as JSON, and reads it again. */
final class SnapshotText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SnapshotText() {}

  /** What is kept of a ride beside what the dispatcher keeps. */
  record RideNote(
      long request, String rider, long confirmedAt, long version, @Nullable Occasion occasion) {}

  /**
   * The state of an area.
   *
   * @param fingerprint of map, fleet and rules
   * @param epoch of the dispatcher, ms since 1970, UTC
   * @param lastRider the last number that was given to a rider
   * @param riderBook reliability and series
   * @param roads which are not as usual; null when it was not kept yet
   * @param followed vehicles that have reported; null when that was not kept yet
   * @param towards stops at which moved vehicles are to wait, by the vehicles' ids; null when that
   *     was not kept yet
   * @param scooters who has which; null when that was not kept yet
   * @param routeVersions number of the last event about a vehicle, by its id
   */
  record Content(
      String fingerprint,
      long epoch,
      long nextRequest,
      long lastRider,
      List<Roster.Added> added,
      List<Roster.Shortened> shortened,
      List<RideNote> rides,
      Map<String, Long> routeVersions,
      RiderBook.@Nullable Kept riderBook,
      @Nullable RoadSpeeds roads,
      @Nullable List<Tracking.Followed> followed,
      @Nullable Map<String, String> towards,
      ScooterBook.@Nullable Kept scooters,
      DispatchState state) {}

  static String write(Content content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Content read(String text) {
    try {
      return JSON.readValue(text, Content.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the snapshot cannot be read: " + e.getMessage(), e);
    }
  }
}
