package org.ieum.server.http;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ieum.server.area.EventHub;

/** Those who listen to events. */
final class EventStreams implements AutoCloseable {
  /** A driver who comes back before the old connection is known to be lost needs a second one. */
  private static final int MOST_OF_VEHICLE = 2;

  /** In the order in which they were opened. */
  private final Queue<EventStream> open = new ConcurrentLinkedQueue<>();

  private final ScheduledExecutorService heart;
  private final Future<?> beating;
  private final Executor threads;
  private final int most;
  private final int buffer;
  private volatile boolean closed;

  /** None yet; threads write to them. */
  EventStreams(HttpSettings settings, Executor threads) {
    this.threads = threads;
    this.most = settings.maxStreams();
    this.buffer = settings.streamBuffer();
    heart =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "event-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    long beat = settings.heartbeat().toMillis();
    beating =
        heart.scheduleAtFixedRate(
            () -> open.forEach(EventStream::beat), beat, beat, TimeUnit.MILLISECONDS);
  }

  /**
   * A stream of events behind one; of one vehicle if not "". Those of one vehicle are few, and the
   * oldest gives way, so that no driver takes the places of all others.
   */
  EventStream open(EventHub hub, long after, String vehicle) {
    if (!vehicle.isEmpty()) {
      List<EventStream> theirs = open.stream().filter(one -> one.isOf(vehicle)).toList();
      if (theirs.size() >= MOST_OF_VEHICLE) {
        theirs.get(0).close();
      }
    }
    if (open.size() >= most) {
      throw Refused.of(503, "too many listen to events: " + most, "Retry-After", "5");
    }
    EventStream stream = new EventStream(hub, after, vehicle, buffer, threads);
    open.add(stream);
    stream.onEnd(() -> open.remove(stream));
    if (closed) {
      stream.close();
    }
    return stream;
  }

  int count() {
    return open.size();
  }

  @Override
  public void close() {
    closed = true;
    beating.cancel(false);
    heart.shutdown();
    open.forEach(EventStream::close);
  }
}
