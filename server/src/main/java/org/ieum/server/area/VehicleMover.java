package org.ieum.server.area;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.ExecutionException;
import org.ieum.dispatch.RepositionClock;
import org.ieum.fleet.FleetView;
import org.ieum.reposition.DemandForecast;
import org.ieum.reposition.RepositionPlanner;
import org.ieum.reposition.RepositionRules;
import org.ieum.reposition.WaitingFleet;
import org.ieum.server.journal.Journal;
import org.ieum.traveltime.RoadMetric;
import org.ieum.traveltime.RoadTravelTimes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the idle vehicles of an area to where riders are expected, on one thread beside the
 * writer's. A command of the writer notes where vehicles wait; where they ought to is planned here,
 * on travel times of its own; and another command lets them go on by a hop, as far as that still
 * fits. What riders have in offers that are open stays where it is, and so does who is silent or
 * does not go where it is sent. The area does not depend on it: whatever goes wrong here is logged,
 * once for each kind.
 */
final class VehicleMover implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VehicleMover.class);

  /** So often the clock is looked at, which may be quicker than that on the wall, ms. */
  private static final int TICK = 100;

  /** Riders are forecast anew so often, ms. */
  private static final int HOUR = 3_600_000;

  /** A plan that is not ready by then is left to itself, ms. */
  private static final int PATIENCE = 5_000;

  private final AreaWriter writer;
  private final Desk desk;
  private final InstantSource clock;
  private final RepositionRules rules;
  private final PastDemand demand;
  private final RoadTravelTimes times;
  private final Thread thread;
  private volatile boolean isClosing;

  /** The last time at which vehicles were moved, by the clock; for any thread. */
  private volatile long lastStep = Long.MIN_VALUE / 2;

  // Of the thread, or of the writer's while that carries out a command of this.
  private final int[] targets;
  private final OnceLog log;
  private @Nullable RepositionPlanner planner;
  private long lastForecast = Long.MIN_VALUE / 2;
  private long lastPlan = Long.MIN_VALUE / 2;
  private boolean hasToldNobody;

  VehicleMover(
      AreaWriter writer, Desk desk, Journal journal, InstantSource clock, RepositionRules rules) {
    this.writer = writer;
    this.desk = desk;
    this.clock = clock;
    this.rules = rules;
    log = new OnceLog(desk.setup.id(), "its idle vehicles are not moved");
    demand = new PastDemand(desk.setup, desk.text, journal);
    times = desk.roads.times().fork();
    // Of vehicle v: the stop point to which it is being moved, or STAY.
    targets = new int[desk.setup.fleet().size()];
    Arrays.fill(targets, RepositionPlanner.STAY);
    thread = AreaWriter.named("mover-" + desk.setup.id()).newThread(this::run);
  }

  void start() {
    thread.start();
  }

  /** The last time at which vehicles were moved, as far as there were any to be. */
  long lastStep() {
    return lastStep;
  }

  private void run() {
    try {
      while (!isClosing) {
        long now = clock.millis();
        if (writer.isReady() && isOver(lastStep, rules.hop(), now)) {
          step(now);
          lastStep = now;
        }
        Thread.sleep(TICK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Also when the clock was put back. */
  private static boolean isOver(long since, int interval, long now) {
    return Math.abs(now - since) >= interval;
  }

  private void step(long now) throws InterruptedException {
    try {
      if (isOver(lastPlan, rules.interval(), now)) {
        lastPlan = now;
        plan(now);
      }
      if (Arrays.stream(targets).anyMatch(target -> target != RepositionPlanner.STAY)) {
        var unusedAnswer = writer.order(unused -> goOn(), null).get();
      }
    } catch (ExecutionException e) {
      log.note(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException | Error e) {
      log.note(e);
    }
  }

  private void plan(long now) throws InterruptedException, ExecutionException {
    RepositionPlanner known = findPlanner(now);
    if (known == null) {
      Arrays.fill(targets, RepositionPlanner.STAY);
      return;
    }
    Noted noted = writer.order(unused -> noteFleet(), null).get();
    if (times.metric() != noted.metric()) {
      times.adopt(noted.metric());
    }
    ZonedDateTime local = Instant.ofEpochMilli(now).atZone(desk.setup.zone());
    int time = (int) (local.toLocalTime().toNanoOfDay() / 1_000_000);
    known.plan(noted.fleet(), local.getDayOfWeek(), time, targets);
  }

  /** Who knows where riders are expected; nobody when none are. */
  private @Nullable RepositionPlanner findPlanner(long now) {
    if (isOver(lastForecast, HOUR, now)) {
      DemandForecast forecast = demand.forecast(now);
      boolean isNobody = Arrays.stream(forecast.weekly()).allMatch(riders -> riders == 0);
      planner = isNobody ? null : new RepositionPlanner(times, forecast, rules, targets.length);
      lastForecast = now;
      if (isNobody && !hasToldNobody) {
        hasToldNobody = true;
        LOG.info(
            "area {}: nobody has ridden at short notice lately, so idle vehicles wait where they"
                + " are",
            desk.setup.id());
      }
    }
    return planner;
  }

  /** How a fleet and its roads were at one time. */
  private record Noted(WaitingFleet fleet, RoadMetric metric) {}

  /** On the writer's thread. */
  private Noted noteFleet() {
    desk.advance();
    BitSet kept = kept();
    return new Noted(
        WaitingFleet.of(desk.dispatcher().fleet(), desk.now(), rules.horizon(), kept::get),
        desk.roads.times().metric());
  }

  /** On the writer's thread. */
  private boolean goOn() {
    desk.advance();
    int now = desk.now();
    BitSet kept = kept();
    for (int v = 0; v < targets.length; v++) {
      int target = targets[v];
      if (target != RepositionPlanner.STAY
          && (kept.get(v)
              || !RepositionClock.goesOn(desk.dispatcher(), v, target, now + rules.hop(), now))) {
        targets[v] = RepositionPlanner.STAY;
      }
    }
    return true;
  }

  /**
   * Vehicles that are not to be moved: an offer must stay what it is, a driver must go along, and
   * where they are to be next must be a place that the travel times of this know.
   */
  private BitSet kept() {
    BitSet kept = desk.offers.vehicles(desk.now());
    long now = desk.times().toUtc(desk.now());
    FleetView fleet = desk.dispatcher().fleet();
    int stopPoints = desk.setup.map().stopPoints().size();
    for (int v = 0; v < targets.length; v++) {
      boolean goesElsewhere = fleet.stopCount(v) > 1 && fleet.place(v, 1) >= stopPoints;
      if (goesElsewhere || desk.tracking.isLost(v) || desk.tracking.staysPut(v, now)) {
        kept.set(v);
      }
    }
    return kept;
  }

  /** Ends the thread; vehicles finish their hops. */
  @Override
  public void close() {
    isClosing = true;
    thread.interrupt();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
