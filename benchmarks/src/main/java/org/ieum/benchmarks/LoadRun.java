package org.ieum.benchmarks;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.ieum.benchmarks.EventLine.Event;

/**
 * Riders of a city, all on one thread: each quote is sent at its time whatever became of those
 * before (an open loop), some offers are accepted after a while, parties board when their vehicle
 * is there. So many bookings are held as wanted; those on top are called off soon, so that there
 * are more confirmations and cancellations to be measured than so many vehicles could carry.
 */
final class LoadRun {
  private static final long SECOND = 1_000_000_000L;

  /** Live bookings beyond what is wanted, so that those that end do not make it fewer. */
  private static final int SPARE = 60;

  private final HttpLines lines;
  private final MadeUpTrips trips;
  private final Queue<Event> events;
  private final int wanted;
  private final double accepted;
  private final int thinkSeconds;
  private final Random random = new Random(1);
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(Comparator.comparingLong(Later::nanos));

  private final Set<String> live = new HashSet<>();

  /** Those that were over before their confirmation had been read. */
  private final Set<String> over = new HashSet<>();

  private int fickle;
  private int booking;
  private long commands;
  private LoadFigures figures = new LoadFigures();

  /** Something to be done at a time. */
  private record Later(long nanos, Runnable task) {}

  /**
   * Nobody has asked yet.
   *
   * @param wanted live bookings to be held
   * @param accepted share of offers that are accepted
   * @param thinkSeconds longest time between an offer and its acceptance
   */
  LoadRun(
      HttpLines lines,
      MadeUpTrips trips,
      Queue<Event> events,
      int wanted,
      double accepted,
      int thinkSeconds) {
    this.lines = lines;
    this.trips = trips;
    this.events = events;
    this.wanted = wanted;
    this.accepted = accepted;
    this.thinkSeconds = thinkSeconds;
  }

  /** Books rides that are asked for ahead until enough are held. */
  void fill() throws IOException {
    long end = System.nanoTime() + 300 * SECOND;
    while (live.size() < wanted + SPARE) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "only " + live.size() + " bookings could be made; " + figures.firstError);
      }
      if (lines.underWay() < 4) {
        ask(System.nanoTime(), trips.nextPrebooked());
      }
      lines.serveUntil(System.nanoTime() + 1_000_000);
      runDue();
    }
  }

  /** Sends quotes at a rate. */
  LoadFigures run(int rate, int seconds) throws IOException {
    figures = new LoadFigures();
    long start = System.nanoTime();
    long count = (long) rate * seconds;
    for (long i = 0; i < count; i++) {
      long intended = start + i * SECOND / rate;
      serveUntil(intended);
      ask(intended, trips.nextQuote());
      if (i % rate == 0) {
        figures.fewestLive = Math.min(figures.fewestLive, live.size());
      }
    }
    long patience = System.nanoTime() + 30 * SECOND;
    while (lines.underWay() > 0 && System.nanoTime() < patience) {
      lines.serveUntil(System.nanoTime() + 1_000_000);
    }
    figures.seconds = (System.nanoTime() - start) / 1e9;
    if (lines.underWay() > 0) {
      figures.error(lines.underWay() + " requests were never answered");
    }
    return figures;
  }

  /** How many bookings are held. */
  int live() {
    return live.size();
  }

  private void serveUntil(long nanos) throws IOException {
    do {
      Later next = later.peek();
      lines.serveUntil(next == null ? nanos : Math.min(nanos, next.nanos()));
      runDue();
    } while (System.nanoTime() < nanos);
  }

  private void runDue() {
    Later next = later.peek();
    while (next != null && next.nanos() <= System.nanoTime()) {
      later.remove();
      next.task().run();
      next = later.peek();
    }
    for (Event event = events.poll(); event != null; event = events.poll()) {
      hear(event);
    }
  }

  private void ask(long intended, String body) {
    LoadFigures measured = figures;
    lines.post(
        "/v1/quotes",
        body,
        null,
        (status, text) -> {
          if (status != 200) {
            measured.error("quote: " + status + " " + text);
            return;
          }
          measured.quoteNanos.add(System.nanoTime() - intended);
          String offer = JsonText.find(text, "\"offers\":[{", "offer_id");
          if (!offer.isEmpty()) {
            measured.offers++;
            consider(offer);
          }
        });
  }

  private void consider(String offer) {
    boolean isMissing = live.size() - fickle + booking < wanted + SPARE;
    if (isMissing || random.nextDouble() < accepted) {
      booking++;
      long thought = isMissing ? 0 : (long) (random.nextDouble() * thinkSeconds * SECOND);
      long decided = System.nanoTime() + thought;
      later.add(new Later(decided, () -> book(offer, decided)));
    }
  }

  private void book(String offer, long decided) {
    LoadFigures measured = figures;
    lines.post(
        "/v1/bookings",
        "{\"offer_id\":\"" + offer + "\"}",
        "load-" + ++commands,
        (status, text) -> {
          booking--;
          if (status == 201) {
            measured.confirmNanos.add(System.nanoTime() - decided);
            hold(JsonText.find(text, "booking_id"));
          } else if (status == 409) {
            measured.conflicts++;
          } else {
            measured.error("booking: " + status + " " + text);
          }
        });
  }

  private void hold(String booking) {
    if (over.remove(booking)) {
      return;
    }
    live.add(booking);
    if (live.size() - fickle > wanted + SPARE) {
      fickle++;
      long end = System.nanoTime() + (long) ((10 + 10 * random.nextDouble()) * SECOND);
      later.add(new Later(end, () -> cancel(booking, end)));
    }
  }

  private void cancel(String booking, long decided) {
    fickle--;
    if (!live.contains(booking)) {
      return;
    }
    LoadFigures measured = figures;
    lines.post(
        "/v1/bookings/" + booking + "/cancel",
        "{}",
        "load-" + ++commands,
        (status, text) -> {
          if (status == 200) {
            measured.cancelNanos.add(System.nanoTime() - decided);
          } else if (status != 409) {
            measured.error("cancel: " + status + " " + text);
          }
        });
  }

  private void hear(Event event) {
    switch (event.type()) {
      case "vehicle_arrived" ->
          lines.get("/v1/vehicles/" + event.vehicleId() + "/route_plan", this::letBoard);
      case "rider_alighted", "ride_cancelled", "rider_no_show" -> {
        if (!live.remove(event.bookingId())) {
          over.add(event.bookingId());
        }
      }
      default -> {}
    }
  }

  /** Lets those board whose vehicle is there. */
  private void letBoard(int status, String plan) {
    int first = plan.indexOf("\"boarding\":[");
    if (status != 200 || first < 0 || plan.contains("\"departed\":true")) {
      return;
    }
    LoadFigures measured = figures;
    String ids = plan.substring(first + 12, plan.indexOf(']', first)).replace("\"", "");
    for (String id : ids.isEmpty() ? new String[0] : ids.split(",")) {
      lines.post(
          "/v1/bookings/" + id + "/board",
          "{}",
          null,
          (answered, text) -> {
            if (answered == 200) {
              measured.boardings++;
            } else if (answered != 409) {
              measured.error("board: " + answered + " " + text);
            }
          });
    }
  }
}
