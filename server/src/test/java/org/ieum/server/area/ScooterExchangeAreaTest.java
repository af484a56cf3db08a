package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.LatLon;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.ScooterReservationInput;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.StopView;
import org.ieum.server.journal.EventFilter;
import org.junit.jupiter.api.Test;

/** Who waits for a scooter on the bus gets a nearer one that has come free. */
final class ScooterExchangeAreaTest extends ScooterLife {
  private static final String AREA =
      """
      id: test
      fleet: {vehicles: 3, seating: 8/0}
      scooters:
        fleet:
          - {id: e1, lat: 57.70, lon: 11.96}
      """;

  private volatile List<Scooter> scooters = List.of();

  ScooterExchangeAreaTest() {
    super(AREA);
  }

  @Override
  List<ScooterSupply> supplies(ScooterSupply own) {
    return List.of(
        new ScooterSupply(
            own.systemId(),
            true,
            Instant.ofEpochMilli(now.get()),
            scooters,
            own.stations(),
            own.types(),
            own.plans(),
            own.zones()));
  }

  private static Scooter scooter(String id, LatLon place) {
    return new Scooter(id, place, "", "", "", 20_000, false, false);
  }

  private static long millis(OffsetDateTime time) {
    return time.toInstant().toEpochMilli();
  }

  private LatLon dropOff(BookingView ride) {
    return area.stops().stream()
        .filter(stop -> stop.stopId().equals(ride.dropOffStopId()))
        .map(ScooterExchangeAreaTest::place)
        .findFirst()
        .orElseThrow();
  }

  private static LatLon place(StopView stop) {
    return new LatLon(stop.stopLat(), stop.stopLon());
  }

  private LatLon stopBetween(LatLon place, int from, int to) {
    return area.stops().stream()
        .map(ScooterExchangeAreaTest::place)
        .filter(one -> one.metresTo(place) > from && one.metresTo(place) < to)
        .findFirst()
        .orElseThrow();
  }

  /** A scooter behind a ride, ten minutes' walk from its drop-off, as a journey has it. */
  private ScooterReservationView reserve(String scooter, BookingView ride, LatLon to)
      throws Exception {
    long from = millis(Objects.requireNonNull(ride.plannedDropOffTime())) + 10 * MINUTE - now.get();
    ScooterReservationInput input = at(from, from + 20 * MINUTE, ride.bookingId());
    int walk = (int) (10 * MINUTE);
    ScooterWay way = new ScooterWay(dropOff(ride), walk, to);
    return order(
        desk -> {
          ScooterReservationView kept = desk.scooters().reserve(scooter, ride.riderId(), input);
          area.writer.desk.scooterWays.put(kept.reservationId(), way);
          return kept;
        });
  }

  private int look() throws Exception {
    return Objects.requireNonNull(area.exchanging).look();
  }

  /** The first look waits for the map of journeys. */
  private int firstLook() throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    int found = look();
    while (found == 0 && System.nanoTime() < end) {
      Thread.sleep(50);
      found = look();
    }
    return found;
  }

  @Test
  void aNearerScooterIsGivenAndStaysSo() throws Exception {
    BookingView ride = book("anna", 0, 400, 15 * MINUTE);
    LatLon drop = dropOff(ride);
    LatLon to = stopBetween(drop, 1_000, 2_000);
    scooters = List.of(scooter("far", stopBetween(drop, 250, 700)), scooter("near", drop));
    ScooterReservationView bobs = reserve("near", "bob", NOW);
    ScooterReservationView annas = reserve("far", ride, to);
    order(desk -> desk.scooters().cancel(bobs.reservationId()));
    assertEquals(1, firstLook());
    ScooterReservationView better = reservation(annas.reservationId());
    assertEquals("near", better.scooterId());
    assertEquals(drop.lat(), better.lat());
    assertTrue(millis(better.from()) < millis(annas.from()) - 5 * MINUTE, better::toString);
    assertEquals(
        millis(annas.until()) - millis(annas.from()),
        millis(better.until()) - millis(better.from()));
    assertEquals("free", scooter("far").state());
    assertEquals("reserved", scooter("near").state());
    assertEquals(0, look(), "nothing is better still");
    assertTrue(
        area.journal().read(new EventFilter(0, ride.bookingId(), null, null), 100).stream()
            .anyMatch(event -> event.event().type().equals("scooter_exchanged")),
        "the events of the booking tell it");
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(better, reservation(annas.reservationId()));
      assertEquals("free", scooter("far").state());
      assertEquals("reserved", scooter("near").state());
    }
    assertEquals(1, events("scooter_exchanged").size());
    area.journal().verify();
  }

  /** Each has the scooter next to the other's stop. */
  @Test
  void twoGiveEachOtherTheirs() throws Exception {
    BookingView annas = book("anna", 0, 400, 15 * MINUTE);
    BookingView bens = book("ben", 0, 300, 15 * MINUTE);
    LatLon a = dropOff(annas);
    LatLon b = dropOff(bens);
    scooters = List.of(scooter("s-a", a), scooter("s-b", b), scooter("free", a));
    LatLon to = stopBetween(a, 1_000, 2_000);
    ScooterReservationView anna = reserve("s-b", annas, to);
    ScooterReservationView ben = reserve("s-a", bens, to);
    assertEquals(2, firstLook());
    assertEquals("s-b", reservation(ben.reservationId()).scooterId());
    String annasNow = reservation(anna.reservationId()).scooterId();
    assertTrue(List.of("s-a", "free").contains(annasNow), annasNow);
    restart(false);
    assertEquals(annasNow, reservation(anna.reservationId()).scooterId());
    assertEquals("reserved", scooter("s-b").state());
    area.journal().verify();
  }

  @Test
  void twoWhoLoseTheirsAreToldOfDifferentOnes() throws Exception {
    LatLon place = new LatLon(57.7, 11.96);
    scooters = List.of(scooter("e1", place), scooter("e2", place));
    List<String> ids =
        List.of(
            reserve("e1", "anna", NOW).reservationId(), reserve("e2", "ben", NOW).reservationId());
    scooters = List.of(scooter("e3", place), scooter("e4", place));
    tick();
    assertEquals("e3", reservation(ids.get(0)).fallbackScooterId());
    assertEquals("e4", reservation(ids.get(1)).fallbackScooterId());
  }

  /** What a rider has reserved without a journey stays as it was asked for. */
  @Test
  void plainReservationsStay() throws Exception {
    BookingView ride = book("anna", 0, 400, 15 * MINUTE);
    LatLon drop = dropOff(ride);
    scooters = List.of(scooter("far", stopBetween(drop, 250, 700)), scooter("near", drop));
    long from = millis(Objects.requireNonNull(ride.plannedDropOffTime())) + 10 * MINUTE - now.get();
    ScooterReservationView plain =
        reserve("far", "anna", at(from, from + 20 * MINUTE, ride.bookingId()));
    assertEquals(0, look());
    assertEquals(plain, reservation(plain.reservationId()));
  }
}
