package org.ieum.server.area;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.ieum.server.api.Refusal;
import org.ieum.server.journeys.JourneyMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The map of an area's journeys, made on a thread of its own as soon as somebody says that it will
 * be needed, so that neither the start nor the first rider waits for all of it. For any thread.
 */
final class JourneyMapMaking {
  private static final Logger LOG = LoggerFactory.getLogger(JourneyMapMaking.class);

  private final String area;
  private final Supplier<JourneyMap> map;
  private final AtomicBoolean isBegun = new AtomicBoolean();
  private final CompletableFuture<JourneyMap> made = new CompletableFuture<>();

  JourneyMapMaking(String area, Supplier<JourneyMap> map) {
    this.area = area;
    this.map = map;
  }

  /** Makes it from now on, unless it is there or being made. */
  void begin() {
    if (isBegun.compareAndSet(false, true)) {
      AreaWriter.named("journey-map-" + area).newThread(this::make).start();
    }
  }

  private void make() {
    try {
      made.complete(map.get());
    } catch (RuntimeException | Error e) {
      LOG.error("area {} plans no journeys, since their map cannot be made", area, e);
      made.completeExceptionally(e);
    }
  }

  /** The map if it is there; else it will be needed. */
  @Nullable JourneyMap find() {
    begin();
    return made.isDone() && !made.isCompletedExceptionally() ? made.join() : null;
  }

  /**
   * The map.
   *
   * @param patience how long to wait for it at most, ms
   * @throws Refusal when it is not there by then, or never will be
   */
  JourneyMap await(long patience) {
    begin();
    try {
      return made.get(Math.max(0, patience), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Refusal.unavailable("the map of journeys of area " + area + " is still being made");
    } catch (ExecutionException e) {
      throw Refusal.unavailable("the map of journeys of area " + area + " could not be made");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable("area " + area + " closes");
    }
  }
}
