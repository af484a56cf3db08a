package org.ieum.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ieum.benchmarks.DispatchInstance.Answer;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.Dispatcher;
import org.ieum.insertion.Insertion;
import org.ieum.model.Offer;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.RideRequest;

/**
 * One run of the dispatcher through an instance. In a guided run KaRRi's answers are applied, so
 * that all rows are compared; in a free run ours are. The time of a request is processor time of
 * advancing to it, its quote with the direct drive, and its confirmation.
 */
public final class DispatchRun {
  /**
   * An answer that is not KaRRi's.
   *
   * @param isTaken whether ours was applied because KaRRi's does not hold here
   */
  record Difference(int request, Answer karri, QuoteAnswer ours, boolean isTaken) {}

  /** How requests come to their places. */
  interface Opening {
    /** Makes a request of what is asked for; the desk lets its places go afterwards. */
    RideRequest open(DispatchDesk desk, Request asked);
  }

  private final DispatchInstance instance;
  private final Opening opening;
  private final boolean guided;
  private final DispatchDesk desk;
  private final Dispatcher dispatcher;

  /** Processor time of request i, ns. */
  private final long[] nanos;

  private final List<Difference> differences = new ArrayList<>();
  private long wallNanos;

  private DispatchRun(
      DispatchInstance instance, DispatchDesk desk, Opening opening, boolean guided) {
    this.instance = instance;
    this.opening = opening;
    this.guided = guided;
    this.desk = desk;
    dispatcher = desk.dispatcher();
    nanos = new long[instance.requests().size()];
  }

  /** Applies KaRRi's answers. */
  static DispatchRun guided(DispatchInstance instance, Roads roads) {
    DispatchDesk desk = new DispatchDesk(roads, instance);
    return new DispatchRun(instance, desk, DispatchDesk::doorToDoor, /* guided= */ true).run();
  }

  /** Applies our answers. */
  static DispatchRun free(DispatchInstance instance, Roads roads) {
    return free(instance, new DispatchDesk(roads, instance), DispatchDesk::doorToDoor);
  }

  /** Applies our answers, at a new desk, to requests that need not be from door to door. */
  static DispatchRun free(DispatchInstance instance, DispatchDesk desk, Opening opening) {
    return new DispatchRun(instance, desk, opening, /* guided= */ false).run();
  }

  private DispatchRun run() {
    long begun = System.nanoTime();
    for (int r = 0; r < nanos.length; r++) {
      long bytes = Meter.bytes();
      long started = Meter.nanos();
      handle(instance.requests().get(r));
      Slowdown.suffer(started, bytes);
      nanos[r] = Meter.nanos() - started;
    }
    desk.finish();
    wallNanos = System.nanoTime() - begun;
    return this;
  }

  private void handle(Request asked) {
    desk.advance(asked.time());
    RideRequest request = opening.open(desk, asked);
    QuoteAnswer quote = dispatcher.quote(request, asked.time());
    if (instance.answers().isEmpty()) {
      if (quote instanceof Offer offer) {
        accept(dispatcher.confirm(offer, asked.time()), asked.time());
      }
    } else {
      compare(asked, instance.answers().get(asked.id()), quote);
    }
    desk.release(request);
  }

  private void compare(Request asked, Answer karri, QuoteAnswer quote) {
    int now = asked.time();
    boolean same = isSame(quote, karri);
    boolean wanted = quote instanceof Offer && (!guided || karri.isAccepted());
    Optional<Booking> booking = Optional.empty();
    if (wanted && guided && !same) {
      booking =
          dispatcher.assign(
              (Offer) quote, karri.vehicle(), karri.pickupIndex(), karri.dropoffIndex(), now);
    }
    if (!same) {
      boolean taken = wanted && guided && booking.isEmpty();
      differences.add(new Difference(asked.id(), karri, quote, taken));
    }
    if (wanted) {
      accept(booking.isPresent() ? booking : dispatcher.confirm((Offer) quote, now), now);
    }
  }

  private boolean isSame(QuoteAnswer quote, Answer karri) {
    if (!(quote instanceof Offer offer)) {
      return !karri.isAccepted();
    }
    Insertion found = dispatcher.lastInsertion();
    return karri.vehicle() == offer.vehicle()
        && karri.pickupIndex() == found.pickupIndex()
        && karri.dropoffIndex() == found.dropoffIndex()
        && karri.cost() == offer.cost();
  }

  private void accept(Optional<Booking> booking, int now) {
    if (booking.isEmpty()) {
      throw new IllegalStateException("an offer did not hold at " + now);
    }
    desk.boardIfThere(booking.get(), now);
  }

  /** What happened. */
  DayBook book() {
    return desk.book();
  }

  /** Answers that are not KaRRi's, in order. */
  List<Difference> differences() {
    return Collections.unmodifiableList(differences);
  }

  /** Time of the requests, the longest last. */
  Latencies latencies() {
    return new Latencies(nanos);
  }

  /** The whole run by the clock, to the end of all rides, s. */
  double wallSeconds() {
    return wallNanos / 1e9;
  }

  /**
   * Runs an instance twice and prints what came of it.
   *
   * <pre>
   * mvn -q -pl benchmarks -am package -DskipTests
   * java -cp benchmarks/target/benchmarks.jar org.ieum.benchmarks.DispatchRun base1000_c4 guided
   * </pre>
   */
  public static void main(String[] args) {
    if (args.length != 2 || !(args[1].equals("guided") || args[1].equals("free"))) {
      System.err.println("usage: DispatchRun INSTANCE guided|free");
      System.exit(2);
      return;
    }
    Optional<Path> folder = SharedFolder.find("data/dispatch/" + args[0]);
    if (folder.isEmpty()) {
      System.err.println("error: there is no instance " + args[0] + " in ../shared/data/dispatch");
      System.exit(2);
      return;
    }
    DispatchReport.print(
        folder.get().resolveSibling("."), args[0], args[1].equals("guided"), System.out);
  }
}
