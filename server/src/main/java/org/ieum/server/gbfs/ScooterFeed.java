package org.ieum.server.gbfs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the shared scooters of one system. What is good is kept until it is too old, whatever
 * becomes of the feed; how the feed is doing can be asked at any time, from any thread.
 */
public final class ScooterFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScooterFeed.class);

  private final GbfsSource source;
  private final FeedOptions options;
  private final InstantSource clock;
  private final GbfsFiles files;

  /** What the last look came to. */
  private volatile Look look = new Look(null, List.of(), false);

  private @Nullable Thread thread;

  private record Look(@Nullable GbfsReading reading, List<String> failures, boolean hasLooked) {}

  /**
   * A feed that nobody has looked at yet.
   *
   * @param clock that data are compared with
   */
  public ScooterFeed(GbfsSource source, FeedOptions options, InstantSource clock) {
    this.source = source;
    this.options = options;
    this.clock = clock;
    files = new GbfsFiles(source, options.floor(), options.slack());
  }

  /** Looks now at the files that are due, and again on a thread of its own until it is closed. */
  public synchronized void start() {
    if (thread == null) {
      Thread started = new Thread(this::run, "scooters " + source.discovery());
      started.setDaemon(true);
      started.start();
      thread = started;
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        FeedState.Condition before = state().condition();
        poll();
        FeedState now = state();
        if (now.condition() != before) {
          LOG.info("{} is {}: {}", source.discovery(), now.condition(), now.reasons());
        }
        Duration rest = Duration.between(clock.instant(), due());
        Thread.sleep(Math.max(100, rest.toMillis()));
      }
    } catch (InterruptedException e) {
      // It was closed.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Instant due() {
    return files.due(clock.instant());
  }

  /** Looks at the files that are due, and tells how the feed is doing. */
  public synchronized FeedState poll() throws InterruptedException {
    Instant now = clock.instant();
    files.refresh(now);
    List<String> failures = new ArrayList<>(files.failures());
    GbfsReading reading = look.reading();
    if (files.isComplete()) {
      try {
        reading = GbfsReader.read(files.good(), options.managed(), now);
      } catch (InputException e) {
        failures.addAll(e.faults());
      } catch (RuntimeException e) {
        // A feed must never end the service, even by something nobody has thought of.
        LOG.warn("{} cannot be understood", source.discovery(), e);
        failures.add(source.discovery() + ": cannot be understood: " + e);
      }
    }
    look = new Look(reading, List.copyOf(failures), true);
    return state();
  }

  /** How the feed is doing now. */
  public FeedState state() {
    Look last = look;
    GbfsReading reading = last.reading();
    List<String> reasons = new ArrayList<>(last.failures());
    FeedState.Condition condition = FeedState.Condition.FRESH;
    if (!last.hasLooked()) {
      condition = FeedState.Condition.WAITING;
    } else if (!reasons.isEmpty()) {
      condition = FeedState.Condition.BROKEN;
    }
    if (reading == null) {
      return new FeedState(condition, reasons, Optional.empty(), 0, List.of());
    }
    Duration age = age(reading);
    if (age.compareTo(options.stale()) > 0) {
      reasons.add(
          source.discovery()
              + ": last_updated is "
              + age.toSeconds()
              + " s ago, at "
              + asOf(reading));
      if (isTooOld(reading)) {
        condition = FeedState.Condition.TOO_OLD;
      } else if (condition == FeedState.Condition.FRESH) {
        condition = FeedState.Condition.STALE;
      }
    }
    return new FeedState(
        condition, reasons, Optional.of(asOf(reading)), reading.badRows(), reading.faults());
  }

  /** The last good supply, if it is not too old now. */
  public Optional<ScooterSupply> findSupply() {
    GbfsReading reading = look.reading();
    return reading == null || isTooOld(reading) ? Optional.empty() : Optional.of(reading.supply());
  }

  private static Instant asOf(GbfsReading reading) {
    return reading.supply().asOf();
  }

  private Duration age(GbfsReading reading) {
    return Duration.between(asOf(reading), clock.instant());
  }

  private boolean isTooOld(GbfsReading reading) {
    return age(reading).compareTo(options.tooOld()) > 0;
  }

  /** Looks no more; what is known stays. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      running = thread;
      thread = null;
    }
    if (running != null) {
      running.interrupt();
    }
  }
}
