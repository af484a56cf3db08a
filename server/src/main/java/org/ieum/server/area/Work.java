package org.ieum.server.area;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.ieum.server.api.BookingView;
import org.ieum.server.journal.KeptAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done by the writer of an area, and who waits for it.
 *
 * @param past bookings that were looked up in the journal for it, by their ids; empty when there is
 *     none
 * @param render makes the answer that is kept with a command, or null
 */
record Work<T>(
    Kind kind,
    AreaTask<T> task,
    Map<String, Optional<BookingView>> past,
    @Nullable Function<T, KeptAnswer> render,
    CompletableFuture<T> future) {
  /** What it is to the journal. */
  enum Kind {
    /** Changes nothing and takes no time; what it sees is on disk before it is answered. */
    QUESTION,
    /** Moves time on; promises nothing, so nothing need be on disk to answer it. */
    QUOTE,
    /** Is on disk before it is answered. */
    COMMAND
  }

  Work {
    past = Map.copyOf(past);
  }

  static <T> Work<T> of(Kind kind, AreaTask<T> task, @Nullable Function<T, KeptAnswer> render) {
    return new Work<>(kind, task, Map.of(), render, new CompletableFuture<>());
  }

  /** The same, to be tried again with a booking of before. */
  Work<T> with(String bookingId, Optional<BookingView> booking) {
    Map<String, Optional<BookingView>> more = new HashMap<>(past);
    more.put(bookingId, booking);
    return new Work<>(kind, task, more, render, future);
  }

  void refuse(Throwable why) {
    future.completeExceptionally(why);
  }
}
