package org.ieum.server.area;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ieum.dispatch.Dispatcher;
import org.ieum.reoptimize.Neighbourhood;
import org.ieum.reoptimize.ProposedRoutes;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.reoptimize.RoutingProblem;
import org.ieum.reoptimize.RoutingSolution;
import org.ieum.reoptimize.SearchBudget;
import org.ieum.server.api.Refusal;
import org.ieum.server.area.Look.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Improves the routes of an area while they are driven, on one thread beside the writer's. By turns
 * the writer tells riders their vehicles, puts in place what was found, and hands out some routes;
 * and this looks for better ones, for half of the time at most. The writer's part is a command like
 * others, so that what it decides is on disk before anybody goes on from there. The area does not
 * depend on it: whatever goes wrong here is logged, once for each kind.
 */
final class AreaOptimizer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AreaOptimizer.class);
  private static final long NANOS = 1_000_000;

  /** A search that does not end by then is left to itself, ms. */
  private static final int PATIENCE = 5_000;

  /** All areas search on one core, by turns. */
  private static final Semaphore CORE = new Semaphore(1, /* fair= */ true);

  private final AreaWriter writer;
  private final Desk desk;
  private final RouteImprovement rules;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Consumer<Look>> listeners = new CopyOnWriteArrayList<>();

  // Of the thread.
  private final Set<Class<?>> logged = new HashSet<>();
  private ProposedRoutes found = ProposedRoutes.NONE;
  private long seed;

  AreaOptimizer(AreaWriter writer, Desk desk, RouteImprovement rules) {
    this.writer = writer;
    this.desk = desk;
    this.rules = rules;
    thread = AreaWriter.named("optimizer-" + desk.setup.id()).newThread(this::run);
  }

  void start() {
    thread.start();
  }

  /** Has a listener told of each look, on the thread of this. */
  void onLook(Consumer<Look> listener) {
    listeners.add(listener);
  }

  private void run() {
    long next = System.nanoTime();
    try {
      while (true) {
        next = Math.max(next + rules.interval() * NANOS, System.nanoTime());
        if (closing.await(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return;
        }
        if (writer.isReady()) {
          tell(look());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Look look) {
    try {
      listeners.forEach(listener -> listener.accept(look));
    } catch (RuntimeException e) {
      var unused = failed(e);
    }
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
    ProposedRoutes proposal = found;
    found = ProposedRoutes.NONE;
    try {
      Turn turn = writer.order(unused -> turn(proposal, searches), null).get();
      long begun = System.nanoTime();
      turn.next().ifPresent(this::search);
      long searched = turn.next().isPresent() ? System.nanoTime() - begun : 0;
      return new Look(turn.outcome(), turn.saved(), turn.nanos(), searched);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof Refusal) {
        // The journal is away, or too many wait: no time for this.
        return new Look(Outcome.NONE, 0, 0, 0);
      }
      return failed(cause);
    } catch (RuntimeException | Error e) {
      return failed(e);
    }
  }

  private Look failed(Throwable fault) {
    if (logged.add(fault.getClass())) {
      LOG.error(
          "area {}: its routes are not improved now, and this is told once: {}",
          desk.setup.id(),
          fault.toString(),
          fault);
    }
    return new Look(Outcome.FAILED, 0, 0, 0);
  }

  /** What the writer did, how long it took, and what there is to look at. */
  private record Turn(Outcome outcome, long saved, long nanos, Optional<Neighbourhood> next) {}

  /** On the writer's thread. */
  private Turn turn(ProposedRoutes proposal, boolean searches) {
    long begun = System.nanoTime();
    desk.advance();
    Dispatcher dispatcher = desk.dispatcher();
    dispatcher.announceVehicles(rules.announceAhead(), desk.now());
    Outcome outcome = Outcome.NONE;
    long saved = 0;
    if (proposal.size() > 0) {
      saved = dispatcher.applyRoutes(proposal, desk.now());
      outcome = saved > 0 ? Outcome.APPLIED : Outcome.REFUSED;
    }
    Optional<Neighbourhood> next =
        searches ? dispatcher.findNeighbourhood(rules.vehicles(), desk.now()) : Optional.empty();
    return new Turn(outcome, saved, System.nanoTime() - begun, next);
  }

  private void search(Neighbourhood around) {
    Judge judge = new Judge(rules.optimizer());
    ProposedRoutes proposal = around.improve(judge::improve, seed++, rules.budget());
    found = judge.isBetter ? proposal : ProposedRoutes.NONE;
  }

  /** Notes whether an optimiser found anything but what it was given. */
  private static final class Judge {
    private final RouteOptimizer optimizer;
    private boolean isBetter;

    Judge(RouteOptimizer optimizer) {
      this.optimizer = optimizer;
    }

    RoutingSolution improve(
        RoutingProblem problem, int[][] visits, long seed, SearchBudget budget) {
      RoutingSolution solution = optimizer.improve(problem, visits, seed, budget);
      for (int v = 0; v < visits.length; v++) {
        isBetter |= !Arrays.equals(visits[v], solution.visits(v));
      }
      return solution;
    }
  }

  /** Ends the thread; what was found and not put in place is forgotten. */
  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
