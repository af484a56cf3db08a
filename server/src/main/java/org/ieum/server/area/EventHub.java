package org.ieum.server.area;

import java.util.List;
import java.util.function.Consumer;
import org.ieum.server.api.EventView;

/**
 * Tells events that are on disk to those who listen, in order. The last ones are kept in memory for
 * those who come back.
 */
public interface EventHub {
  /** Number of the oldest event that is still kept, or of the next one when none is. */
  long oldest();

  /** Number of the last event, 0 when there is none. */
  long last();

  /**
   * The kept events behind a number, then each new one, until the subscription is closed. Listeners
   * are called on one thread of the hub and must be quick.
   */
  Subscription subscribe(long after, Consumer<List<EventView>> listener);

  /** Ends with {@link #close}. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
