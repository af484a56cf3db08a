package org.ieum.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rider and how to reach them; nothing of this is in the journal but the id.
 *
 * @param standings how reliable they have been, area by area; where the rider has done nothing
 *     within the window it is left out
 */
public record RiderView(
    String riderId,
    @Nullable String name,
    @Nullable String phone,
    List<SavedPlace> savedPlaces,
    List<StandingView> standings) {
  /** The same with standings. */
  public RiderView with(List<StandingView> others) {
    return new RiderView(riderId, name, phone, savedPlaces, others);
  }
}
