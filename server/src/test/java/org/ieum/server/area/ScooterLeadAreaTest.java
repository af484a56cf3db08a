package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.ScooterReservationView;
import org.junit.jupiter.api.Test;

/** Between a bus and a scooter lies a walk, also when the bus is late. */
final class ScooterLeadAreaTest extends ScooterLife {
  private static final String AREA =
      """
      id: test
      fleet: {vehicles: 1, seating: 8/0}
      scooters:
        fleet:
          - {id: e1, lat: 57.70, lon: 11.96}
      """;

  ScooterLeadAreaTest() {
    super(AREA);
  }

  @Override
  List<ScooterSupply> supplies(ScooterSupply own) {
    return List.of(own);
  }

  private static long millis(OffsetDateTime time) {
    return time.toInstant().toEpochMilli();
  }

  private long dropOff(String booking) throws Exception {
    return millis(Objects.requireNonNull(booking(booking).plannedDropOffTime()));
  }

  /** Makes the only bus late by more than a minute; returns the new drop-off. */
  private long delay(BookingView ride) throws Exception {
    long before = dropOff(ride.bookingId());
    order(desk -> desk.takeOut(vehicleOf(ride), new OutageInput("smoke", in(30 * MINUTE), null)));
    tick();
    long late = dropOff(ride.bookingId());
    assertTrue(late - before > MINUTE, "late by " + (late - before) + " ms");
    return late;
  }

  @Test
  void theWalkToTheScooterIsKept() throws Exception {
    BookingView ride = book("anna", 0, 400, 10 * MINUTE);
    long planned = dropOff(ride.bookingId());
    long walk = 4 * MINUTE;
    long from = planned + walk - now.get();
    ScooterReservationView held =
        reserve("e1", "anna", at(from, from + 20 * MINUTE, ride.bookingId()));
    tick();
    assertEquals(held, reservation(held.reservationId()), "the bus is in time");
    restart(true);
    restart(false);
    long late = delay(ride);
    ScooterReservationView moved = reservation(held.reservationId());
    assertEquals(late + walk, millis(moved.from()));
    assertEquals(20 * MINUTE, millis(moved.until()) - millis(moved.from()));
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(moved, reservation(held.reservationId()));
    }
    area.journal().verify();
  }
}
