package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.ieum.road.KerbSide;
import org.ieum.server.Asked;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.VehicleView;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.config.TurnConfig;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.quantity.Seating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas that go on where they were, from snapshots and from their journal alone. */
final class LiveAreaTest {
  private static final long START = Instant.parse("2026-05-06T21:00:00Z").toEpochMilli();

  @TempDir private Path folder;

  private long now = START;
  private final Random random = new Random(7);
  private final List<String> bookings = new ArrayList<>();

  private static AreaSetup setup() throws Exception {
    return setup(null);
  }

  private static AreaSetup setup(@Nullable TurnConfig turns) throws Exception {
    FleetConfig fleet = new FleetConfig(12, Seating.parse("8/0;6/1"));
    AreaConfig config =
        new AreaConfig(
            "test", null, null, null, turns, null, fleet, null, null, null, null, null, null, null);
    return new AreaSetups(new AreaMaps(Path.of("target", "areas"))).open(config, Path.of(""));
  }

  private LiveArea start(AreaSetup setup, JournalStore store, String life) throws Exception {
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    LiveArea area = new LiveArea(setup, store.journal("test"), clock, life);
    area.awaitReady();
    return area;
  }

  private <T> T order(LiveArea area, AreaTask<T> task) throws Exception {
    return area.order(task, null, done -> null).get();
  }

  /** Does something that may be refused. */
  private void tryOrder(LiveArea area, AreaTask<BookingView> task) throws Exception {
    try {
      order(area, task);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof Refusal)) {
        throw e;
      }
    }
  }

  /** A few hours across midnight. */
  private int live(LiveArea area, int commands) throws Exception {
    List<StopView> stops = area.stops();
    int offers = 0;
    for (int i = 0; i < commands; i++) {
      now += random.nextInt(30_000);
      StopView from = stops.get(random.nextInt(stops.size()));
      StopView to = stops.get(random.nextInt(stops.size()));
      QuoteView quote =
          area.quote(
                  new Asked(from, to)
                      .rider(random.nextBoolean() ? null : "rider-" + random.nextInt(40))
                      .time(
                          random.nextInt(3) > 0
                              ? null
                              : Instant.ofEpochMilli(now + random.nextInt(7_200_000))
                                  .atOffset(java.time.ZoneOffset.UTC))
                      .party(1 + random.nextInt(3), random.nextInt(5) == 0 ? 1 : 0)
                      .input())
              .get();
      if (!quote.offers().isEmpty()) {
        offers++;
        now += random.nextInt(5_000);
        String offer = quote.offers().get(0).offerId();
        tryOrder(
            area,
            desk -> {
              BookingView booked = desk.book(offer);
              bookings.add(booked.bookingId());
              return booked;
            });
      }
      for (int k = 0; k < 3 && !bookings.isEmpty(); k++) {
        String booking = bookings.get(random.nextInt(bookings.size()));
        switch (random.nextInt(8)) {
          case 0 -> tryOrder(area, desk -> desk.cancel(booking));
          case 1 -> tryOrder(area, desk -> desk.noShow(booking));
          default -> tryOrder(area, desk -> desk.board(booking, new BoardInput(null, null)));
        }
      }
    }
    return offers;
  }

  /** All that clients see of an area. */
  private record Seen(
      List<BookingView> live,
      List<BookingView> all,
      List<RoutePlanView> plans,
      List<VehicleView> vehicles) {}

  private Seen see(LiveArea area) throws Exception {
    List<BookingView> all = new ArrayList<>();
    for (String booking : bookings) {
      all.add(area.ask(desk -> desk.booking(booking)).get());
    }
    List<RoutePlanView> plans = new ArrayList<>();
    List<VehicleView> vehicles = area.ask(desk -> desk.vehicles()).get();
    for (VehicleView vehicle : vehicles) {
      plans.add(area.ask(desk -> desk.routePlan(vehicle.vehicleId())).get());
    }
    return new Seen(
        area.ask(desk -> desk.bookings("", 10_000, "", "")).get(), all, plans, vehicles);
  }

  @Test
  void anAreaGoesOnWhereItWas() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("test.db");
    AreaSetup setup = setup();
    Seen before;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(setup, store, "a");
      int offers = live(area, 900);
      assertTrue(offers > 400, "offers: " + offers);
      assertTrue(now > START + 3 * 3_600_000L, "past midnight");
      before = see(area);
      assertTrue(before.live().size() > 10, "live: " + before.live().size());
      area.close();
    }
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(setup, store, "b");
      assertEquals(before, see(area));
      area.close();
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from snapshot");
    }
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(setup, store, "c");
      assertEquals(before, see(area));
      store.journal("test").verify();
      now += 40L * 86_400_000;
      assertTrue(live(area, 100) > 50, "offers after a month at rest");
      before = see(area);
      area.close();
    }
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(setup, store, "d");
      assertEquals(before, see(area));
      area.close();
    }
  }

  @Test
  void anAreaInWhichTurnsCountGoesOnWhereItWas() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("turns.db");
    AreaSetup setup = setup(new TurnConfig(true, null, KerbSide.ANY));
    assertTrue(setup.map().stopPoints().size() > setup().map().stopPoints().size());
    Seen before;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(setup, store, "t");
      assertTrue(live(area, 150) > 80);
      before = see(area);
      area.close();
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from snapshot");
    }
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(setup, store, "u");
      assertEquals(before, see(area));
      area.close();
    }
  }

  @Test
  void whatFollowsTheLastDecisionIsReplayed() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("follow.db");
    AreaSetup setup = setup();
    for (int start = 0; start < 3; start++) {
      // As after a kill: no snapshot is kept.
      try (JournalStore store = JournalStore.open(url)) {
        LiveArea area = start(setup, store, "k" + start);
        live(area, 20);
        for (String stop : List.of(area.stops().get(3).stopId(), area.stops().get(9).stopId())) {
          order(area, desk -> desk.closeStop(stop));
          order(area, desk -> desk.reopenStop(stop));
        }
        for (BookingView booking : area.ask(desk -> desk.bookings("", 100, "", "")).get()) {
          order(area, desk -> desk.closeStop(booking.dropOffStopId()));
        }
        area.close();
      }
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("delete from snapshot");
      }
    }
  }

  @Test
  void anOfferExpiresAndIsNotTakenForUnknown() throws Exception {
    try (JournalStore store = JournalStore.open("jdbc:sqlite:" + folder.resolve("offer.db"))) {
      LiveArea area = start(setup(), store, "o");
      QuoteInput asked =
          new Asked(area.stops().get(0), area.stops().get(400)).rider("anna").input();
      String first = area.quote(asked).get().offers().get(0).offerId();
      now += 61_000;
      assertEquals(Refusal.Kind.GONE, refusal(area, first).kind());
      String second = area.quote(asked).get().offers().get(0).offerId();
      assertEquals(Refusal.Kind.GONE, refusal(area, first).kind());
      assertEquals(Refusal.Kind.NOT_FOUND, refusal(area, second + "7").kind());
      assertEquals("assigned", order(area, desk -> desk.book(second)).state());
      assertEquals(Refusal.Kind.CONFLICT, refusal(area, second).kind());
      area.close();
    }
  }

  private Refusal refusal(LiveArea area, String offer) {
    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> order(area, desk -> desk.book(offer)));
    return assertInstanceOf(Refusal.class, refused.getCause());
  }
}
