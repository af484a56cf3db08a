package org.ieum.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** The requests under way. */
final class Traffic {
  private static final long PAUSE_MS = 5;

  private final AtomicInteger running = new AtomicInteger();
  private final Executor threads;
  private final Duration patience;
  private volatile boolean draining;

  /**
   * None yet.
   *
   * @param threads write the answers
   * @param patience longest time that an answer may take
   */
  Traffic(Executor threads, Duration patience) {
    this.threads = threads;
    this.patience = patience;
  }

  Executor threads() {
    return threads;
  }

  Duration patience() {
    return patience;
  }

  /** Counts a request until its answer is written, or its connection lost. */
  void begin(HttpServletRequest request) {
    running.incrementAndGet();
    Request.addCompletionListener(
        ServletContextRequest.getServletContextRequest(request),
        fault -> running.decrementAndGet());
  }

  int running() {
    return running.get();
  }

  /** Whether the server closes and takes no more requests. */
  boolean isDraining() {
    return draining;
  }

  /** Takes no more requests. */
  void refuse() {
    draining = true;
  }

  /** Waits until the requests under way have ended, or so long. */
  void drain(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (running.get() > 0 && System.nanoTime() < end) {
        Thread.sleep(PAUSE_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
