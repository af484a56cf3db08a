package org.ieum.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.ieum.demand.RequestedTrip;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.model.TimeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DemoTest {
  private static final RequestedTrip TRIP =
      new RequestedTrip(
          1,
          1,
          0,
          TimeType.DEPART_AT,
          90_000,
          new LatLon(57, 12),
          new LatLon(57.1, 12.1),
          Party.of(1));

  private FakeServer fake;

  @BeforeEach
  void start() throws IOException {
    fake = new FakeServer();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  /** Riders who come at 20 a second of real time when the server runs 100 times as fast. */
  private DemoRiders riders(RiderHabits habits) {
    return new DemoRiders(fake.demo(100), at -> TRIP, habits, ZoneOffset.UTC, 1);
  }

  private static RiderHabits habits(double accept, double cancel, double noShow) {
    return new RiderHabits(720, accept, cancel, noShow, 0);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "nothing came of it within a minute");
      Thread.sleep(10);
    }
  }

  @Test
  void ridersAskBookAndBoardWhenTheVehicleIsThere() throws InterruptedException {
    try (DemoRiders riders = riders(habits(1, 0, 0))) {
      riders.start();
      await(() -> fake.boarded.size() >= 5);
    }
    var quote = fake.quotes.element();
    assertEquals("town", quote.path("area_id").asText());
    assertEquals("depart_at", quote.path("time_type").asText());
    assertEquals("2026-01-05T08:01:30Z", quote.path("requested_time").asText());
    assertEquals(57.1, quote.path("drop_off_lat").asDouble());
    assertEquals(new HashSet<>(fake.boarded).size(), fake.boarded.size(), "somebody boards twice");
    assertTrue(fake.bookingByKey.values().containsAll(fake.boarded));
  }

  @Test
  void whoStaysAwayDoesNotBoardAndWhoCancelsSaysSo() throws InterruptedException {
    try (DemoRiders riders = riders(habits(1, 0.5, 0.5))) {
      riders.start();
      await(() -> fake.cancelled.size() >= 3 && fake.bookingByKey.size() > 10);
    }
    assertTrue(fake.boarded.isEmpty());
    assertTrue(fake.cancelled.size() < fake.bookingByKey.size());
  }

  @Test
  void whoDeclinesDoesNotBook() throws InterruptedException {
    try (DemoRiders riders = riders(habits(0, 0, 0))) {
      riders.start();
      await(() -> fake.quotes.size() >= 10);
    }
    assertTrue(fake.bookingByKey.isEmpty());
  }

  @Test
  void bookingsAreTriedAgainWithTheSameKey() throws InterruptedException {
    fake.failingBookings.set(1);
    try (DemoRiders riders = riders(habits(1, 0, 0))) {
      riders.start();
      await(() -> bookingsSent() > fake.bookingByKey.size());
      await(() -> fake.boarded.containsAll(fake.bookingByKey.values()));
    }
  }

  private long bookingsSent() {
    return fake.requests.stream().filter("POST /v1/bookings"::equals).count();
  }

  @Test
  void slowServersAreNotFlooded() throws InterruptedException {
    fake.quotesMayGo = new CountDownLatch(1);
    RiderHabits crowd = new RiderHabits(36_000, 1, 0, 0, 0);
    try (DemoRiders riders = riders(crowd)) {
      riders.start();
      await(() -> fake.running.get() >= 32);
      AtomicInteger notAsked = new AtomicInteger();
      await(
          () -> {
            riders.thread().execute(() -> notAsked.set(riders.tally().count(Tally.Step.NOT_ASKED)));
            return notAsked.get() >= 100;
          });
      assertEquals(32, fake.mostRunning.get());
      fake.quotesMayGo.countDown();
      await(() -> fake.quotes.size() > 64);
    }
  }

  @Test
  void nothingIsSentAfterTheEnd() throws InterruptedException {
    DemoRiders riders = riders(habits(1, 0, 0));
    riders.start();
    await(() -> fake.quotes.size() >= 5);
    riders.close();
    // What was on its way at the end still arrives; riders would come every 50 ms.
    AtomicInteger sent = new AtomicInteger(-1);
    AtomicLong since = new AtomicLong();
    await(
        () -> {
          int now = fake.requests.size();
          if (sent.getAndSet(now) != now || fake.running.get() > 0) {
            since.set(System.nanoTime());
          }
          return System.nanoTime() - since.get() > 1_000_000_000L;
        });
    assertEquals(1, fake.streams.get());
  }

  @Test
  void vehiclesTellWhereTheyAre() throws InterruptedException {
    try (DemoVehicles vehicles =
        new DemoVehicles(fake.demo(100), Duration.ofMillis(20), fake.drivers())) {
      vehicles.start();
      await(() -> !fake.positions.isEmpty());
      assertEquals(57, fake.positions.element().path("lat").asDouble());
      fake.drive();
      await(() -> fake.positions.stream().anyMatch(at -> at.path("lat").asDouble() == 57.2));
    }
    long last = 0;
    for (var position : fake.positions) {
      assertTrue(position.path("sequence").asLong() > last);
      last = position.path("sequence").asLong();
    }
  }
}
