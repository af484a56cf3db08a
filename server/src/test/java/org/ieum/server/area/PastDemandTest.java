package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.ieum.reposition.DemandForecast;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.journal.Batch;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.quantity.Seating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal says of riders to come; times are those of Stockholm. */
final class PastDemandTest {
  private static final int HOUR = 3_600_000;

  @TempDir private Path folder;
  private JournalStore store;
  private Journal journal;
  private AreaSetup setup;
  private EventText text;
  private PastDemand demand;
  private long seq;

  @BeforeEach
  void open() throws Exception {
    store = JournalStore.open("jdbc:sqlite:" + folder.resolve("past.db"));
    journal = store.journal("test");
    AreaConfig config = AreaConfig.embedded("test", new FleetConfig(2, Seating.parse("8/0")));
    setup = new AreaSetups(new AreaMaps(Path.of("target", "areas"))).open(config, Path.of(""));
    text = new EventText("test", setup.map().stopPoints(), setup.fleet());
    demand = new PastDemand(setup, text, journal);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private long at(String local) {
    return LocalDateTime.parse(local).atZone(setup.zone()).toInstant().toEpochMilli();
  }

  private void happens(long time, String type, @Nullable String data) throws Exception {
    String written = data == null ? "{}" : data;
    journal
        .append(new Batch(List.of(new JournalEvent(++seq, time, type, null, null, written)), null))
        .get();
  }

  /** Somebody books. */
  private void books(String local, int ahead, String stopId) throws Exception {
    long time = at(local);
    String data =
        "{\"pickup_window_start\":\""
            + Instant.ofEpochMilli(time + ahead)
            + "\",\"pickup_stop_id\":\""
            + stopId
            + "\"}";
    happens(time, EventText.CONFIRMED, data);
  }

  /** Riders to be expected at a stop point in an hour. */
  private double expected(String now, DayOfWeek day, int hour, int stop) {
    return demand.forecast(at(now)).pickups(day, hour * HOUR, (hour + 1) * HOUR)[stop];
  }

  private static double all(DemandForecast forecast) {
    return Arrays.stream(forecast.weekly()).sum();
  }

  @Test
  void nobodyIsExpectedWhereNobodyRode() throws Exception {
    assertEquals(0, all(demand.forecast(at("2026-05-06T10:00"))));
    happens(at("2026-05-06T10:00"), EventText.OPENED, null);
    books("2026-05-06T10:05", HOUR, text.stopId(3));
    books("2026-05-06T10:05", 0, "no such stop");
    assertEquals(0, all(demand.forecast(at("2026-05-06T11:00"))));
  }

  @Test
  void anAreaInItsFirstWeekExpectsEachDayToBeLikeThoseSoFar() throws Exception {
    happens(at("2026-05-04T08:00"), EventText.OPENED, null);
    happens(at("2026-05-04T09:00"), EventText.STOP_CLOSED, null);
    books("2026-05-04T09:10", 0, text.stopId(3));
    books("2026-05-04T09:50", 15 * 60_000, text.stopId(3));
    for (DayOfWeek day : DayOfWeek.values()) {
      assertEquals(1, expected("2026-05-04T12:00", day, 9, 3));
      assertEquals(1, expected("2026-05-04T12:00", day, 10, 3));
    }
    books("2026-05-05T09:20", 0, text.stopId(3));
    // Two whole days, with two riders in this hour.
    assertEquals(1, expected("2026-05-06T09:05", DayOfWeek.SUNDAY, 9, 3));
    assertEquals(0.5, expected("2026-05-06T09:05", DayOfWeek.SUNDAY, 10, 3));
    assertEquals(0, expected("2026-05-06T09:05", DayOfWeek.SUNDAY, 9, 4));
  }

  @Test
  void laterOnEachWeekdayIsTheMeanOfTheLastFour() throws Exception {
    happens(at("2026-03-02T08:00"), EventText.OPENED, null);
    ZonedDateTime monday = Instant.ofEpochMilli(at("2026-03-02T09:30")).atZone(setup.zone());
    for (int week = 0; week < 8; week++) {
      String then = monday.plusWeeks(week).toLocalDateTime().toString();
      books(then, 0, text.stopId(week < 4 ? 5 : 6));
      // Clocks are put forward on 29 March; an hour is that of the clock.
      if (week >= 6) {
        books(then, 0, text.stopId(7));
      }
    }
    String now = "2026-04-20T12:00";
    assertEquals(0, expected(now, DayOfWeek.MONDAY, 9, 5));
    assertEquals(1, expected(now, DayOfWeek.MONDAY, 9, 6));
    assertEquals(0.5, expected(now, DayOfWeek.MONDAY, 9, 7));
    assertEquals(0, expected(now, DayOfWeek.TUESDAY, 9, 6));
    assertEquals(1.5, all(demand.forecast(at(now))));
    // What has been read grows old, and what comes is read, too.
    books("2026-04-21T09:30", 0, text.stopId(8));
    assertEquals(0.25, expected("2026-04-28T12:00", DayOfWeek.TUESDAY, 9, 8));
    assertEquals(0.75, expected("2026-04-28T12:00", DayOfWeek.MONDAY, 9, 6));
  }

  @Test
  void aJournalThatWasPrunedBeginsLater() throws Exception {
    happens(at("2026-01-01T08:00"), EventText.OPENED, null);
    happens(at("2026-02-01T08:00"), EventText.CONFIGURED, null);
    happens(at("2026-05-04T08:00"), EventText.DAY_BEGUN, null);
    books("2026-05-04T09:10", 0, text.stopId(3));
    assertEquals(1, expected("2026-05-05T09:00", DayOfWeek.SUNDAY, 9, 3));
  }
}
