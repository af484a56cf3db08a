package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.ieum.server.Asked;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoadSpeedInput;
import org.ieum.server.api.RoadSpeedsInput;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.StopView;
import org.ieum.server.api.VehicleView;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.TestPostgres;
import org.ieum.server.quantity.Seating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same commands with the same ids and times of receipt give the same journal, bit for bit:
 * whatever the database, and however the moments at which vehicles move by themselves fall between
 * the commands.
 */
final class SameJournalTest {
  private static final long START = Instant.parse("2026-05-06T20:30:00Z").toEpochMilli();
  private static final int COMMANDS = 600;

  @TempDir private Path folder;

  /** One run through the sequence; what is drawn depends on the seed and on answers only. */
  private static final class Day {
    private final LiveArea area;
    private final Random random = new Random(29);
    private final List<String> bookings = new ArrayList<>();
    private final List<StopView> stops;
    private final List<VehicleView> vehicles;
    private final boolean isSlow;
    private final AtomicLong now;
    private int number;
    private int done;
    private int refused;

    Day(AreaSetup setup, JournalStore store, AtomicLong now, boolean isSlow) throws Exception {
      this.now = now;
      this.isSlow = isSlow;
      area = new LiveArea(setup, store.journal("test"), () -> Instant.ofEpochMilli(now.get()), "s");
      area.awaitReady();
      stops = area.stops();
      vehicles = area.ask(desk -> desk.vehicles()).get();
    }

    private StopView stop() {
      return stops.get(random.nextInt(stops.size()));
    }

    private OffsetDateTime in(long millis) {
      return Instant.ofEpochMilli(now.get() + millis).atOffset(ZoneOffset.UTC);
    }

    private <T> void order(AreaTask<T> task) throws Exception {
      String id = "k" + ++number;
      AnswerKey key = new AnswerKey("operator", id, "fingerprint of " + id);
      try {
        area.order(task, key, view -> new KeptAnswer(key, now.get(), 200, view.toString())).get();
        done++;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof Refusal)) {
          throw e;
        }
        refused++;
      }
    }

    private void quoteAndBook() throws Exception {
      StopView from = stop();
      StopView to = stop();
      QuoteView quote =
          area.quote(
                  new Asked(from, to)
                      .rider(random.nextBoolean() ? null : "rider-" + random.nextInt(40))
                      .time(random.nextInt(3) > 0 ? null : in(random.nextInt(7_200_000)))
                      .party(1 + random.nextInt(3), random.nextInt(5) == 0 ? 1 : 0)
                      .input())
              .get();
      if (!quote.offers().isEmpty()) {
        now.addAndGet(random.nextInt(5_000));
        String offer = quote.offers().get(0).offerId();
        order(
            desk -> {
              BookingView booked = desk.book(offer);
              bookings.add(booked.bookingId());
              return booked;
            });
      }
    }

    private void change(String booking) throws Exception {
      switch (random.nextInt(8)) {
        case 0 -> order(desk -> desk.cancel(booking));
        case 1 -> order(desk -> desk.noShow(booking));
        case 2 -> order(desk -> desk.alight(booking));
        default -> order(desk -> desk.board(booking, new BoardInput(null, null)));
      }
    }

    private void operate() throws Exception {
      String vehicle = vehicles.get(random.nextInt(vehicles.size())).vehicleId();
      StopView place = stop();
      switch (random.nextInt(5)) {
        case 0 -> {
          long from = 86_400_000L * (4 + random.nextInt(30));
          order(
              desk ->
                  desk.addShift(
                      new ShiftInput(
                          vehicle, in(from), in(from + 7_200_000), place.stopId(), null)));
        }
        case 1 -> order(desk -> desk.closeStop(place.stopId()));
        case 2 -> order(desk -> desk.reopenStop(place.stopId()));
        case 3 ->
            area.setRoadSpeeds(
                    new RoadSpeedsInput(
                        List.of(
                            new RoadSpeedInput(
                                "primary", null, null, null, 0.1 + random.nextDouble()),
                            new RoadSpeedInput(null, place.stopLat(), place.stopLon(), null, 0.0)),
                        "works"))
                .get();
        default -> {
          long sequence = ++number;
          PositionInput position =
              new PositionInput(sequence, place.stopLat(), place.stopLon(), in(0));
          order(desk -> desk.report(vehicle, position));
        }
      }
    }

    void run() throws Exception {
      for (int i = 0; i < COMMANDS; i++) {
        now.addAndGet(random.nextInt(30_000));
        if (isSlow && i % 40 == 0) {
          // Vehicles now move by themselves before the next command comes.
          Thread.sleep(450);
        }
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> quoteAndBook();
          case 3 -> operate();
          default -> {
            if (!bookings.isEmpty()) {
              change(bookings.get(Math.max(0, bookings.size() - 1 - random.nextInt(12))));
            }
          }
        }
      }
      area.close();
    }
  }

  private List<String> journal(AreaSetup setup, String url, boolean isSlow) throws Exception {
    AtomicLong now = new AtomicLong(START);
    // Answers grow old by the day's clock; by that of the machine they would all be old at once.
    JournalOptions options =
        JournalOptions.DEFAULT.withClock(() -> Instant.ofEpochMilli(now.get()));
    try (JournalStore store = JournalStore.open(url, options, Map.of())) {
      Day day = new Day(setup, store, now, isSlow);
      day.run();
      assertTrue(day.done > 200, "done: " + day.done);
      assertTrue(day.refused > 20, "refused: " + day.refused);
      assertTrue(day.now.get() > START + 2 * 3_600_000L, "past midnight in Stockholm");
    }
    List<String> rows = new ArrayList<>();
    for (String table : List.of("event", "answer", "snapshot")) {
      read(url, table, rows);
    }
    return rows;
  }

  private static void read(String url, String table, List<String> rows) throws Exception {
    String order = table.equals("answer") ? "time, key" : "seq";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY " + order)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder(table);
        for (int i = 1; i <= columns; i++) {
          text.append(" | ").append(row.getString(i));
        }
        rows.add(text.toString());
      }
    }
  }

  @Test
  void theSameCommandsGiveTheSameJournal() throws Exception {
    AreaConfig config = AreaConfig.embedded("test", new FleetConfig(12, Seating.parse("8/0;6/1")));
    AreaSetup setup =
        new AreaSetups(new AreaMaps(Path.of("target", "areas"))).open(config, Path.of(""));
    List<String> first = journal(setup, "jdbc:sqlite:" + folder.resolve("first.db"), false);
    assertTrue(first.size() > 1_000, "rows: " + first.size());
    assertSame(first, journal(setup, "jdbc:sqlite:" + folder.resolve("second.db"), true));
    assertSame(first, journal(setup, TestPostgres.freshUrl(), false));
  }

  /** Tells the first difference rather than all. */
  private static void assertSame(List<String> expected, List<String> rows) {
    for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
      assertEquals(expected.get(i), rows.get(i));
    }
    assertEquals(expected.size(), rows.size());
  }
}
