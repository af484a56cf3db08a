package org.ieum.server.area;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ieum.dispatch.Dispatcher;
import org.ieum.reoptimize.Neighbourhood;
import org.ieum.reoptimize.ProposedRoutes;
import org.ieum.reoptimize.SearchBudget;
import org.ieum.server.api.ImprovementView;
import org.ieum.server.api.Refusal;
import org.ieum.server.area.Look.Outcome;

/**
 * Improves the routes of an area while they are driven, on one thread beside the writer's. In each
 * interval the writer tells riders their vehicles and hands out some routes, this looks for better
 * ones for half of the time at most, and the writer puts them in place as far as they still fit. It
 * does so at once: on a busy area every second that a plan waits has it refused more often. The
 * writer's part are commands like others, so that what they decide is on disk before anybody goes
 * on from there. The area does not depend on it: what goes wrong here is logged, once for each
 * kind.
 */
final class AreaOptimizer implements AutoCloseable {
  private static final long NANOS = 1_000_000;

  /**
   * Of a search: some times what simulated days have, and a small part of a core, which quotes
   * would have to wait for.
   */
  private static final int MOST_ITERATIONS = 1_000;

  /** A search that does not end by then is left to itself, ms. */
  private static final int PATIENCE = 5_000;

  /** All areas search on one core, by turns. */
  private static final Semaphore CORE = new Semaphore(1, /* fair= */ true);

  private final AreaWriter writer;
  private final Desk desk;
  private final RouteImprovement rules;
  private final Thread thread;
  private final BlockingQueue<Demand> demands = new LinkedBlockingQueue<>(1);
  private final List<Consumer<Look>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean isClosing;

  // Of the thread.
  private final OnceLog log;
  private final LookSize size;
  private long seed;

  AreaOptimizer(AreaWriter writer, Desk desk, RouteImprovement rules) {
    this.writer = writer;
    this.desk = desk;
    this.rules = rules;
    log = new OnceLog(desk.setup.id(), "its routes are not improved");
    size = new LookSize(rules.vehicles());
    thread = AreaWriter.named("optimizer-" + desk.setup.id()).newThread(this::run);
  }

  void start() {
    thread.start();
  }

  /** Has a listener told of each look, on the thread of this. */
  void onLook(Consumer<Look> listener) {
    listeners.add(listener);
  }

  /**
   * Looks again and again, without waiting between, until there is nothing left to look at.
   *
   * @param nanos how long at most; the look under way is finished
   * @return {@code UNAVAILABLE} when the area closes meanwhile, or its journal does not answer;
   *     {@code CONFLICT} when somebody waits for the same already
   */
  CompletableFuture<ImprovementView> improve(long nanos) {
    Demand demand = new Demand(nanos, new CompletableFuture<>());
    if (!demands.offer(demand)) {
      return CompletableFuture.failedFuture(
          Refusal.conflict("somebody else waits for area " + desk.setup.id() + " to be improved"));
    }
    if (isClosing) {
      refuseDemands();
    }
    return demand.answer();
  }

  /** Somebody who does not want to wait for the next look. */
  private record Demand(long nanos, CompletableFuture<ImprovementView> answer) {}

  private void refuseDemands() {
    for (Demand demand = demands.poll(); demand != null; demand = demands.poll()) {
      demand.answer().completeExceptionally(closing());
    }
  }

  private Refusal closing() {
    return Refusal.unavailable("area " + desk.setup.id() + " is closing");
  }

  private void run() {
    long next = System.nanoTime() + rules.interval() * NANOS;
    try {
      while (!isClosing) {
        Demand demand = demands.poll(next - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (demand != null) {
          serve(demand);
        } else {
          if (writer.isReady()) {
            var unused = noted(look());
          }
          next = Math.max(next + size.share(rules.interval() * NANOS), System.nanoTime());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      refuseDemands();
    }
  }

  private void serve(Demand demand) throws InterruptedException {
    try {
      ImprovementView done = improveWithin(demand.nanos());
      // Interrupting a search only has it end early.
      if (!isClosing) {
        demand.answer().complete(done);
      }
    } catch (ExecutionException e) {
      demand.answer().completeExceptionally(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException | Error e) {
      var unused = failed(e);
      demand.answer().completeExceptionally(e);
    } finally {
      demand.answer().completeExceptionally(closing());
    }
  }

  /** Other areas go without a search meanwhile. */
  private ImprovementView improveWithin(long nanos)
      throws InterruptedException, ExecutionException {
    long until = System.nanoTime() + nanos;
    if (!CORE.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
      return new ImprovementView(0, 0, 0, 0, false);
    }
    try {
      var unused = writer.order(desk -> forgetLooks(), null).get();
      return improveUntil(until);
    } finally {
      CORE.release();
    }
  }

  private ImprovementView improveUntil(long until) throws InterruptedException {
    int looks = 0;
    int applied = 0;
    int refused = 0;
    long saved = 0;
    while (writer.isReady() && !isClosing) {
      Look look = noted(look(/* searches= */ true));
      if (look.outcome() == Outcome.NONE && look.searching() == 0) {
        // Without any time of the writer it was not even asked.
        return new ImprovementView(looks, applied, refused, saved, look.taking() > 0);
      }
      looks++;
      applied += look.outcome() == Outcome.APPLIED ? 1 : 0;
      refused += look.outcome() == Outcome.REFUSED ? 1 : 0;
      saved += look.saved();
      if (look.outcome() == Outcome.FAILED || System.nanoTime() - until >= 0) {
        break;
      }
    }
    return new ImprovementView(looks, applied, refused, saved, false);
  }

  private Look noted(Look look) {
    size.note(look.outcome());
    try {
      listeners.forEach(listener -> listener.accept(look));
    } catch (RuntimeException | Error e) {
      var unused = failed(e);
    }
    return look;
  }

  /** Riders are told their vehicles also when other areas search all the time. */
  private Look look() throws InterruptedException {
    boolean hasCore = CORE.tryAcquire(rules.interval(), TimeUnit.MILLISECONDS);
    try {
      return look(hasCore);
    } finally {
      if (hasCore) {
        CORE.release();
      }
    }
  }

  private Look look(boolean searches) throws InterruptedException {
    try {
      int vehicles = size.vehicles();
      Taken taken = writer.order(unused -> take(searches, vehicles), null).get();
      // A thread that is interrupted while an order is done may not hear of it.
      if (taken.around().isEmpty() || isClosing) {
        return new Look(Outcome.NONE, 0, taken.nanos(), 0, 0);
      }
      long begun = System.nanoTime();
      ProposedRoutes found = search(taken.around().get());
      long searched = System.nanoTime() - begun;
      if (found.size() == 0 || isClosing) {
        return new Look(Outcome.NONE, 0, taken.nanos(), searched, 0);
      }
      Applied applied = writer.order(unused -> apply(found), null).get();
      return new Look(applied.outcome(), applied.saved(), taken.nanos(), searched, applied.nanos());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      // The journal is away, or too many wait: no time for this.
      return OnceLog.isUsual(cause) ? Look.nothing(Outcome.NONE) : failed(cause);
    } catch (RuntimeException | Error e) {
      return failed(e);
    }
  }

  private Look failed(Throwable fault) {
    log.note(fault);
    return Look.nothing(Outcome.FAILED);
  }

  /** What there is to look at, and how long it took to find that. */
  private record Taken(long nanos, Optional<Neighbourhood> around) {}

  /** By how much the routes cost less, and how long it took to put them in place. */
  private record Applied(long nanos, long saved, boolean isOutdated) {
    Outcome outcome() {
      if (saved > 0) {
        return Outcome.APPLIED;
      }
      return isOutdated ? Outcome.REFUSED : Outcome.NONE;
    }
  }

  /** On the writer's thread. */
  private boolean forgetLooks() {
    desk.dispatcher().forgetLooks();
    return true;
  }

  /** On the writer's thread. */
  private Taken take(boolean searches, int vehicles) {
    long begun = System.nanoTime();
    desk.advance();
    Dispatcher dispatcher = desk.dispatcher();
    dispatcher.announceVehicles(rules.announceAhead(), desk.now());
    Optional<Neighbourhood> around =
        searches ? dispatcher.findNeighbourhood(vehicles, desk.now()) : Optional.empty();
    return new Taken(System.nanoTime() - begun, around);
  }

  /** On the writer's thread. */
  private Applied apply(ProposedRoutes found) {
    long begun = System.nanoTime();
    desk.advance();
    long saved = desk.dispatcher().applyRoutes(found, desk.now());
    boolean isOutdated = desk.dispatcher().wereRoutesOutdated();
    desk.dispatcher().announceVehicles(rules.announceAhead(), desk.now());
    return new Applied(System.nanoTime() - begun, saved, isOutdated);
  }

  private ProposedRoutes search(Neighbourhood around) {
    SearchBudget budget = new SearchBudget(MOST_ITERATIONS, size.share(rules.longestSearch()));
    return around.improve(rules.optimizer(), seed++, budget);
  }

  /** Ends the thread; what was found and not put in place is forgotten. */
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
