package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.ieum.dispatch.DispatchState.LiveBooking;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.reoptimize.RouteSearch;
import org.ieum.reoptimize.RoutingProblem;
import org.ieum.reoptimize.RoutingSolution;
import org.ieum.reoptimize.SearchBudget;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.ImprovementView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.StopView;
import org.ieum.server.api.VehicleView;
import org.ieum.server.area.Look.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An area whose routes are improved while they are driven. */
final class ImprovedAreaTest extends StreetLife {
  private static final int AHEAD = 120_000;
  private static final String THREAD = "optimizer-test";

  /** What the area's optimiser does. */
  private volatile RouteOptimizer optimizer = ImprovedAreaTest::search;

  private @Nullable RouteImprovement improvement = every(20);
  private final Looks looks = new Looks();
  private int riders;

  /** However busy the machine is, it finds something. */
  private static RoutingSolution search(
      RoutingProblem problem, int[][] visits, long seed, SearchBudget budget) {
    assertTrue(budget.nanos() > 0 && budget.nanos() <= 2_000_000_000L, budget.toString());
    return RouteSearch.improve(problem, visits, seed, SearchBudget.ofIterations(500));
  }

  private RouteImprovement every(int millis) {
    RouteOptimizer any =
        (problem, visits, seed, budget) -> optimizer.improve(problem, visits, seed, budget);
    return new RouteImprovement(any, millis, AHEAD, VEHICLES);
  }

  @Override
  AreaSetup setup() throws Exception {
    ChangedSetup changed = new ChangedSetup(super.setup());
    changed.improvement = improvement;
    return changed.make();
  }

  /** What was told of looks since the last start. */
  private static final class Looks {
    private int idle;
    private int applied;
    private int failed;
    private long saved;
    private boolean isTimed = true;

    synchronized void note(Look look) {
      boolean isIdle = look.outcome() == Outcome.NONE && look.searching() == 0;
      idle = isIdle ? idle + 1 : 0;
      applied += look.outcome() == Outcome.APPLIED ? 1 : 0;
      failed += look.outcome() == Outcome.FAILED ? 1 : 0;
      saved += look.saved();
      isTimed &= look.outcome() == Outcome.FAILED || look.taking() > 0;
      isTimed &= look.outcome() != Outcome.APPLIED || (look.searching() > 0 && look.applying() > 0);
      notifyAll();
    }

    /** Waits until there was nothing to look at any more. */
    synchronized void settle() throws InterruptedException {
      idle = 0;
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (idle < 2) {
        assertTrue(System.nanoTime() < until, "looks go on and on");
        wait(100);
      }
    }
  }

  /** All that is told and planned, while nothing moves. */
  private record Seen(List<BookingView> live, List<RoutePlanView> plans) {}

  private Seen see() throws Exception {
    List<RoutePlanView> plans = new ArrayList<>();
    for (VehicleView vehicle : ask(desk -> desk.vehicles())) {
      plans.add(ask(desk -> desk.routePlan(vehicle.vehicleId())));
    }
    return new Seen(ask(desk -> desk.bookings("", 10_000, "", "")), plans);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(THREAD) && thread.isAlive())
        .count();
  }

  private void live(int bookings, boolean hasTrouble) throws Exception {
    int stops = area.stops().size();
    for (int i = 0; i < bookings; i++) {
      now.addAndGet(random.nextInt(15_000));
      long ahead = random.nextInt(3) == 0 ? 0 : random.nextInt(1_800_000);
      QuoteView quote = quote("", random.nextInt(stops), random.nextInt(stops), ahead, null);
      if (!quote.offers().isEmpty()) {
        String offer = quote.offers().get(0).offerId();
        attempt(desk -> desk.book(offer));
      }
      for (BookingView booking : ask(desk -> desk.bookings("", 10_000, "", ""))) {
        if (booking.state().equals("arrived_at_pickup")) {
          attempt(desk -> desk.board(booking.bookingId(), new BoardInput(null, null)));
        }
      }
      if (hasTrouble) {
        trouble();
      }
      if (i % 4 == 3) {
        looks.settle();
        checkPlans();
      }
    }
    looks.settle();
  }

  /** Does something that may be refused, while others do things, too. */
  private void attempt(AreaTask<?> task) throws Exception {
    try {
      order(task);
    } catch (ExecutionException e) {
      assertInstanceOf(Refusal.class, e.getCause(), () -> "was " + e.getCause());
    }
  }

  /** Vehicles break down or are somewhere else, and riders change their minds. */
  private void trouble() throws Exception {
    List<BookingView> live = ask(desk -> desk.bookings("", 10_000, "", ""));
    String vehicle = ask(desk -> desk.vehicles()).get(random.nextInt(VEHICLES)).vehicleId();
    if (live.isEmpty()) {
      return;
    }
    String booking = live.get(random.nextInt(live.size())).bookingId();
    StopView stop = area.stops().get(random.nextInt(area.stops().size()));
    switch (random.nextInt(8)) {
      case 0 -> attempt(desk -> desk.cancel(booking));
      case 1 -> attempt(desk -> desk.reassign(booking, new ReassignInput("why", null)));
      case 2 -> attempt(desk -> desk.reassign(booking, new ReassignInput("why", vehicle)));
      case 3 -> {
        boolean isRare = random.nextInt(4) == 0;
        attempt(
            desk ->
                isRare
                    ? desk.takeOut(vehicle, new OutageInput("smoke", null, null))
                    : desk.closeStop(stop.stopId()));
      }
      case 4 -> {
        ShiftEndInput end = endIn(random.nextInt(3_600_000));
        attempt(desk -> random.nextInt(4) == 0 ? desk.endShift(vehicle, end) : desk.tasks(vehicle));
      }
      default -> {
        attempt(desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon())));
        now.addAndGet(100);
        attempt(desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon() + 1e-5)));
      }
    }
  }

  /** Over midnight, after which the dispatcher is another one. */
  @Test
  void troubleWithImprovedRoutesIsReplayedToo() throws Exception {
    area.onLook(looks::note);
    pass(13 * HOUR + 40 * MINUTE);
    live(200, /* hasTrouble= */ true);
    assertFalse(told("day_begun").isEmpty());
    assertTrue(looks.applied > 5, "applied: " + looks.applied);
    assertEquals(0, looks.failed);
    assertFalse(told("vehicle_out").isEmpty());
    assertFalse(told("vehicle_located").isEmpty());
    assertFalse(told("ride_reassigned").isEmpty());
    Seen before = see();
    improvement = every(3_600_000);
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(before, see());
    }
    area.journal().verify();
  }

  @Test
  void routesAreImprovedAndReplayed() throws Exception {
    area.onLook(looks::note);
    live(200, /* hasTrouble= */ false);
    assertTrue(looks.applied > 5, "applied: " + looks.applied);
    assertEquals(0, looks.failed);
    assertTrue(looks.isTimed);
    List<EventView> improved = told("routes_improved");
    assertTrue(improved.size() >= looks.applied, improved.size() + " and " + looks.applied);
    assertEquals(
        looks.saved, improved.stream().mapToLong(e -> e.data().path("saved").asLong()).sum());
    assertEquals(List.of(), told("promise_broken"));
    assertEquals(List.of(), told("promise_at_risk"));
    checkAnnounced();
    Seen before = see();
    assertTrue(before.live().stream().anyMatch(BookingView::vehicleAnnounced));
    assertFalse(before.live().stream().allMatch(BookingView::vehicleAnnounced));
    improvement = every(3_600_000);
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(before, see());
    }
    area.journal().verify();
    restart(/* hasSnapshot= */ true);
    checkOldSnapshot(area.journal().findSnapshot().orElseThrow().data());
  }

  /** Whoever was told a vehicle boarded it; not all boarded the one they were first given. */
  private void checkAnnounced() {
    Map<String, String> confirmed = new HashMap<>();
    Map<String, String> announced = new HashMap<>();
    int kept = 0;
    int moved = 0;
    for (EventView event : told(null)) {
      String id = String.valueOf(event.bookingId());
      String vehicle = String.valueOf(event.vehicleId());
      switch (event.type()) {
        case "ride_confirmed" -> confirmed.put(id, vehicle);
        case "vehicle_announced" -> assertNull(announced.put(id, vehicle), id);
        case "rider_boarded" -> {
          moved += vehicle.equals(confirmed.get(id)) ? 0 : 1;
          if (announced.containsKey(id)) {
            assertEquals(announced.get(id), vehicle, id);
            kept++;
          }
        }
        default -> {}
      }
    }
    assertTrue(kept > 20, "kept: " + kept);
    assertTrue(moved > 0, "moved: " + moved);
    confirmed.forEach(this::checkHistory);
  }

  /** Each move begins at the vehicle where the ride was, and who boards does so where it led. */
  private void checkHistory(String id, String first) {
    String vehicle = first;
    List<EventView> own = new ArrayList<>();
    for (EventView event : BookingHistory.read(area, id)) {
      if (event.type().equals("routes_improved")) {
        assertEquals(id, event.bookingId());
        assertEquals(vehicle, event.data().path("from_vehicle_id").asText());
        assertEquals(1, event.data().size());
        vehicle = String.valueOf(event.vehicleId());
      } else {
        assertEquals(vehicle, event.vehicleId(), () -> id + ": " + event);
        own.add(event);
      }
    }
    assertEquals(told(null).stream().filter(event -> id.equals(event.bookingId())).toList(), own);
    assertEquals(vehicle, String.valueOf(lastSeen(id)), id);
  }

  private @Nullable String lastSeen(String id) {
    try {
      return booking(id).vehicleId();
    } catch (Exception e) {
      throw new AssertionError(id, e);
    }
  }

  /** One that was kept before vehicles were announced. */
  private static void checkOldSnapshot(String text) {
    List<LiveBooking> now = SnapshotText.read(text).state().bookings();
    assertTrue(now.stream().anyMatch(LiveBooking::isAnnounced));
    String old = text.replaceAll(",\"isAnnounced\":(true|false)", "");
    assertNotEquals(text, old);
    List<LiveBooking> before = SnapshotText.read(old).state().bookings();
    assertEquals(now.size(), before.size());
    assertFalse(before.stream().anyMatch(LiveBooking::isAnnounced));
    assertEquals(now.get(0).offer(), before.get(0).offer());
  }

  @Test
  void ridersAreToldTheVehicleWhenItIsSure() throws Exception {
    area.onLook(looks::note);
    BookingView booked = book("anna", 20, 400, 30 * MINUTE);
    BookingView given = book("bert", 30, 300, 30 * MINUTE);
    order(desk -> desk.cancel(given.bookingId()));
    String id = booked.bookingId();
    looks.settle();
    assertFalse(booking(id).vehicleAnnounced());
    assertNull(booking(id).forRider().vehicleId());
    assertEquals(List.of(), told("vehicle_announced"));
    long version = booking(id).version();

    now.addAndGet(29 * MINUTE);
    looks.settle();
    BookingView sure = booking(id);
    assertTrue(sure.vehicleAnnounced());
    assertTrue(sure.version() > version, sure.toString());
    assertEquals(vehicleOf(sure), sure.forRider().vehicleId());
    List<EventView> told = told("vehicle_announced");
    assertEquals(1, told.size());
    assertEquals(id, told.get(0).bookingId());
    assertEquals(sure.vehicleId(), told.get(0).vehicleId());

    await(id, "arrived_at_pickup");
    order(desk -> desk.board(id, new BoardInput(null, null)));
    await(id, "completed");
    for (boolean isPast : List.of(false, true)) {
      assertTrue(booking(id).vehicleAnnounced());
      BookingView cancelled = booking(given.bookingId());
      assertEquals(given.vehicleId(), cancelled.vehicleId());
      assertFalse(cancelled.vehicleAnnounced());
      if (!isPast) {
        restart(/* hasSnapshot= */ true);
      }
    }
    improvement = null;
    restart(/* hasSnapshot= */ true);
    assertTrue(booking(given.bookingId()).vehicleAnnounced());
  }

  /** With an interval that is never over in a test. */
  @Test
  void routesAreImprovedOnDemand() throws Exception {
    improvement = every(3_600_000);
    stop();
    start();
    area.onLook(looks::note);
    ImprovementView none = area.improve(TimeUnit.SECONDS.toNanos(20)).get();
    assertEquals(new ImprovementView(0, 0, 0, 0, true), none);
    int applied = 0;
    long saved = 0;
    for (int i = 0; i < 60; i++) {
      QuoteView quote = quote("", random.nextInt(400), random.nextInt(400), 10 * MINUTE, null);
      if (!quote.offers().isEmpty()) {
        attempt(desk -> desk.book(quote.offers().get(0).offerId()));
      }
      if (i % 10 == 9) {
        ImprovementView found = area.improve(TimeUnit.SECONDS.toNanos(20)).get();
        assertTrue(found.everythingSeen() && found.looks() > 0, found.toString());
        applied += found.plansApplied();
        saved += found.costSaved();
      }
    }
    assertTrue(applied > 0, "applied: " + applied);
    assertEquals(looks.applied, applied);
    List<EventView> improved = told("routes_improved");
    assertEquals(saved, improved.stream().mapToLong(e -> e.data().path("saved").asLong()).sum());
    improvement = null;
    restart(/* hasSnapshot= */ true);
    ExecutionException off = assertThrows(ExecutionException.class, () -> area.improve(1).get());
    Refusal refusal = assertInstanceOf(Refusal.class, off.getCause());
    assertEquals(Refusal.Kind.CONFLICT, refusal.kind());
  }

  /** Whoever asks while the area closes is told so. */
  @Test
  void aDemandDoesNotOutliveTheArea() throws Exception {
    CountDownLatch searching = new CountDownLatch(1);
    optimizer =
        (problem, visits, seed, budget) -> {
          searching.countDown();
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return RouteSearch.improve(problem, visits, seed, budget);
        };
    ride(20, 400);
    CompletableFuture<ImprovementView> asked = area.improve(TimeUnit.SECONDS.toNanos(20));
    assertTrue(searching.await(20, TimeUnit.SECONDS));
    LiveArea closed = area;
    stop();
    for (var answer : List.of(asked, closed.improve(1))) {
      ExecutionException none = assertThrows(ExecutionException.class, answer::get);
      Refusal refusal = assertInstanceOf(Refusal.class, none.getCause());
      assertEquals(Refusal.Kind.UNAVAILABLE, refusal.kind());
    }
  }

  @Test
  void noThreadIsLeft() throws Exception {
    assertEquals(1, threads());
    CountDownLatch searching = new CountDownLatch(1);
    optimizer =
        (problem, visits, seed, budget) -> {
          searching.countDown();
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return RouteSearch.improve(problem, visits, seed, budget);
        };
    ride(20, 400);
    assertTrue(searching.await(20, TimeUnit.SECONDS));
    stop();
    assertEquals(0, threads());
    improvement = null;
    start();
    assertEquals(0, threads());
    assertTrue(book("bert", 20, 400, 0).vehicleAnnounced());
  }

  @Test
  void anOptimizerThatFailsIsToldOnceForEachKind() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(OnceLog.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      area.onLook(looks::note);
      Set<String> kinds = new HashSet<>();
      for (Throwable fault :
          List.of(
              new IllegalStateException("one"),
              new UnsupportedOperationException("two"),
              new AssertionError("three"),
              new StackOverflowError("four"))) {
        optimizer =
            (problem, visits, seed, budget) -> {
              if (fault instanceof Error e) {
                throw e;
              }
              throw (RuntimeException) fault;
            };
        for (int i = 0; i < 2; i++) {
          book("rider" + riders++, 20, 400, 0);
          looks.settle();
        }
        kinds.add(fault.toString());
      }
      assertTrue(looks.failed > 7, "failed: " + looks.failed);
      assertEquals(4, lines.list.size());
      for (ILoggingEvent line : lines.list) {
        assertTrue(
            kinds.stream().anyMatch(line.getFormattedMessage()::contains),
            line.getFormattedMessage());
      }
      optimizer = ImprovedAreaTest::search;
      live(40, /* hasTrouble= */ false);
      assertTrue(looks.applied > 0);
    } finally {
      logger.detachAppender(lines);
    }
  }
}
