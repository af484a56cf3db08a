package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.ieum.server.Asked;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaFile;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.quantity.Seating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An area whose clock a test moves, and its riders; it can be stopped and started again. */
abstract class AreaLife {
  /** An evening in the area's zone: 23:00. */
  static final long START = Instant.parse("2026-05-06T21:00:00Z").toEpochMilli();

  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  /** The beginning of an area's file. */
  static final String FLEET = "id: test\nfleet: {vehicles: 6, seating: 8/0;6/1}\n";

  private static final AreaMaps MAPS = new AreaMaps(Path.of("target", "areas"));

  @TempDir private Path folder;

  final AtomicLong now;
  private String url = "";
  private int vehicles;
  private int lives;
  private int looks;
  private JournalStore store;
  LiveArea area;

  /** A few vehicles in the evening. */
  AreaLife() {
    this(START, 6);
  }

  AreaLife(long start, int vehicles) {
    now = new AtomicLong(start);
    this.vehicles = vehicles;
  }

  @BeforeEach
  void begin() throws Exception {
    url = "jdbc:sqlite:" + folder.resolve("riders.db");
    start();
  }

  @AfterEach
  void end() {
    stop();
  }

  /** From the next start on there are so many vehicles. */
  void fleet(int size) {
    vehicles = size;
  }

  AreaSetup setup() throws Exception {
    FleetConfig fleet = new FleetConfig(vehicles, Seating.parse("8/0;6/1"));
    AreaConfig config = AreaConfig.embedded("test", fleet);
    return new AreaSetups(MAPS).open(config, Path.of(""));
  }

  /** Opens an area as its file says. */
  final AreaSetup open(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("area.yaml"), yaml);
    return new AreaSetups(MAPS).open(AreaFile.read(file), Path.of(""));
  }

  final void start() throws Exception {
    store = JournalStore.open(url);
    area =
        new LiveArea(
            setup(), store.journal("test"), () -> Instant.ofEpochMilli(now.get()), "l" + ++lives);
    area.awaitReady();
  }

  void stop() {
    area.close();
    store.close();
  }

  Path file() {
    return folder.resolve("riders.db");
  }

  /** Stops and starts, from its snapshot or from the journal alone. */
  void restart(boolean hasSnapshot) throws Exception {
    stop();
    if (!hasSnapshot) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("delete from snapshot");
      }
    }
    start();
  }

  /** Lets everything happen that comes before so much later. */
  void pass(long millis) throws Exception {
    now.addAndGet(millis);
    quote("nobody", 0, 400, 0, null);
  }

  <T> T order(AreaTask<T> task) throws Exception {
    return area.order(task, null, done -> null).get();
  }

  <T> T ask(AreaTask<T> task) throws Exception {
    return area.ask(task).get();
  }

  Refusal refusal(AreaTask<?> task) {
    ExecutionException refused = assertThrows(ExecutionException.class, () -> order(task));
    return assertInstanceOf(Refusal.class, refused.getCause());
  }

  /** A ride between two stops, asked for by telephone. */
  Asked asked(String rider, int from, int to) {
    return new Asked(area.stops().get(from), area.stops().get(to))
        .rider(rider.isEmpty() ? null : rider)
        .origin("phone");
  }

  QuoteInput input(String rider, int from, int to, long ahead, @Nullable String replaces) {
    return asked(rider, from, to)
        .time(ahead == 0 ? null : Instant.ofEpochMilli(now.get() + ahead).atOffset(ZoneOffset.UTC))
        .replaces(replaces)
        .input();
  }

  QuoteView quote(String rider, int from, int to, long ahead, @Nullable String replaces)
      throws Exception {
    return area.quote(input(rider, from, to, ahead, replaces)).get();
  }

  String offer(String rider, int from, int to, long ahead, @Nullable String replaces)
      throws Exception {
    QuoteView quote = quote(rider, from, to, ahead, replaces);
    if (quote.offers().isEmpty()) {
      throw new AssertionError(quote.toString());
    }
    return quote.offers().get(0).offerId();
  }

  BookingView book(String rider, int from, int to, long ahead) throws Exception {
    String offer = offer(rider, from, to, ahead, null);
    return order(desk -> desk.book(offer));
  }

  BookingView booking(String id) throws Exception {
    return ask(desk -> desk.booking(id));
  }

  static String vehicleOf(BookingView booking) {
    return Objects.requireNonNull(booking.vehicleId());
  }

  long lastSeq() {
    return area.journal().lastSeq();
  }

  /** Lets all happen and be written that comes before now; returns the last event. */
  long settle() throws Exception {
    AnswerKey key = new AnswerKey("test", "settled-" + ++looks, "");
    area.order(
            desk -> {
              // Nobody alights, but the clock moves on.
              assertThrows(Refusal.class, () -> desk.alight("nobody"));
              return "";
            },
            key,
            done -> new KeptAnswer(key, now.get(), 200, done))
        .get();
    return lastSeq();
  }

  /** Does something that may be refused, and changes nothing then; returns whether it was done. */
  boolean tryOrder(AreaTask<?> task) throws Exception {
    long before = settle();
    try {
      order(task);
      return true;
    } catch (ExecutionException e) {
      assertInstanceOf(Refusal.class, e.getCause(), () -> "was " + e.getCause());
      assertEquals(before, settle(), () -> "events of what was refused: " + e.getCause());
      return false;
    }
  }

  /** All events of a type, as texts. */
  List<String> events(String type) throws Exception {
    settle();
    List<String> found = new ArrayList<>();
    area.journal()
        .replay(
            0,
            stored -> {
              if (stored.event().type().equals(type)) {
                found.add(
                    Instant.ofEpochMilli(stored.event().time()) + " " + stored.event().data());
              }
            });
    return found;
  }
}
