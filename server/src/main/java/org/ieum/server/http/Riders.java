package org.ieum.server.http;

import java.util.List;
import java.util.Optional;
import org.ieum.server.api.RiderInput;
import org.ieum.server.api.RiderView;

/**
 * How to reach riders. Kept apart from the journal, which knows only their ids, so that it can be
 * deleted. For any thread.
 */
public interface Riders {
  Optional<RiderView> find(String riderId);

  /** Those with a telephone number, however it is written. */
  List<RiderView> findByPhone(String phone);

  RiderView put(String riderId, RiderInput input);

  /** Leaves nothing of them behind; whether there was something to delete. */
  boolean delete(String riderId);
}
