package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.ShiftEndView;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.ShiftView;
import org.junit.jupiter.api.Test;

/** Shifts that end earlier than planned, and shifts added. */
final class ShiftAreaTest extends StreetLife {
  @Test
  void aShiftEndsEarlierAndItsRidesGetOthers() throws Exception {
    BookingView booked = ride(20, 400);
    String vehicle = vehicleOf(booked);
    List<ShiftView> planned = ask(desk -> desk.shifts());
    ShiftEndInput soon = endIn(60_000);
    ShiftEndView ended = order(desk -> desk.endShift(vehicle, soon));
    assertEquals(1, ended.affected().size());
    assertEquals("assigned", ended.affected().get(0).booking().state());
    assertFalse(vehicle.equals(ended.affected().get(0).booking().vehicleId()));
    assertEquals(soon.endTime().toInstant(), ended.endTime().toInstant());

    List<ShiftView> shifts = ask(desk -> desk.shifts());
    assertEquals(planned.size(), shifts.size());
    ShiftView first = first(shifts, vehicle);
    assertEquals(soon.endTime().toInstant(), first.endTime().toInstant());
    Refusal refused = refusal(desk -> desk.endShift(vehicle, endIn(120_000)));
    assertEquals("end_time", refused.field());
    now.addAndGet(120_000);
    assertEquals("off_duty", order(desk -> desk.vehicle(vehicle)).state());
    // Another driver takes the rest of it, from where the vehicle stands.
    ShiftView rest = first(planned, vehicle);
    ShiftInput more =
        new ShiftInput(
            vehicle,
            Instant.ofEpochMilli(now.get() + 60_000).atOffset(ZoneOffset.UTC),
            rest.endTime(),
            rest.endStopId(),
            null);
    ShiftView added = order(desk -> desk.addShift(more));
    assertEquals(rest.endTime().toInstant(), added.endTime().toInstant());
    assertFalse(tryOrder(desk -> desk.addShift(more)), "it is there already");
    shifts = ask(desk -> desk.shifts());
    assertEquals(planned.size(), shifts.size());
    assertEquals(added, first(shifts, vehicle));

    String rides = ended.affected().get(0).booking().bookingId();
    await(rides, "arrived_at_pickup");
    order(desk -> desk.board(rides, new BoardInput(null, null)));
    String other = vehicleOf(booking(rides));
    Refusal aboard = refusal(desk -> desk.endShift(other, endIn(1_000)));
    assertEquals(
        "vehicle " + other + " cannot be at the end of its shift by then", aboard.getMessage());
    now.addAndGet(120_000);
    assertEquals("idle", order(desk -> desk.vehicle(vehicle)).state());
    List<ShiftView> left = ask(desk -> desk.shifts());
    restart(/* hasSnapshot= */ true);
    assertEquals(left, ask(desk -> desk.shifts()));
    restart(/* hasSnapshot= */ false);
    assertEquals(left, ask(desk -> desk.shifts()));
  }

  private static ShiftView first(List<ShiftView> shifts, String vehicle) {
    return shifts.stream().filter(s -> s.vehicleId().equals(vehicle)).findFirst().orElseThrow();
  }
}
