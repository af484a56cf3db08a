package org.ieum.server.http;

import java.util.Optional;
import org.ieum.server.api.RiderInput;
import org.ieum.server.api.RiderView;

/**
 * How to reach riders. Kept apart from the journal, which knows only their ids, so that it can be
 * deleted. For any thread.
 */
public interface Riders {
  Optional<RiderView> find(String riderId);

  RiderView put(String riderId, RiderInput input);

  /** Whether there was something to delete. */
  boolean delete(String riderId);
}
