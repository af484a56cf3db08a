package org.ieum.server.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ieum.server.area.LiveArea;
import org.ieum.server.journal.JournalDamaged;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.JournalUnavailable;
import org.ieum.server.journal.Rider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is older than it need be, at the start and every six hours. */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int EVERY_HOURS = 6;
  private static final long DAY = 86_400_000L;
  private static final int PAGE = 500;

  private final JournalStore store;
  private final Clock clock;
  private final @Nullable Integer eventDays;
  private final @Nullable Integer riderDays;

  Retention(
      JournalStore store, Clock clock, @Nullable Integer eventDays, @Nullable Integer riderDays) {
    this.store = store;
    this.clock = clock;
    this.eventDays = eventDays;
    this.riderDays = riderDays;
  }

  void start() {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "retention");
              thread.setDaemon(true);
              return thread;
            });
    var unused = timer.scheduleWithFixedDelay(this::tryRun, 0, EVERY_HOURS, TimeUnit.HOURS);
  }

  private void tryRun() {
    try {
      run();
    } catch (JournalDamaged e) {
      LOG.error("nothing was deleted: {}", e.getMessage());
    } catch (JournalUnavailable e) {
      LOG.warn("old events and riders are deleted later: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("old events and riders were not deleted", e);
    }
  }

  /** Deletes once. */
  void run() {
    if (riderDays != null) {
      forgetRiders(clock.millis() - riderDays * DAY);
    }
    if (eventDays != null) {
      long before = clock.millis() - eventDays * DAY;
      for (String area : store.areas()) {
        long unused = store.prune(area, before, LiveArea.LASTING_EVENTS);
      }
    }
  }

  private void forgetRiders(long before) {
    Set<String> active = new HashSet<>();
    for (String area : store.areas()) {
      store.readSince(area, before, LiveArea.BOOKED, event -> active.add(LiveArea.riderOf(event)));
    }
    org.ieum.server.journal.Riders riders = store.riders(StoredRiders.ALL_AREAS);
    List<String> old = new ArrayList<>();
    String after = "";
    List<Rider> page = riders.list(after, PAGE);
    while (!page.isEmpty()) {
      for (Rider rider : page) {
        after = rider.id();
        if (rider.created() < before && !active.contains(after)) {
          old.add(after);
        }
      }
      page = riders.list(after, PAGE);
    }
    int count = old.isEmpty() ? 0 : riders.delete(old);
    LOG.info("{} riders who have not booked for long are deleted", count);
  }
}
