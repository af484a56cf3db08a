package org.ieum.server.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ieum.server.area.LiveArea;
import org.ieum.server.http.HttpServer;
import org.ieum.server.journal.JournalStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server in operation; closing it refuses new work and finishes the rest. */
final class Running implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private final HttpServer http;
  private final List<LiveArea> areas;
  private final JournalStore store;
  private final DataFolder data;
  private final CountDownLatch stopped;
  private @Nullable AutoCloseable demonstration;

  /**
   * All that runs.
   *
   * @param data where journal and keys are
   * @param stopped is counted down at the end
   */
  Running(
      HttpServer http,
      List<LiveArea> areas,
      JournalStore store,
      DataFolder data,
      CountDownLatch stopped) {
    this.http = http;
    this.areas = areas;
    this.store = store;
    this.data = data;
    this.stopped = stopped;
  }

  /** Notes what drives a demonstration. */
  synchronized void demonstrate(AutoCloseable running) {
    demonstration = running;
  }

  @Override
  public synchronized void close() {
    if (stopped.getCount() == 0) {
      return;
    }
    LOG.info("stopping");
    if (demonstration != null) {
      try {
        demonstration.close();
      } catch (Exception e) {
        LOG.warn("the demonstration did not stop cleanly: {}", e.getMessage());
      }
    }
    http.close();
    areas.forEach(LiveArea::close);
    store.close();
    data.close();
    LOG.info("stopped");
    stopped.countDown();
  }
}
