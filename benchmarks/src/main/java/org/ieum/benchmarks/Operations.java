package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.Dispatcher;
import org.ieum.model.Offer;
import org.ieum.model.RideRequest;

/**
 * The single operations of the dispatcher, each by itself, while a day goes on: every request is
 * quoted; what can be had is confirmed and cancelled, then quoted and confirmed for good. The first
 * requests only put the fleet to work and let memory that is used again grow to its size.
 *
 * <p>Times are those of the best round: most operations take a few microseconds and find little of
 * what they need in the caches, so other work on the machine can double their median. For the same
 * reason they are multiples of the yardstick as it is met between them, not of one that runs again
 * and again; and what it takes to ask for the time, half as long as some of them, is taken off.
 */
final class Operations implements Turn {
  private static final int UNCOUNTED = 300;

  /** Where distances go, so that no work is left out as useless. */
  @SuppressWarnings("UnusedVariable")
  private static volatile int sink;

  private static final int NODES = 10_000;

  private final DispatchInstance instance;
  private final Roads roads;
  private final Yardstick yardstick;

  /** Nodes whose distance from the next one is asked for. */
  private final int[] nodes = new int[NODES + 1];

  private final Cost meter;
  private final Cost between;
  private final Cost places;
  private final Cost quote;
  private final Cost confirm;
  private final Cost cancel;

  /**
   * @param title what the names of the operations start with
   */
  Operations(String title, DispatchInstance instance, Roads roads) {
    this.instance = instance;
    this.roads = roads;
    yardstick = new Yardstick(roads.witness());
    Random random = new Random(1);
    Arrays.setAll(nodes, i -> roads.witness().node(random.nextInt(roads.witness().size())));
    meter = new Cost(title + ": nothing");
    between = new Cost(title + ": yardstick between operations");
    places = new Cost(title + ": places of a request, made and let go");
    quote = new Cost(title + ": quote");
    confirm = new Cost(title + ": confirm");
    cancel = new Cost(title + ": cancel");
  }

  /** Time and memory of one operation, summed over a round. */
  private static final class Sum {
    private long startedNanos;
    private long startedBytes;
    private long nanos;
    private long bytes;
    private int operations;

    void begin() {
      startedBytes = Meter.bytes();
      startedNanos = Meter.nanos();
    }

    void end() {
      Slowdown.suffer(startedNanos, startedBytes);
      endYardstick();
    }

    /** The end of what nothing slows down on purpose. */
    void endYardstick() {
      nanos += Meter.nanos() - startedNanos;
      bytes += Meter.bytes() - startedBytes;
    }

    void forget() {
      nanos = 0;
      bytes = 0;
      operations = 0;
    }

    void addTo(Cost cost) {
      cost.add(nanos, bytes, operations);
    }
  }

  @Override
  public void take(int number, boolean counted) {
    Day day = new Day(new DispatchDesk(roads, instance), yardstick, nodes);
    for (Request request : instance.requests()) {
      if (request.id() == UNCOUNTED) {
        day.forget();
      }
      day.serve(request);
    }
    if (counted) {
      day.meter.addTo(meter);
      day.between.addTo(between);
      day.places.addTo(places);
      day.quotes.addTo(quote);
      day.confirmations.addTo(confirm);
      day.cancellations.addTo(cancel);
    }
  }

  /** One round. */
  private static final class Day {
    private final DispatchDesk desk;
    private final Dispatcher dispatcher;
    private final Yardstick yardstick;
    private final int[] nodes;
    private final Sum meter = new Sum();
    private final Sum between = new Sum();
    private final Sum places = new Sum();
    private final Sum quotes = new Sum();
    private final Sum confirmations = new Sum();
    private final Sum cancellations = new Sum();

    Day(DispatchDesk desk, Yardstick yardstick, int[] nodes) {
      this.desk = desk;
      this.yardstick = yardstick;
      this.nodes = nodes;
      dispatcher = desk.dispatcher();
    }

    void forget() {
      meter.forget();
      between.forget();
      places.forget();
      quotes.forget();
      confirmations.forget();
      cancellations.forget();
    }

    void serve(Request asked) {
      int now = asked.time();
      desk.advance(now);
      yardstick(asked.id() % NODES);
      RideRequest request = places(asked);
      quotes.operations++;
      quotes.begin();
      boolean offered = dispatcher.quote(request, now) instanceof Offer;
      quotes.end();
      if (offered) {
        confirmations.operations++;
        cancellations.operations++;
        confirmAndCancel(request, now);
        if (dispatcher.quote(request, now) instanceof Offer last) {
          dispatcher.confirm(last, now).ifPresent(booking -> desk.boardIfThere(booking, now));
        }
      }
      desk.release(request);
    }

    private void yardstick(int node) {
      meter.operations++;
      meter.begin();
      meter.endYardstick();
      between.operations++;
      between.begin();
      sink = yardstick.duration(nodes[node], nodes[node + 1]);
      between.endYardstick();
    }

    private RideRequest places(Request asked) {
      places.operations++;
      places.begin();
      desk.release(desk.doorToDoor(asked));
      places.end();
      return desk.doorToDoor(asked);
    }

    private void confirmAndCancel(RideRequest request, int now) {
      if (!(dispatcher.quote(request, now) instanceof Offer offer)) {
        return;
      }
      confirmations.begin();
      Optional<Booking> booking = dispatcher.confirm(offer, now);
      confirmations.end();
      if (booking.isPresent()) {
        cancellations.begin();
        dispatcher.cancel(request.id(), now);
        cancellations.end();
      }
    }
  }

  /**
   * The yardstick between operations, then their times in multiples of it and allocations.
   *
   * @param yardstick the one that runs again and again, µs
   */
  List<Result> results(double yardstick) {
    double nothing = meter.leastMicros();
    double q = between.leastMicros() - nothing;
    List<Result> results = new ArrayList<>();
    results.add(Result.time(between.name(), q, yardstick));
    for (Cost cost : List.of(places, quote, confirm, cancel)) {
      results.add(Result.time(cost.name(), cost.leastMicros() - nothing, q));
      Result bytes = Result.bytes(cost.name() + ": allocated", cost.bytes());
      results.add(cost == quote ? bytes.toHold(Target.atMost(1024, "B")) : bytes);
    }
    return results;
  }
}
