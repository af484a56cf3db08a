package org.ieum.server.area;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ieum.server.api.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the writer of an area. Whatever is handed in is either taken out or refused, also
 * when the inbox is closed at the same moment.
 */
final class Inbox {
  private final String area;
  private final ArrayBlockingQueue<Work<?>> queue;
  private boolean isClosed;

  /**
   * An empty one.
   *
   * @param bound so many may wait; who comes then is refused
   */
  Inbox(String area, int bound) {
    this.area = area;
    queue = new ArrayBlockingQueue<>(bound);
  }

  synchronized void hand(Work<?> work) {
    if (isClosed) {
      refuse(work);
    } else if (!queue.offer(work)) {
      work.refuse(Refusal.unavailable("area " + area + " has " + size() + " commands waiting"));
    }
  }

  /** Says that the area does not work. */
  void refuse(Work<?> work) {
    work.refuse(Refusal.unavailable("area " + area + " is not in operation"));
  }

  /** The next, null when there is none within a time. */
  @Nullable Work<?> await(long millis) throws InterruptedException {
    return queue.poll(millis, TimeUnit.MILLISECONDS);
  }

  int size() {
    return queue.size();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** Refuses what is left, and all that comes later. */
  synchronized void close() {
    isClosed = true;
    for (Work<?> work = queue.poll(); work != null; work = queue.poll()) {
      refuse(work);
    }
  }
}
