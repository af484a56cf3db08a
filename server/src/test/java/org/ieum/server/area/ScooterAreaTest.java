package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.model.LatLon;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ScooterReservationInput;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.ScooterReturnInput;
import org.ieum.server.api.ScooterView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An area with scooters of its own, beside those of another operator. */
final class ScooterAreaTest extends ScooterLife {
  private static final String AREA =
      """
      id: test
      fleet: {vehicles: 6, seating: 8/0;6/1}
      scooters:
        hold: 5m
        least_range: 2km
        stations:
          - {id: central, lat: 57.705, lon: 11.97}
        fleet:
          - {id: e1, station: central, range: 20km}
          - {id: e2, lat: 57.70, lon: 11.96, range: 9km}
          - {id: e3, lat: 57.70, lon: 11.96}
          - {id: low, lat: 57.70, lon: 11.96, range: 1999m}
          - {id: broken, lat: 57.70, lon: 11.96, disabled: true}
      """;

  private static final ScooterSupply FOREIGN =
      new ScooterSupply(
          "voi",
          false,
          Instant.EPOCH,
          List.of(new Scooter("e1", new LatLon(57.71, 11.98), "t", "", "", 5_000, false, false)),
          List.of(),
          List.of(new ScooterType("t", "bicycle", 9_000, "")),
          List.of(),
          List.of());

  /** What is known of the area's own scooters, if it is not what stands in the file. */
  private volatile @Nullable ScooterSupply feed;

  ScooterAreaTest() {
    super(AREA);
  }

  @Override
  List<ScooterSupply> supplies(ScooterSupply configured) {
    ScooterSupply own = feed;
    return List.of(own == null ? configured : own, FOREIGN);
  }

  private List<ScooterView> all() throws Exception {
    return ask(desk -> desk.scooters().scooters("", 1_000, at -> true, null));
  }

  private static List<String> ids(List<ScooterView> scooters) {
    return scooters.stream().map(ScooterView::scooterId).toList();
  }

  @Test
  void allAreShownAndOnlyOwnOnesAreToBeHad() throws Exception {
    assertEquals(List.of("broken", "e1", "e2", "e3", "low", "voi:e1"), ids(all()));
    Map<String, String> states = new TreeMap<>();
    for (ScooterView one : all()) {
      assertEquals(one.managed() && one.state().equals("free"), one.reservable());
      states.put(one.scooterId(), one.state() + " " + one.managed() + " " + one.range());
    }
    assertEquals(
        "{broken=disabled true null, e1=free true 20000, e2=free true 9000, e3=free true null,"
            + " low=low_battery true 1999, voi:e1=free false 5000}",
        states.toString());
    assertEquals("bicycle", scooter("voi:e1").formFactor());
    assertEquals(57.705, scooter("e1").lat(), "at its station");
    List<ScooterView> near =
        ask(desk -> desk.scooters().scooters("", 2, at -> true, new LatLon(57.71, 11.98)));
    assertEquals(List.of("voi:e1", "e1"), ids(near));
    List<ScooterView> south =
        ask(desk -> desk.scooters().scooters("e2", 2, at -> at.lat() < 57.701, null));
    assertEquals(List.of("e3", "low"), ids(south));
  }

  @Test
  void aScootersLife() throws Exception {
    ScooterReservationView held = reserve("e1", "anna", at(10 * MINUTE, 30 * MINUTE, null));
    assertEquals("test-r1", held.reservationId());
    assertEquals("reserved", held.state());
    assertEquals(held.from().plusMinutes(5), held.heldUntil());
    assertEquals("central", held.stationId());
    assertEquals("reserved", scooter("e1").state());
    assertEquals("riding", order(desk -> desk.scooters().take("test-r1")).state());
    assertEquals("in_use", scooter("e1").state());
    pass(2 * HOUR);
    ScooterReturnInput there = new ScooterReturnInput(57.7, 11.97, null, null);
    ScooterReservationView back = order(desk -> desk.scooters().bringBack("test-r1", there));
    assertEquals("returned", back.state());
    assertTrue(back.version() > held.version());
    ScooterView left = scooter("e1");
    assertEquals(
        "free 57.7 11.97 null",
        left.state() + " " + left.lat() + " " + left.lon() + " " + left.stationId());
    assertEquals(20_000 - 556, Objects.requireNonNull(left.range()), 1.0);
    reserve("e1", "bert", NOW);
    order(desk -> desk.scooters().take("test-r2"));
    ScooterReturnInput station = new ScooterReturnInput(null, null, "central", 1_500);
    order(desk -> desk.scooters().bringBack("test-r2", station));
    assertEquals("low_battery", scooter("e1").state());
    assertEquals(57.705, scooter("e1").lat());
    List<ScooterView> before = all();
    List<ScooterReservationView> both = List.of(reservation("test-r1"), reservation("test-r2"));
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(before, all());
      assertEquals(both, List.of(reservation("test-r1"), reservation("test-r2")));
    }
    assertEquals(
        List.of(2, 2, 2),
        List.of(
            events("scooter_reserved").size(),
            events("scooter_taken").size(),
            events("scooter_returned").size()));
    area.journal().verify();
  }

  private void refused(Refusal.Kind kind, String message, AreaTask<?> task) throws Exception {
    long before = settle();
    Refusal refusal = refusal(task);
    assertEquals(message, refusal.getMessage());
    assertEquals(kind, refusal.kind());
    assertEquals(before, settle());
  }

  private void cannotHave(String message, String scooter, String rider) throws Exception {
    refused(Refusal.Kind.CONFLICT, message, desk -> desk.scooters().reserve(scooter, rider, NOW));
  }

  @Test
  void whatCannotBeHadIsNamed() throws Exception {
    cannotHave(
        "scooter voi:e1 is of voi, whose scooters cannot be reserved here", "voi:e1", "anna");
    cannotHave("scooter low is flat: it goes 1999 m", "low", "anna");
    cannotHave("scooter broken is disabled", "broken", "anna");
    refused(
        Refusal.Kind.NOT_FOUND,
        "scooter e9 is not known",
        desk -> desk.scooters().reserve("e9", "anna", NOW));
    String id = reserve("e1", "anna", NOW).reservationId();
    cannotHave("scooter e1 is reserved", "e1", "bert");
    cannotHave("rider anna has scooter e1 at that time", "e2", "anna");
    refused(
        Refusal.Kind.CONFLICT,
        "scooter reservation test-r1 is reserved, not riding",
        desk -> desk.scooters().bringBack(id, new ScooterReturnInput(1.0, 1.0, null, null)));
    order(desk -> desk.scooters().take(id));
    cannotHave("scooter e1 is in use", "e1", "bert");
    refused(
        Refusal.Kind.CONFLICT,
        "scooter reservation test-r1 is riding, not reserved",
        desk -> desk.scooters().cancel(id));
    refused(
        Refusal.Kind.INVALID,
        "is not known, was 'x'",
        desk -> desk.scooters().bringBack(id, new ScooterReturnInput(1.0, 1.0, "x", null)));
    refused(
        Refusal.Kind.INVALID,
        "is missing; only a station needs none",
        desk -> desk.scooters().bringBack(id, new ScooterReturnInput(1.0, null, null, null)));
    for (String unknown : List.of("test-r2", "test-r", "x-r1", "test-r99999999999999999999")) {
      refused(
          Refusal.Kind.NOT_FOUND,
          "scooter reservation " + unknown + " is not known",
          desk -> desk.scooters().take(unknown));
    }
  }

  @Test
  void timesAndBookingsThatCannotBeAreNamed() throws Exception {
    String start = "2026-05-06T23:00+02:00";
    refused(
        Refusal.Kind.INVALID,
        "must be from now to 2026-05-07T23:00+02:00, was 2026-05-06T22:58:59+02:00",
        desk -> desk.scooters().reserve("e1", "anna", at(-61_000, HOUR, null)));
    refused(
        Refusal.Kind.INVALID,
        "must be from now to 2026-05-07T23:00+02:00, was 2026-05-07T23:00:01+02:00",
        desk -> desk.scooters().reserve("e1", "anna", at(DAY + 1_000, DAY + HOUR, null)));
    refused(
        Refusal.Kind.INVALID,
        "must be after from, by a day at most, was " + start + ", from " + start,
        desk -> desk.scooters().reserve("e1", "anna", at(0, 0, null)));
    BookingView bert = book("bert", 0, 400, HOUR);
    for (String booking : List.of(bert.bookingId(), "test-99", "nonsense")) {
      refused(
          Refusal.Kind.INVALID,
          "must be a live booking of the rider, was '" + booking + "'",
          desk -> desk.scooters().reserve("e1", "anna", at(0, HOUR, booking)));
    }
    refused(
        Refusal.Kind.INVALID,
        "must not be a guest, was 'guest-1'",
        desk -> desk.scooters().reserve("e1", "guest-1", NOW));
  }

  @Test
  void whoDoesNotComeLosesTheScooter() throws Exception {
    ScooterReservationView held = reserve("e1", "anna", at(10 * MINUTE, 30 * MINUTE, null));
    pass(15 * MINUTE);
    settle();
    assertEquals("reserved", reservation(held.reservationId()).state());
    pass(1_000);
    settle();
    ScooterReservationView over = reservation(held.reservationId());
    assertEquals("released expired", over.state() + " " + over.reason());
    refused(
        Refusal.Kind.CONFLICT,
        "scooter reservation test-r1 is released (expired), not reserved",
        desk -> desk.scooters().take(held.reservationId()));
    String second = reserve("e1", "bert", NOW).reservationId();
    assertEquals("cancelled", order(desk -> desk.scooters().cancel(second)).reason());
    assertTrue(scooter("e1").reservable());
    restart(false);
    assertEquals(over, reservation(held.reservationId()));
  }

  /** The command that comes first after the time has passed finds the scooter free. */
  @Test
  void noTickIsNeededForThat() throws Exception {
    reserve("e1", "anna", NOW);
    now.addAndGet(5 * MINUTE + 1);
    assertEquals("test-r2", reserve("e1", "bert", NOW).reservationId());
  }

  @Test
  void aScooterWaitsForTheBus() throws Exception {
    BookingView ride = book("anna", 0, 400, 10 * MINUTE);
    OffsetDateTime planned = Objects.requireNonNull(ride.plannedDropOffTime());
    ScooterReservationView held = reserve("e1", "anna", at(0, 20 * MINUTE, ride.bookingId()));
    pass(1_000);
    settle();
    ScooterReservationView moved = reservation(held.reservationId());
    assertEquals(planned, moved.from());
    assertEquals(
        held.until().toEpochSecond() - held.from().toEpochSecond(),
        moved.until().toEpochSecond() - moved.from().toEpochSecond());
    OutageInput smoke = new OutageInput("smoke", null, null);
    order(desk -> desk.takeOut(vehicleOf(ride), smoke));
    order(desk -> desk.reassign(ride.bookingId(), new ReassignInput("why", null)));
    pass(1_000);
    settle();
    OffsetDateTime later = booking(ride.bookingId()).plannedDropOffTime();
    long late = Objects.requireNonNull(later).toEpochSecond() - planned.toEpochSecond();
    ScooterReservationView after = reservation(held.reservationId());
    assertEquals(late > 60 ? later : planned, after.from());
    restart(false);
    assertEquals(after, reservation(held.reservationId()));
    order(desk -> desk.cancel(ride.bookingId()));
    pass(1_000);
    settle();
    assertEquals("booking_over", reservation(held.reservationId()).reason());
    assertTrue(scooter("e1").reservable());
  }

  /** A late ride keeps its scooter however long it takes, and for the hold behind its end. */
  @Test
  void theHoldRunsFromTheEndOfTheRide() throws Exception {
    BookingView ride = book("anna", 0, 400, 10 * MINUTE);
    String id = reserve("e1", "anna", at(0, HOUR, ride.bookingId())).reservationId();
    boolean hasBoarded = false;
    while (!booking(ride.bookingId()).state().equals("completed")) {
      pass(20_000);
      if (!hasBoarded) {
        hasBoarded = tryOrder(desk -> desk.board(ride.bookingId(), new BoardInput(null, null)));
      }
      settle();
      assertEquals("reserved", reservation(id).state());
    }
    OffsetDateTime until = reservation(id).heldUntil();
    long left = until.toInstant().toEpochMilli() - now.get();
    assertTrue(left > 4 * MINUTE && left <= 6 * MINUTE, "left " + left);
    pass(left + 1_000);
    settle();
    assertEquals("expired", reservation(id).reason());
  }

  private void feed(String e1, LatLon place, int range, boolean disabled) {
    List<Scooter> scooters =
        List.of(
            new Scooter(e1, place, "t", "", "", range, false, disabled),
            new Scooter("e2", new LatLon(57.70, 11.96), "t", "", "", 9_000, false, false));
    feed =
        new ScooterSupply(
            "test",
            true,
            Instant.ofEpochMilli(now.get()),
            scooters,
            List.of(),
            List.of(),
            List.of(),
            List.of());
  }

  @Test
  void whatCannotBeKeptIsToldWithWhatCouldBeHadInstead() throws Exception {
    LatLon central = new LatLon(57.705, 11.97);
    LatLon elsewhere = new LatLon(57.706, 11.971);
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      feed = null;
      String id = reserve("e1", "anna", NOW).reservationId();
      pass(1_000);
      switch (i) {
        case 0 -> feed("e7", central, 20_000, false);
        case 1 -> feed("e1", elsewhere, 20_000, false);
        case 2 -> feed("e1", central, 20_000, true);
        default -> feed("e1", central, 1_500, false);
      }
      pass(1_000);
      settle();
      ScooterReservationView over = reservation(id);
      assertEquals("released", over.state());
      reasons.add(over.reason() + " " + over.fallbackScooterId());
    }
    assertEquals(
        List.of("scooter_gone e7", "scooter_moved e2", "scooter_disabled e2", "scooter_flat e2"),
        reasons);
    ScooterReservationView last = reservation("test-r4");
    restart(false);
    assertEquals(last, reservation("test-r4"), "whatever the feed says now");
    feed = null;
    reserve("e1", "anna", NOW);
    feed("e1", central, 20_000, false);
    pass(1_000);
    settle();
    assertEquals("reserved", reservation("test-r5").state());
  }

  @Test
  void aJourneyIsConfirmedWholeOrNotAtAll() throws Exception {
    String other = reserve("e1", "bert", NOW).reservationId();
    QuoteView quote = quote("anna", 0, 400, 10 * MINUTE, null);
    String offer = quote.offers().get(0).offerId();
    ScooterReservationInput when = at(25 * MINUTE, 40 * MINUTE, null);
    AreaTask<JourneyLegs.Confirmed> task =
        unused ->
            new JourneyLegs(area.writer.desk)
                .confirm(
                    "anna",
                    List.of(offer),
                    List.of(
                        new JourneyLegs.Scooter("e2", when, offer, null),
                        new JourneyLegs.Scooter(
                            "e1", at(41 * MINUTE, 50 * MINUTE, null), "", null)),
                    Map.of());
    refused(Refusal.Kind.CONFLICT, "scooter e1 is reserved", task);
    assertEquals(List.of(), ask(desk -> desk.bookings("", 10, "anna", "")));
    assertTrue(scooter("e2").reservable());
    order(desk -> desk.scooters().cancel(other));
    long before = settle();
    JourneyLegs.Confirmed done = order(task);
    assertEquals("test-r2", done.scooters().get(0).reservationId(), "no number was used");
    assertEquals("test-" + done.requests().get(0), done.scooters().get(0).bookingId());
    assertNull(done.scooters().get(1).bookingId());
    assertTrue(lastSeq() >= before + 3);
    refused(
        Refusal.Kind.CONFLICT,
        "offer " + offer + " was accepted already, as booking test-" + done.requests().get(0),
        task);
    List<ScooterView> seen = all();
    BookingView booked = booking("test-" + done.requests().get(0));
    for (boolean hasSnapshot : List.of(false, true)) {
      restart(hasSnapshot);
      assertEquals(seen, all());
      assertEquals(booked, booking(booked.bookingId()));
    }
  }

  @Test
  void aRandomDayIsReplayed() throws Exception {
    Random random = new Random(5);
    Map<String, Integer> done = new TreeMap<>();
    List<String> bookings = new ArrayList<>();
    int reserved = 0;
    for (int i = 0; i < 600; i++) {
      now.addAndGet(random.nextInt(120_000));
      String rider = "rider-" + random.nextInt(8);
      String scooter = List.of("e1", "e2", "e3", "low", "broken", "voi:e1").get(random.nextInt(6));
      String id = "test-r" + (1 + random.nextInt(reserved + 1));
      int kind = random.nextInt(6);
      boolean could =
          switch (kind) {
            case 0 -> {
              QuoteView quote = quote(rider, random.nextInt(400), random.nextInt(400), 0, null);
              yield !quote.offers().isEmpty()
                  && tryOrder(
                      desk -> bookings.add(desk.book(quote.offers().get(0).offerId()).bookingId()));
            }
            case 1 -> tryOrder(desk -> desk.scooters().take(id));
            case 2 -> tryOrder(desk -> desk.scooters().cancel(id));
            case 3 -> {
              String station = random.nextBoolean() ? "central" : null;
              ScooterReturnInput where =
                  new ScooterReturnInput(
                      57.69 + random.nextDouble() / 50,
                      11.95 + random.nextDouble() / 50,
                      station,
                      random.nextInt(3) == 0 ? 20_000 : null);
              yield tryOrder(desk -> desk.scooters().bringBack(id, where));
            }
            default -> {
              String booking =
                  bookings.isEmpty() || random.nextBoolean()
                      ? null
                      : bookings.get(bookings.size() - 1);
              String who = booking == null ? rider : booking(booking).riderId();
              ScooterReservationInput when = at(random.nextInt(600_000), HOUR, booking);
              yield tryOrder(desk -> desk.scooters().reserve(scooter, who, when));
            }
          };
      reserved += kind > 3 && could ? 1 : 0;
      done.merge("kind " + Math.min(kind, 4), could ? 1 : 0, Integer::sum);
    }
    settle();
    done.forEach((kind, count) -> assertTrue(count > 0, done.toString()));
    assertFalse(events("scooter_moved").isEmpty());
    assertTrue(events("scooter_released").stream().anyMatch(text -> text.contains("expired")));
    assertNotEquals(0, reserved);
    List<ScooterView> before = all();
    List<ScooterReservationView> holds = new ArrayList<>();
    for (int number = 1; number <= reserved; number++) {
      holds.add(reservation("test-r" + number));
    }
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(before, all());
      for (int number = 1; number <= reserved; number++) {
        assertEquals(holds.get(number - 1), reservation("test-r" + number));
      }
    }
    area.journal().verify();
  }
}
