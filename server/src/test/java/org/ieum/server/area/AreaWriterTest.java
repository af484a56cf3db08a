package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ieum.progress.InputException;
import org.ieum.server.Asked;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.Refusal;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalDamaged;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.quantity.Seating;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the writer of an area does when something goes wrong or lasts. */
final class AreaWriterTest {
  private static final long NOW = Instant.parse("2026-05-06T12:00:00Z").toEpochMilli();

  @TempDir private Path folder;
  private String url;

  @BeforeEach
  void file() {
    url = "jdbc:sqlite:" + folder.resolve("test.db");
  }

  private static AreaSetup setup(int vehicles) throws Exception {
    AreaConfig config =
        AreaConfig.embedded("test", new FleetConfig(vehicles, Seating.parse("8/0")));
    return new AreaSetups(new AreaMaps(Path.of("target", "areas"))).open(config, Path.of(""));
  }

  private static LiveArea start(Journal journal, String life) throws Exception {
    InstantSource clock = () -> Instant.ofEpochMilli(NOW);
    LiveArea area = new LiveArea(setup(12), journal, clock, life);
    area.awaitReady();
    return area;
  }

  private static String offer(LiveArea area, int from, int to) throws Exception {
    Asked asked = new Asked(area.stops().get(from), area.stops().get(to));
    return area.quote(asked.input()).get(10, TimeUnit.SECONDS).offers().get(0).offerId();
  }

  private static <T> CompletableFuture<T> order(LiveArea area, AreaTask<T> task) {
    return area.order(task, null, done -> null);
  }

  private static List<BookingView> live(LiveArea area) throws Exception {
    return area.ask(desk -> desk.bookings("", 100, "", "")).get(10, TimeUnit.SECONDS);
  }

  private static Refusal refusal(CompletableFuture<?> answer) {
    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
    return assertInstanceOf(Refusal.class, refused.getCause());
  }

  private static void assertWaits(CompletableFuture<?> answer) {
    assertThrows(TimeoutException.class, () -> answer.get(200, TimeUnit.MILLISECONDS));
  }

  @Test
  void anAnswerThatCannotBeWrittenLosesNoEvent() throws Exception {
    List<BookingView> before;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store.journal("test"), "a");
      String first = offer(area, 0, 400);
      CompletableFuture<BookingView> wrong =
          area.order(
              desk -> desk.book(first),
              new AnswerKey("s", "k", "r"),
              view -> {
                throw new IllegalStateException("no answer for " + view.state());
              });
      ExecutionException fault =
          assertThrows(ExecutionException.class, () -> wrong.get(10, TimeUnit.SECONDS));
      assertEquals("java.lang.IllegalStateException: no answer for assigned", fault.getMessage());
      assertEquals(Refusal.Kind.CONFLICT, refusal(order(area, desk -> desk.book(first))).kind());
      String second = offer(area, 5, 300);
      order(area, desk -> desk.book(second)).get(10, TimeUnit.SECONDS);
      before = live(area);
      assertEquals(2, before.size());
      area.close();
      store.journal("test").verify();
      assertTrue(store.journal("test").findAnswer("s", "k").isEmpty());
    }
    // The journal alone says the same.
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from snapshot");
    }
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store.journal("test"), "b");
      assertEquals(before, live(area));
      area.close();
    }
  }

  @Test
  void nobodyIsForgottenWhenAnAreaCloses() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store.journal("test"), "a");
      ConcurrentLinkedQueue<CompletableFuture<Integer>> all = new ConcurrentLinkedQueue<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Thread thread =
            new Thread(
                () -> {
                  CompletableFuture<Integer> last;
                  do {
                    last = order(area, desk -> desk.liveBookings());
                    all.add(last);
                  } while (!last.isCompletedExceptionally());
                });
        threads.add(thread);
        thread.start();
      }
      while (all.size() < 500) {
        Thread.onSpinWait();
      }
      area.close();
      for (Thread thread : threads) {
        thread.join();
      }
      for (CompletableFuture<Integer> answer : all) {
        if (answer.handle((done, e) -> e != null).get(10, TimeUnit.SECONDS)) {
          assertEquals(Refusal.Kind.UNAVAILABLE, refusal(answer).kind());
        }
      }
    }
  }

  @Test
  void whatIsSeenOfADecisionIsOnDisk() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      HeldJournal journal = new HeldJournal(store.journal("test"));
      LiveArea area = start(journal, "a");
      String offer = offer(area, 0, 400);
      journal.holdCommits();
      assertEquals(12, area.ask(desk -> desk.vehicles()).get(10, TimeUnit.SECONDS).size());
      CompletableFuture<BookingView> booked = order(area, desk -> desk.book(offer));
      CompletableFuture<List<BookingView>> seen = area.ask(desk -> desk.bookings("", 100, "", ""));
      CompletableFuture<BookingView> again = order(area, desk -> desk.book(offer));
      CompletableFuture<BookingView> unknown = area.ask(desk -> desk.booking("test-9999"));
      // A quote need not wait, and comes behind all of these.
      String other = offer(area, 5, 300);
      assertWaits(booked);
      assertWaits(seen);
      assertWaits(again);
      assertWaits(unknown);
      journal.commit();
      BookingView booking = booked.get(10, TimeUnit.SECONDS);
      assertEquals(List.of(booking), seen.get(10, TimeUnit.SECONDS));
      assertEquals(Refusal.Kind.CONFLICT, refusal(again).kind());
      assertEquals(Refusal.Kind.NOT_FOUND, refusal(unknown).kind());
      assertTrue(other.startsWith("test-o"), other);
      assertEquals(List.of(booking), live(area));
      area.close();
    }
  }

  @Test
  void whatComesToDiskAfterClosingIsStillTold() throws Exception {
    CompletableFuture<BookingView> booked;
    try (JournalStore store = JournalStore.open(url)) {
      HeldJournal journal = new HeldJournal(store.journal("test"));
      LiveArea area = start(journal, "a");
      String offer = offer(area, 0, 400);
      journal.holdCommits();
      booked = order(area, desk -> desk.book(offer));
      offer(area, 5, 300);
      area.close();
      assertWaits(booked);
      journal.commit();
      assertEquals("assigned", booked.get(10, TimeUnit.SECONDS).state());
    }
  }

  @Test
  void theWriterDoesNotWaitForRidesOfLongAgo() throws Exception {
    BookingView ended;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store.journal("test"), "a");
      String offer = offer(area, 0, 400);
      String booking = order(area, desk -> desk.book(offer)).get(10, TimeUnit.SECONDS).bookingId();
      ended = order(area, desk -> desk.cancel(booking)).get(10, TimeUnit.SECONDS);
      area.close();
    }
    try (JournalStore store = JournalStore.open(url)) {
      HeldJournal journal = new HeldJournal(store.journal("test"));
      LiveArea area = start(journal, "b");
      journal.holdReads();
      String id = ended.bookingId();
      CompletableFuture<BookingView> past = area.ask(desk -> desk.booking(id));
      CompletableFuture<BookingView> cancelled = order(area, desk -> desk.cancel(id));
      offer(area, 5, 300);
      CompletableFuture<BookingView> never = area.ask(desk -> desk.booking("test-2"));
      assertWaits(past);
      assertWaits(cancelled);
      assertWaits(never);
      journal.letRead();
      assertEquals(ended, past.get(10, TimeUnit.SECONDS));
      assertEquals("booking " + id + " is cancelled", refusal(cancelled).getMessage());
      assertEquals("booking test-2 is not known", refusal(never).getMessage());
      area.close();
    }
  }

  /** What is logged by a writer whose start fails. */
  private static List<ILoggingEvent> logged(
      Class<? extends RuntimeException> fault, AreaSetup setup, JournalStore store) {
    Logger logger = (Logger) LoggerFactory.getLogger("org.ieum.server.area.AreaWriter");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    InstantSource clock = () -> Instant.ofEpochMilli(NOW);
    try (LiveArea area = new LiveArea(setup, store.journal("test"), clock, "b")) {
      assertThrows(fault, area::awaitReady);
      assertEquals(Refusal.Kind.UNAVAILABLE, refusal(area.ask(desk -> desk.vehicles())).kind());
    } finally {
      logger.detachAppender(lines);
    }
    return lines.list;
  }

  @Test
  void aStartThatFailsIsToldOnceToWhoWaitsForIt() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store.journal("test"), "a");
      String offer = offer(area, 0, 400);
      order(area, desk -> desk.book(offer)).get(10, TimeUnit.SECONDS);
      area.close();
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from snapshot");
    }
    try (JournalStore store = JournalStore.open(url)) {
      assertEquals(List.of(), logged(InputException.class, setup(11), store));
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update event set type = 'vehicle_arrived' where seq = 2");
    }
    try (JournalStore store = JournalStore.open(url)) {
      assertEquals(List.of(), logged(JournalDamaged.class, setup(12), store));
    }
  }
}
