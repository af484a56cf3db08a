package org.ieum.server.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ieum.server.api.VehicleView;
import org.ieum.server.journal.Batch;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of events that come to disk. */
final class RideFiguresTest {
  private static final Instant NOON = Instant.parse("2026-05-06T12:00:00Z");

  @TempDir private Path folder;
  private JournalStore store;
  private Journal journal;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Instant now = NOON;

  @BeforeEach
  void open() {
    store = JournalStore.open("jdbc:sqlite:" + folder.resolve("ieum.db"));
    journal = store.journal("a");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private RideFigures figures() {
    JournalFigures.bind("a", journal, registry, () -> now);
    return new RideFigures("a", journal, registry, () -> now);
  }

  /** Something that happened so many seconds after noon, and is on disk. */
  private void happens(int second, String type, @Nullable String booking, String data) {
    JournalEvent event =
        new JournalEvent(
            journal.lastSeq() + 1,
            NOON.plusSeconds(second).toEpochMilli(),
            type,
            booking,
            "v1",
            data.replace('\'', '"'));
    journal.append(new Batch(List.of(event), null)).join();
    // Listeners have been told before the next transaction begins.
    journal.append(new Batch(List.of(), null)).join();
  }

  /** A ride of two whose window begins 300 s after noon. */
  private void confirm(String booking) {
    happens(
        0,
        "ride_confirmed",
        booking,
        "{'passenger_count':2,'wheelchairs':0,'pickup_window_start':'2026-05-06T12:05:00Z',"
            + "'latest_drop_off_time':'2026-05-06T12:30:00Z',"
            + "'planned_pickup_time':'2026-05-06T12:06:00Z',"
            + "'planned_drop_off_time':'2026-05-06T12:16:00Z'}");
  }

  private void board(String booking, int second) {
    happens(second, "rider_boarded", booking, "{'passenger_count':2,'wheelchairs':0}");
  }

  private double count(String name, String... tags) {
    Counter counter = registry.find(name).tags(tags).counter();
    return counter == null ? -1 : counter.count();
  }

  private double value(String name, String... tags) {
    Gauge gauge = registry.find(name).tags(tags).gauge();
    return gauge == null ? -1 : gauge.value();
  }

  private void assertRiders(int booked, int waiting, int aboard) {
    assertEquals(booked, value("ieum.riders", "state", "booked"));
    assertEquals(waiting, value("ieum.riders", "state", "waiting"));
    assertEquals(aboard, value("ieum.riders", "state", "aboard"));
  }

  private void assertDrift(String of, String estimate, String direction, int count, double sum) {
    Timer timer =
        registry
            .get("ieum.estimate.drift")
            .tags("of", of, "estimate", estimate, "direction", direction)
            .timer();
    assertEquals(count, timer.count(), of + direction);
    assertEquals(sum, timer.totalTime(TimeUnit.SECONDS), 1e-6);
  }

  @Test
  void aPromiseThatIsKept() {
    RideFigures unused = figures();
    confirm("a-1");
    confirm("a-2");
    assertRiders(4, 0, 0);
    now = NOON.plusSeconds(300);
    assertRiders(0, 4, 0);
    board("a-1", 360);
    happens(400, "rider_boarded", "a-2", "{'passenger_count':1,'wheelchairs':0}");
    assertRiders(0, 0, 3);
    happens(930, "rider_alighted", "a-1", "{}");
    assertRiders(0, 0, 1);
    assertEquals(1, count("ieum.promises.kept"));
    assertDrift("pickup", "booking", "late", 2, 40);
    assertDrift("drop_off", "booking", "late", 0, 0);
    assertDrift("drop_off", "booking", "early", 1, 30);
    happens(1000, "rider_alighted", "a-2", "{}");
    assertEquals(2, count("ieum.promises.kept"));
    assertRiders(0, 0, 0);
  }

  @Test
  void aRideThatIsOffKeepsAndBreaksNothing() {
    RideFigures unused = figures();
    confirm("a-1");
    confirm("a-2");
    happens(10, "ride_cancelled", "a-1", "{}");
    happens(900, "rider_no_show", "a-2", "{}");
    assertRiders(0, 0, 0);
    assertEquals(0, count("ieum.promises.kept"));
  }

  @Test
  void promisesAtRiskAndBroken() {
    RideFigures unused = figures();
    confirm("a-1");
    confirm("a-2");
    assertEquals(0, count("ieum.promises.broken", "cause", "roads"));
    happens(10, "promise_at_risk", "a-1", "{'limit':'latest_pickup','cause':'roads'}");
    happens(11, "promise_at_risk", "a-1", "{'limit':'latest_pickup','cause':'roads'}");
    happens(12, "promise_at_risk", "a-1", "{'limit':'latest_dropoff','cause':'roads'}");
    happens(12, "promise_at_risk", "a-2", "{'limit':'latest_dropoff','cause':'delay'}");
    assertEquals(1, count("ieum.promises.at.risk", "cause", "roads"));
    assertEquals(1, count("ieum.promises.at.risk", "cause", "delay"));
    assertEquals(2, value("ieum.rides.at.risk"));
    happens(20, "promise_restored", "a-1", "{'limit':'latest_pickup'}");
    assertEquals(2, value("ieum.rides.at.risk"));
    happens(21, "promise_restored", "a-1", "{'limit':'latest_dropoff'}");
    assertEquals(1, value("ieum.rides.at.risk"));
    happens(30, "promise_broken", "a-2", "{'limit':'latest_dropoff','cause':'delay'}");
    happens(31, "promise_broken", "a-2", "{'limit':'longest_ride','cause':'roads'}");
    happens(32, "promise_broken", "a-9", "{'limit':'longest_ride'}");
    assertEquals(1, count("ieum.promises.broken", "cause", "delay"));
    assertEquals(0, count("ieum.promises.broken", "cause", "roads"));
    assertEquals(1, count("ieum.promises.broken", "cause", "unknown"));
    assertEquals(0, value("ieum.rides.at.risk"));
    happens(40, "rider_alighted", "a-2", "{}");
    happens(41, "rider_alighted", "a-1", "{}");
    assertEquals(1, count("ieum.promises.kept"));
  }

  @Test
  void ridesThatAreInterruptedOrFail() {
    RideFigures unused = figures();
    confirm("a-1");
    confirm("a-2");
    board("a-1", 360);
    now = NOON.plusSeconds(400);
    happens(400, "ride_interrupted", "a-1", "{'was_aboard':true}");
    assertRiders(0, 4, 0);
    board("a-1", 600);
    assertRiders(0, 2, 2);
    assertDrift("pickup", "booking", "late", 1, 0);
    happens(700, "ride_failed", "a-2", "{'cause':'breakdown'}");
    assertEquals(1, count("ieum.promises.broken", "cause", "breakdown"));
    assertRiders(0, 0, 2);
  }

  @Test
  void ridesUnderWayAreKnownAfterAStart() {
    confirm("a-1");
    confirm("a-2");
    board("a-1", 380);
    happens(10, "promise_at_risk", "a-2", "{'limit':'latest_pickup','cause':'roads'}");
    RideFigures unused = figures();
    assertRiders(2, 0, 2);
    assertEquals(1, value("ieum.rides.at.risk"));
    assertEquals(0, count("ieum.promises.at.risk", "cause", "roads"), "counted before");
    assertDrift("pickup", "booking", "late", 0, 0);
    happens(990, "rider_alighted", "a-1", "{}");
    assertEquals(1, count("ieum.promises.kept"));
    assertDrift("drop_off", "booking", "late", 1, 30);
  }

  @Test
  void arrivalsAgainstTheEstimateAtDeparture() {
    RideFigures figures = figures();
    figures.note(List.of(vehicle("s1", 90)));
    happens(100, "vehicle_departed", null, "{'to_stop_id':'s1'}");
    figures.note(List.of(vehicle("s0", 110)));
    figures.note(List.of(vehicle("s1", 120)));
    figures.note(List.of(vehicle("s1", 149)));
    happens(150, "vehicle_arrived", null, "{'stop_id':'s1'}");
    happens(160, "vehicle_arrived", null, "{'stop_id':'s1'}");
    figures.note(List.of(vehicle("s2", 100)));
    happens(170, "vehicle_arrived", null, "{'stop_id':'s3'}");
    assertDrift("arrival", "departure", "late", 1, 30);
  }

  private static VehicleView vehicle(String next, int second) {
    return new VehicleView(
        "v1",
        "a",
        "en_route",
        8,
        0,
        0,
        0,
        null,
        next,
        NOON.plusSeconds(second).atOffset(ZoneOffset.UTC),
        null,
        null);
  }

  @Test
  void theJournal() {
    RideFigures unused = figures();
    confirm("a-1");
    confirm("a-2");
    board("a-1", 380);
    assertEquals(2, count("ieum.journal.events", "type", "ride_confirmed"));
    assertEquals(1, count("ieum.journal.events", "type", "rider_boarded"));
    assertEquals(0, value("ieum.journal.oldest.waiting"));
    assertEquals(1, value("ieum.journal.online"));
    assertEquals(3, value("ieum.journal.behind.snapshot"));
    assertEquals(Double.NaN, value("ieum.journal.snapshot.age"));
    journal.keep(new Snapshot(2, "", "two"));
    journal.append(new Batch(List.of(), null)).join();
    now = NOON.plusSeconds(7);
    assertEquals(1, value("ieum.journal.behind.snapshot"));
    assertEquals(7, value("ieum.journal.snapshot.age"));
    store.close();
    open();
    assertEquals(2, journal.health().snapshotSeq());
    assertEquals(NOON.toEpochMilli(), journal.health().snapshotTime());
  }

  @Test
  void whatIsNoJsonStopsNothing() {
    RideFigures unused = figures();
    happens(0, "ride_confirmed", "a-1", "{");
    board("a-1", 5);
    happens(6, "rider_alighted", "a-1", "");
    assertEquals(1, count("ieum.promises.kept"));
  }
}
