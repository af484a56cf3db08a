package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyLegView;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.JourneyView;
import org.ieum.server.api.Refusal;
import org.junit.jupiter.api.Test;

/** Journeys through an area with buses, an invented timetable, scooters and prices. */
final class JourneyAreaTest extends JourneyLife {
  private static final String FARES =
      """
      fares:
        currency: SEK
        tariffs:
          - {service: on_demand, base: 2000, base_distance: 1km, per_step: 300, step: 100m}
        transfers:
          - {from: transit, to: drt, within: 30m, amount: 1500}
          - {from: drt, to: transit, within: 30m, amount: 1500}
      """;

  JourneyAreaTest() {
    super(FARES + SCOOTERS);
  }

  @Test
  void journeysJoinAllModes() throws Exception {
    JourneyList found = find(across("anna", null));
    assertEquals("SEK", found.currency());
    assertTrue(found.journeys().size() >= 3, found.toString());
    with(found, "drt");
    with(found, "transit");
    for (JourneyView journey : found.journeys()) {
      checkInOrder(journey);
      for (JourneyView other : found.journeys()) {
        assertFalse(
            !journey.equals(other) && isAsGood(journey, other), journey + " beside " + other);
      }
    }
    JourneyList rolling = find(across("anna", List.of("scooter")));
    JourneyView scooter = with(rolling, "scooter");
    assertEquals("e1", legs(scooter, "scooter").get(0).scooterId());
    assertEquals(true, legs(scooter, "scooter").get(0).reservable());
  }

  private static boolean isAsGood(JourneyView one, JourneyView other) {
    return !one.arrivalTime().isAfter(other.arrivalTime())
        && one.walkDuration() <= other.walkDuration()
        && one.transfers() <= other.transfers()
        && one.fare() <= other.fare()
        && (one.fareKnown() || !other.fareKnown());
  }

  private static void checkInOrder(JourneyView journey) {
    OffsetDateTime time = journey.departureTime();
    for (JourneyLegView leg : journey.legs()) {
      assertFalse(leg.startTime().isBefore(time), journey.toString());
      assertFalse(leg.endTime().isBefore(leg.startTime()), journey.toString());
      time = leg.endTime();
    }
    assertEquals(journey.arrivalTime(), time);
  }

  @Test
  void whatArrivesByATimeDoes() throws Exception {
    JourneyInput input =
        across(
            "anna",
            null,
            Instant.ofEpochMilli(now.get() + HOUR).atOffset(ZoneOffset.UTC),
            "arrive_by",
            null,
            null);
    JourneyList found = area.journeys(input).get();
    assertFalse(found.journeys().isEmpty());
    OffsetDateTime latest = Objects.requireNonNull(input.requestedTime());
    for (JourneyView journey : found.journeys()) {
      checkInOrder(journey);
      assertFalse(journey.latestArrivalTime().isAfter(latest), journey.toString());
    }
  }

  @Test
  void legsAreConfirmedTogether() throws Exception {
    JourneyView journey = with(find(across("anna", List.of("drt"))), "drt");
    JourneyConfirmation done = order(desk -> desk.confirmJourney(journey.journeyId()));
    BookingView booking = done.bookings().get(0);
    assertEquals("anna", booking.riderId());
    assertEquals(journey.fare(), Objects.requireNonNull(booking.fare()).amount());
    Refusal twice = refusal(desk -> desk.confirmJourney(journey.journeyId()));
    assertEquals(Refusal.Kind.CONFLICT, twice.kind());
    for (boolean hasSnapshot : List.of(false, true)) {
      restart(hasSnapshot);
      assertEquals(booking.fare(), booking(booking.bookingId()).fare());
      assertEquals(
          Refusal.Kind.NOT_FOUND, refusal(desk -> desk.confirmJourney(journey.journeyId())).kind());
    }
  }

  @Test
  void aScooterIsKeptWithItsJourney() throws Exception {
    JourneyView journey = with(find(across("anna", List.of("scooter"))), "scooter");
    JourneyView other = with(find(across("bert", List.of("scooter"))), "scooter");
    JourneyConfirmation done = order(desk -> desk.confirmJourney(journey.journeyId()));
    assertEquals("e1", done.reservations().get(0).scooterId());
    assertEquals("anna", done.reservations().get(0).riderId());
    long before = settle();
    Refusal taken = refusal(desk -> desk.confirmJourney(other.journeyId()));
    assertEquals(Refusal.Kind.CONFLICT, taken.kind());
    assertEquals(before, settle(), "nothing was told");
    for (JourneyView left : find(across("bert", List.of("scooter"))).journeys()) {
      assertFalse(
          left.legs().stream().anyMatch(leg -> Objects.equals("e1", leg.scooterId())),
          left.toString());
    }
  }

  @Test
  void aWalkHasNothingToConfirm() throws Exception {
    JourneyInput near =
        new JourneyInput(
            null, "anna", 57.6901, 11.9510, 57.6930, 11.9530, null, null, null, null, null,
            List.of(), null, null);
    JourneyView walk = area.journeys(near).get().journeys().get(0);
    assertNull(walk.expiresAt());
    Refusal refused = refusal(desk -> desk.confirmJourney(walk.journeyId()));
    assertEquals(Refusal.Kind.INVALID, refused.kind(), "there are no other journeys to offer");
    assertEquals("journey_id", refused.field());
    assertEquals(
        "must be of a journey with a ride or a scooter to reserve; "
            + walk.journeyId()
            + " has nothing to confirm",
        refused.getMessage());
  }

  @Test
  void offersEnd() throws Exception {
    JourneyView journey = with(find(across("anna", List.of("drt"))), "drt");
    now.addAndGet(10 * MINUTE);
    assertEquals(
        Refusal.Kind.GONE, refusal(desk -> desk.confirmJourney(journey.journeyId())).kind());
  }

  @Test
  void whereNoWayLeadsThatIsSaid() throws Exception {
    JourneyInput far =
        new JourneyInput(
            "test", "anna", 57.6901, 11.9510, 0.0, 0.0, null, null, null, null, null, null, null,
            null);
    JourneyList none = area.journeys(far).get();
    assertEquals(List.of(), none.journeys());
    assertEquals("no way leads there by what was allowed", none.noneBecause());
  }
}
