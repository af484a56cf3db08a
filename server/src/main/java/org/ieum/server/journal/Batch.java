package org.ieum.server.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command decided; goes to disk as a whole or not at all.
 *
 * @param events in order, perhaps none
 * @param answer to be kept with them
 */
public record Batch(List<JournalEvent> events, @Nullable KeptAnswer answer) {
  public Batch {
    events = List.copyOf(events);
  }
}
